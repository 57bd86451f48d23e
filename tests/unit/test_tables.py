"""A table reads the same on the page and in the file, and holds no tags and no formulas."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest

from scoreboard.tables.ranking import by_assessment
from scoreboard.tables.table import Column, Table
from scoreboard.text import numbers, words
from scoreboard.ui import html

TABLE = Table(
    pd.DataFrame({"unit": ["=1+1", "<b>Bà</b>"], "change": [Decimal("4.5"), None]}),
    (Column("unit", "Đơn vị"), Column("change", "Thay đổi", numbers.change, is_number=True)),
)


def test_rows_have_heads_and_text_is_escaped():
    page = TABLE.as_html("Ghi chú & nguồn")
    assert '<th scope="row">=1+1</th><td class="vl-number"' in page
    assert ">+4,50</td>" in page
    assert "&lt;b&gt;Bà&lt;/b&gt;" in page
    assert "<caption>Ghi chú &amp; nguồn</caption>" in page


def test_file_opens_in_a_vietnamese_spreadsheet():
    assert TABLE.as_csv("vi").decode("utf-8-sig").splitlines() == [
        "Đơn vị;Thay đổi",
        "'=1+1;+4,50",
        "<b>Bà</b>;–",
    ]


def test_empty_table_has_only_its_head():
    empty = Table(TABLE.data.iloc[:0], TABLE.columns)
    assert "<tbody></tbody>" in empty.as_html()
    assert empty.as_csv("en").decode("utf-8-sig") == "Đơn vị,Thay đổi\r\n"


def test_a_round_is_named_in_the_language_of_the_reader():
    history = pd.DataFrame(
        [("Năm 2000", 1, 1, "Phòng A", Decimal("0.5"), "Bộ")],
        columns=["assessment_name", "sort_order", "rank", "unit_name", "share", "criteria_set_name"],
        dtype=object,
    )
    assert [by_assessment(history, words(lang)).written()[0][0] for lang in ("vi", "en")] == ["Năm 2000", "2000"]


def test_a_percentage_stays_with_its_number_in_the_band_of_figures():
    assert "+1,50 điểm&nbsp;%" in html.key_figures([("Năm 2000", "50,00%", "", "so sánh được: +1,50 điểm %")])


@pytest.mark.parametrize(
    ("sheets", "column"), [(["Tổng", "Tổng"], False), (["Tổng", "Phường"], True), (["Tổng"], True)]
)
def test_what_is_the_same_in_every_row_is_told_once_on_the_page_and_in_every_row_of_a_file(sheets, column):
    data = pd.DataFrame({"name": ["A", "B"][: len(sheets)], "sheet": sheets})
    table = Table(data, (Column("name", "Đơn vị"), Column("sheet", "Trang tính", once=True)))
    page = table.as_html()
    assert ("<p" in page and "Trang tính: Tổng" in page) is not column
    assert (">Trang tính</th>" in page) is column
    assert table.as_csv("vi").decode("utf-8-sig").splitlines()[1] == "A;Tổng"


def test_a_column_that_heads_a_row_does_so_with_the_first():
    data = pd.DataFrame({"criterion_code": ["I.1"], "criterion_name": ["Mở hồ sơ"]})
    code, name = Column("criterion_code", "Mã"), Column("criterion_name", "Tiêu chí", heads=True)
    assert '<td class="vl-named" data-label="Tiêu chí">Mở hồ sơ</td>' in Table(data, (code, name)).as_html()
    assert "vl-named" not in Table(data, (code, replace(name, heads=False))).as_html()
