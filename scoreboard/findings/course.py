"""What a unit's criteria of the round before have become."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.findings import closure as closures
from scoreboard.findings.closure import UNTOLD, Closure
from scoreboard.text import Words

COURSES = ("lost", "recurring", "recovered")
WELL = "done_well"
NOTHING_BEFORE = {"territory_changed": "territory", "not_submitted": "no_points", "no_points": "no_points"}


def heading(followed: pd.DataFrame, reason: str | None, before: str, words: Words) -> str:
    """How many shortfalls of the round `before` are closed, as every page says it, and how many criteria were lost.

    `followed` are rows of the question `unit_followed`; without any that can be told the heading says so. Without any
    at all it says why, by the `reason` for which the unit's result is not compared.
    """
    if followed.empty:
        return words(f"profile.course.{NOTHING_BEFORE.get(reason, 'absent')}")
    if (followed["outcome"] == UNTOLD).all():
        return words("profile.course.none")
    closure = _closure(followed)
    lost = len(of_course(followed, "lost"))
    parts = [
        closures.heading(closure, before, words) if closure.told or closure.untold else "",
        words("profile.course.finding_lost", n=lost) if lost else "",
    ]
    return "; ".join(filter(None, parts)) or words("profile.course.all_well", before=before)


def compared(followed: pd.DataFrame, before: str, words: Words) -> str:
    """What is compared with what, and of how many shortfalls nothing can be told, by reason; empty without any row."""
    if followed.empty:
        return ""
    sentences = [words("profile.course.compared", before=before)]
    if followed["parts"].notna().any():
        sentences.append(words("profile.course.split"))
    weak = followed[followed["from_verdict"] != WELL]
    untold = weak.loc[weak["outcome"] == UNTOLD, "reason"].value_counts()
    if len(untold):
        reasons = "; ".join(
            words("profile.course.reason", n=int(n), reason=words(f"figures.reason.{reason}"))
            for reason, n in untold.items()
        )
        sentences.append(words("profile.course.untold", reasons=reasons))
    return " ".join(sentences)


def of_course(followed: pd.DataFrame, name: str) -> pd.DataFrame:
    """The criteria of one of `COURSES`, what recurs longest first.

    Recovered and recurring are the shortfalls of the round before that are closed and that are not; lost is what was
    done well and is not any more.
    """
    told = followed[followed["outcome"] != UNTOLD]
    was_well = told["from_verdict"] == WELL
    is_well = told["to_verdict"] == WELL
    chosen = {"lost": was_well & ~is_well, "recurring": ~was_well & ~is_well, "recovered": ~was_well & is_well}[name]
    return told[chosen].sort_values("weak_rounds", ascending=False, kind="stable")


def _closure(followed: pd.DataFrame) -> Closure:
    weak = followed[followed["from_verdict"] != WELL]
    untold = int((weak["outcome"] == UNTOLD).sum())
    return Closure(int((weak["outcome"] == "closed").sum()), len(weak) - untold, untold)


def said(row: Any, words: Words) -> str:
    """For how many rounds a criterion has not been done well; else its verdict before and now."""
    if row.to_verdict != WELL and row.weak_rounds is not None and row.weak_rounds > 1:
        return words("profile.course.rounds", n=row.weak_rounds)
    now, before = (words(f"profile.course.verdict.{verdict}") for verdict in (row.to_verdict, row.from_verdict))
    return words("profile.course.change", before=before, now=now)


def split_into(row: Any, words: Words) -> str:
    """Into which criteria one was split that is told of as a whole; empty for any other."""
    return words("profile.course.split_into", criteria=row.parts) if row.parts else ""
