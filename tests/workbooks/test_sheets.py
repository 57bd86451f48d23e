"""What offices do to scoresheets, one sheet each: the criteria, units and points are found in all of them."""

from __future__ import annotations

from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from etl.draft import draft
from etl.harmonise import Harmonised, harmonise
from etl.layout import find_tables
from etl.layout.table import Family, Printed, Table
from etl.problem import Problem
from etl.read import read_workbook
from tests.unit.seen import reference
from tests.workbooks import sheets
from tests.workbooks.builders import save


def read(sheet: Worksheet, folder: Path) -> tuple[list[Table], list[Problem]]:
    workbook, _ = read_workbook(save(sheet, folder), "book.xlsx")
    return find_tables(workbook)


def table_of(sheet: Worksheet, folder: Path) -> Table:
    (table,), problems = read(sheet, folder)
    assert not problems
    return table


def tree(table: Table) -> list[str]:
    """`I/1/1.1 max` per criterion."""

    def path(index: int) -> str:
        criterion = table.criteria[index]
        own = criterion.number or criterion.name
        return own if criterion.parent is None else f"{path(criterion.parent)}/{own}"

    return [f"{path(index)} {criterion.max_points}" for index, criterion in enumerate(table.criteria)]


def scores(table: Table) -> dict[tuple[str, str], str]:
    return {(table.units[s.unit].name, table.criteria[s.criterion].name): s.cell.text for s in table.points}


def results(table: Table, what: Printed) -> dict[str, str]:
    return {table.units[result.unit].name: result.cell.text for result in table.results if result.what is what}


def test_a_list_of_units_for_each_criterion(tmp_path: Path):
    table = table_of(sheets.unit_lists(), tmp_path)
    assert (table.family, table.year_seen, table.header_rows) == (Family.UNITS_PER_CRITERION, 2013, (3, 4))
    assert tree(table) == ["1 10", "2 20"]
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Hiệp Nam", "Hoà Khánh Bắc"]
    assert scores(table) == {
        ("Hòa Minh", "Ban hành kế hoạch"): "9",
        ("Hòa Hiệp Nam", "Ban hành kế hoạch"): "8",
        ("Hoà Khánh Bắc", "Ban hành kế hoạch"): "7",
        ("Hoà Khánh Bắc", "Lập hồ sơ"): "18",
        ("Hòa Minh", "Lập hồ sơ"): "17",
        ("Hòa Hiệp Nam", "Lập hồ sơ"): "KAD",
    }
    assert results(table, Printed.TOTAL) == {"Hòa Minh": "26", "Hoà Khánh Bắc": "25", "Hòa Hiệp Nam": "8"}
    assert table.rows[8] == "statistic"


def test_a_list_of_units_whose_column_of_points_names_the_criterion(tmp_path: Path):
    table = table_of(sheets.unit_lists_named_over_the_points(), tmp_path)
    assert (table.family, table.year_seen) == (Family.UNITS_PER_CRITERION, 2012)
    assert scores(table)["Hòa Hiệp Nam", "Kế hoạch"] == "8"
    assert scores(table)["Hòa Minh", "Hồ sơ"] == "15"


def test_ranks_by_criterion_are_no_scores(tmp_path: Path):
    table = table_of(sheets.unit_lists_with_ranks(), tmp_path)
    assert [seen.cell.address for seen in table.points] == ["B3", "B4", "E3", "E4"]
    assert not table.results


def test_several_tables_on_a_sheet(tmp_path: Path):
    (detail, ranking), problems = read(sheets.several_tables(), tmp_path)
    assert not problems
    assert (detail.family, ranking.family) == (Family.CRITERIA_BY_UNITS, Family.SUMMARY)
    assert (detail.title, ranking.title) == ("BẢNG CHẤM ĐIỂM NĂM 2016", "BẢNG XẾP HẠNG NĂM 2016")
    assert len(detail.criteria) == 2
    assert results(ranking, Printed.RANK) == {"Hòa Minh": "1", "Hòa Hiệp Nam": "1"}


