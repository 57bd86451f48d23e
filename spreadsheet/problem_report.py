"""The problems of an office as a workbook: one row each, with a link that opens the cell it is about."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from spreadsheet.workbook import Column, Link, as_xlsx

COLUMNS = {
    "severity": 11,
    "file": 40,
    "sheet": 22,
    "cell": 8,
    "message": 60,
    "action": 60,
    "seen": 20,
    "expected": 24,
    "code": 24,
}
LINKED = "cell"
FOLDERS = ("raw", "reference")


@cache
def labels(lang: str) -> dict[str, Any]:
    """The title, the headings by column and the names of severities, in a language."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))[lang]


def problem_report(problems: Iterable[Mapping[str, str]], office: Path, lang: str) -> bytes:
    """The bytes of the report: the problems in their order, each with the keys of `COLUMNS`.

    A link leads to the file as it lies in the office folder, and to the cell where there is one; a problem whose file
    is not there has none.
    """
    words = labels(lang)
    columns = [Column(words["column"][name], width) for name, width in COLUMNS.items()]
    return as_xlsx(words["title"], columns, [_row(problem, office, words) for problem in problems])


def _row(problem: Mapping[str, str], office: Path, words: dict[str, Any]) -> list[str | Link]:
    row: dict[str, str | Link] = {name: problem[name] for name in COLUMNS}
    row["severity"] = words["severity"][problem["severity"]]
    place = next((office / folder / problem["file"] for folder in FOLDERS if _is_file(office, folder, problem)), None)
    if place is not None:
        linked = LINKED if problem[LINKED] else "file"
        row[linked] = Link(problem[linked], place.resolve().as_uri(), _location(problem))
    return list(row.values())


def _is_file(office: Path, folder: str, problem: Mapping[str, str]) -> bool:
    return bool(problem["file"]) and (office / folder / problem["file"]).is_file()


def _location(problem: Mapping[str, str]) -> str:
    """The place inside a workbook as a link names it: `'Hòa Minh'!F17`; empty for a file without sheets."""
    if not problem["sheet"]:
        return ""
    sheet = problem["sheet"].replace("'", "''")
    return f"'{sheet}'!{problem['cell'] or 'A1'}"
