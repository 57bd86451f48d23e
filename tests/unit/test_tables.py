"""A table reads the same on the page and in the file, and holds no tags and no formulas."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.tables.table import Column, Table
from scoreboard.text import numbers

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
