"""The workbooks of the illustrative office: what a person finds on opening them, and what the loader reads back."""

import zipfile

import openpyxl
import pytest

from etl.commands.pipeline import read_office
from etl.draft import draft
from etl.harmonise import harmonise
from etl.office import OfficeFolder, load_reference
from etl.sample.facts import units
from etl.sample.file import as_bytes
from etl.sample.office import LAYOUTS, OfficeInUseError, write_office
from etl.sample.results import results, sheet_of
from etl.sample.rounds import rounds
from etl.sample.scores import truth
from etl.sample.words import MARK, as_words, shown

ROUND = {round_.year: round_ for round_ in rounds()}
UNIT = {unit.code: unit for unit in units()}


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    return folder, write_office(folder)


def opened(office, name):
    return openpyxl.load_workbook(office[0] / "raw" / name)


def values(sheet):
    return {cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def row_of(sheet, *texts):
    """The row whose cells hold these texts side by side, the first of them in the first column."""
    return next(
        row for row in range(1, sheet.max_row + 1)
        if [sheet.cell(row, column).value for column in range(1, len(texts) + 1)] == list(texts)
    )  # fmt: skip


def column_under(sheet, text):
    return next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == text)


def test_every_round_has_workbooks_and_every_sheet_bears_the_mark(office):
    folder, files = office
    assert {path.relative_to(folder / "raw").parts[0] for path in files} == {str(year) for year in ROUND}
    for path in files:
        workbook = openpyxl.load_workbook(path)
        assert workbook.properties.description == MARK
        for sheet in workbook:
            assert MARK in values(sheet), (path, sheet.title)


def test_the_office_bears_the_mark(office):
    facts = load_reference(OfficeFolder(office[0]))[0].facts
    assert (facts.is_illustrative, facts.illustrative_mark) == (True, MARK)


def test_the_loader_reads_every_score_back(office):
    folder = OfficeFolder(office[0])
    reference, problems = load_reference(folder)
    _, tables, unreadable = read_office(folder)
    for table, rows in draft(tables, reference).items():
        reference = reference.with_rows(table, rows)
    harmonised, misunderstood = harmonise(tables, reference)
    read = {
        (score.assessment_code, score.unit_code, score.criterion_code, score.stage_code): (score.state, score.points)
        for score in harmonised.scores
    }
    told = {
        (cell.assessment_code, cell.unit_code, cell.criterion_code, cell.stage_code): (cell.state, cell.points)
        for cell in truth()
    }
    assert [*unreadable, *misunderstood] == []
    assert {problem.code for problem in problems} <= {"dangling_code"}
    assert read == told
    members = {(row.assessment_code, row.unit_code): row.is_submitted for row in harmonised.memberships}
    assert members == {
        (round_.assessment_code, unit.code): round_.hands_in(unit) for round_ in rounds() for unit in round_.units
    }


def test_a_sheet_per_unit(office):
    sheet = opened(office, "2013/Phòng chuyên môn/Bảng chấm điểm năm 2013.xlsx")["P. Kinh tế"]
    row = row_of(sheet, "2", "Lập hồ sơ hiện hành", 10)
    cells = sheet_of(ROUND[2013], "phong-kinh-te")
    assert sheet.cell(row, 4).value == float(cells["IV.2", "self"].points)
    assert sheet.cell(row, 5).value == float(cells["IV.2", "appraised"].points)
    headers = [line for line in range(1, sheet.max_row + 1) if sheet.cell(line, 1).value == "STT"]
    assert len(headers) == 2
    assert [page.id for page in sheet.row_breaks.brk] == [headers[1] - 1]


def test_older_rounds_place_tone_marks_the_older_way(office):
    workbook = opened(office, "2011/UBND phường/Bảng chấm điểm năm 2011.xlsx")
    assert "Hoà Minh" in workbook.sheetnames
    assert "Đơn vị: UBND phường Hoà Minh" in values(workbook["Hoà Minh"])


def test_a_matrix_under_a_merged_header_of_two_rows(office):
    sheet = opened(office, "2014/Bảng tổng hợp chấm điểm 2014.xlsx").active
    group = column_under(sheet, "Phòng chuyên môn")
    spans = {(merge.min_col, merge.max_col) for merge in sheet.merged_cells.ranges}
    assert (group, group + 11) in spans
    column = column_under(sheet, "Phòng Nội vụ")
    row = row_of(sheet, "14", "Lập hồ sơ công việc", 8)
    assert sheet.cell(row, column).value == float(sheet_of(ROUND[2014], "phong-noi-vu")["IV.14", "final"].points)
    assert {"KAD", "a)"} <= values(sheet)
    assert any(cell.comment for line in sheet.iter_rows() for cell in line)


def test_a_column_says_that_a_unit_gave_nothing(office):
    sheet = opened(office, "2015/Bảng tổng hợp chấm điểm 2015.xlsx").active
    column = column_under(sheet, "Đội Quy tắc đô thị")
    said = [cell.value for (cell,) in sheet.iter_rows(min_col=column, max_col=column) if cell.value is not None]
    assert said == ["Đội Quy tắc đô thị", "Chưa nộp"]


def test_a_printed_total_is_wrong_on_purpose(office):
    sheet = opened(office, "2015/Bảng tổng hợp chấm điểm 2015.xlsx").active
    printed = sheet.cell(row_of(sheet, "TỔNG CỘNG"), column_under(sheet, "Phòng Giáo dục và Đào tạo")).value
    assert printed == float(results(ROUND[2015])["phong-giao-duc-va-dao-tao"].total) + 2


