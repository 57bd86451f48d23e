"""From a number to its cell: what was read, at every stage, what was corrected, remarked and found wrong there."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from etl.problem import Problem
from etl.read.cells import Sheet, Workbook
from tests.app.reading import Show, pieces, read
from tests.app.small_office import write_version

BOOK = Workbook("bang-diem.xlsx", "abcdef0123456789" * 4, 20480, (Sheet("Bảng điểm", {}),))
ABOVE = {"criterion": "Mở hồ sơ công việc", "max_points": "10"}


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small office with its workbook, two problems in it, and one cell corrected and remarked on."""
    folder = tmp_path_factory.mktemp("traced")
    problems = [
        Problem("points_above_max", "bang-diem.xlsx", "Bảng điểm", "A1", "12", ABOVE),
        Problem("points_above_max", "bang-diem.xlsx", "Bảng điểm", "B7", "99", ABOVE),
        Problem("points_above_max", "khac.xlsx", "Bảng điểm", "A1", "77", ABOVE),
    ]
    file = write_version(folder, "20260101-000000-aaaaaaaa", workbooks=[BOOK], problems=problems)
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "insert into correction values ('bang-diem.xlsx', 'Bảng điểm', 'A1', '80', '80 ', '8', 'Gõ thừa số 0', "
            "'Chánh Văn phòng', date '2022-03-01')"
        )
        connection.execute(
            "update score set remark = 'Còn thiếu mục lục' where unit_code = 'A' and criterion_code = 'I.1'"
        )
    return folder


def test_points_lead_to_file_sheet_cell_and_text(show: Show, traced: Path):
    text = read(show("nguon_goc", traced, assessment="2021", unit="B", criterion="I.1"))
    assert "UBND phường Hòa Khánh Bắc , I.1 mở hồ sơ công việc: 9,00/10 điểm , đã thực hiện tốt." in text
    assert "Điểm được lấy từ ô A1, trang tính Bảng điểm" in text
    assert "Thẩm định (chính thức)" in text
    assert "abcdef0123456789" * 4 in text
    assert "Nạp lúc 01/01/2026 00:00" in text


def test_correction_says_expected_seen_new_and_why(show: Show, traced: Path):
    text = read(show("nguon_goc", traced, assessment="2021", unit="A", criterion="I.1"))
    assert "Ô này đã được hiệu chỉnh" in text
    assert "A1 80 80 8 Gõ thừa số 0 Chánh Văn phòng, 01/03/2022" in text
    assert "Còn thiếu mục lục" in text


def test_problems_of_the_cell_come_before_those_of_its_sheet(show: Show, traced: Path):
    text = read(show("nguon_goc", traced, assessment="2021", unit="B", criterion="I.1"))
    assert "1 mục cần xem lại ở chính ô này" in text
    assert text.index("Điểm 12 cao hơn") < text.index("Điểm 99 cao hơn")
    assert "Điểm 77" not in text


def test_total_is_taken_apart_down_to_the_cells(show: Show):
    app = show("nguon_goc", assessment="2021", unit="B")
    text = read(app)
    assert "tổng điểm 20,00 , tỷ lệ đạt 80,00%" in text
    assert "Số này cộng từ 3 tiêu chí" in text
    assert "Tệp: bang-diem.xlsx · Trang tính: Bảng điểm" in text
    assert "I.1 Mở hồ sơ công việc 9,00 10 A1" in text
    assert "Tổng điểm 21 Thẩm định bang-diem.xlsx Tổng hợp A1" in text
    assert "Tổng điểm in trên sổ 21,00 Tổng điểm 20,00" in text
    links = " ".join(pieces(app))
    assert 'href="./nguon-goc?assessment=2021&amp;unit=B&amp;criterion=I.1"' in links
    assert 'href="./tieu-chi?assessment=2021&amp;unit=B&amp;criterion=I.1"' in links


def test_printed_total_that_differs_is_said_with_the_reason(show: Show):
    text = read(show("nguon_goc", assessment="2021", unit="B"))
    assert "Khác với số tính lại: tổng điểm (chưa rõ lý do)." in text
    assert "Khác với số tính lại" not in read(show("nguon_goc", assessment="2021", unit="A"))


def test_section_is_the_sum_of_its_criteria_only(show: Show):
    text = read(show("nguon_goc", assessment="2021", unit="C", criterion="I"))
    assert "9,00/20 điểm , cộng từ 2 tiêu chí, trong đó còn tiêu chí không có điểm." in text
    assert "I.2 Nộp lưu đúng hạn Để trống 10" in text
    assert "Quản lý con dấu" not in text.partition("Số này cộng từ")[2]


@pytest.mark.parametrize(
    ("unit", "assessment", "criterion", "said"),
    [
        ("C", "2021", "I.2", "để trống , không có điểm"),
        ("E", "2022", "I.3", "không áp dụng; theo quy định của bộ tiêu chí được tính 0,00/10 điểm"),
        ("E", "2021", "I.2", "0,00/10 điểm , chưa thực hiện được"),
        ("D", "2021", "I.1", "chưa nộp , không có điểm"),
    ],
)
def test_absences_and_zero_are_different_things(show: Show, unit: str, assessment: str, criterion: str, said: str):
    assert said in read(show("nguon_goc", assessment=assessment, unit=unit, criterion=criterion))


def test_unit_without_a_scoresheet_has_no_total_and_the_reason(show: Show):
    assert "không có tổng điểm: chưa nộp bảng điểm" in read(show("nguon_goc", assessment="2021", unit="D"))


def test_criterion_is_followed_into_another_set_by_links_only(show: Show):
    app = show("nguon_goc", assessment="2021", unit="A", criterion="I.1")
    app.selectbox(key="choose_assessment").set_value("2022").run()
    assert app.query_params["criterion"] == "I.1"
    app.selectbox(key="choose_criterion").set_value("I.3").run()
    app.selectbox(key="choose_assessment").set_value("2021").run()
    assert "criterion" not in app.query_params
    assert "Tiêu chí I.3 của Bộ mới không có tiêu chí kế thừa đã xác nhận trong Bộ cũ" in read(app)


def test_unknown_criterion_is_answered_with_a_sentence(show: Show):
    assert "không có tiêu chí “IX”" in read(show("nguon_goc", assessment="2021", criterion="IX"))


def test_address_of_a_cell_is_never_broken_over_lines(show: Show):
    app = show("nguon_goc", assessment="2021", unit="A")
    parts = next(block.proto.body for block in app.get("html") if "Mở hồ sơ công việc" in block.proto.body)
    assert '<td class="vl-short" data-label="Ô">A1</td>' in parts
    assert '<th scope="col" class="vl-short">Ô</th>' in parts
