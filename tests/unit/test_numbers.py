"""How numbers and dates are written."""

import datetime
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoreboard.text import numbers


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (Decimal("1234.5"), "1.234,50", "1,234.50"),
        (Decimal("0"), "0,00", "0.00"),
        (Decimal("88.745"), "88,75", "88.75"),
        (Decimal("-0.5"), "−0,50", "−0.50"),
        (1.005, "1,01", "1.01"),
        (0.1 + 0.2, "0,30", "0.30"),
        (7, "7,00", "7.00"),
        (None, "–", "–"),
        (float("nan"), "–", "–"),
        (pd.NA, "–", "–"),
    ],
)
def test_points_have_two_decimals_in_the_marks_of_the_language(value, vi, en):
    assert numbers.points(value, "vi") == vi
    assert numbers.points(value, "en") == en


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("2.345", "2,35"), ("2.335", "2,34"), ("-2.345", "−2,35"), ("2.3449999999", "2,34"), ("-0.004", "0,00")],
)
def test_halves_are_rounded_away_from_zero_and_no_zero_is_negative(value, rounded):
    assert numbers.points(Decimal(value)) == rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5.0000000000", "5"),
        ("0.5", "0,5"),
        ("2.75", "2,75"),
        ("100", "100"),
        ("59.9999999998", "60"),
        ("3.3333333333", "3,33"),
        ("1200.10", "1.200,1"),
    ],
)
def test_maxima_have_the_decimals_they_need(value, text):
    assert numbers.shortest(Decimal(value)) == text


def test_shares_are_percentages():
    assert numbers.share(Decimal("0.763412345678901234")) == "76,34%"
    assert numbers.share(Decimal("0.321"), places=1) == "32,1%"
    assert numbers.share(Decimal("1"), "en") == "100.00%"
    assert numbers.share(None) == "–"
    assert numbers.percent_number(Decimal("0.7625")) == "76,25"


def test_changes_carry_their_sign():
    assert numbers.change(Decimal("4.61")) == "+4,61"
    assert numbers.change(Decimal("-0.5")) == "−0,50"
    assert numbers.change(Decimal("-0.001")) == "0,00"
    assert numbers.change(None) == "–"


def test_differences_of_shares_are_percentage_points_never_per_cent():
    assert numbers.share_change(Decimal("0.0461")) == "+4,61 điểm %"
    assert numbers.share_change(Decimal("-0.005"), "en") == "−0.50 pp"
    assert numbers.share_change_number(Decimal("0.0461")) == "+4,61"
    assert numbers.share_change(None) == "–"


def test_counts_have_no_decimals():
    assert numbers.integer(1204) == "1.204"
    assert numbers.integer(12, "en") == "12"
    assert numbers.integer(None) == "–"


def test_dates_are_written_day_first():
    assert numbers.date(datetime.date(2025, 7, 1)) == "01/07/2025"
    assert numbers.date(datetime.date(2025, 7, 1), "en") == "1 July 2025"
    assert numbers.date(None) == "–"


@given(st.decimals(-(10**9), 10**9, places=10, allow_nan=False))
def test_what_is_written_reads_back_as_the_rounded_number(value):
    text = numbers.points(value, "vi").replace(".", "").replace(",", ".").replace(numbers.MINUS, "-")
    assert abs(Decimal(text) - value) <= Decimal("0.005")
