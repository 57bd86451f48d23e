"""Workbooks that broke other libraries open, or are refused with a code, quickly and without an exception."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from etl.layout import find_tables
from etl.problem import catalogue
from etl.read import read_workbook

NASTY = Path(__file__).resolve().parents[3] / "shared" / "real" / "nasty"
FILES = sorted(path for path in NASTY.glob("*") if path.suffix != ".csv")
SLOWEST_SECONDS = 20

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FILES, reason="the collection of nasty workbooks is not beside the repository"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_opens_or_is_refused(path: Path):
    started = time.monotonic()
    workbook, problems = read_workbook(path, path.name)
    if workbook:
        assert workbook.sheets
        problems += find_tables(workbook)[1]
    assert workbook or problems
    assert {problem.code for problem in problems} <= set(catalogue())
    assert time.monotonic() - started < SLOWEST_SECONDS


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("poi__protected_passtika.xlsx", "file_encrypted"),
        ("poi__poc-xmlbomb.xlsx", "file_dangerous"),
        ("poi__SimpleStrict.xlsx", "file_old_format"),
        ("poi__57893-many-merges.xlsx", "file_too_large"),
        ("python-calamine__empty_file.xlsx", "file_empty"),
        ("roo__no_spreadsheet_file.txt", "file_not_workbook"),
        ("roo__emptysheets.xlsx", "workbook_empty"),
    ],
)
def test_the_code_says_what_is_wrong(name: str, code: str):
    assert [problem.code for problem in read_workbook(NASTY / name, name)[1]] == [code]
