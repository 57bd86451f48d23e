"""The pictures of one assessment at a glance: sections, costliest criteria, changes and what became of shortfalls."""

from __future__ import annotations

from functools import partial

from scoreboard import queries
from scoreboard.figures import keys
from scoreboard.figures.change_dumbbell import change_dumbbell
from scoreboard.figures.costliest_criteria import costliest_criteria
from scoreboard.figures.gap_outcomes import gap_outcomes
from scoreboard.figures.verdict_shares import verdict_shares
from scoreboard.findings import overview
from scoreboard.pictures import about
from scoreboard.pictures.picture import Picture
from scoreboard.scope import Scope

COSTLIEST = 5


def sections(scope: Scope) -> Picture:
    """How well each section was done."""
    w, rows, scored = scope.words, scope.ask_here(queries.top_level_verdicts), _scored(scope)
    return Picture(
        "sections",
        overview.weakest_section(rows, w),
        w("overview.sections.compared", n=scored),
        partial(verdict_shares, rows, words=w) if len(rows) else None,
        partial(keys.verdict_key, words=w),
        about=about.of_group(scope, scored),
    )


def costliest(scope: Scope, limit: int = COSTLIEST) -> Picture:
    """The `limit` criteria that lost most points."""
    w, rows, scored = scope.words, scope.ask_here(queries.costliest_criteria), _scored(scope)
    return Picture(
        "costliest",
        overview.costliest(rows, scored, limit, w),
        w("overview.costliest.compared", n=scored),
        partial(costliest_criteria, rows, words=w, limit=limit) if len(rows) else None,
        about=about.of_group(scope, scored),
    )


def changes(scope: Scope) -> Picture:
    """The share of every unit in the assessment before and in this one."""
    w, rows = scope.words, scope.ask_here(queries.change_by_unit)
    compared = overview.change_compared(rows, scope.when, scope.when_before, w)
    return Picture(
        "changes",
        overview.largest_rise(rows, scope.when_before, w),
        " ".join(filter(None, (compared, overview.real_change(rows, w)))),
        partial(change_dumbbell, rows, words=w) if len(rows) else None,
        about=about.of_group(scope, len(rows)),
        comparable=about.since(scope, scope.before),
    )


def outcomes(scope: Scope) -> Picture:
    """What became of the shortfalls of the assessment before."""
    w, rows = scope.words, scope.ask_here(queries.gap_outcome_counts)
    return Picture(
        "outcomes",
        overview.closed_gaps(rows, scope.when_before, w),
        overview.outcomes_compared(rows, scope.when, scope.when_before, w),
        partial(gap_outcomes, rows, words=w) if len(rows) else None,
        partial(keys.outcome_key, rows, words=w),
        about=about.of_group(scope, len(scope.ask_here(queries.units))),
        comparable=about.since(scope, scope.before),
    )


def _scored(scope: Scope) -> int:
    return int(scope.ask_here(queries.ranking)["share"].notna().sum())
