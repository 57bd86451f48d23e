"""The workbooks as files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from etl.problem import Problem
from etl.read.cells import Workbook


def no_workbooks(files: list[str], raw: str) -> Iterator[Problem]:
    """A folder without any workbook."""
    if not files:
        yield Problem("no_workbooks", seen=raw)


def unread_files(others: list[str]) -> Iterator[Problem]:
    """Files that are no workbooks and may hold scores all the same, such as a document, a scan or an archive."""
    for file in others:
        yield Problem("unread_file", file, seen=PurePosixPath(file).suffix.lower() or "–")


def same_file_twice(workbooks: list[Workbook]) -> Iterator[Problem]:
    """Workbooks that are one another's copy, byte for byte: a problem for every copy after the first."""
    copies: dict[str, list[str]] = defaultdict(list)
    for workbook in workbooks:
        copies[workbook.sha256].append(workbook.file)
    for first, *others in copies.values():
        for other in others:
            yield Problem("same_file_twice", other, values={"first": first})
