"""What the page of one criterion says of units: penalties and bonuses are no levels, and split parts move together."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pandas as pd
import pytest

from scoreboard.findings import criterion
from scoreboard.text import words

VI = words("vi")


def units(*points: str) -> pd.DataFrame:
    return pd.DataFrame({"state": "scored", "verdict": None, "points": [Decimal(given) for given in points]})


def moves(*changes: str, together: int) -> pd.DataFrame:
    return pd.DataFrame({"share_change": [Decimal(change) for change in changes], "together": together})


@pytest.mark.parametrize(
    ("kind", "points", "said"),
    [
        ("penalty", ("0", "-2", "0"), "1/3 đơn vị bị trừ điểm"),
        ("penalty", ("0", "0"), "0/2 đơn vị bị trừ điểm"),
        ("bonus", ("5", "0", "1"), "2/3 đơn vị được cộng điểm"),
    ],
)
def test_units_scored_without_any_points_given_or_taken_are_not_counted_as_such(kind, points, said):
    assert criterion.levels_heading(SimpleNamespace(kind=kind), units(*points), VI) == said


def test_heading_of_moves_is_of_all_that_was_split():
    split = criterion.moves_heading(moves("0.1", "-0.1", "0.2", together=2), "năm 2021", VI)
    assert split == "Cả nhóm tiêu chí tách: 2 đơn vị tiến bộ, 1 đơn vị giảm so với năm 2021"
    alone = criterion.moves_heading(moves("0.1", together=1), "năm 2021", VI)
    assert alone == "1 đơn vị tiến bộ, 0 đơn vị giảm so với năm 2021"
