"""The band of key figures: each with its base and its comparison, already written."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from scoreboard.findings.closure import closure_of
from scoreboard.findings.measures import comparable, mean
from scoreboard.text import Words, names
from scoreboard.text import numbers as written


class KeyFigure(NamedTuple):
    """A label, the number, what stands behind it (unit or base), and what it is set beside."""

    label: str
    number: str
    base: str
    beside: str


def mean_share(ranking: pd.DataFrame, change: pd.DataFrame, before: str | None, words: Words) -> KeyFigure:
    """The mean share of the units, with its change over comparable units."""
    average = mean(ranking["share"])
    label = words("overview.figure.mean")
    if before is None:
        return KeyFigure(label, written.share(average, words.lang), "", words("overview.figure.no_before"))
    fair = comparable(change)
    moved = written.share_change(mean(fair["share_change"]), words.lang)
    beside = words("overview.figure.mean_change", change=moved, before=before, n=len(fair)) if len(fair) else ""
    return KeyFigure(label, written.share(average, words.lang), "", beside)


def well_graded(
    ranking: pd.DataFrame, earlier: pd.DataFrame, grades: pd.DataFrame, before: str | None, words: Words
) -> KeyFigure:
    """How many of the graded units reach the second-best grade; how many have scores, where the set has no grades.

    `earlier` is the ranking before under the same criteria set; empty when there is none.
    """
    if len(grades) < 2:
        scored = int(ranking["share"].notna().sum())
        units = words("overview.figure.units", n=len(ranking))
        return KeyFigure(words("overview.figure.scored"), str(scored), units, "")
    best = set(grades["grade_code"][:2])
    beside = ""
    if len(earlier):
        count, n = int(earlier["grade_code"].isin(best).sum()), int(earlier["grade_code"].notna().sum())
        beside = words("overview.figure.graded_before", before=before, count=count, n=n)
    return KeyFigure(
        words("overview.figure.graded", grade=names.grade(grades["grade_name"].iloc[1])),
        str(int(ranking["grade_code"].isin(best).sum())),
        words("overview.figure.graded_units", n=int(ranking["grade_code"].notna().sum())),
        beside,
    )


def not_done(ranking: pd.DataFrame, words: Words) -> KeyFigure:
    """How many results are at the lowest verdict; no number where nothing was scored."""
    count = int(ranking["not_done"].sum())
    base = int(ranking[["done_well", "not_well", "not_done"]].to_numpy().sum())
    if not base:
        return KeyFigure(words("overview.figure.not_done"), written.NOTHING, "", words("overview.figure.no_results"))
    share = written.share(Decimal(count) / base, words.lang, places=1)
    results = words("overview.figure.results", n=written.integer(base, words.lang))
    return KeyFigure(
        words("overview.figure.not_done"),
        written.integer(count, words.lang),
        results,
        words("overview.figure.results_share", share=share),
    )


def closed(outcomes: pd.DataFrame, before: str | None, words: Words) -> KeyFigure:
    """How many shortfalls of the assessment before are closed, of those of which it can be told; the others beside."""
    followed = closure_of(outcomes)
    if before is None or not followed.told + followed.untold:
        return KeyFigure(words("overview.figure.closed_first"), written.NOTHING, "", words("overview.figure.no_before"))
    label = words("overview.figure.closed", before=before)
    untold = words("overview.figure.untold", n=written.integer(followed.untold, words.lang)) if followed.untold else ""
    if not followed.told:
        return KeyFigure(label, written.NOTHING, "", untold)
    share = written.share(followed.share, words.lang, places=1)
    return KeyFigure(
        label,
        written.integer(followed.closed, words.lang),
        words("overview.figure.told", n=written.integer(followed.told, words.lang)),
        "; ".join(filter(None, (share, untold))),
    )
