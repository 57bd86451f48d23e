"""Workbooks into cells. Whatever the file is, the answer is a workbook or a problem, never an exception."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from etl.problem import Problem
from etl.read.cache import Cache
from etl.read.cells import Workbook
from etl.read.readers import PROCESSES, Readers

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".htm", ".html")
NOTES = (".txt", ".md")
LEFT_BY_SYSTEMS = ("desktop.ini", "thumbs.db")
UNFINISHED = ("~$", ".")  # what spreadsheet programs leave beside an open file, and hidden files


def find_workbooks(raw: Path) -> list[Path]:
    """Every spreadsheet below the folder, in the order of their paths, those we shall refuse included.

    Lock files that Excel leaves (`~$...`) and hidden files are not workbooks.
    """
    return [path for path in _files(raw) if path.suffix.lower() in SUFFIXES]


def find_other_files(raw: Path) -> list[Path]:
    """Every other file below the folder in which scores may stand, in the order of their paths.

    Notes in plain text are not among them, nor what systems leave in folders by themselves.
    """
    others = (path for path in _files(raw) if path.suffix.lower() not in (*SUFFIXES, *NOTES))
    return [path for path in others if not path.name.lower().startswith(("~", *LEFT_BY_SYSTEMS))]


def _files(raw: Path) -> list[Path]:
    """Every file below the folder in the order of their paths, but lock files and hidden ones."""
    return sorted(path for path in raw.rglob("*") if not path.name.startswith(UNFINISHED) and path.is_file())


def read_workbook(path: Path, file: str) -> tuple[Workbook | None, list[Problem]]:
    """The workbook, or None and the problem that kept it out. `file` is its path below `raw/`, as problems name it."""
    return next(_one_by_one().read([path])).of(file)


def read_workbooks(
    raw: Path, paths: list[Path], cache_folder: Path | None = None
) -> Iterator[tuple[Workbook | None, list[Problem]]]:
    """The same of many files below `raw`, in their order, on all processors; what is in the cache is not read again."""
    kept = Cache(cache_folder) if cache_folder else None
    with Readers(kept, count=max(1, min(PROCESSES, len(paths)))) as readers:
        for path, reading in zip(paths, readers.read(paths), strict=True):
            yield reading.of(path.relative_to(raw).as_posix())


@cache
def _one_by_one() -> Readers:
    """One process for files that are asked for one at a time, until the program ends."""
    readers = Readers(count=1)
    atexit.register(readers.close)
    return readers
