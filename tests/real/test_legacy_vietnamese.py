"""A budget table of 2003 in the fonts of its day, beside the same table that a person typed again in Unicode."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.commands import inspect
from etl.read import read_workbook
from etl.read.cells import CellKind, Sheet
from etl.text.keys import match_key

WORKBOOK = Path(__file__).resolve().parents[3] / "shared" / "real" / "legacy-vietnamese" / "Plan_2003.xls"
PROVINCES = range(19, 80)
HIDDEN_ROWS = {16, 17}
HIDDEN_COLUMN = 8

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not WORKBOOK.exists(), reason="the public workbook is not beside the repository"),
]


@pytest.fixture(scope="module")
def sheets() -> tuple[Sheet, Sheet]:
    workbook, problems = read_workbook(WORKBOOK, WORKBOOK.name)
    assert problems == []
    first, second = workbook.sheets
    return first, second


def texts(sheet: Sheet) -> dict[tuple[int, int], str]:
    return {place: match_key(cell.text) for place, cell in sheet.cells.items() if cell.kind is CellKind.TEXT}


def test_every_text_is_what_the_person_typed(sheets):
    legacy, typed = map(texts, sheets)
    assert legacy == typed
    assert len(legacy) > len(PROVINCES)


def test_province_names_are_in_unicode(sheets):
    names = {sheets[0].at(row, 2).text.strip() for row in PROVINCES}
    assert {"SÓC TRĂNG", "CÀ MAU", "ĐÀ NẴNG", "THỪA THIÊN - HUẾ", "HÀ NỘI", "BÌNH DƯƠNG", "LẠNG SƠN"} <= names


def test_only_the_legacy_sheet_was_decoded(sheets):
    legacy, typed = sheets
    assert {cell.encoding for cell in legacy.cells.values()} == {"", "tcvn3"}
    assert {cell.encoding for cell in typed.cells.values()} == {""}


def test_hidden_rows_and_columns_are_noticed(sheets):
    hidden = {(row, column) for (row, column), cell in sheets[0].cells.items() if cell.hidden}
    assert {row for row, column in hidden if column != HIDDEN_COLUMN} == HIDDEN_ROWS
    assert HIDDEN_COLUMN in {column for _, column in hidden}


def test_inspect_shows_the_decision(capsys):
    inspect.run([WORKBOOK])
    assert "từ bảng mã TCVN3 sang Unicode (phông .VnArial Narrow, .VnArialH, .VnAvantH, .VnHelvetInsH)" in (
        capsys.readouterr().out
    )
