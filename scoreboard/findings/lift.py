"""The fewest criteria that lift a unit to its next grade: arithmetic on points, not a forecast."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd


def missing(profile: Any) -> Decimal | None:
    """The points short of the next grade, on the criteria as scored; None at the top, without grades or points.

    `profile` is a row of the question `unit_profile`. Where the total is rescaled because criteria do not apply, a
    point scored is worth more than a point of the total, and fewer are missing.
    """
    if profile.points is None or profile.next_grade_min is None:
        return None
    return (profile.next_grade_min - _value(profile)) / _worth(profile)


def path(profile: Any, criteria: pd.DataFrame) -> pd.DataFrame:
    """The criteria to do in full, the largest gap first, until the next grade is met; `value` is what each leads to.

    `criteria` are rows of the question `unit_criteria`. Empty where all gaps together are not enough, or
    none is needed.
    """
    needed = missing(profile)
    gaps = criteria[criteria["gap_points"].map(lambda gap: gap is not None and gap > 0)]
    if needed is None or sum(gaps["gap_points"], Decimal(0)) < needed:
        return gaps.iloc[:0].assign(value=[])
    largest_first = gaps.sort_values("gap_points", ascending=False, kind="stable")
    gained = list(largest_first["gap_points"].cumsum())
    steps = next(step for step, points in enumerate(gained, start=1) if points >= needed)
    values = [_value(profile) + points * _worth(profile) for points in gained[:steps]]
    return largest_first.iloc[:steps].assign(value=values)


def _value(profile: Any) -> Decimal:
    """What the grade is read from: the total, or the share in per cent."""
    return profile.share * 100 if profile.grade_basis == "share" else profile.points


def _worth(profile: Any) -> Decimal:
    """How much one more point on a criterion adds to that value."""
    whole = Decimal(100) if profile.grade_basis == "share" else profile.max_points
    return whole / profile.applicable_max_points
