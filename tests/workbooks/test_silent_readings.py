"""Sheets that could be read in two ways: what is taken, and that what is doubtful is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from etl.__main__ import main
from etl.commands.pipeline import Findings, examine
from etl.office import OfficeFolder, load_reference, save_rows
from etl.problem import has_errors
from tests.workbooks.builders import put

HEADER = ("STT", "Nội dung tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định")
SCORES = ((1, "Ban hành kế hoạch", 10, 9, 9), (2, "Báo cáo thống kê", 10, 10, 9))
Rows = Sequence[Sequence[Any]]


def of_unit(
    unit: str, scores: Rows = SCORES, title: str = "BẢNG CHẤM ĐIỂM NĂM 2024", header: Sequence = HEADER
) -> Rows:
    """A unit's own sheet: the scores stand from row 4."""
    return [(title,), (f"Đơn vị: {unit}",), header, *scores]


def of_units(title: str, units: Rows, group: str = "Khối: Phường") -> Rows:
    """Units down the rows from row 4, two criteria across."""
    return [(title,), (group,), ("STT", "Tên đơn vị", "Ban hành kế hoạch (10 điểm)", "Báo cáo (10 điểm)"), *units]


class Office:
    """An office folder of workbooks given as sheets of rows, its drafted reference confirmed by a person."""

    def __init__(self, folder: Path, **files: dict[str, Rows]) -> None:
        self.folder = OfficeFolder(folder)
        for name, sheets in files.items():
            book = Workbook()
            book.remove(book.active)
            for title, rows in sheets.items():
                sheet = book.create_sheet(title)
                put(sheet, rows)
                for (cell,) in sheet.iter_rows(min_col=2, max_col=2):
                    cell.font = Font(bold=bool(cell.value) and str(cell.value).isupper())
            self.folder.raw.mkdir(parents=True, exist_ok=True)
            book.save(self.folder.raw / f"{name}.xlsx")
        main(["draft", "--data", str(folder)])
        drafted = load_reference(self.folder)[0]
        for table, rows in drafted.tables.items():
            if rows:
                self.folder.reference_file(table).unlink()
                save_rows(self.folder, table, [row | {"status": "confirmed"} for row in rows])

    @property
    def findings(self) -> Findings:
        """What is found in the office now."""
        return examine(self.folder)

    def codes(self, column: str, table: str) -> list:
        """One column of a reference table."""
        return [row[column] for row in load_reference(self.folder)[0].rows(table)]


def told(findings: Findings) -> set[str]:
    """The codes of what is found."""
    return {problem.code for problem in findings.problems}


def stages(findings: Findings) -> set[str]:
    return {score.stage_code for score in findings.harmonised.scores}


@pytest.mark.parametrize("text", ["Không có", "NA"])
def test_a_word_that_may_mean_nothing_done_does_not_leave_the_scale(tmp_path, text):
    office = Office(tmp_path, a={"A": of_unit("Phường Hòa Minh", [(1, "Kế hoạch", 10, text, text), SCORES[1]])})
    assert {score.state for score in office.findings.harmonised.scores if score.raw_text == text} == {"unreadable"}
    assert "unreadable_points" in told(office.findings)


def test_a_copied_heading_is_no_silent_repetition(tmp_path):
    copied = of_unit("Phường Hòa Minh")
    findings = Office(tmp_path, a={"Hòa Minh": copied, "Hòa Khánh Nam": copied}).findings
    assert [(each.sheet, each.cell) for each in findings.problems if each.code == "unit_sheet_repeated"] == [
        ("Hòa Khánh Nam", "D4")
    ]


def test_a_list_that_repeats_the_units_own_sheets_is_silent(tmp_path):
    listed = of_units("BẢNG ĐIỂM THẨM ĐỊNH NĂM 2024", [(1, "Phường Hòa Minh", 9, 9), (2, "Phường Hòa Khánh", 8, 8)])
    assert "unit_sheet_repeated" not in told(Office(tmp_path, a={"Một": listed, "Hai": listed}).findings)


