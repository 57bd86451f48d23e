"""The ranking shows ties, absences, printed values and changes for what they are."""

from __future__ import annotations

import re

import pytest

from tests.app.reading import Show, pieces, read, words_of


def rows(app) -> list[str]:
    """The rows of the ranking as they read."""
    (table,) = [body for body in pieces(app) if "vl-ranking" in body]
    return [words_of(row) for row in re.findall(r"<tr.*?</tr>", table)[1:]]


@pytest.fixture
def wards(show: Show):
    return show("xep_hang", assessment="2021", group="phuong")


def test_tie_shares_a_place_and_the_next_is_skipped(wards):
    assert [row.split()[0] for row in rows(wards)] == ["1", "1", "3", "–"]
    assert rows(wards)[0].startswith("1 đồng hạng UBND phường Hòa Khánh Bắc")
    assert "UBND phường Hòa Khánh Bắc và UBND phường Hòa Minh cùng dẫn đầu" in read(wards)


def test_printed_value_stands_beside_the_computed_one(wards):
    assert "20,00 điểm trên sổ: 21,00 (chưa rõ lý do)" in rows(wards)[0]
    assert "trên sổ" not in rows(wards)[1]
    assert "điểm trên sổ: chưa rõ lý do" in read(wards)


def test_partial_total_is_marked(wards):
    assert "56,00%*" in rows(wards)[2]
    assert "(+20,00 điểm %" in rows(wards)[2]
    assert "chưa đủ điểm" in rows(wards)[2]
    assert "* Còn tiêu chí để trống" in read(wards)


def test_unit_that_did_not_submit_is_last_with_the_reason(wards):
    last = rows(wards)[-1]
    assert "UBND phường Hòa Hiệp Bắc – – – chưa nộp bảng điểm" in last
    assert " 0 " not in last


def test_one_reason_for_all_places_is_said_once(wards):
    assert read(wards).count("khối đổi thành phần") == 1


def test_bar_counts_are_read_out(wards):
    (table,) = [body for body in pieces(wards) if "vl-ranking" in body]
    assert 'aria-label="Đã thực hiện tốt: 2; Để trống: 1"' in table


@pytest.mark.parametrize(
    ("order", "units"),
    [
        ("rank", ["Khánh Bắc", "Minh", "Khánh Nam", "Hiệp Bắc"]),
        ("change", ["Khánh Nam", "Khánh Bắc", "Minh", "Hiệp Bắc"]),
        ("name", ["Hiệp Bắc", "Khánh Bắc", "Khánh Nam", "Minh"]),
    ],
)
def test_order_from_the_url(show: Show, order: str, units: list[str]):
    shown = rows(show("xep_hang", assessment="2021", group="phuong", order=order))
    assert [re.search(r"UBND phường Hòa (\w+(?: (?:Bắc|Nam))?)", row)[1] for row in shown] == units


def test_pills_put_the_order_into_the_url(wards):
    wards.button_group(key="choose_order").set_value("name").run()
    assert wards.query_params["order"] == "name"
    assert rows(wards)[0].startswith("–")


def test_names_lead_to_the_profile_with_all_choices(wards):
    (table,) = [body for body in pieces(wards) if "vl-ranking" in body]
    assert 'href="./ho-so?assessment=2021&amp;group=phuong&amp;unit=A"' in table


def test_unit_in_the_url_is_in_focus_and_names_its_group(show: Show):
    app = show("xep_hang", assessment="2021", unit="E")
    (table,) = [body for body in pieces(app) if "vl-ranking" in body]
    assert table.count("vl-focus") == 1
    assert "Phòng Nội vụ giữ hạng 1" in read(app)


def test_no_comparison_in_the_first_assessment(show: Show):
    app = show("xep_hang", assessment="2020", group="phuong")
    assert "So với" not in read(app)


def test_criteria_set_without_grades_has_no_grade_column(show: Show):
    said = read(show("xep_hang", assessment="2022", group="phuong"))
    assert "Xếp loại" not in said
    assert "Bộ tiêu chí đã đổi: thay đổi chỉ tính trên các tiêu chí chung của hai bộ" in said
    assert "Không so sánh thứ hạng với năm 2021: đổi bộ tiêu chí" in said
