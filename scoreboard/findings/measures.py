"""Small exact measures that sentences rest on."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pandas as pd

COMPARABLE = ("comparable", "by_share")


def mean(values: Iterable[Decimal | None]) -> Decimal | None:
    """The exact mean of the values that are there; None when there is none."""
    given = [value for value in values if value is not None]
    return sum(given, Decimal(0)) / len(given) if given else None


def comparable(change: pd.DataFrame) -> pd.DataFrame:
    """The rows whose change may be shown as a change."""
    return change[change["comparability"].isin(COMPARABLE)]


def direction(value: Decimal) -> str:
    """`up`, `down` or `same`, the last part of a key of words."""
    return "up" if value > 0 else "down" if value < 0 else "same"


def topmost(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows that have the largest value of `column`, all that tie for it."""
    return table[table[column] == table[column].max()] if len(table) else table
