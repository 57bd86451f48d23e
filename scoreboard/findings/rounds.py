"""How the make-up of a whole moved from round to round: verdicts and grades."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.figures.theme import VERDICTS
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text import numbers as written


def verdicts_heading(history: pd.DataFrame, words: Words) -> str:
    """The share of results done well in the first and the last round of the last round's criteria set.

    Their units may differ, so no change is told. `history` are rows of the question `verdict_history`, oldest first.
    """
    if history.empty:
        return words("trend.verdicts.none")
    same_set = history[history["criteria_set_code"] == history["criteria_set_code"].iloc[-1]]
    ends = [row._asdict() for row in rows_of(same_set.iloc[[0, -1]])]
    shares = [_share(row["done_well"], sum(row[verdict] for verdict in VERDICTS)) for row in ends]
    first, last = (written.share(share, words.lang, places=1) for share in shares)
    then, now = (names.assessment(row["assessment_name"], words) for row in ends)
    if len(same_set) == 1:
        return words("trend.verdicts.finding_one", last=last, now=now)
    return words("trend.verdicts.finding", first=first, then=then, last=last, now=now)


def grades_heading(history: pd.DataFrame, now: str, words: Words) -> str:
    """Which part of the graded units reached the second-best grade in the last round with grades.

    `history` are rows of the question `grade_history`, oldest first; `now` names the last of their assessments.
    """
    if history.empty:
        return words("trend.grades.none")
    last = history[history["assessment_code"] == history["assessment_code"].iloc[-1]]
    best = last[last["place"] <= 2]
    share = written.share(_share(best["units"].sum(), last["units"].sum()), words.lang, places=1)
    key = "trend.grades.finding" if len(best) == 2 else "trend.grades.finding_top"
    return words(key, share=share, grade=names.grade(best["grade_name"].iloc[-1]), now=now)


def by_place(history: pd.DataFrame) -> pd.DataFrame:
    """A row per round with its grades side by side: `place_1`, `place_2`, ... hold how many units had each."""
    rounds = ["assessment_code", "assessment_name", "year", "criteria_set_code", "criteria_set_name"]
    wide = history.pivot(index=rounds, columns="place", values="units").fillna(0).astype("int64")
    wide = wide.rename(columns="place_{}".format).reset_index()
    order = {code: place for place, code in enumerate(history["assessment_code"].unique())}
    return wide.sort_values("assessment_code", key=lambda codes: codes.map(order), ignore_index=True)


def grade_names(history: pd.DataFrame) -> tuple[str, ...]:
    """The names of the grades by place, the highest first; names that sets give to the same place are joined."""
    return tuple(" / ".join(rows["grade_name"].unique()) for _, rows in history.groupby("place"))


def _share(part: int, whole: int) -> Decimal:
    return Decimal(int(part)) / int(whole)
