"""A column of points whose words nobody knows stops the build; numbers that count something else do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from etl.__main__ import main
from etl.layout import find_tables
from etl.layout.declared import Declared
from etl.layout.table import Family
from etl.office import OfficeFolder, load_reference
from etl.problem import Severity
from etl.read import read_workbook
from tests.workbooks.builders import put, save
from tests.workbooks.test_nothing_lost import form
from tests.workbooks.test_sheets import read, table_of

ROWS = ((1, "Ban hành kế hoạch", 10, 9), (2, "Báo cáo thống kê", 10, 10), (3, "Kho lưu trữ", 5, 4))
HEADER = ("STT", "Nội dung tiêu chí", "Điểm tối đa", "Điểm tự chấm")
UNDER_UNITS = [
    ("STT", "Nội dung", "Điểm tối đa", "Hòa Minh", None, "Hòa Khánh", None),
    (None, None, None, "Tự chấm", "Vòng X", "Tự chấm", "Vòng X"),
]
UNDER_CRITERIA = [
    ("STT", "Tên đơn vị", "1. Kế hoạch", None, "2. Báo cáo", None),
    (None, None, "Tự chấm", "Vòng X", "Tự chấm", "Vòng X"),
]


def with_column(heading: str | None, *numbers: Any):
    return form(*((*row, number) for row, number in zip(ROWS, numbers, strict=True)), header=(*HEADER, heading))


def under_units():
    sheet = form(*UNDER_UNITS[1:], (1, "Kế hoạch", 10, 9, 8, 8, 7), (2, "Kho", 5, 5, 4, 4, 3), header=UNDER_UNITS[0])
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:G1"):
        sheet.merge_cells(area)
    return sheet


def under_criteria():
    sheet = form(
        *UNDER_CRITERIA[1:], (1, "Hòa Minh", 9, 8, 9, 8), (2, "Hòa Khánh", 9, 7, 9, 7), header=UNDER_CRITERIA[0]
    )
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
        sheet.merge_cells(area)
    return sheet


@pytest.mark.parametrize("heading", ["Vòng X", "Điểm chốt", None])
def test_numbers_like_those_of_a_stage_are_an_error_that_says_how_to_settle_it(tmp_path: Path, heading: str | None):
    _, (problem,) = read(with_column(heading, 8, 5, 3), tmp_path)
    assert (problem.code, problem.cell, problem.severity) == ("unknown_score_column", "E2", Severity.ERROR)
    row = {
        name: problem.values[name] for name in ("family", "header_row", "name_column", "max_column", "points_columns")
    }
    assert list(row.values()) == ["unit_sheet", "1", "B", "C", "D, E"]
    assert "points_columns D, E" in problem.said("action")


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [("Công chức", (120, 3, 15)), ("Số lượng công chức", (3, 2, 1)), ("Vòng X", (7, None, None))],
)
def test_numbers_of_something_else_are_a_warning(tmp_path: Path, heading: str, numbers: tuple):
    _, (problem,) = read(with_column(heading, *numbers), tmp_path)
    assert (problem.code, problem.cell, problem.severity) == ("unread_numbers", "E2", Severity.WARNING)


def test_declared_figures_are_no_problem(tmp_path: Path):
    assert table_of(with_column("Số liệu kê khai", 3, 2, 1), tmp_path).points


@pytest.mark.parametrize(("sheet", "cell"), [(under_units, "E2"), (under_criteria, "D2")])
def test_unknown_words_beside_a_stage_name_neither_unit_nor_criterion(tmp_path: Path, sheet, cell: str):
    tables, (problem,) = read(sheet(), tmp_path)
    assert not tables
    assert (problem.code, problem.cell, problem.seen) == ("unknown_score_column", cell, "Vòng X")


def test_criteria_beside_their_points_are_no_stages(tmp_path: Path):
    header = [("STT", "Tên đơn vị", "I. Chỉ đạo", None, None), (None, None, "Kế hoạch", "Báo cáo", "Điểm đạt")]
    sheet = form(header[1], (1, "Hòa Minh", 9, 8, 17), (2, "Hòa Khánh", 7, 7, 14), header=header[0])
    for area in ("A1:A2", "B1:B2", "C1:E1"):
        sheet.merge_cells(area)
    assert not read(sheet, tmp_path)[1]


@pytest.mark.parametrize(
    ("sheet", "declared"),
    [
        (under_units, Declared(Family.CRITERIA_BY_UNITS, 2, 2, 3, (4, 5, 6, 7))),
        (under_criteria, Declared(Family.UNITS_BY_CRITERIA, 2, 2, None, (3, 4, 5, 6))),
    ],
)
def test_a_declared_column_of_unknown_words_holds_final_points(tmp_path: Path, sheet, declared: Declared):
    workbook, _ = read_workbook(save(sheet(), tmp_path), "book.xlsx")
    (table,), problems = find_tables(workbook, {("book.xlsx", "Hòa Minh"): declared})
    assert not problems
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Khánh"]
    assert len(table.criteria) == 2
    assert [seen.cell.text for seen in table.points if seen.stage_code == "final" and seen.criterion == 0] == ["8", "7"]


def test_the_row_that_settles_it_is_drafted_and_obeyed(tmp_path: Path):
    folder = OfficeFolder(tmp_path)
    sheet = with_column("Vòng X", 8, 5, 3)
    sheet.insert_rows(1)
    put(sheet, [("BẢNG CHẤM ĐIỂM NĂM 2024",)])
    save(sheet, folder.raw)
    main(["draft", "--data", str(tmp_path)])
    (row,) = load_reference(folder)[0].rows("layouts")
    assert (row["assessment_code"], row["header_row"], row["points_columns"]) == ("2024", 2, "D, E")
    assert main(["check", "--data", str(tmp_path)]) == 1
    path = folder.reference_file("layouts")
    path.write_text(path.read_text("utf-8-sig").replace("proposed", "confirmed"), "utf-8")
    assert main(["check", "--data", str(tmp_path)]) == 0
