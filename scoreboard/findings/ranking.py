"""What a ranking says: who leads, who ties, who rose in points but fell in rank; and how one unit's rank moved."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.findings.measures import COMPARABLE, mean, topmost
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

NAMED = 3


def standing(ranking: pd.DataFrame, words: Words) -> str:
    """One line over a group's ranking: the leaders, the first tie below them, a rise in share with a fall in rank."""
    ranked = ranking[ranking["rank"].notna()]
    if ranked.empty:
        return words("ranking.finding.none")
    parts = [_leaders(ranked, words), _tie(ranked, words), _rise_and_fall(ranked, words)]
    return "; ".join(filter(None, parts))


def _leaders(ranked: pd.DataFrame, words: Words) -> str:
    first = list(ranked.loc[ranked["rank"] == 1, "unit_name"])
    if len(first) == len(ranked):
        return words("ranking.finding.all_first", n=len(first), units=first[0])
    if len(first) > NAMED:
        return words("ranking.finding.many_lead", n=len(first))
    return words("ranking.finding.lead", n=len(first), units=names.listed(first, words))


def _tie(ranked: pd.DataFrame, words: Words) -> str:
    tied = ranked[ranked["is_tied"] & (ranked["rank"] > 1)]
    if tied.empty:
        return ""
    place = tied["rank"].min()
    return words("ranking.finding.tie", n=int((tied["rank"] == place).sum()), rank=place)


def _rise_and_fall(ranked: pd.DataFrame, words: Words) -> str:
    fair = ranked[ranked["comparability"].isin(COMPARABLE) & ranked["places_up"].notna()]
    against = fair[(fair["share_change"] > 0) & (fair["places_up"] < 0)]
    if against.empty:
        return ""
    furthest = against[against["places_up"] == against["places_up"].min()].iloc[0]
    return words("ranking.finding.rise_and_fall", unit=furthest["unit_name"], n=-furthest["places_up"])


def group_mean(ranking: pd.DataFrame) -> Decimal | None:
    """The exact mean of the points of the units that have any; None where none has."""
    return mean(ranking["points"].dropna())


def above_mean(ranking: pd.DataFrame, words: Words) -> str:
    """How many units are above the group's mean of points; where all have the same, that they have."""
    points = ranking["points"].dropna()
    average = group_mean(ranking)
    if average is None:
        return words("ranking.finding.none")
    if points.nunique() == 1:
        return words("ranking.finding.same_points", n=len(points), mean=written.points(average, words.lang))
    return words(
        "ranking.finding.above_mean",
        above=int((points > average).sum()),
        n=len(points),
        mean=written.points(average, words.lang),
    )


def in_focus(ranking: pd.DataFrame, chosen: str | None) -> str | None:
    """The unit that lines tell of: the chosen one if ranked, else the one whose place moved most, else the first."""
    ranked = ranking[ranking["rank"].notna()]
    if ranked.empty:
        return None
    if chosen in set(ranked["unit_code"]):
        return chosen
    moved = ranked[ranked["places_up"].notna()]
    if moved.empty:
        return ranked["unit_code"].iloc[0]
    return topmost(moved.assign(distance=moved["places_up"].abs()), "distance")["unit_code"].iloc[0]


def course_compared(
    ranking: pd.DataFrame, history: pd.DataFrame, unit_code: str | None, group: str, words: Words
) -> str:
    """What the lines of ranks show; empty without a unit to tell of."""
    if unit_code is None:
        return ""
    unit = ranking.loc[ranking["unit_code"] == unit_code, "unit_name"].iloc[0]
    rounds = [names.assessment(name, words) for name in history["assessment_name"].drop_duplicates()]
    if len(rounds) == 1:
        return words("ranking.course.compared_one", group=names.group(group), first=rounds[0], unit=unit)
    return words("ranking.course.compared", group=names.group(group), first=rounds[0], last=rounds[-1], unit=unit)


def course(ranking: pd.DataFrame, unit_code: str | None, words: Words) -> str:
    """How the place of one unit moved since the assessment before; only its place where places may not be compared."""
    if unit_code is None:
        return words("ranking.finding.none")
    unit = ranking[ranking["unit_code"] == unit_code].iloc[0]
    if pd.isna(unit["places_up"]):
        key = "ranking.course.tied" if unit["is_tied"] else "ranking.course.place"
        return words(key, unit=unit["unit_name"], rank=unit["rank"], n=unit["ranked_units"])
    moved = "up" if unit["places_up"] > 0 else "down" if unit["places_up"] < 0 else "same"
    return words(
        f"ranking.course.{moved}",
        unit=unit["unit_name"],
        rank=unit["rank"],
        before=unit["rank"] + unit["places_up"],
    )
