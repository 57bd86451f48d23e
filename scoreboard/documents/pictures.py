"""The figures of documents, each as the page of the same subject shows it."""

from __future__ import annotations

from functools import partial

from scoreboard import queries
from scoreboard.documents.model import Picture
from scoreboard.documents.results import Results
from scoreboard.figures import keys
from scoreboard.figures.change_dumbbell import change_dumbbell
from scoreboard.figures.costliest_criteria import costliest_criteria
from scoreboard.figures.gap_outcomes import gap_outcomes
from scoreboard.figures.verdict_map import verdict_map
from scoreboard.figures.verdict_shares import verdict_shares
from scoreboard.findings import gaps, overview
from scoreboard.scope import Scope

COSTLIEST = 5


def sections(results: Results) -> list[Picture]:
    """How well each section was done."""
    w, scored = results.words, int(results.ranking["share"].notna().sum())
    picture = Picture(
        "sections",
        overview.weakest_section(results.sections, w),
        w("overview.sections.compared", n=scored),
        partial(verdict_shares, results.sections, words=w),
        partial(keys.verdict_key, words=w),
    )
    return [picture] if len(results.sections) else []


def costliest(results: Results) -> list[Picture]:
    """The criteria that lost most points."""
    w, scored = results.words, int(results.ranking["share"].notna().sum())
    picture = Picture(
        "costliest",
        overview.costliest(results.costliest, COSTLIEST, w),
        w("overview.costliest.compared", n=scored),
        partial(costliest_criteria, results.costliest, words=w, limit=COSTLIEST),
    )
    return [picture] if len(results.costliest) else []


def changes(results: Results) -> list[Picture]:
    """The share of every unit before and now."""
    w, scope, rows = results.words, results.scope, results.own_changes
    picture = Picture(
        "changes",
        overview.largest_rise(rows, scope.when_before, w),
        overview.change_compared(rows, scope.when, scope.when_before, w),
        partial(change_dumbbell, rows, words=w),
    )
    return [picture] if len(rows) else []


def outcomes(results: Results) -> list[Picture]:
    """What became of the shortfalls of the assessment before."""
    w, scope, rows = results.words, results.scope, results.outcomes
    picture = Picture(
        "outcomes",
        overview.closed_gaps(rows, scope.when_before, w),
        overview.outcomes_compared(rows, scope.when, scope.when_before, w),
        partial(gap_outcomes, rows, words=w),
        partial(keys.outcome_key, rows, words=w),
    )
    return [picture] if len(rows) else []


def verdicts(scope: Scope) -> list[Picture]:
    """The verdict of every unit of the scope's group on every criterion."""
    w = scope.words
    asked = {"assessment": scope.assessment_code, "group": scope.group_code, "section": None}
    cells = scope.ask(queries.verdict_cells, **asked)
    picture = Picture(
        f"map_{scope.group_code}",
        gaps.heading(scope.ask(queries.criterion_gaps, **asked), w),
        gaps.compared(None, None, w),
        partial(verdict_map, cells, words=w),
        partial(keys.verdict_key, words=w, with_absences=True),
    )
    return [picture] if cells["criterion_code"].notna().any() else []
