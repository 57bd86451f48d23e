"""Two or three units criterion by criterion; absences stay absences, and ranks of different groups are not compared."""

from __future__ import annotations

import re

import pytest

from tests.app.reading import Show, pieces, read, words_of


def rows(app) -> list[str]:
    """The rows of the table of criteria as they read."""
    (table,) = [body for body in pieces(app) if "vl-compared" in body]
    return [words_of(row) for row in re.findall(r"<tr.*?</tr>", table)[1:]]


def test_totals_ranks_and_grades_stand_side_by_side(show: Show):
    text = read(show("so_sanh", assessment="2020", units="A,C"))
    assert "UBND phường Hòa Minh có tỷ lệ đạt cao hơn UBND phường Hòa Khánh Nam 40,00 điểm phần trăm" in text
    assert "UBND phường Hòa Minh phuong 19,00 76,00% 2/4 Khá" in text
    assert "khối khác nhau" not in text


def test_criteria_that_differ_most_come_first(show: Show):
    app = show("so_sanh", assessment="2020", units="A,C")
    assert "Khác nhau nhiều nhất ở I.2 nộp lưu đúng hạn, II.1 quản lý con dấu và I.1 mở hồ sơ công việc" in read(app)
    assert [row.split()[0] for row in rows(app)] == ["I.2", "II.1", "I.1"]
    assert rows(app)[0] == "I.2 Nộp lưu đúng hạn 10,00/10 0,00/10 100,00"
    in_set = show("so_sanh", assessment="2020", units="A,C", order="set")
    assert [row.split()[0] for row in rows(in_set)] == ["I.1", "I.2", "II.1"]


def test_three_units_of_different_groups_are_not_ranked_against_each_other(show: Show):
    text = read(show("so_sanh", assessment="2020", units="A,B,E"))
    assert "UBND phường Hòa Minh có tỷ lệ đạt cao nhất, hơn Phòng Nội vụ 52,00 điểm phần trăm" in text
    assert "Các đơn vị thuộc khối khác nhau: thứ hạng chỉ có nghĩa trong khối" in text
    assert "Phòng Nội vụ phong 6,00 24,00% 1/1 Yếu" in text


@pytest.mark.parametrize(
    ("assessment", "units", "row"),
    [
        ("2021", "A,C", "I.2 Nộp lưu đúng hạn 7,00/10 Để trống –"),
        ("2022", "A,E", "I.3 Số hóa tài liệu 4,00/10 Không áp dụng · 0,00/10 –"),
        ("2021", "A,D", "I.1 Mở hồ sơ công việc 8,00/10 Chưa nộp –"),
        ("2021", "A,E", "I.2 Nộp lưu đúng hạn 7,00/10 0,00/10 70,00"),
    ],
)
def test_absence_has_words_and_no_difference(show: Show, assessment: str, units: str, row: str):
    assert row in rows(show("so_sanh", assessment=assessment, units=units))


def test_level_has_a_mark_that_is_read_out(show: Show):
    (table,) = [body for body in pieces(show("so_sanh", assessment="2021", units="A,E")) if "vl-compared" in body]
    assert 'role="img" aria-label="Chưa thực hiện được"' in table


def test_tied_units_are_equal(show: Show):
    text = read(show("so_sanh", assessment="2021", units="A,B"))
    assert "Các đơn vị có tỷ lệ đạt bằng nhau" in text
    assert "1/3 đồng hạng" in text


def test_partial_total_is_marked(show: Show):
    text = read(show("so_sanh", assessment="2021", units="A,C"))
    assert "56,00%*" in text
    assert "* Còn tiêu chí để trống" in text


def test_unit_alone_says_that_it_takes_two(show: Show):
    assert "Cần ít nhất hai đơn vị để so sánh" in read(show("so_sanh", assessment="2021", unit="E"))


def test_choice_is_kept_in_the_url_and_a_third_may_be_added(show: Show):
    app = show("so_sanh", assessment="2020", unit="B")
    app.selectbox(key="choose_units_1").set_value("C").run()
    assert app.query_params["units"] == "B,C"
    app.selectbox(key="choose_units_2").set_value("A").run()
    assert app.query_params["units"] == "B,C,A"
    app.selectbox(key="choose_units_2").set_value("").run()
    assert app.query_params["units"] == "B,C"


def test_units_that_are_not_there_are_named(show: Show):
    text = read(show("so_sanh", assessment="2022", units="A,D"))
    assert "“UBND phường Hòa Hiệp Bắc” không có trong kỳ đánh giá này; chọn lại đơn vị nếu cần." in text


def test_names_lead_on(show: Show):
    body = " ".join(pieces(show("so_sanh", assessment="2020", units="A,C")))
    assert 'href="./ho-so?assessment=2020&amp;unit=C"' in body
    assert 'href="./nguon-goc?assessment=2020&amp;unit=C&amp;criterion=I.2"' in body
    assert 'href="./tieu-chi?assessment=2020&amp;criterion=I.2"' in body
