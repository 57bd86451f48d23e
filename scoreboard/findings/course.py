"""A unit's criteria beside the round before and beside its peers: what was recovered, lost, recurs, stands out."""

from __future__ import annotations

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


def claims_heading(course: pd.DataFrame, words: Words) -> str:
    """How many criteria are a strength and a weakness against peers, or why nothing is claimed."""
    counts = {claim: int((course["claim"] == claim).sum()) for claim in CLAIMS}
    if any(counts.values()):
        return words("profile.claims.finding", **counts)
    is_small = len(course) > 0 and (course["no_claim_reason"] == FEW).all()
    return words("profile.claims.too_few_peers" if is_small else "profile.claims.none")
