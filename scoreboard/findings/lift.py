"""The fewest criteria that lift a unit to its next grade or rank: arithmetic on points, not a forecast."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import Any

import pandas as pd

from scoreboard.findings.least_gains import Gap, least_gains
from scoreboard.rows import rows_of

# Stored totals are cut after ten decimals; one that differs by less is the sum of the criteria.
_CUT = Fraction(1, 10**9)


def missing(profile: Any, rival: Any | None = None) -> Decimal | None:
    """The points of the total short of the next grade, or of the total of `rival`.

    `profile` is a row of the question `unit_profile`, `rival` one of `ranking`. None at the top, without grades or
    points. Where grades are read from shares, the points short of a grade are those on the criteria that apply.
    """
    needed = _needed(profile, rival)
    return None if needed is None else _decimal(needed * _of_total(profile, rival))


def point_worth(profile: Any, rival: Any | None = None) -> Decimal | None:
    """How many points of the total one point on a criterion counts; None where it is one, or the total is not asked.

    It is more than one where the total is rescaled because criteria do not apply.
    """
    if _needed(profile, rival) is None:
        return None
    worth = _of_total(profile, rival)
    return None if worth == 1 else _decimal(worth)


def next_above(profile: Any, ranking: pd.DataFrame) -> Any | None:
    """The ranked unit of the group with the fewest points above the unit's own; None for the first and the unranked.

    `ranking` is the answer to the question `ranking` for the group. Of several with equal points, the first listed.
    """
    if profile.rank is None:
        return None
    ranked = ranking[ranking["rank"].notna()]
    above = [row for row in rows_of(ranked) if row.points > profile.points]
    return min(above, key=lambda row: row.points, default=None)


def path(profile: Any, criteria: pd.DataFrame, rival: Any | None = None) -> pd.DataFrame:
    """The fewest criteria that reach the next grade, or the total of `rival`, at the least points, in their order.

    `criteria` are rows of the question `unit_criteria`; each gains whole steps, or all that was lost. `gain` is what
    each adds, `value` what it leads to. Empty where all gaps together are not enough, or none is needed.
    """
    needed = _needed(profile, rival)
    gaps = criteria[criteria["gap_points"].map(lambda gap: gap is not None and gap > 0)]
    if needed is None:
        return gaps.iloc[:0].assign(gain=[], value=[])
    sizes = [
        Gap(Fraction(gap), Fraction(step) if step else None)
        for gap, step in zip(gaps["gap_points"], gaps["step"], strict=True)
    ]
    gains = least_gains(sizes, needed)
    start, worth = _value(profile, rival), _worth(profile, rival)
    values = [_decimal(start + gained * worth) for gained in accumulate(gains.values())]
    return gaps.iloc[list(gains)].assign(gain=[_decimal(gain) for gain in gains.values()], value=values)


def _needed(profile: Any, rival: Any | None) -> Fraction | None:
    goal = profile.next_grade_min if rival is None else rival.points
    if profile.points is None or goal is None or not profile.applicable_max_points:
        return None
    return (Fraction(goal) - _value(profile, rival)) / _worth(profile, rival)


def _value(profile: Any, rival: Any | None) -> Fraction:
    """What is to reach the goal: the total, or the share in per cent, as exact as the criteria give it."""
    worth = _worth(profile, rival)
    if profile.grade_basis == "share" and rival is None:
        return Fraction(profile.normal_points) * worth
    stored = Fraction(profile.points)
    if profile.normal_points is None:
        return stored
    added = Fraction(profile.normal_points) * worth + Fraction(profile.bonus_points + profile.penalty_points)
    return added if abs(added - stored) < _CUT else stored


def _worth(profile: Any, rival: Any | None) -> Fraction:
    """How much one more point on a criterion adds to that value."""
    whole = Decimal(100) if profile.grade_basis == "share" and rival is None else profile.max_points
    return Fraction(whole) / Fraction(profile.applicable_max_points)


def _of_total(profile: Any, rival: Any | None) -> Fraction:
    """How many points of what is said to be missing one point on a criterion makes up."""
    return Fraction(1) if profile.grade_basis == "share" and rival is None else _worth(profile, rival)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / value.denominator