def test_a_header_repeated_after_every_page(tmp_path: Path):
    table = table_of(sheets.broken_over_pages(), tmp_path)
    assert tree(table) == ["I 20", "I/1 10", "I/2 10", "II 5", "II/1 5"]
    kinds = [table.rows[row] for row in range(1, 12)]
    pages = ["header", "numbering", "group", "criterion", "header", "numbering", "criterion", "header", "numbering"]
    assert kinds == [*pages, "group", "criterion"]


def test_a_header_of_three_merged_rows(tmp_path: Path):
    table = table_of(sheets.three_row_header(), tmp_path)
    assert table.header_rows == (1, 2, 3)
    assert [(unit.name, unit.group_name) for unit in table.units] == [
        ("Nội vụ", "Khối phòng"),
        ("Hòa Minh", "Khối phường"),
    ]
    assert [(seen.stage_code, seen.cell.text) for seen in table.points if seen.unit == 1] == [
        ("self", "8"),
        ("appraised", "7"),
        ("self", "18"),
        ("appraised", "17"),
    ]


def test_rows_without_a_number(tmp_path: Path):
    table = table_of(sheets.without_numbers(), tmp_path)
    assert tree(table) == [
        "CHỈ ĐẠO 15",
        "CHỈ ĐẠO/Kế hoạch 10",
        "CHỈ ĐẠO/Báo cáo 5",
        "NGHIỆP VỤ 20",
        "NGHIỆP VỤ/Hồ sơ 20",
    ]


def test_points_inside_the_text_and_parts_of_parts(tmp_path: Path):
    table = table_of(sheets.typed_form(), tmp_path)
    assert tree(table) == [
        "I 30",
        "I/1 20",
        "I/2 10",
        "II 5",
        "II/1 5",
        "II/1/a 2",
        "II/1/a/+ 1",
        "II/1/a/+ 1",
        "II/1/b 3",
    ]
    assert {criterion.kind for criterion in table.criteria} == {"normal"}
    assert [seen.cell.text for seen in table.points] == ["18đ", "09 điểm", "01", "1", "2,5 điểm"]
    assert table.points[1].remark == "mỗi lỗi trừ 03 diểm"
    assert results(table, Printed.TOTAL) == {"Hòa Minh": "31,5"}


def test_options_below_contents_below_indicators_below_criteria(tmp_path: Path):
    table = table_of(sheets.nested_options(), tmp_path)
    assert tree(table) == ["1 10", "1/1 3", "1/1/1 3", "1/1/1/a 3", "1/1/1/b 1.5", "1/2 7", "2 20", "2/1 20"]
    kinds = [criterion.kind for criterion in table.criteria]
    assert [place for place, kind in enumerate(kinds) if kind == "alternative"] == [3, 4]
    assert [seen.cell.address for seen in table.points] == ["F7", "F9", "F11"]
    assert {seen.stage_code for seen in table.points} == {"self"}


def test_totals_classes_and_ranks_as_printed(tmp_path: Path):
    table = table_of(sheets.printed_results(), tmp_path)
    found = {result.what: result.cell.text for result in table.results}
    assert found == {Printed.TOTAL: "24", Printed.GRADE: "Khá", Printed.RANK: "2"}
    assert len(table.points) == 2


def test_footers_are_no_units(tmp_path: Path):
    table = table_of(sheets.units_with_footers(), tmp_path)
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Hiệp Nam", "Hòa Khánh Bắc"]
    assert [table.rows[row] for row in (5, 6, 7)] == ["statistic"] * 3


def test_a_table_to_look_classes_up_in_holds_no_units(tmp_path: Path):
    table = table_of(sheets.units_with_look_up(), tmp_path)
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Hiệp Nam"]
    assert [table.rows[row] for row in range(4, 9)] == ["blank", *["note"] * 4]


