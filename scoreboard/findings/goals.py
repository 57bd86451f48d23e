"""What a unit could reach next, in words: the next grade, and the total of the unit above it in its group."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

import pandas as pd

from scoreboard.findings import lift
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

LEAST_SHOWN = Decimal("0.01")


class Goal(NamedTuple):
    """A goal by its name: how far it is, by what rule the way to it is found, and what to say where there is no way.

    `rival` is the row of the question `ranking` whose total is to be reached; None for the next grade.
    """

    name: str
    finding: str
    compared: str
    unreachable: str
    rival: Any | None = None


def goals(profile: Any, ranking: pd.DataFrame, words: Words) -> list[Goal]:
    """The next grade, then the next rank, as far as there are any.

    `profile` is a row of the question `unit_profile`, `ranking` the answer to `ranking` for the unit's group.
    """
    found = []
    needed = lift.missing(profile)
    if needed is not None:
        grade = names.grade(profile.next_grade_name)
        found.append(_goal("lift", profile, None, words, points=points_short(needed, words), grade=grade))
    rival = lift.next_above(profile, ranking)
    if rival is not None:
        points = points_short(lift.missing(profile, rival), words)
        found.append(_goal("next_rank", profile, rival, words, points=points, rank=rival.rank, unit=rival.unit_name))
    return found


def points_short(needed: Decimal, words: Words) -> str:
    """How many points are missing: `6,67`, or `chưa đến 0,01` where it is less than what two decimals show."""
    if written.rounded(needed):
        return written.points(needed, words.lang)
    return words("profile.lift.less_than", points=written.points(LEAST_SHOWN, words.lang))


def rescaled(profile: Any, rival: Any | None, words: Words) -> str:
    """How many points of the total a point on a criterion counts and why; empty where it counts one."""
    worth = lift.point_worth(profile, rival)
    if worth is None:
        return ""
    places = 2 if written.rounded(worth) != 1 else 4
    return words("profile.lift.rescaled", worth=written.points(worth, words.lang, places))


def _goal(name: str, profile: Any, rival: Any | None, words: Words, **filled: object) -> Goal:
    finding, *rules = (words(f"profile.{name}.{part}", **filled) for part in ("finding", "compared", "unreachable"))
    scale = rescaled(profile, rival, words)
    return Goal(name, finding, *(" ".join(filter(None, (rule, scale))) for rule in rules), rival)
