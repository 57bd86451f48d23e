"""The four families of sheets come out as the same kind of table, warts and all."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from etl.layout import find_tables
from etl.layout.table import Family, Printed, Table
from etl.read import read_workbook
from tests.workbooks import builders
from tests.workbooks.builders import new_sheet, put, save, unit_sheet


def tables_of(sheet: Worksheet, folder: Path, name: str = "book.xlsx") -> list[Table]:
    workbook, _ = read_workbook(save(sheet, folder, name), name)
    tables, problems = find_tables(workbook)
    assert not problems
    return tables


def table_of(sheet: Worksheet, folder: Path, name: str = "book.xlsx") -> Table:
    (table,) = tables_of(sheet, folder, name)
    return table


def tree(table: Table) -> list[str]:
    """`I/1/1.1 max` per criterion."""

    def path(index: int) -> str:
        criterion = table.criteria[index]
        own = criterion.number or criterion.name
        return own if criterion.parent is None else f"{path(criterion.parent)}/{own}"

    return [f"{path(index)} {criterion.max_points}" for index, criterion in enumerate(table.criteria)]


def scores(table: Table) -> dict[tuple[str, str, str], str]:
    return {
        (table.units[seen.unit].name, table.criteria[seen.criterion].name, seen.stage_code): seen.cell.text
        for seen in table.points
    }


def results(table: Table, what: Printed) -> dict[tuple[str, str], str]:
    return {
        (table.units[result.unit].name, result.stage_code): result.cell.text
        for result in table.results
        if result.what is what
    }


OUTLINE = ["I 15", "I/1 10", "I/2 5", "II 25", "II/1 15", "II/1/1.1 5", "II/1/1.2 10", "II/2 10"]


def test_one_unit_on_the_sheet(tmp_path: Path):
    table = table_of(unit_sheet(), tmp_path)
    assert (table.family, table.year_seen, table.header_rows) == (Family.UNIT_SHEET, 2014, (7,))
    assert table.title == "BẢNG CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2014"
    assert [unit.name for unit in table.units] == ["UBND phường Hoà Minh"]
    assert tree(table) == OUTLINE
    assert [seen.cell.address for seen in table.points] == ["D10", "D11", "D14", "D15", "D16"]
    assert results(table, Printed.TOTAL) == {("UBND phường Hoà Minh", "final"): "34"}
    assert results(table, Printed.GRADE) == {("UBND phường Hoà Minh", "final"): "Tốt"}


def test_every_row_is_accounted_for(tmp_path: Path):
    table = table_of(unit_sheet(), tmp_path)
    kinds = [table.rows[row] for row in range(1, 23)]
    expected = "title title blank title title blank header numbering group criterion criterion group group criterion"
    assert kinds == [*expected.split(), "criterion", "criterion", "total", "total", "blank", *["signature"] * 3]


def test_points_on_headings_are_subtotals(tmp_path: Path):
    table = table_of(unit_sheet(scores=(13, 9, 4, 21, 11, 3, 8, 10)), tmp_path)
    printed = {table.criteria[r.criterion].name: r.cell.text for r in table.results if r.what is Printed.SUBTOTAL}
    assert printed == {"CHỈ ĐẠO, ĐIỀU HÀNH": "13", "NGHIỆP VỤ": "21", "Lập hồ sơ công việc": "11"}


def test_blank_dash_and_words_are_kept_as_they_are(tmp_path: Path):
    table = table_of(unit_sheet(scores=(None, None, "-", None, None, "KAD", "4,5", 0)), tmp_path)
    assert [(seen.cell.kind, seen.cell.text) for seen in table.points] == [
        ("blank", ""),
        ("text", "-"),
        ("text", "KAD"),
        ("text", "4,5"),
        ("number", "0"),
    ]


def test_remarks_come_from_the_notes_column_and_from_comments(tmp_path: Path):
    sheet = unit_sheet()
    sheet["E10"] = "Ban hành muộn"
    sheet["D11"].comment = Comment("Thiếu báo cáo quý III", "Phòng Nội vụ")
    table = table_of(sheet, tmp_path)
    assert [seen.remark for seen in table.points[:3]] == ["Ban hành muộn", "Thiếu báo cáo quý III", ""]


@pytest.mark.parametrize(
    ("sheet_name", "file", "unit"),
    [("Hòa Khánh Nam", "2014.xlsx", "Hòa Khánh Nam"), ("Sheet1", "Phòng_Tư pháp.xlsx", "Phòng Tư pháp")],
)
def test_a_sheet_without_a_unit_line_is_named_by_its_tab_or_its_file(tmp_path: Path, sheet_name, file, unit):
    sheet = unit_sheet()
    sheet.title = sheet_name
    sheet["A5"] = None
    assert [unit.name for unit in table_of(sheet, tmp_path, file).units] == [unit]


def test_the_unit_may_stand_in_the_title(tmp_path: Path):
    sheet = unit_sheet(title="KẾT QUẢ CHẤM ĐIỂM CỦA UBND PHƯỜNG HÒA HIỆP NAM NĂM 2016")
    sheet["A5"] = None
    table = table_of(sheet, tmp_path)
    assert (table.units[0].name, table.year_seen) == ("UBND PHƯỜNG HÒA HIỆP NAM", 2016)


def test_criteria_by_units_with_two_stages_under_every_unit(tmp_path: Path):
    table = table_of(builders.criteria_by_units(), tmp_path)
    assert (table.family, table.header_rows) == (Family.CRITERIA_BY_UNITS, (3, 4, 5))
    assert [(unit.name, unit.group_name) for unit in table.units] == [
        ("Phòng Tư pháp", "Khối phòng ban"),
        ("Văn phòng", "Khối phòng ban"),
        ("Hòa Minh", "Khối phường"),
    ]
    assert tree(table) == OUTLINE
    seen = scores(table)
    assert seen["Văn phòng", "Lập Danh mục hồ sơ", "self"] == "4,5"
    assert seen["Văn phòng", "Báo cáo đúng hạn", "appraised"] == "-"
    assert seen["Hòa Minh", "Ban hành kế hoạch công tác", "appraised"] == ""
    assert len(table.points) == 5 * 3 * 2
    assert results(table, Printed.TOTAL)["Hòa Minh", "appraised"] == "17"
    assert results(table, Printed.RANK) == {
        ("Phòng Tư pháp", "appraised"): "1",
        ("Văn phòng", "appraised"): "2",
        ("Hòa Minh", "appraised"): "3",
    }


def test_units_by_criteria_under_group_rows(tmp_path: Path):
    table = table_of(builders.units_by_criteria(), tmp_path)
    assert (table.family, table.year_seen) == (Family.UNITS_BY_CRITERIA, 2018)
    assert tree(table) == ["I 15", "I/1.1 10", "I/1.2 5", "II None", "II/2.1 15", "II/2.2 10", "Điểm thưởng 5"]
    assert [criterion.kind for criterion in table.criteria] == ["normal"] * 6 + ["bonus"]
    assert [unit.group_name for unit in table.units] == ["KHỐI PHÒNG BAN"] * 2 + ["KHỐI PHƯỜNG"] * 2
    assert results(table, Printed.TOTAL)["Phòng Tư pháp", "final"] == "37"
    assert results(table, Printed.GRADE)["Văn phòng", "final"] == "Khá"
    assert table.rows[12] == "statistic"


def test_a_unit_that_gave_nothing_has_no_points(tmp_path: Path):
    table = table_of(builders.units_by_criteria(), tmp_path)
    assert results(table, Printed.SUBMISSION) == {("UBND phường Hoà Hiệp Bắc", "final"): "Chưa nộp"}
    assert {seen.unit for seen in table.points} == {0, 1, 2}


def test_a_column_that_says_not_submitted_has_neither_points_nor_totals(tmp_path: Path):
    sheet = new_sheet()
    put(sheet, [("TT", "Tiêu chí", "Điểm tối đa", "Hòa Minh", "Hòa Khánh Nam")])
    put(sheet, [("I", "Nghiệp vụ", 10, "Chưa nộp", 7), (1, "Hồ sơ", 4, None, 3), (2, "Con dấu", 6, None, 4)], 2)
    put(sheet, [("TỔNG CỘNG", None, 10, None, 7)], 5)
    sheet.merge_cells("D2:D5")
    table = table_of(sheet, tmp_path)
    assert {(result.unit, result.what) for result in table.results if result.unit == 0} == {(0, Printed.SUBMISSION)}
    assert {seen.unit for seen in table.points} == {1}


def test_a_summary_prints_results_only(tmp_path: Path):
    table = table_of(builders.summary(), tmp_path)
    assert (table.family, table.year_seen, table.criteria) == (Family.SUMMARY, 2014, ())
    assert table.decision == "123/QĐ-UBND ngày 10 tháng 01 năm 2015"
    assert results(table, Printed.TOTAL)["Hòa Minh", "appraised"] == "90.5"
    assert results(table, Printed.SUBMISSION) == {("Hòa Hiệp Nam", "final"): "Không nộp báo cáo"}


def test_a_header_repeated_after_a_page_break_is_no_new_table(tmp_path: Path):
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "Nội dung", "Điểm chuẩn", "Điểm")
    rows = [(1, "Kế hoạch", 10, 8), header, ("(1)", "(2)", "(3)", "(4)"), (2, "Hồ sơ", 10, 7), ("TỔNG", None, 20, 15)]
    put(sheet, [header, *rows])
    table = table_of(sheet, tmp_path)
    assert [table.rows[row] for row in (2, 3, 4, 5, 6)] == ["criterion", "header", "numbering", "criterion", "total"]


def test_two_units_on_one_sheet_are_two_tables(tmp_path: Path):
    sheet = new_sheet("Các phường")
    header = ("STT", "Nội dung", "Điểm chuẩn", "Điểm")
    after = put(sheet, [("Đơn vị: Hòa Minh",), header, (1, "Kế hoạch", 10, 8), ("TỔNG CỘNG", None, 10, 8), ()])
    put(sheet, [("Đơn vị: Hòa Khánh Nam",), header, (1, "Kế hoạch", 10, 6), ("TỔNG CỘNG", None, 10, 6)], after)
    found = tables_of(sheet, tmp_path)
    assert [(table.units[0].name, table.points[0].cell.text) for table in found] == [
        ("Hòa Minh", "8"),
        ("Hòa Khánh Nam", "6"),
    ]


def test_options_of_one_criterion_are_alternatives(tmp_path: Path):
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "Nội dung", "Điểm tối đa", "Điểm")
    rows = [(1, "Kế hoạch", 3), ("a)", "Ban hành trong quý I", 3), ("b)", "Ban hành sau", 1.5, 1.5), (2, "Hồ sơ", 7, 5)]
    put(sheet, [header, *rows])
    table = table_of(sheet, tmp_path)
    assert [criterion.kind for criterion in table.criteria] == ["normal", "alternative", "alternative", "normal"]
    assert not table.criteria[0].has_children
    assert [seen.cell.address for seen in table.points] == ["D4", "D5"]


def test_parts_that_add_up_are_parts(tmp_path: Path):
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "Nội dung", "Điểm tối đa", "Điểm")
    put(sheet, [header, (1, "Thể thức", 5), ("a)", "Quốc hiệu", 2, 2), ("đ)", "Số, ký hiệu", 3, 1), (2, "Hồ sơ", 5, 5)])
    table = table_of(sheet, tmp_path)
    assert tree(table) == ["1 5", "1/a 2", "1/đ 3", "2 5"]
    assert [criterion.kind for criterion in table.criteria] == ["normal"] * 4


def test_bonus_and_penalty_blocks(tmp_path: Path):
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "Tiêu chí", "Điểm tối đa", "Điểm thẩm định")
    rows = [
        ("I", "NGHIỆP VỤ", 10),
        (1, "Hồ sơ", 10, 9),
        (None, "ĐIỂM THƯỞNG", 5),
        (1, "Sáng kiến", 5, 2),
        (None, "ĐIỂM TRỪ", -4),
        (1, "Nộp muộn", -4, -1),
        ("TỔNG CỘNG", None, 10, 10),
    ]
    put(sheet, [header, *rows])
    table = table_of(sheet, tmp_path)
    assert [(criterion.kind, criterion.parent, criterion.max_points) for criterion in table.criteria] == [
        ("normal", None, 10),
        ("normal", 0, 10),
        ("bonus", None, 5),
        ("bonus", 2, 5),
        ("penalty", None, 4),
        ("penalty", 4, 4),
    ]


def test_numbers_out_of_order_and_rows_without_number(tmp_path: Path):
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "Tiêu chí, TCTP", "Điểm tối đa", "Cách tính điểm", "Điểm tự đánh giá")
    rows = [
        ("I", "NHIỆM VỤ", 3),
        ("3.1.1", "Ban hành văn bản", 0.5, "Có: tối đa; không: 0", 0.5),
        ("3.2", "Ban hành quy chế", 2.5, "mỗi văn bản 0.5", 1.5),
        (None, "Số quy chế được ban hành"),
        ("II", "KỶ LUẬT", 5),
        ("3.1", "Kỷ luật lao động", 3, None, 2),
        ("3.2", "Đạo đức", 2, None, 2),
    ]
    put(sheet, [header, *rows])
    table = table_of(sheet, tmp_path)
    assert (
        tree(table) == ["I 3.0", "I/3.1.1 0.5", "I/3.2 2.5", "II 5", "II/3.1 3", "II/3.2 2"] or tree(table)[0] == "I 3"
    )
    assert table.rows[5] == "note"
    assert table.criteria[1].guidance == "Có: tối đa; không: 0"
    assert {seen.stage_code for seen in table.points} == {"self"}


def test_a_year_in_a_column_header_is_not_the_year_of_the_sheet(tmp_path: Path):
    sheet = new_sheet("2016_Tổng hợp")
    header = ("STT", "Tên đơn vị", "1. Kế hoạch năm 2014", "2. Hồ sơ năm 2015", "Tổng điểm")
    put(sheet, [header, (1, "Hòa Minh", 8, 7, 15), (2, "Hòa Khánh Nam", 6, 7, 13)])
    assert table_of(sheet, tmp_path).year_seen == 2016


def test_a_date_of_signature_is_not_the_year_of_the_sheet(tmp_path: Path):
    sheet = unit_sheet(title="BẢNG CHẤM ĐIỂM")
    sheet["A3"] = "Liên Chiểu, ngày 05 tháng 01 năm 2015"
    sheet["A6"] = "(Kèm theo Quyết định số 2225/QĐ-UBND ngày 19/8/2012)"
    table = table_of(sheet, tmp_path)
    assert (table.year_seen, table.decision) == (None, "2225/QĐ-UBND ngày 19/8/2012")


def test_maxima_inside_the_names_of_columns(tmp_path: Path):
    sheet = new_sheet()
    header = ("STT", "Đơn vị", "I.1. Kế hoạch (4 điểm)", "I.2. Hồ sơ (tối đa 6 điểm)", "Tổng điểm")
    put(sheet, [header, (1, "Hòa Minh", 3, 5, 8), (2, "Hòa Khánh Nam", "KAD", 6, 6)])
    table = table_of(sheet, tmp_path)
    assert [(c.number, c.name, c.max_points) for c in table.criteria] == [
        ("I.1", "Kế hoạch", 4),
        ("I.2", "Hồ sơ", 6),
    ]


def test_an_unmerged_heading_covers_the_columns_after_it(tmp_path: Path):
    sheet = new_sheet()
    put(sheet, [("TT", "Tiêu chí", "Điểm tối đa", "Khối phòng", None, "Khối phường", None, "Ghi chú")])
    put(sheet, [(None, None, None, "Nội vụ", "Tư pháp", "Hòa Minh", "Hòa Hiệp Nam"), (1, "Hồ sơ", 5, 1, 2, 3, 4)], 2)
    put(sheet, [(2, "Con dấu", 5, 5, 4, 3, 2)], 4)
    table = table_of(sheet, tmp_path)
    assert [(unit.name, unit.group_name) for unit in table.units] == [
        ("Nội vụ", "Khối phòng"),
        ("Tư pháp", "Khối phòng"),
        ("Hòa Minh", "Khối phường"),
        ("Hòa Hiệp Nam", "Khối phường"),
    ]


def test_names_merged_over_two_columns(tmp_path: Path):
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "Nội dung", None, "Điểm chuẩn", "Điểm")
    put(sheet, [header, (1, "Kế hoạch", None, 10, 8), (2, "Hồ sơ", None, 10, 7), (3, "Con dấu", None, 5, 5)])
    for row in range(1, 5):
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
    assert tree(table_of(sheet, tmp_path)) == ["1 10", "2 10", "3 5"]


def test_a_heading_over_the_units_is_not_a_column_of_units(tmp_path: Path):
    sheet = new_sheet()
    put(
        sheet,
        [
            ("TT", "Nội dung", "Điểm chuẩn", "Đơn vị được chấm điểm", None),
            (None, None, None, "P. Nội vụ", "1. Hòa Minh"),
        ],
    )
    put(sheet, [(1, "Kế hoạch", 10, 9, "-"), (2, "Hồ sơ", 10, 9, 7)], 3)
    sheet.merge_cells("D1:E1")
    table = table_of(sheet, tmp_path)
    assert table.family is Family.CRITERIA_BY_UNITS
    assert [(unit.name, unit.group_name) for unit in table.units] == [("P. Nội vụ", ""), ("Hòa Minh", "")]


def test_stages_under_every_criterion(tmp_path: Path):
    sheet = new_sheet()
    put(sheet, [("TT", "Đơn vị", "1. Kế hoạch", None, "2. Hồ sơ", None, "Tổng điểm", None)])
    put(sheet, [(None, None, *("Tự chấm", "Thẩm định") * 3), (1, "P. Nội vụ", 5, 4, 5, 3, 10, 7)], 2)
    put(sheet, [(2, "P. Tư pháp", 5, 5, "KAD", None, 5, 5)], 4)
    for area in ("C1:D1", "E1:F1", "G1:H1"):
        sheet.merge_cells(area)
    table = table_of(sheet, tmp_path)
    assert [criterion.name for criterion in table.criteria] == ["Kế hoạch", "Hồ sơ"]
    assert scores(table)["P. Nội vụ", "Hồ sơ", "appraised"] == "3"
    assert scores(table)["P. Tư pháp", "Hồ sơ", "self"] == "KAD"
    assert results(table, Printed.TOTAL) == {
        ("P. Nội vụ", "self"): "10",
        ("P. Nội vụ", "appraised"): "7",
        ("P. Tư pháp", "self"): "5",
        ("P. Tư pháp", "appraised"): "5",
    }


def test_the_order_of_unit_rows_changes_nothing(tmp_path: Path):
    header = ("STT", "Tên đơn vị", "1. Kế hoạch", "2. Hồ sơ", "Tổng điểm")
    rows = [(1, "Nội vụ", 8, 7, 15), (2, "Tư pháp", 6, None, 6), (3, "Y tế", "KAD", 5, 5)]
    tables = []
    for order in (rows, rows[::-1]):
        sheet = new_sheet()
        put(sheet, [header, *order])
        tables.append(table_of(sheet, tmp_path))
    assert scores(tables[0]) == scores(tables[1])
    assert tables[0].criteria == tables[1].criteria


def test_subtotal_rows_below_a_group_and_a_total_before_the_bonus(tmp_path: Path):
    sheet = new_sheet("Hòa Minh")
    header = ("STT", "Nội dung", "Điểm chuẩn", "Điểm")
    rows = [
        ("I", "CHỈ ĐẠO", 10),
        (1, "Kế hoạch", 10, 8),
        (None, "Cộng mục I", 10, 8),
        ("II", "NGHIỆP VỤ", 10),
        (1, "Hồ sơ", 10, 6),
        ("TỔNG ĐIỂM", None, 20, 14),
        (None, "Điểm thưởng", 5, 2),
        ("TỔNG CỘNG", None, 20, 16),
    ]
    put(sheet, [header, *rows])
    table = table_of(sheet, tmp_path)
    printed = [(r.what, r.cell.address, r.criterion) for r in table.results]
    assert printed == [(Printed.SUBTOTAL, "D4", 0), (Printed.TOTAL, "D9", None)]
    assert [table.rows[row] for row in (4, 7, 9)] == ["subtotal", "subtotal", "total"]
