"""Words and numbers of scoresheets mean what the office means by them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.text.numbers import points_in, without_max, written
from etl.text.words import meaning, state_word


@pytest.mark.parametrize(
    ("header", "stage"),
    [
        ("Điểm tự chấm", "self"),
        ("Đơn vị tự chấm", "self"),
        ("Điểm tự đánh giá của đơn vị", "self"),
        ("Điểm thẩm định", "appraised"),
        ("Đoàn kiểm tra chấm", "appraised"),
        ("Điểm chấm của Đoàn kiểm tra", "appraised"),
        ("Điểm sau giải trình", "appealed"),
        ("Điểm thẩm định lần 2", "appealed"),
        ("Điểm", "final"),
        ("Điểm chính thức", "final"),
        ("Điểm đạt được", "final"),
        ("Công tác kiểm tra", None),
    ],
)
def test_stage_of_a_header(header: str, stage: str | None):
    assert meaning("stage", header) == stage


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("STT", "number"),
        ("Nội dung đánh giá", "criterion"),
        ("ĐIỂM CHUẨN", "max"),
        ("Tên đơn vị", "unit"),
        ("Tổng điểm thẩm định", "total"),
        ("Xếp loại (theo Quyết định)", "grade"),
        ("Đơn vị tính", "evidence"),
        ("Lập hồ sơ công việc", None),
    ],
)
def test_role_of_a_header(header: str, role: str | None):
    assert meaning("column", header) == role


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("-", "dash"),
        ("–", "dash"),
        ("KAD", "not_applicable"),
        ("Không  áp dụng", "not_applicable"),
        ("N/A", "not_applicable"),
        ("Chưa nộp", "not_submitted"),
        ("không nộp báo cáo", "not_submitted"),
        ("", None),
        ("x", None),
        ("4,5", None),
    ],
)
def test_words_in_place_of_points(text: str, state: str | None):
    assert state_word(text) == state


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("4,5", "4.5"),
        ("2.5đ", "2.5"),
        ("05 điểm", "5"),
        ("02 diểm", "2"),
        ("( 0,5 đ )", "0.5"),
        ("−2", "-2"),
        ("100%", None),
        ("1.234,5", None),
        ("8/10", None),
        ("khoảng 5", None),
    ],
)
def test_points_written_as_text(text: str, points: str | None):
    assert points_in(text) == (None if points is None else Decimal(points))


@pytest.mark.parametrize(
    ("heading", "name", "points"),
    [
        ("Ban hành kế hoạch (5 điểm)", "Ban hành kế hoạch", "5"),
        ("Lập hồ sơ (tối đa 2,5)", "Lập hồ sơ", "2.5"),
        ("Con dấu: 10 điểm", "Con dấu", "10"),
        ("Kế hoạch năm 2014", "Kế hoạch năm 2014", None),
        ("Báo cáo (Biểu 3)", "Báo cáo (Biểu 3)", None),
    ],
)
def test_maximum_inside_a_heading(heading: str, name: str, points: str | None):
    assert without_max(heading) == (name, None if points is None else Decimal(points))


def test_numbers_are_written_with_a_comma():
    assert [written(Decimal(text)) for text in ("10.50", "100", "-0.25")] == ["10,5", "100", "-0,25"]
