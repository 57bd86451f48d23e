"""A unit's criteria beside the round before and beside its peers: what was recovered, lost, recurs, stands out."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.text import Words

COURSES = ("lost", "recurring", "recovered")
CLAIMS = ("weakness", "strength")
FEW = "too_few_peers"


def heading(course: pd.DataFrame, words: Words) -> str:
    """How many criteria were lost, recur and were recovered; or that nothing can be told of any.

    `course` are rows of the question `unit_course`.
    """
    told = course[course["history"].notna()]
    if told.empty:
        return words("profile.course.none")
    counts = {name: int((told["history"] == name).sum()) for name in COURSES}
    return words("profile.course.finding" if any(counts.values()) else "profile.course.same", **counts)


def compared(course: pd.DataFrame, before: str, words: Words) -> str:
    """What is compared with what, and of how many criteria nothing can be told, by reason."""
    untold = course.loc[course["history"].isna(), "history_reason"].value_counts()
    sentence = words("profile.course.compared", before=before)
    if untold.empty:
        return sentence
    reasons = "; ".join(
        words("profile.course.reason", n=int(n), reason=words(f"figures.reason.{reason}"))
        for reason, n in untold.items()
    )
    return f"{sentence} {words('profile.course.untold', reasons=reasons)}"


def of_course(course: pd.DataFrame, name: str) -> pd.DataFrame:
    """The criteria of one of `COURSES`, what recurs longest first."""
    return course[course["history"] == name].sort_values("weak_rounds", ascending=False, kind="stable")


def of_claim(course: pd.DataFrame, claim: str) -> pd.DataFrame:
    """The criteria of one of `CLAIMS`, the furthest from the peers first."""
    rows = course[course["claim"] == claim]
    return rows.iloc[rows["share_above_peers"].abs().argsort(kind="stable")[::-1]] if len(rows) else rows


def said(row: Any, words: Words) -> str:
    """For how many rounds a criterion recurs; else its verdict before and now."""
    if row.history == "recurring":
        return words("profile.course.rounds", n=row.weak_rounds)
    now, before = (words(f"profile.course.verdict.{verdict}") for verdict in (row.verdict, row.previous_verdict))
    return words("profile.course.change", before=before, now=now)


def claims_heading(course: pd.DataFrame, words: Words) -> str:
    """How many criteria are a strength and a weakness against peers, or why nothing is claimed."""
    counts = {claim: int((course["claim"] == claim).sum()) for claim in CLAIMS}
    if any(counts.values()):
        return words("profile.claims.finding", **counts)
    is_small = len(course) > 0 and (course["no_claim_reason"] == FEW).all()
    return words("profile.claims.too_few_peers" if is_small else "profile.claims.none")
