"""Sentences that say how points are given are guidance of the criterion above them; what bears points is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.layout.scoring_rules import says_how_points_are_given
from tests.workbooks.test_nothing_lost import form, unread
from tests.workbooks.test_sheets import scores, table_of, tree


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi văn bản sai thể thức trừ 0,5 điểm",
        "mỗi nội quy, quy chế đạt 0,5 điểm",
        "mỗi văn bản 0.5",
        "mỗi lỗi trừ 03 diểm",
        "Có: tối đa; không: 0",
        "Có ban hành: điểm tối đa / không: 0 điểm",
        "Có vi phạm nhẹ: trừ 50% điểm; nghiêm trọng: 0",
        "Hoàn thành xuất sắc: tối đa; tốt: 75%; hoàn thành: 50%",
        "Đầy đủ: tối đa; chưa: trừ tương ứng",
        "Trường hợp không phát sinh được tính 03 điểm",
        "Có kho riêng đạt 10 điểm, không có 0 điểm",
    ],
)
def test_a_sentence_that_gives_points_for_something(text: str):
    assert says_how_points_are_given(text)


@pytest.mark.parametrize(
    "text",
    [
        "Quốc hiệu 05 điểm",
        "Mỗi năm tổ chức ít nhất 01 lớp tập huấn (5 điểm)",
        "Tỷ lệ hồ sơ nộp lưu đạt 95% trở lên (5 điểm)",
        "Ban hành trước ngày 31/01: 5 điểm",
        "Điểm trừ 10 điểm",
        "ĐIỂM CỘNG 05 ĐIỂM",
        "Bảo đảm yêu cầu 10 điểm",
    ],
)
def test_a_name_with_a_maximum_gives_nothing(text: str):
    assert not says_how_points_are_given(text)


def test_sentences_between_criteria_are_their_guidance(tmp_path: Path):
    rows = [
        ("I", "Văn bản", 25),
        (1, "Soạn thảo văn bản", 20, 18, 17),
        (None, "Mỗi văn bản sai thể thức trừ 0,5 điểm"),
        ("-", "Mỗi lỗi chính tả trừ 0,25 điểm"),
        (2, "Ban hành quy chế", 5, 5, 4),
        (None, "Có: tối đa; không: 0"),
    ]
    table = table_of(form(*rows), tmp_path)
    assert tree(table) == ["I 25", "I/1 20", "I/2 5"]
    first, second = table.criteria[1:]
    assert first.guidance == "Mỗi văn bản sai thể thức trừ 0,5 điểm\nMỗi lỗi chính tả trừ 0,25 điểm"
    assert second.guidance == "Có: tối đa; không: 0"
    assert [table.rows[row] for row in (4, 5, 7)] == ["guidance"] * 3


def test_options_of_a_criterion_that_is_scored_as_a_whole_are_its_guidance(tmp_path: Path):
    options = [("+", "Có: 5 điểm"), ("+", "Không: 0 điểm")]
    table = table_of(form((1, "Ban hành quy chế", 5, 5, 4), *options, (2, "Kho", 5, 5, 5)), tmp_path)
    assert tree(table) == ["1 5", "2 5"]
    assert table.criteria[0].guidance == "Có: 5 điểm\nKhông: 0 điểm"
    assert len(table.points) == 4


def test_parts_that_make_up_the_whole_or_bear_points_stay_criteria(tmp_path: Path):
    whole = [(1, "Thể thức", 5, 4, 4), (None, "+ Cỡ chữ (2 điểm)"), (None, "+ Kiểu chữ (3 điểm)")]
    assert len(table_of(form(*whole), tmp_path).criteria) == 3
    scored = [(1, "Thể thức", 5), (None, "+ Cỡ chữ (1 điểm)", None, 1, 1), (None, "+ Kiểu chữ (1 điểm)", None, 1, 0)]
    assert len(table_of(form(*scored), tmp_path).criteria) == 3


def test_rows_without_number_that_state_their_own_maximum_are_criteria(tmp_path: Path):
    rows = [("Quốc hiệu 05 điểm", 5), ("Số, ký hiệu 10 điểm", 9), ("Mỗi lỗi trừ 01 điểm",)]
    table = table_of(form(*rows, header=("Nội dung", "Điểm")), tmp_path)
    assert tree(table) == ["Quốc hiệu 5", "Số, ký hiệu 10"]
    assert table.criteria[1].guidance == "Mỗi lỗi trừ 01 điểm"


def test_options_with_letters_stay_alternatives(tmp_path: Path):
    options = [("a)", "Kho riêng 05 điểm", None, 5, 5), ("b)", "Kho chung: 3 điểm")]
    table = table_of(form((1, "Bố trí kho", 5), *options), tmp_path)
    assert [criterion.kind for criterion in table.criteria] == ["normal", "alternative", "alternative"]


def test_sentences_that_bear_the_points_of_a_block_are_scored(tmp_path: Path):
    block = [
        ("II", "Điểm trừ", 10),
        ("-", "Mỗi lần nộp báo cáo chậm trừ 1 điểm", None, 2, 3),
        ("-", "Mất con dấu trừ 5 điểm"),
    ]
    table = table_of(form(("I", "Chỉ đạo", 10), (1, "Kế hoạch", 10, 9, 8), *block), tmp_path)
    assert [(c.name, c.kind, c.max_points) for c in table.criteria[2:]][:2] == [
        ("Điểm trừ", "penalty", 10),
        ("Mỗi lần nộp báo cáo chậm trừ 1 điểm", "penalty", None),
    ]
    assert scores(table)["Hòa Minh", "Mỗi lần nộp báo cáo chậm trừ 1 điểm"] == "3"


def test_points_beside_a_sentence_and_beside_its_criterion_are_not_added_up(tmp_path: Path):
    sheet = form((1, "Soạn thảo", 20, 18, 17), (None, "Mỗi văn bản sai thể thức trừ 0,5 điểm", None, -2, -3))
    assert unread(sheet, tmp_path) == [("unread_points", "D3", "Mỗi văn bản sai thể thức trừ 0,5 điểm", "2")]
