"""Columns and rows that look like points, units or criteria and are something else, and those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.layout.table import Printed
from tests.workbooks.test_nothing_lost import HEADER, ROWS, form, unread
from tests.workbooks.test_sheets import read, results, scores, table_of, tree

TWO_NAMES = ("STT", "Tiêu chí", "Tiêu chí thành phần", "Điểm tối đa", "Điểm")


def codes(sheet, folder: Path) -> list[tuple[str, str]]:
    return [(each.code, each.cell) for each in read(sheet, folder)[1]]


def test_groups_merged_beside_their_criteria(tmp_path: Path):
    rows = [
        (1, "Văn thư", "Kế hoạch", 10, 9),
        (None, None, "Báo cáo", 10, 8),
        (2, "Lưu trữ", "Kho", 5, 5),
        (3, "Con dấu", "Sổ quản lý", 5, 4),
        (None, None, "Bảo quản", 5, 3),
        (None, "Tổng cộng", None, 35, 29),
    ]
    merges = ("A2:A3", "B2:B3", "A5:A6", "B5:B6")
    table = table_of(form(*rows, header=TWO_NAMES, merged=merges), tmp_path)
    assert [(c.name, c.parent, c.max_points) for c in table.criteria] == [
        ("Văn thư", None, None),
        ("Kế hoạch", 0, 10),
        ("Báo cáo", 0, 10),
        ("Lưu trữ", None, None),
        ("Kho", 3, 5),
        ("Con dấu", None, None),
        ("Sổ quản lý", 5, 5),
        ("Bảo quản", 5, 5),
    ]
    assert [seen.cell.text for seen in table.points] == ["9", "8", "5", "4", "3"]
    assert not results(table, Printed.SUBTOTAL)
    assert results(table, Printed.TOTAL) == {"Hòa Minh": "29"}


def test_two_columns_of_names_without_merged_groups_are_one_name(tmp_path: Path):
    table = table_of(form((1, "Văn thư", "Kế hoạch", 10, 9), (2, "Lưu trữ", "Kho", 5, 5), header=TWO_NAMES), tmp_path)
    assert [criterion.name for criterion in table.criteria] == ["Văn thư Kế hoạch", "Lưu trữ Kho"]


def test_two_years_side_by_side_are_neither_units_nor_two_totals(tmp_path: Path):
    years = form(*ROWS, header=(*HEADER[:3], "Năm 2023", "Năm 2024"))
    assert codes(years, tmp_path) == [("same_column_twice", "B1")]
    header = ("STT", "Tên đơn vị", "Tổng điểm năm 2023", "Tổng điểm năm 2024", "Xếp hạng")
    totals = form((1, "Hòa Minh", 90, 92, 1), (2, "Hòa Khánh", 85, 88, 2), header=header)
    assert codes(totals, tmp_path) == [("same_column_twice", "B1")]
    one = form((1, "Hòa Minh", 92, 1), (2, "Hòa Khánh", 88, 2), header=(*header[:2], *header[3:]))
    assert results(table_of(one, tmp_path), Printed.TOTAL) == {"Hòa Minh": "92", "Hòa Khánh": "88"}


@pytest.mark.parametrize("periods", [("6 tháng đầu năm", "Cả năm"), ("Quý III", "Quý IV"), ("Năm trước", "Năm nay")])
def test_periods_side_by_side_are_no_units(tmp_path: Path, periods: tuple[str, str]):
    assert codes(form(*ROWS, header=(*HEADER[:3], *periods)), tmp_path) == [("same_column_twice", "B1")]


def test_stages_below_each_other_are_neither_criteria_nor_units(tmp_path: Path):
    stages = [(None, "Tự chấm", None, 9), (None, "Thẩm định", None, 8)]
    criteria = form((1, "Kế hoạch", 10), *stages, (2, "Báo cáo", 10), *stages, header=(*HEADER[:3], "Điểm"))
    assert codes(criteria, tmp_path) == [("mixed_rows", "B1")]
    stages = [(None, "Tự chấm", 9, 8), (None, "Thẩm định", 8, 8)]
    units = form((1, "Hòa Minh"), *stages, header=("STT", "Tên đơn vị", "1. Kế hoạch", "2. Báo cáo"))
    assert codes(units, tmp_path) == [("mixed_rows", "B1")]


def test_a_row_for_every_unit_and_criterion_is_refused(tmp_path: Path):
    header = ("STT", "Đơn vị", "Tiêu chí", "Điểm tối đa", "Điểm")
    rows = [(1, "Hòa Minh", "Kế hoạch", 10, 9), (2, "Hòa Minh", "Báo cáo", 10, 8)]
    assert codes(form(*rows, header=header), tmp_path) == [("mixed_rows", "B1")]


def test_maxima_in_words_under_the_names_of_criteria(tmp_path: Path):
    header = ("STT", "Tên đơn vị", "Kế hoạch", "Báo cáo", "Tổng điểm")
    maxima = (None, None, "(10 điểm)", "(5 điểm)", "(15 điểm)")
    sheet = form(maxima, (1, "Hòa Minh", 9, 5, 14), (2, "Hòa Khánh", 5, 4, 9), header=header, merged=("A1:A2", "B1:B2"))
    table = table_of(sheet, tmp_path)
    assert tree(table) == ["Kế hoạch 10", "Báo cáo 5"]
    assert results(table, Printed.TOTAL) == {"Hòa Minh": "14", "Hòa Khánh": "9"}


def test_a_comparison_with_last_year_under_the_total_is_no_criterion(tmp_path: Path):
    under = [(None, "Tổng cộng", 20, 19, 13), (None, "Điểm năm trước", None, 18, 12), (None, "Tăng, giảm", None, 1, 1)]
    assert tree(table_of(form(*ROWS, *under), tmp_path)) == ["1 10", "2 10"]


def test_members_of_a_jury_are_no_units(tmp_path: Path):
    header = (*HEADER[:3], "Thành viên 1", "Thành viên 2", "Điểm trung bình")
    sheet = form((1, "Kế hoạch", 10, 9, 8, 8.5), (2, "Kho", 10, 9, 7, 8), header=header)
    assert codes(sheet, tmp_path) == [("no_score_column", "B1")]
    header = (*header[:5], "Điểm chính thức")
    table = table_of(form((1, "Kế hoạch", 10, 9, 8, 8.5), (2, "Kho", 10, 9, 7, 8), header=header), tmp_path)
    assert [seen.cell.text for seen in table.points] == ["8.5", "8"]


@pytest.mark.parametrize(
    ("lost", "code"),
    [((2, 5), "unread_numbers"), ((2, 4), "unknown_score_column")],
    ids=["what is lost", "another number"],
)
def test_what_the_points_leave_of_the_maximum_is_no_stage(tmp_path: Path, lost: tuple, code: str):
    rows = [(1, "Kế hoạch", 10, lost[0], 8), (2, "Báo cáo", 10, lost[1], 5)]
    assert unread(form(*rows, header=(*HEADER[:3], "Điểm trừ", "Điểm đạt")), tmp_path) == [
        (code, "D2", "Điểm trừ", "2")
    ]


def test_a_look_up_block_right_under_the_total_is_no_criterion(tmp_path: Path):
    look_up = [(None, "Xuất sắc", None, 18, 20), (None, "Tốt", None, 16, 18)]
    tables, problems = read(form(*ROWS, (None, "Tổng cộng", 20, 19, 13), *look_up), tmp_path)
    assert tree(tables[0]) == ["1 10", "2 10"]
    assert [(each.code, each.cell) for each in problems] == [("unread_numbers", "D5")]
    named = form(*ROWS, (None, "Tốt nghiệp lớp văn thư", 5, 4, 4))
    assert len(table_of(named, tmp_path).criteria) == 3


def test_everything_at_once(tmp_path: Path):
    header = [
        ("STT", "Nội dung", "Điểm tối đa", "Kết quả chấm", None, "Ghi chú"),
        (None, None, None, "Tự chấm", "Thẩm định", None),
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
    ]
    first = [("I", "VĂN THƯ", 15, 14, 12), ("a)", "Kế hoạch", 5, 5, 4), ("d)", "Con dấu", 5, 4, 4)]
    second = [("đ)", "Báo cáo", 5, 5, 4, "muộn"), ("II", "LƯU TRỮ", 10, 9, 9), ("1", "Kho", 10, 9, 9)]
    under = [(None, "Tổng cộng", 25, 23, 21), (), (None, "Xuất sắc", "Từ 23", 25), (None, "Tốt", "Từ 20", 22)]
    sheet = form(*header[1:], *first, *header, *second, *under, header=header[0])
    for top in (1, 7):
        for area in ("A{0}:A{1}", "B{0}:B{1}", "C{0}:C{1}", "D{0}:E{0}", "F{0}:F{1}"):
            sheet.merge_cells(area.format(top, top + 1))
    sheet["H4"] = 7
    sheet.column_dimensions["H"].hidden = True
    table = table_of(sheet, tmp_path)
    assert tree(table) == ["I 15", "I/a 5", "I/d 5", "I/đ 5", "II 10", "II/1 10"]
    assert scores(table) == {
        ("Hòa Minh", "Kế hoạch"): "4",
        ("Hòa Minh", "Con dấu"): "4",
        ("Hòa Minh", "Báo cáo"): "4",
        ("Hòa Minh", "Kho"): "9",
    }
