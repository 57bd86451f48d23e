"""Excel 97-2003: what xlrd tells, and what it passes over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from etl.read.cells import CellKind, Merge, Sheet
from etl.read.reading import read_content
from tests.workbooks import biff


def read_sheet(content: bytes) -> Sheet:
    reading = read_content(content)
    assert reading.problems == ()
    return reading.sheets[0]


def test_numbers_dates_errors_and_formulas():
    content = biff.workbook(
        {
            "Điểm": biff.number_cell(0, 0, 8.5)
            + biff.number_cell(1, 0, 41978.0, style=1)
            + biff.error_cell(2, 0, 0x07)
            + biff.formula_cell(3, 0, 4.25)
        },
        looks=[biff.look(0), biff.look(0, biff.DATE)],
    )
    sheet = read_sheet(content)
    assert sheet.name == "Điểm"
    assert [(cell.kind, cell.text, cell.formula) for cell in sheet.cells.values()] == [
        (CellKind.NUMBER, "8.5", ""),
        (CellKind.DATE, "05/12/2014", ""),
        (CellKind.ERROR, "#DIV/0!", ""),
        (CellKind.NUMBER, "4.25", "="),
    ]
    assert (sheet.at(2, 1).date, sheet.at(4, 1).number) == (date(2014, 12, 5), Decimal("4.25"))


def test_a_sheet_saved_before_it_was_calculated_has_no_results():
    calculated, not_calculated = biff.formula_cell(0, 0, 4.25), biff.NOT_CALCULATED + biff.formula_cell(0, 0, 4.25)
    assert read_sheet(biff.workbook({"A": calculated})).at(1, 1).kind is CellKind.NUMBER
    cell = read_sheet(biff.workbook({"A": not_calculated})).at(1, 1)
    assert (cell.kind, cell.number, cell.formula) == (CellKind.UNCACHED, None, "=")


def test_the_calculation_of_one_sheet_says_nothing_of_the_next():
    content = biff.workbook({"A": biff.NOT_CALCULATED + biff.formula_cell(0, 0, 1), "B": biff.formula_cell(0, 0, 2)})
    kinds = [sheet.at(1, 1).kind for sheet in read_content(content).sheets]
    assert kinds == [CellKind.UNCACHED, CellKind.NUMBER]


@pytest.mark.parametrize(
    ("flags", "tokens", "kind"),
    [
        (0, b"\x1e\x01\x00", CellKind.NUMBER),
        (1, b"\x1e\x01\x00", CellKind.UNCACHED),
        (1, b"\x19\x01\x00\x00\x1e\x01\x00", CellKind.NUMBER),  # volatile, as NOW(): always to be calculated again
        (1, b"\x01\x00\x00\x00\x00", CellKind.NUMBER),  # shared: what it computes stands in another cell
        (2, b"\x1e\x01\x00", CellKind.NUMBER),  # LibreOffice writes so of every formula
    ],
)
def test_a_formula_that_waits_for_its_calculation_has_no_result(flags: int, tokens: bytes, kind: CellKind):
    cell = read_sheet(biff.workbook({"A": biff.formula_cell(0, 0, 4.25, flags, tokens)})).at(1, 1)
    assert (cell.kind, cell.formula) == (kind, "=")


def test_a_text_in_two_fonts_is_decoded_run_by_run():
    text = "Uû ban Ủy ban"  # the first half in TCVN3, the second in Unicode
    content = biff.workbook(
        {"A": biff.text_cell(0, 0, 0)},
        fonts=[biff.font(".VnTime"), biff.font("Arial", bold=True)],
        strings=[biff.string(text, [(7, 1)])],
    )
    cell = read_sheet(content).at(1, 1)
    assert cell.runs == (("Uû ban ", ".VnTime"), ("Ủy ban", "Arial"))
    assert cell.text == "Uỷ ban Ủy ban"


def test_fonts_hidden_parts_and_merges():
    content = biff.workbook(
        {
            "A": biff.column_info(2, biff.HIDDEN_COLUMN)
            + biff.row_info(1, biff.HIDDEN_ROW)
            + biff.number_cell(0, 0, 1, style=1)
            + biff.number_cell(0, 1, 2)
            + biff.number_cell(0, 2, 3)
            + biff.number_cell(1, 0, 4)
            + biff.merge(0, 0, 0, 1)
        },
        fonts=[biff.font("Arial"), biff.font("VNI-Times", bold=True)],
        looks=[biff.look(0), biff.look(1)],
    )
    sheet = read_sheet(content)
    assert (sheet.at(1, 1).font, sheet.at(1, 1).bold) == ("VNI-Times", True)
    assert [cell.address for cell in sheet.cells.values() if cell.hidden] == ["C1", "A2"]
    assert sheet.merges == (Merge(1, 1, 1, 2),)
    assert [cell.address for cell in sheet.covered.values()] == ["B1"]


def test_hidden_sheets():
    content = biff.workbook({"A": biff.number_cell(0, 0, 1), "B": biff.number_cell(0, 0, 1)}, hidden=["B"])
    assert [sheet.is_hidden for sheet in read_content(content).sheets] == [False, True]


def test_cells_in_the_last_corner_cost_nothing():
    sheet = read_sheet(biff.workbook({"A": biff.number_cell(0, 0, 1) + biff.number_cell(65535, 255, 2)}))
    assert [cell.address for cell in sheet.cells.values()] == ["A1", "IV65536"]
