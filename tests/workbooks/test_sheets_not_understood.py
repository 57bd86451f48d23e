"""A sheet that gives no table says how far we got, and a note is not an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from etl.layout import find_tables
from etl.problem import Problem, Severity
from etl.read import read_workbook
from tests.workbooks.builders import new_sheet, put, save, unit_sheet


def problems_of(sheet: Worksheet, folder: Path) -> list[Problem]:
    workbook, _ = read_workbook(save(sheet, folder), "2014/book.xlsx")
    return find_tables(workbook)[1]


NUMBERS = [(1, 2), (3, 4), (5, 6), (7, 8)]
SHEETS = {
    "no_table": ([("Bảng điểm này do Phòng Nội vụ lập",), ("Năm 2016",)], ""),
    "no_header": (NUMBERS, ""),
    "no_score_column": ([("STT", "Tiêu chí", "Điểm tối đa", "Ghi chú"), (1, "Kế hoạch", 10)], "B1"),
    "no_criterion_row": ([("STT", "Tiêu chí", "Điểm tối đa", "Điểm"), ("TỔNG CỘNG", None, 10, 8)], "B1"),
    "same_column_twice": ([("STT", "Tiêu chí", "Điểm tối đa", "Điểm", "Điểm đạt"), (1, "Kế hoạch", 10, 8, 7)], "B1"),
    "no_unit_row": ([("STT", "Tên đơn vị", "Tổng điểm", "Xếp hạng")], "B1"),
}


@pytest.mark.parametrize("code", SHEETS)
def test_pinned_to_code_and_cell(tmp_path: Path, code: str):
    sheet = new_sheet("Trang 1")
    rows, cell = SHEETS[code]
    put(sheet, rows)
    (problem,) = problems_of(sheet, tmp_path)
    assert (problem.code, problem.file, problem.sheet, problem.cell) == (code, "2014/book.xlsx", "Trang 1", cell)
    assert all(problem.said(part, lang) for part in ("message", "expected", "action") for lang in ("vi", "en"))


def test_what_was_recognised_is_told(tmp_path: Path):
    sheet = new_sheet()
    put(sheet, [("STT", "Tiêu chí", "Điểm tối đa", "Ghi chú"), (1, "Kế hoạch", 10)])
    (problem,) = problems_of(sheet, tmp_path)
    assert "dòng 1 gồm các cột “STT”, “Tiêu chí”, “Điểm tối đa”, “Ghi chú”" in problem.said("message")


def test_a_cover_page_is_a_warning_and_an_unreadable_table_an_error(tmp_path: Path):
    severities = {}
    for code in ("no_table", "no_header"):
        sheet = new_sheet()
        put(sheet, SHEETS[code][0])
        severities[code] = problems_of(sheet, tmp_path)[0].severity
    assert severities == {"no_table": Severity.WARNING, "no_header": Severity.ERROR}


def test_a_hidden_sheet_is_named_and_not_read(tmp_path: Path):
    sheet = unit_sheet()
    sheet.parent.create_sheet("Năm trước")["A1"] = 1
    sheet.parent["Năm trước"].sheet_state = "hidden"
    workbook, _ = read_workbook(save(sheet, tmp_path), "book.xlsx")
    tables, problems = find_tables(workbook)
    assert len(tables) == 1
    assert [(problem.code, problem.sheet) for problem in problems] == [("hidden_sheet", "Năm trước")]


def test_scores_in_hidden_rows_are_read_with_a_warning(tmp_path: Path):
    sheet = unit_sheet()
    sheet.row_dimensions[11].hidden = True
    workbook, _ = read_workbook(save(sheet, tmp_path), "book.xlsx")
    (table,), (problem,) = find_tables(workbook)
    assert (problem.code, problem.cell) == ("hidden_scores", "D11")
    assert "D11" in {seen.cell.address for seen in table.points}
