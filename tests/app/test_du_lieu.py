"""The page on data: problems by severity and file, the workbooks with their hashes, the versions that are kept."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from etl.problem import Problem, Severity
from etl.read.cells import Sheet, Workbook
from scoreboard import queries
from scoreboard.database import connect
from spreadsheet.problem_report import problem_report
from tests.app.reading import Show, read
from tests.app.small_office import write_version

FIRST, SECOND = "20260101-000000-aaaaaaaa", "20260102-083000-bbbbbbbb"
ABOVE = {"criterion": "Mở hồ sơ công việc", "max_points": "10"}
TOTAL = {"unit": "Hòa Minh", "sum": "20", "difference": "1"}
PROBLEMS = (
    Problem("total_mismatch", "2021/phuong.xlsx", "Điểm", "D9", "21", TOTAL),
    Problem("total_mismatch", "2021/phuong.xlsx", "Điểm", "E9", "22", TOTAL),
    Problem("same_file_twice", "2021/sao.xlsx", values={"first": "2021/phuong.xlsx"}),
    Problem("unit_missing", seen="Phòng Y tế", values={"before": "Năm 2020", "after": "Năm 2021", "line": "x"}),
    Problem("points_above_max", "2020/phuong.xlsx", "Điểm", "C4", "12", ABOVE, decided=Severity.ERROR),
)
WORKBOOKS = (
    Workbook("2021/phuong.xlsx", "abcdef0123456789" * 4, 20480, (Sheet("Điểm", {}),)),
    Workbook("2020/phuong.xlsx", "0123456789abcdef" * 4, 10240, (Sheet("Điểm", {}), Sheet("Bìa", {}))),
    Workbook("2022/phuong.xlsx", "fedcba9876543210" * 4, 10240, (Sheet("Điểm", {}),)),
)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office of two versions, the later of which has problems."""
    folder = tmp_path_factory.mktemp("checked")
    write_version(folder, FIRST)
    write_version(folder, SECOND, workbooks=WORKBOOKS, problems=PROBLEMS)
    return folder


def test_problems_stand_under_their_severity_and_file(show: Show, checked: Path):
    text = read(show("du_lieu", checked))
    assert "Có 5 mục cần xem lại, nhiều nhất ở tệp 2021/phuong.xlsx (2)" in text
    assert "Lỗi: 1 mục phải xử lý 2020/phuong.xlsx 1 Điểm C4 Điểm 12 cao hơn điểm tối đa 10" in text
    assert "Cảnh báo: 4 mục nên xem lại Không thuộc riêng tệp nào 1 Đơn vị “Phòng Y tế”" in text
    assert "2021/phuong.xlsx 2 Điểm D9 Tổng điểm in trên bảng" in text
    assert text.index("Lỗi: 1 mục") < text.index("Cảnh báo: 4 mục")


@pytest.mark.parametrize(
    ("choices", "shown", "hidden"),
    [
        ({"severity": "error"}, "C4", "D9"),
        ({"severity": "warning"}, "D9", "C4"),
        ({"file": "2021/sao.xlsx"}, "giống hệt tệp 2021/phuong.xlsx", "D9"),
        ({"file": "-"}, "Phòng Y tế", "D9"),
    ],
)
def test_choices_narrow_the_list_and_say_so(show: Show, checked: Path, choices: dict, shown: str, hidden: str):
    text = read(show("du_lieu", checked, **choices)).partition("tệp nguồn, ")[0]
    assert shown in text
    assert hidden not in text
    assert "trong 5 mục theo lựa chọn" in text


def test_many_problems_of_a_file_are_folded(show: Show, tmp_path: Path):
    many = [Problem("total_mismatch", "a.xlsx", "Điểm", f"D{row}", "1", TOTAL) for row in range(1, 9)]
    write_version(tmp_path, SECOND, problems=many)
    assert "Xem thêm 3 mục" in read(show("du_lieu", tmp_path))


def test_workbooks_have_hash_day_and_cells(show: Show, checked: Path):
    text = read(show("du_lieu", checked))
    assert "3 tệp nguồn, 1 tệp không có mục nào cần xem lại" in text
    assert "2020/phuong.xlsx 2 0 1 10 0123456789ab 2021/phuong.xlsx 1 0 2 20" in text
    assert "được nạp lúc 01/01/2026 00:00" in text


def test_versions_lead_to_the_page_as_it_was(show: Show, checked: Path):
    assert f"02/01/2026 08:30 {SECOND} đang dùng, đang xem 01/01/2026 00:00 {FIRST}" in read(show("du_lieu", checked))
    older = read(show("du_lieu", checked, version=FIRST))
    assert "Không có mục nào cần xem lại" in older
    assert f"{FIRST} đang xem" in older


def test_without_problems_there_is_nothing_to_choose_or_download(show: Show):
    app = show("du_lieu")
    assert "Không có mục nào cần xem lại" in read(app)
    assert "Mục cần xem lại 0 mọi phép kiểm tra đều đạt" in read(app)
    assert [each.key for each in app.selectbox] == []
    assert [each.key for each in app.get("download_button")] == ["data_set_xlsx"]


def test_report_holds_what_is_shown(show: Show, checked: Path):
    app = show("du_lieu", checked)
    assert next(each.proto.label for each in app.get("download_button")) == "Tải danh sách (Excel)"
    found = queries.problems(connect(checked).cursor(), lang="en").to_dict("records")
    sheet = openpyxl.load_workbook(BytesIO(problem_report(found, checked, "en"))).active
    assert [[cell.value for cell in row][:4] for row in sheet.iter_rows(max_row=2)] == [
        ["Severity", "File", "Sheet", "Cell"],
        ["Error", "2020/phuong.xlsx", "Điểm", "C4"],
    ]


def test_page_speaks_english(show: Show, checked: Path):
    text = read(show("du_lieu", checked, lang="en"))
    assert "There are 5 points to be looked at" in text
    assert "12 points are above the maximum 10" in text
