"""What a unit could reach next, in words: the next grade, and the total of the unit above it in its group."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from scoreboard.findings import lift
from scoreboard.text import Words, names
from scoreboard.text import numbers as written


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
        found.append(_goal("lift", None, words, points=written.points(needed, words.lang), grade=grade))
    rival = lift.next_above(profile, ranking)
    if rival is not None:
        points = written.points(lift.missing(profile, rival), words.lang)
        found.append(_goal("next_rank", rival, words, points=points, rank=rival.rank, unit=rival.unit_name))
    return found


def _goal(name: str, rival: Any | None, words: Words, **filled: object) -> Goal:
    parts = ("finding", "compared", "unreachable")
    return Goal(name, *(words(f"profile.{name}.{part}", **filled) for part in parts), rival)
