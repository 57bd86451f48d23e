"""Subtotals proven by their sums."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from etl.layout.arithmetic import parents_by_sums

POINTS = st.decimals(1, 100, places=4)


def column(*values: str) -> list[Decimal | None]:
    return [Decimal(value) if value else None for value in values]


def test_parts_follow_their_whole():
    columns = [
        column("5.000004", "3", "7", ""),
        column("2", "1", "3", ""),
        column("3", "2", "4", ""),
        column("6", "8", "9", "0"),
        column("1", "5", "4", ""),
        column("5", "3", "5", ""),
    ]
    assert parents_by_sums(columns) == [None, 0, 0, None, 3, 3]


def test_two_rows_prove_nothing():
    assert parents_by_sums([column("3", "5"), column("1", "2"), column("2", "3")]) == [None, None, None]


def test_a_column_that_equals_the_next_is_not_its_sum():
    assert parents_by_sums([column("3", "5", "6")] * 2) == [None, None]


@given(st.lists(st.lists(POINTS, min_size=4, max_size=4).map(sorted), min_size=3, max_size=8))
def test_a_sum_before_its_parts_is_found(rows: list[list[Decimal]]):
    """Parts that grow to the right, so that none of them happens to be the sum of later ones."""
    columns = [[sum(row, Decimal(0)), *row] for row in rows]
    assert parents_by_sums(list(zip(*columns, strict=True))) == [None, 0, 0, 0, 0]
