"""No number under a header is lost in silence: it is read for what it is, or a problem says that it was not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from etl.layout import find_tables
from etl.layout.declared import Declared
from etl.layout.table import Family, Printed, Table
from etl.read import read_workbook
from tests.workbooks.builders import new_sheet, put, save
from tests.workbooks.test_sheets import read, results, scores, table_of, tree

HEADER = ("STT", "Nội dung tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định")
ROWS = ((1, "Ban hành kế hoạch", 10, 9, 8), (2, "Báo cáo thống kê", 10, 10, 5))


def form(*rows: Sequence[Any], header: Sequence[Any] = HEADER, merged: Sequence[str] = ()) -> Worksheet:
    sheet = new_sheet("Hòa Minh")
    put(sheet, [header, *rows])
    for area in merged:
        sheet.merge_cells(area)
    return sheet


def kinds(table: Table) -> dict[str, str]:
    return {criterion.name: criterion.kind for criterion in table.criteria}


def unread(sheet: Worksheet, folder: Path) -> list[tuple[str, str, str, str]]:
    _, problems = read(sheet, folder)
    return [(each.code, each.cell, each.seen, each.values["n"]) for each in problems]


def test_a_column_of_numbers_that_nobody_understands_is_one_problem(tmp_path: Path):
    rows = [(*row, number) for row, number in zip(ROWS, (7, 6), strict=True)]
    sheet = form(*rows, header=(*HEADER, "Vòng X"))
    assert unread(sheet, tmp_path) == [("unknown_score_column", "F2", "Vòng X", "2")]


def test_points_in_words_are_numbers_too(tmp_path: Path):
    rows = [(*row, number) for row, number in zip(ROWS, ("7,5đ", "không rõ"), strict=True)]
    assert unread(form(*rows, header=(*HEADER, "Vòng X")), tmp_path) == [("unknown_score_column", "F2", "Vòng X", "1")]


def test_numbers_in_columns_of_remarks_and_evidence_are_no_problem(tmp_path: Path):
    rows = [(*row, 12, 3) for row in ROWS]
    assert not unread(form(*rows, header=(*HEADER, "Ghi chú", "Số liệu thực hiện")), tmp_path)


def test_a_nameless_row_under_the_table_is_a_warning(tmp_path: Path):
    assert unread(form(*ROWS, (None, None, 20, 19, 13)), tmp_path) == [("unread_numbers", "D4", "4", "2")]


def test_rows_with_points_but_without_a_name_are_one_problem_for_each_run(tmp_path: Path):
    sheet = form(ROWS[0], (2, None, 5, 5, 5), (3, None, 5, 4, 4), ROWS[1])
    assert unread(sheet, tmp_path) == [("unread_points", "D3", "3", "4")]


def test_a_merged_name_over_two_rows_of_points_is_a_problem(tmp_path: Path):
    sheet = form(ROWS[0], (None, None, 2, 1, 1), ROWS[1], merged=("A2:A3", "B2:B3"))
    assert unread(sheet, tmp_path) == [("unread_points", "D3", "3", "2")]


def test_points_merged_over_several_units_or_criteria_are_a_problem(tmp_path: Path):
    units = ("STT", "Tiêu chí", "Điểm tối đa", "Phường Hòa Minh", "Phường Hòa Khánh")
    across = form((1, "Kế hoạch", 10, 9, 8), (2, "Kho", 5, 5), header=units, merged=("D3:E3",))
    assert unread(across, tmp_path) == [("merged_points", "D3", "5", "2")]
    down = form((1, "Kế hoạch", 10, 9, 8), (2, "Kho", 5), merged=("D2:D3",))
    assert unread(down, tmp_path) == [("merged_points", "D2", "9", "2")]


def test_the_option_with_points_counts_where_the_others_hold_zero(tmp_path: Path):
    options = [("a)", "Kho riêng", 5, 0, 0), ("b)", "Kho chung", 3, 3, 3)]
    table = table_of(form(ROWS[0], (2, "Bố trí kho", 5), *options), tmp_path)
    assert [seen.cell.address for seen in table.points] == ["D2", "E2", "D5", "E5"]


def test_a_signature_word_in_a_numbered_heading_ends_nothing(tmp_path: Path):
    sheet = form(("I", "Chỉ đạo", None), ROWS[0], ("II", "Chữ ký số, con dấu", None), ROWS[1])
    assert tree(table_of(sheet, tmp_path)) == ["I None", "I/1 10", "II None", "II/2 10"]


def test_a_date_beside_points_in_words_ends_nothing(tmp_path: Path):
    dated = (1, "Kế hoạch", "10đ", "9đ", "8,5đ", "QĐ số 15 ngày 05 tháng 01 năm 2024")
    sheet = form(dated, (2, "Kho", "5đ", "5đ", "4,5đ"), header=(*HEADER, "Ghi chú"))
    assert tree(table_of(sheet, tmp_path)) == ["1 10", "2 5"]


def test_a_date_in_the_row_of_a_unit_without_points_ends_nothing(tmp_path: Path):
    header = ("STT", "Tên đơn vị", "1. Kế hoạch", "2. Báo cáo", "Tổng điểm", "Ghi chú")
    rows = [("1", "Hòa Minh", "9", "8", "17"), ("2", "Hòa Khánh", None, None, None, "Nộp ngày 5 tháng 12 năm 2024")]
    table = table_of(form(*rows, ("3", "Hòa Hiệp", "7", "6", "13"), header=header), tmp_path)
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Khánh", "Hòa Hiệp"]
    assert results(table, Printed.TOTAL) == {"Hòa Minh": "17", "Hòa Hiệp": "13"}


def test_nothing_that_rows_with_points_follow_is_signed(tmp_path: Path):
    table = table_of(form(ROWS[0], (None, "Người chấm: Trần Văn A"), ROWS[1]), tmp_path)
    assert [criterion.name for criterion in table.criteria if criterion.max_points] == [row[1] for row in ROWS]


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("Phòng Nội vụ chấm", "appraised"),
        ("Phòng Nội vụ thẩm định", "appraised"),
        ("Điểm thẩm tra", "appraised"),
        ("Điểm duyệt", "appraised"),
        ("Điểm phúc khảo", "appealed"),
    ],
)
def test_whoever_gives_points_beside_the_self_assessment_has_appraised(heading: str, stage: str, tmp_path: Path):
    table = table_of(form(*ROWS, header=(*HEADER[:4], heading)), tmp_path)
    assert [seen.stage_code for seen in table.points] == ["self", stage] * 2
    assert len(table.units) == 1


def test_a_column_called_only_points_before_the_stages_is_the_maximum(tmp_path: Path):
    table = table_of(form(*ROWS, header=("STT", "Nội dung", "Điểm", "Tự chấm", "Thẩm định")), tmp_path)
    assert tree(table) == ["1 10", "2 10"]
    assert {seen.stage_code for seen in table.points} == {"self", "appraised"}


def test_under_a_heading_of_bonus_and_penalty_every_line_says_its_own_kind(tmp_path: Path):
    mixed = [("II", "Điểm thưởng, điểm trừ", None), (1, "Điểm thưởng", 5, 5, 3), (2, "Điểm trừ", 5, 2, 2)]
    table = table_of(form(("I", "Chỉ đạo", 20), *ROWS, *mixed), tmp_path)
    assert list(kinds(table).values()) == ["normal", "normal", "normal", "normal", "bonus", "penalty"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Điểm bị trừ", "penalty"),
        ("PHẦN TRỪ ĐIỂM", "penalty"),
        ("Các hành vi vi phạm bị trừ điểm", "penalty"),
        ("Khấu trừ", "penalty"),
        ("Thưởng điểm", "bonus"),
        ("Nội dung cộng điểm", "bonus"),
        ("Khen thưởng", "bonus"),
    ],
)
def test_what_stands_under_a_heading_of_bonus_or_penalty_is_of_its_kind(heading: str, kind: str, tmp_path: Path):
    table = table_of(form(("I", "Chỉ đạo", 20), *ROWS, ("II", heading, 5), (1, "Chậm báo cáo", 5, 1, 2)), tmp_path)
    assert kinds(table)["Chậm báo cáo"] == kind


def test_a_criterion_of_a_list_that_begins_with_such_a_word_is_like_its_neighbours(tmp_path: Path):
    table = table_of(form(ROWS[0], (2, "Trừ điểm đối với văn bản sai thể thức", 10, 9, 8)), tmp_path)
    assert set(kinds(table).values()) == {"normal"}


def test_bonus_and_penalty_across_the_columns_are_criteria(tmp_path: Path):
    header = ("STT", "Tên đơn vị", "Kế hoạch", "Số điểm thưởng", "Số điểm trừ", "Tổng điểm")
    table = table_of(form((1, "Hòa Minh", 45, 3, 2, 46), (2, "Hòa Khánh", 40, 0, 4, 36), header=header), tmp_path)
    assert kinds(table) == {"Kế hoạch": "normal", "Số điểm thưởng": "bonus", "Số điểm trừ": "penalty"}


def test_rows_that_name_what_they_add_up_are_sums(tmp_path: Path):
    first = [("I", "Chỉ đạo", 20), *ROWS, (None, "Cộng I", 20, 19, 13)]
    second = [("II", "Lưu trữ", 10), (1, "Kho", 10, 5, 5), (None, "Cộng II", 10, 5, 5)]
    table = table_of(form(*first, *second, (None, "Tổng I + II", 30, 24, 18)), tmp_path)
    assert tree(table) == ["I 20", "I/1 10", "I/2 10", "II 10", "II/1 10"]
    assert [each.cell.address for each in table.results if each.what is Printed.TOTAL] == ["D9", "E9"]


def test_an_unnumbered_row_equal_to_the_rows_above_it_is_proven_a_sum(tmp_path: Path):
    group = [("I", "Chỉ đạo", None), *ROWS, (None, "Điểm của mục này", 20, 19, 13)]
    table = table_of(form(*group, ("II", "Lưu trữ", None), (1, "Kho", 10, 5, 5)), tmp_path)
    assert tree(table) == ["I None", "I/1 10", "I/2 10", "II None", "II/1 10"]
    assert table.rows[5] == "subtotal"


def test_full_marks_prove_no_sum(tmp_path: Path):
    full = [(1, "Kế hoạch", 10, 10, 10), (2, "Báo cáo", 10, 10, 10), (None, "Lưu trữ", 20, 20, 20)]
    assert len(table_of(form(*full), tmp_path).criteria) == 3


@pytest.mark.parametrize("label", ["Tỷ lệ đạt (%)", "Quy đổi thang điểm 100"])
def test_rows_that_compute_with_the_points_are_no_criteria(label: str, tmp_path: Path):
    table = table_of(form(*ROWS, (None, label, 100, 95, 90)), tmp_path)
    assert tree(table) == ["1 10", "2 10"]
    assert table.rows[4] == "statistic"


def test_a_criterion_called_like_a_result_has_a_maximum(tmp_path: Path):
    names = ["Ban hành kế hoạch", "Xếp loại, phân loại tài liệu", "Tổng hợp báo cáo"]
    table = table_of(form(*((None, name, 10, 9, 8) for name in names)), tmp_path)
    assert {criterion for _, criterion in scores(table)} == set(names)


def test_a_column_of_means_is_no_unit(tmp_path: Path):
    header = ("STT", "Tiêu chí", "Điểm tối đa", "Phường Hòa Minh", "Phường Hòa Khánh", "TB")
    table = table_of(form((1, "Kế hoạch", 10, 9, 8, 8.5), (2, "Kho", 10, 9, 7, 8), header=header), tmp_path)
    assert [unit.name for unit in table.units] == ["Phường Hòa Minh", "Phường Hòa Khánh"]


def test_columns_that_a_person_declared_settle_the_rest(tmp_path: Path):
    rows = [(*row, number) for row, number in zip(ROWS, (7, 6), strict=True)]
    workbook, _ = read_workbook(save(form(*rows, header=(*HEADER, "Vòng X")), tmp_path), "book.xlsx")
    declared = Declared(Family.UNIT_SHEET, 1, 2, 3, (4, 5))
    (table,), problems = find_tables(workbook, {("book.xlsx", "Hòa Minh"): declared})
    assert not problems
    assert {seen.cell.column for seen in table.points} == {4, 5}