def test_a_heading_of_another_unit_than_the_tab_is_told(tmp_path):
    known = of_units("BẢNG ĐIỂM THẨM ĐỊNH NĂM 2023", [(1, "Phường Hòa Minh", 9, 9), (2, "Phường Hòa Khánh", 8, 8)])
    office = Office(tmp_path, a={"Điểm": known}, b={"Hòa Khánh": of_unit("Phường Hòa Minh")})
    found = [each for each in office.findings.problems if each.code == "unit_contradiction"]
    assert [(each.sheet, each.cell, each.seen) for each in found] == [("Hòa Khánh", "A2", "Phường Hòa Minh")]


def test_two_names_of_one_round_are_two_units(tmp_path):
    names = ("Trường Tiểu học Hồng Quang", "Trường Tiểu học Hồng Quảng")
    office = Office(tmp_path, **{letter: {"S": of_unit(name)} for letter, name in zip("ab", names, strict=True)})
    assert office.codes("unit_name", "units") == list(names)
    assert office.codes("alias", "unit_aliases") == []


def test_a_unit_in_two_groups_is_told(tmp_path):
    title, both = "BẢNG ĐIỂM NĂM 2024", (2, "Trạm Y tế", 7, 6)
    wards = of_units(title, [(1, "Phường Hòa Minh", 9, 8), both])
    others = of_units(title, [(1, "Trung tâm Văn hóa", 9, 9), both], "Khối: Sự nghiệp")
    found = [
        each
        for each in Office(tmp_path, a={"Phường": wards, "Sự nghiệp": others}).findings.problems
        if each.code == "unit_in_two_groups"
    ]
    assert [(each.sheet, each.cell, each.seen) for each in found] == [("Sự nghiệp", "B5", "Trạm Y tế")]


def test_a_tab_of_another_year_than_the_title_is_told_even_after_confirming(tmp_path):
    sheets = {year: of_unit(f"Phường {year}", title="BẢNG CHẤM ĐIỂM NĂM 2023") for year in ("2023", "2024")}
    found = [each for each in Office(tmp_path, a=sheets).findings.problems if each.code == "year_contradiction"]
    assert [(each.sheet, each.seen) for each in found] == [("2024", "2023")]


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("KẾT QUẢ CHẤM ĐIỂM THEO KẾ HOẠCH NĂM 2023, ĐÁNH GIÁ NĂM 2024", ["2024"]),
        ("KẾT QUẢ CHẤM ĐIỂM NĂM 2024 SO VỚI NĂM 2023", ["2024"]),
        ("BẢNG CHẤM ĐIỂM THỰC HIỆN KẾ HOẠCH NĂM 2024", ["2024"]),
        ("BẢNG CHẤM ĐIỂM NĂM 2023, ĐÁNH GIÁ NĂM 2024", []),
        ("BẢNG CHẤM ĐIỂM 6 THÁNG ĐẦU NĂM 2024", ["2024-1"]),
        ("BẢNG CHẤM ĐIỂM QUÝ III NĂM 2024", ["2024-q3"]),
    ],
)
def test_the_assessment_is_that_of_the_year_assessed(tmp_path, title, years):
    office = Office(tmp_path, a={"S": of_unit("Phường Hòa Minh", title=title)})
    assert office.codes("assessment_code", "assessments") == years
    assert ("no_year" in told(office.findings)) is (not years)


def test_half_a_year_is_not_mixed_with_the_whole(tmp_path):
    half = of_unit("Phường Hòa Minh", title="BẢNG CHẤM ĐIỂM 6 THÁNG ĐẦU NĂM 2024")
    office = Office(tmp_path, a={"S": half}, b={"S": of_unit("Phường Hòa Minh")})
    assert office.codes("assessment_code", "assessments") == ["2024-1", "2024"]
    assert not has_errors(office.findings.problems)