def test_a_table_to_look_classes_up_in_holds_no_criteria(tmp_path: Path):
    table = table_of(sheets.unit_with_look_up(), tmp_path)
    assert tree(table) == ["1 10", "2 20"]
    assert [table.rows[row] for row in range(5, 9)] == ["blank", *["note"] * 3]


def test_a_table_goes_on_after_a_note(tmp_path: Path):
    table = table_of(sheets.notes_between_units(), tmp_path)
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Hiệp Nam"]
    assert [table.rows[row] for row in (2, 4, 5)] == ["unit", "note", "unit"]


def test_what_is_hidden_and_repeated_is_a_left_over(tmp_path: Path):
    (table,), problems = read(sheets.hidden_left_overs(), tmp_path)
    assert [(problem.code, problem.sheet) for problem in problems] == [("hidden_sheet", "Năm trước")]
    assert [seen.cell.address for seen in table.points] == ["E2", "E3"]


def test_a_hidden_column_called_as_a_visible_one_is_a_left_over(tmp_path: Path):
    table = table_of(sheets.hidden_criterion(), tmp_path)
    assert [seen.cell.address for seen in table.points] == ["D2", "E2", "D3", "E3"]


def test_sections_of_a_questionnaire(tmp_path: Path):
    table = table_of(sheets.questionnaire(), tmp_path)
    names = [line.rpartition(" ")[0] for line in tree(table)]
    assert names == ["1", "1/1.1", "1/1.1/1", "1/1.1/2a", "1/1.1/2b", "2", "2/2.1", "2/2.1/2.1a", "2/2.1/2.1a/3"]
    assert [seen.cell.text for seen in table.points] == ["30", "0", "N/A", "15"]
    assert table.points[0].remark == "Please check the link"
    subtotals = [(result.cell.text, result.criterion) for result in table.results if result.what is Printed.SUBTOTAL]
    assert subtotals == [("30", 0), ("30", 1), ("15", 5), ("15", 6), ("15", 7)]
    assert results(table, Printed.TOTAL) == {"book": "45"}


def harmonised(sheet: Worksheet, folder: Path) -> tuple[Harmonised, list[Problem]]:
    tables, problems = read(sheet, folder)
    assert not problems
    known = reference()
    for table, rows in draft(tables, known).items():
        known = known.with_rows(table, rows)
    return harmonise(tables, known)


def test_sheets_of_regions_and_summaries_repeat_and_add_nothing(tmp_path: Path):
    found, problems = harmonised(sheets.detail_with_its_repetitions(), tmp_path)
    assert not problems
    assert len(found.scores) == 6
    assert {score.sheet for score in found.scores} == {"Chi tiết"}
    assert [result.sheet for result in found.printed_results if result.what == "rank"] == ["Tổng hợp"] * 3


def test_a_sheet_of_a_region_that_says_otherwise_is_an_error(tmp_path: Path):
    found, problems = harmonised(sheets.detail_with_its_repetitions(region_points=14), tmp_path)
    assert [(each.code, each.sheet, each.cell, each.seen) for each in problems] == [
        ("duplicate_score", "Cụm 1", "D4", "14")
    ]
    assert len(found.scores) == 6


def test_points_of_groups_in_a_summary_are_printed_subtotals(tmp_path: Path):
    found, problems = harmonised(sheets.detail_with_groups(), tmp_path)
    assert not problems
    assert {score.sheet for score in found.scores} == {"Chi tiết"}
    subtotals = [result for result in found.printed_results if result.what == "subtotal"]
    assert [(each.sheet, each.criterion_code, each.points) for each in subtotals if each.sheet == "Tổng hợp"] == [
        ("Tổng hợp", "I", 13),
        ("Tổng hợp", "II", 15),
        ("Tổng hợp", "I", 12),
        ("Tổng hợp", "II", 16),
    ]
