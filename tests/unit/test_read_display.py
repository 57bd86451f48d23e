"""Numbers as Excel keeps and shows them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.read.display import exact, shown


def test_floats_read_as_the_decimals_people_typed():
    assert exact(0.1 + 0.2) == Decimal("0.3")
    assert exact(36.429193999999995) == Decimal("36.429194")
    assert exact(7) == Decimal(7)


@given(st.decimals(-1000, 1000, places=4))
def test_typed_decimals_survive_the_float(number: Decimal):
    assert exact(float(number)) == number


@pytest.mark.parametrize(
    ("number", "number_format", "text"),
    [
        ("1.1", "General", "1.1"),
        ("1.1", "0.00", "1.10"),
        ("2.25", "0.0", "2.3"),
        ("-0.5", "0", "-1"),
        ("8", "0.##", "8"),
        ("8.5", "0.##", "8.5"),
        ("1234.5", "#,##0.0", "1234.5"),
        ("0.845", "0.0%", "84.5%"),
        ("5", '0" điểm"', "5 điểm"),
        ("0", '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', "-"),
        ("4", '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', "4.00"),
    ],
)
def test_number_formats(number: str, number_format: str, text: str):
    assert shown(Decimal(number), number_format) == text