def test_a_sheet_of_bare_points_has_the_stage_of_its_title(tmp_path):
    bare = [(1, "Kế hoạch", 10, 9), (2, "Báo cáo", 10, 8)]
    sheet = of_unit("Phường Hòa Minh", bare, "PHIẾU TỰ CHẤM ĐIỂM NĂM 2024", ("STT", "Tiêu chí", "Điểm tối đa", "Điểm"))
    assert stages(Office(tmp_path, a={"Sheet1": sheet}).findings) == {"self"}


def test_two_tabs_are_two_stages(tmp_path):
    own = of_units("BẢNG ĐIỂM NĂM 2024", [(1, "Phường Hòa Minh", 9, 9), (2, "Phường Hòa Khánh", 8, 8)])
    given = of_units("BẢNG ĐIỂM NĂM 2024", [(1, "Phường Hòa Minh", 9, None), (2, "Phường Hòa Khánh", 8, 7)])
    findings = Office(tmp_path, a={"Tự chấm": own, "Thẩm định": given}).findings
    assert stages(findings) == {"self", "appraised"}
    assert not has_errors(findings.problems)


def test_a_total_without_any_points_is_told(tmp_path):
    lines = [
        ("I", "Chỉ đạo", 20, 18, 15),
        (None, "- Ban hành kế hoạch", 10),
        (None, "- Báo cáo", 10),
        ("II", "Lưu trữ", 10, 10, 9),
        (None, "- Kho", 5),
        (None, "- Giá tủ", 5),
        (None, "Tổng cộng", 30, 28, 24),
    ]
    found = [
        each
        for each in Office(tmp_path, a={"S": of_unit("Phường Hòa Minh", lines)}).findings.problems
        if each.code == "total_without_parts"
    ]
    assert [(each.cell, each.values["units"]) for each in found] == [("D4", "1")]


def test_namesakes_under_two_headings_without_numbers_can_be_built(tmp_path):
    lines = [
        (None, "VĂN THƯ"),
        (None, "Ban hành kế hoạch", 10, 9, 8),
        (None, "Báo cáo", 10, 9, 9),
        (None, "LƯU TRỮ"),
        (None, "Ban hành kế hoạch", 10, 7, 6),
        (None, "Báo cáo", 10, 5, 4),
    ]
    units = {name: of_unit(f"Phường {name}", lines) for name in ("Hòa Minh", "Hòa Khánh")}
    office = Office(tmp_path, a=units)
    assert len(office.codes("criterion_code", "criteria")) == len(lines)
    assert not has_errors(office.findings.problems)


def test_short_stages_under_the_names_of_units(tmp_path):
    header = [("STT", "Tiêu chí", "Điểm tối đa", "Phường Hòa Minh", None, "Phường Hòa Khánh", None)]
    rows = [("BẢNG CHẤM ĐIỂM NĂM 2024",), *header, (None, None, None, "TC", "TĐ", "TC", "TĐ")]
    findings = Office(
        tmp_path, a={"S": [*rows, (1, "Kế hoạch", 10, 9, 8, 8, 7), (2, "Báo cáo", 10, 10, 9, 8, 6)]}
    ).findings
    assert stages(findings) == {"self", "appraised"}
    assert {score.unit_code for score in findings.harmonised.scores} == {"phuong-hoa-minh", "phuong-hoa-khanh"}


def test_another_threshold_is_another_criterion(tmp_path):
    name = "Tỷ lệ hồ sơ nộp lưu đúng hạn đạt từ {}% trở lên"
    sheets = {
        year: of_unit("Phường Hòa Minh", [(1, name.format(share), 10, 9, 8), SCORES[1]], f"BẢNG CHẤM ĐIỂM NĂM {year}")
        for year, share in (("2023", 80), ("2024", 95))
    }
    assert Office(tmp_path, a=sheets).codes("criteria_set_code", "criteria_sets") == ["BTC-2023", "BTC-2024"]