def test_a_workbook_per_unit_with_remarks_and_a_summary(office):
    folder = office[0] / "raw" / "2018"
    assert not (folder / "Đơn vị sự nghiệp" / "Ban Quản lý chợ.xlsx").exists()
    sheet = opened(office, "2018/Phòng chuyên môn/Phòng Kinh tế.xlsx").active
    remarks = {sheet.cell(row, column_under(sheet, "Ghi chú")).value for row in range(1, sheet.max_row)}
    assert "Tài liệu tồn đọng bó gói chưa chỉnh lý" in remarks
    summary = opened(office, "2018/Tổng hợp kết quả năm 2018.xlsx").active
    row = next(cell.row for line in summary.iter_rows() for cell in line if cell.value == "Phòng Kinh tế")
    result = results(ROUND[2018])["phong-kinh-te"]
    assert [summary.cell(row, column).value for column in (4, 5, 6)] == [float(result.total), result.rank, result.grade]


def test_rows_of_units_under_criteria_with_a_row_of_maxima(office):
    sheet = opened(office, "2021/Bảng điểm đánh giá 2021.xlsx").active
    column = column_under(sheet, "VI.3. Chỉnh lý tài liệu tồn đọng")
    maxima = next(cell.row for (cell,) in sheet.iter_rows(min_col=2, max_col=2) if cell.value == "Điểm tối đa")
    unit = next(cell.row for (cell,) in sheet.iter_rows(min_col=2, max_col=2) if cell.value == "Phòng Y tế")
    assert sheet.cell(maxima, column).value == 7
    assert sheet.cell(unit, column).value == shown(ROUND[2021], sheet_of(ROUND[2021], "phong-y-te")["VI.3", "final"])
    assert any(isinstance(value, str) and value.endswith(" điểm") for value in values(sheet))


def test_two_stage_columns_under_every_unit(office):
    workbook = opened(office, "2025/Kết quả thẩm định năm 2025.xlsx")
    assert workbook.sheetnames == ["Tổng hợp", "UBND phường", "Phòng chuyên môn", "Đơn vị sự nghiệp"]
    sheet = workbook["UBND phường"]
    column = column_under(sheet, "UBND phường Hải Vân")
    row = row_of(sheet, "1.1", "Diện tích, vị trí kho đạt yêu cầu", 2)
    cells = sheet_of(ROUND[2025], "phuong-hai-van")
    assert sheet.cell(row, column).value == float(cells["VI.1.1", "self"].points)
    assert sheet.cell(row, column + 1).value == float(cells["VI.1.1", "appraised"].points)
    assert any("03 phường mới" in str(value) for value in values(sheet))


def test_a_printed_grade_is_lower_than_the_points_say(office):
    sheet = opened(office, "2023/Kết quả thẩm định năm 2023.xlsx")["Tổng hợp"]
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == "Văn phòng UBND")
    assert sheet.cell(row, 6).value == "Tốt"
    assert results(ROUND[2023])["van-phong-ubnd"].grade == "Xuất sắc"


def test_the_sheets_look_like_an_office_printed_them(office):
    sheet = opened(office, "2016/Bảng tổng hợp chấm điểm 2016.xlsx").active
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value is not None} == {
        "Times New Roman"
    }
    assert sheet.page_setup.orientation == "landscape"
    assert sheet["C10"].border.left.style == "thin"
    assert {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TRƯỞNG PHÒNG"} <= values(sheet)


def test_points_as_words():
    assert as_words(ROUND[2011].step * 9) == "4,5"
    assert as_words(ROUND[2011].step * 10) == "05 điểm"


def test_a_workbook_depends_on_no_clock(tmp_path):
    _, workbook = next(LAYOUTS["matrix"](ROUND[2014]))
    path = tmp_path / "one.xlsx"
    path.write_bytes(as_bytes(workbook, ROUND[2014].signed_on, MARK))
    _, again = next(LAYOUTS["matrix"](ROUND[2014]))
    assert path.read_bytes() == as_bytes(again, ROUND[2014].signed_on, MARK)
    with zipfile.ZipFile(path) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2014-12-12T08:00:00Z") == 2


def test_somebodys_own_workbook_is_never_joined(tmp_path):
    own = tmp_path / "raw" / "2014" / "phuong.xlsx"
    own.parent.mkdir(parents=True)
    openpyxl.Workbook().save(own)
    with pytest.raises(OfficeInUseError, match=r"raw/2014/phuong\.xlsx") as refused:
        write_office(tmp_path)
    assert refused.value.problem.code == "office_in_use"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [own]


def test_a_real_office_is_never_joined(tmp_path):
    facts = tmp_path / "reference" / "office.toml"
    facts.parent.mkdir()
    facts.write_text('office_code = "that"\noffice_name = "Cơ quan thật"\n', "utf-8")
    with pytest.raises(OfficeInUseError, match=r"office\.toml"):
        write_office(tmp_path)
    assert not (tmp_path / "raw").exists()


def test_writing_again_replaces_workbooks_and_keeps_what_people_decided(office):
    folder, files = office
    stale = files[0].with_name("Bản cũ.xlsx")
    files[0].replace(stale)
    grades = folder / "reference" / "grades.csv"
    grades.write_text(grades.read_text("utf-8-sig").replace("Loại A,80", "Loại A,85"), "utf-8")
    assert write_office(folder) == files
    assert files[0].exists()
    assert not stale.exists()
    assert "Loại A,85" in grades.read_text("utf-8-sig")
