"""Whose sheet it is: by a line above each table, else by tab, file or letterhead; contradictions are told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from etl.layout import find_tables
from etl.layout.table import SeenUnit, Table
from etl.problem import Severity, has_errors
from etl.read import read_workbook
from tests.workbooks.builders import new_sheet, put, save
from tests.workbooks.test_nothing_lost import HEADER, ROWS
from tests.workbooks.test_silent_readings import Office, told

TITLE = ("BẢNG CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2024",)
MOTTO = (None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
WARD = [("UBND QUẬN LIÊN CHIỂU", *MOTTO), ("UBND PHƯỜNG HÒA MINH", None, None, "Độc lập - Tự do - Hạnh phúc")]
OFFICE = [WARD[0], ("PHÒNG NỘI VỤ",)]
OTHERS = ((1, "Ban hành kế hoạch", 10, 7, 6), (2, "Báo cáo thống kê", 10, 6, 4))


def under(letterhead: Sequence[Sequence[Any]], rows: Sequence[Sequence[Any]] = ROWS) -> list[Sequence[Any]]:
    return [*letterhead, (), TITLE, (), HEADER, *rows]


def tables_of(rows: Sequence[Sequence[Any]], folder: Path, tab: str = "Sheet1", file: str = "book.xlsx") -> list[Table]:
    sheet: Worksheet = new_sheet(tab)
    put(sheet, rows)
    workbook, _ = read_workbook(save(sheet, folder, file), file)
    return find_tables(workbook)[0]


def unit_of(rows: Sequence[Sequence[Any]], folder: Path, tab: str = "Sheet1", file: str = "book.xlsx") -> SeenUnit:
    (table,) = tables_of(rows, folder, tab, file)
    return table.units[0]


@pytest.mark.parametrize(
    ("letterhead", "name"),
    [
        (WARD, "UBND PHƯỜNG HÒA MINH"),
        ([WARD[0], ("PHÒNG TƯ PHÁP",)], "PHÒNG TƯ PHÁP"),
        ([("ỦY BAN NHÂN DÂN", *MOTTO), ("PHƯỜNG HÒA MINH",), ("Số: 12/BC-UBND",)], "PHƯỜNG HÒA MINH"),
        ([("ỦY BAN NHÂN DÂN\nPHƯỜNG HÒA MINH", *MOTTO)], "PHƯỜNG HÒA MINH"),
        ([("UBND QUẬN LIÊN CHIỂU\nTRƯỜNG TIỂU HỌC HỒNG QUANG", *MOTTO)], "TRƯỜNG TIỂU HỌC HỒNG QUANG"),
    ],
)
def test_the_letterhead_names_the_unit_where_nothing_else_does(tmp_path: Path, letterhead, name: str):
    unit = unit_of(under(letterhead), tmp_path)
    assert (unit.name, unit.is_letterhead) == (name, True)


def test_a_district_alone_is_no_unit(tmp_path: Path):
    assert unit_of(under(WARD[:1]), tmp_path).name == "book"


@pytest.mark.parametrize(
    ("rows", "tab", "file", "name"),
    [
        ([*WARD, TITLE, ("Đơn vị: Phường Hòa Khánh",), HEADER, *ROWS], "Sheet1", "book.xlsx", "Phường Hòa Khánh"),
        (under(WARD), "Hòa Khánh", "book.xlsx", "Hòa Khánh"),
        (under(WARD), "Sheet1", "Phòng Y tế 2024.xlsx", "Phòng Y tế"),
        (under(OFFICE), "Sheet1", "Hòa Khánh.xlsx", "Hòa Khánh"),
    ],
)
def test_a_line_and_a_telling_name_go_before_the_letterhead(tmp_path: Path, rows, tab: str, file: str, name: str):
    unit = unit_of(rows, tmp_path, tab, file)
    assert (unit.name, unit.is_letterhead) == (name, False)


def test_the_letterhead_alone_is_told_until_a_person_confirms(tmp_path: Path):
    office = Office(tmp_path, book={"Sheet1": under(WARD)})
    assert office.codes("unit_name", "units") == ["PHƯỜNG HÒA MINH"]
    assert "unit_from_letterhead" not in told(office.findings)  # the drafted row is confirmed with its unit
    office.folder.reference_file("layouts").unlink()
    found = [each for each in office.findings.problems if each.code == "unit_from_letterhead"]
    assert [(each.cell, each.severity) for each in found] == [("A2", Severity.WARNING)]


def test_a_tab_under_the_letterhead_of_another_unit_is_an_error(tmp_path: Path):
    sheets = {"Phường Hòa Minh": under(WARD)}
    office = Office(tmp_path, a=sheets, b={"Phường Hòa Khánh": under(WARD, OTHERS)})
    found = [each for each in office.findings.problems if each.code == "letterhead_contradiction"]
    assert [(each.sheet, each.cell, each.values["called"]) for each in found] == [
        ("Phường Hòa Khánh", "A2", "Phường Hòa Khánh")
    ]
    assert has_errors(found)


def test_the_letterhead_of_who_scores_contradicts_nothing(tmp_path: Path):
    tabs = {"Phòng Nội vụ": under(OFFICE), "Phường Hòa Minh": under(OFFICE, OTHERS)}
    findings = Office(tmp_path, a=tabs, b={"Phường Hòa Khánh": under(OFFICE)}).findings
    assert not {"letterhead_contradiction", "unit_from_letterhead"} & set(told(findings))
    one = {"Trạm Y tế": under([WARD[0], ("TRẠM Y TẾ",)]), "Phường Hòa Minh": under([WARD[0], ("TRẠM Y TẾ",)], OTHERS)}
    assert "letterhead_contradiction" not in told(Office(tmp_path / "other", a=one).findings)


@pytest.mark.parametrize(
    "lines", [("1. Phường Hòa Minh", "2. Phường Hòa Khánh"), ("Phường Hòa Minh", "Phường Hòa Khánh")]
)
@pytest.mark.parametrize("gap", [[], [()]])
def test_a_line_with_a_name_above_each_of_several_tables(tmp_path: Path, lines, gap):
    total = (None, "Tổng cộng", 20, 19, 13)
    rows = [TITLE, (lines[0],), HEADER, *ROWS, total, *gap, (lines[1],), HEADER, *OTHERS]
    first, second = tables_of(rows, tmp_path)
    assert [first.units[0].name, second.units[0].name] == ["Phường Hòa Minh", "Phường Hòa Khánh"]
    assert [seen.cell.text for seen in second.points] == ["7", "6", "6", "4"]
    assert (first.year_seen, second.year_seen) == (2024, 2024)


def test_numbered_names_without_their_kind_above_the_same_criteria(tmp_path: Path):
    rows = [TITLE, ("I", "Hòa Minh"), HEADER, *ROWS, ("II", "Hòa Khánh"), HEADER, *OTHERS]
    assert [table.units[0].name for table in tables_of(rows, tmp_path)] == ["Hòa Minh", "Hòa Khánh"]


def test_a_table_for_each_stage_is_no_table_for_each_unit(tmp_path: Path):
    header = (*HEADER[:3], "Điểm")
    own, given = ((1, "Kế hoạch", 10, 9), (2, "Báo cáo", 10, 8)), ((1, "Kế hoạch", 10, 7), (2, "Báo cáo", 10, 6))
    rows = [TITLE, ("I. PHẦN TỰ CHẤM",), header, *own, (), ("II. PHẦN THẨM ĐỊNH",), header, *given]
    office = Office(tmp_path, book={"Hòa Minh": rows})
    found = {(score.stage_code, score.cell): score.points for score in office.findings.harmonised.scores}
    assert office.codes("unit_name", "units") == ["Hòa Minh"]
    assert (found["self", "D4"], found["appraised", "D9"]) == (9, 7)


def test_sections_under_a_repeated_header_are_one_table(tmp_path: Path):
    rows = [TITLE, ("1. Ban hành văn bản",), HEADER, *ROWS, ("2. Phòng, chống mối mọt",), HEADER, (3, "Kho", 5, 4, 4)]
    (table,) = tables_of(rows, tmp_path, "Hòa Minh")
    assert (table.units[0].name, len(table.points)) == ("Hòa Minh", 6)


def test_several_units_on_a_sheet_are_each_of_their_own(tmp_path: Path):
    rows = [TITLE, ("1. Phường Hòa Minh",), HEADER, *ROWS, (), ("2. Phường Hòa Khánh",), HEADER, *OTHERS]
    findings = Office(tmp_path, book={"Sheet1": rows}).findings
    assert not has_errors(findings.problems)
    points = {(score.unit_code, score.cell): score.points for score in findings.harmonised.scores}
    assert points["phuong-hoa-minh", "D4"] == 9
    assert points["phuong-hoa-khanh", "D9"] == 7


def test_units_one_after_another_under_one_header_are_refused(tmp_path: Path):
    rows = [TITLE, HEADER, ("1. Phường Hòa Minh",), *ROWS, ("2. Phường Hòa Khánh",), *OTHERS]
    sheet = new_sheet()
    put(sheet, rows)
    tables, (problem,) = find_tables(read_workbook(save(sheet, tmp_path), "book.xlsx")[0])
    assert not tables
    assert (problem.code, problem.cell) == ("units_among_criteria", "B2")
