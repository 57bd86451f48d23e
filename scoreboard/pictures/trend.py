"""The pictures of what changed: since any earlier assessment, and round by round."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.figures import keys, outcome_rounds
from scoreboard.figures.change_dumbbell import change_dumbbell
from scoreboard.figures.mean_lines import mean_lines
from scoreboard.figures.round_bars import grade_key, grade_rounds, verdict_rounds
from scoreboard.findings import progress, rounds, trend
from scoreboard.pictures import about
from scoreboard.pictures.picture import Picture
from scoreboard.scope import Scope
from scoreboard.text import names


def changes_since(scope: Scope, baseline: Any) -> Picture | None:
    """The share of every unit in the earlier assessment (a row of `assessments`) and now; None without any unit."""
    w = scope.words
    asked = {"assessment": scope.assessment_code, "group": scope.group_code, "baseline": baseline.assessment_code}
    rows = scope.ask(queries.unit_changes, **asked)
    if rows.empty:
        return None
    drawn = rows[rows["share_change"].notna()]
    return Picture(
        "changes_since",
        trend.changes_heading(rows, names.assessment(baseline.assessment_name, w), w),
        trend.changes_compared(rows, baseline, scope.assessment, w),
        partial(change_dumbbell, drawn, words=w) if len(drawn) else None,
        about=about.of_group(scope, len(drawn)),
        comparable=about.since(scope, baseline),
    )


def means(scope: Scope) -> Picture:
    """The mean share of every group round by round, that of the scope's in front."""
    w, rows = scope.words, scope.ask_here(queries.mean_shares)
    return Picture(
        "means",
        trend.means_heading(rows, scope.assessment_code, scope.when, w),
        w("trend.means.compared"),
        partial(mean_lines, rows, words=w, focus=scope.group_code) if rows["units"].sum() else None,
        about=about.of_group(scope, _counted(scope, rows)),
        comparable=about.through(scope, rows["assessment_code"]),
    )


def directions(scope: Scope) -> Picture | None:
    """How many units rose, stayed and fell, round by round; None where no round has one before it."""
    w, rows = scope.words, scope.ask_here(queries.direction_history)
    if rows.empty:
        return None
    reasons = scope.ask_here(queries.not_compared_history)
    return Picture(
        "directions",
        progress.directions_heading(rows, scope.when, w),
        progress.directions_compared(rows, reasons, scope.when, w),
        partial(outcome_rounds.direction_rounds, rows, words=w),
        partial(outcome_rounds.direction_key, words=w),
        about=about.of_group(scope, _taking_part(scope)),
        comparable=about.through(scope, _with_first(scope, rows)),
    )


def closures(scope: Scope) -> Picture | None:
    """What became of the shortfalls of the round before, round by round; None where no round has one before it."""
    w, rows = scope.words, scope.ask_here(queries.closure_history)
    if rows.empty:
        return None
    now = rows[rows["assessment_code"] == scope.assessment_code]
    return Picture(
        "closures",
        progress.closures_heading(now, scope.when_before, w),
        progress.closures_compared(now, w),
        partial(outcome_rounds.closure_rounds, rows, words=w),
        partial(outcome_rounds.closure_key, words=w),
        about=about.of_group(scope, _taking_part(scope)),
        comparable=about.through(scope, _with_first(scope, rows)),
    )


def verdicts(scope: Scope) -> Picture:
    """How the results divide into the three verdicts, round by round."""
    w, rows = scope.words, scope.ask_here(queries.verdict_history)
    return Picture(
        "verdicts",
        rounds.verdicts_heading(rows, w),
        w("trend.verdicts.compared", set=scope.assessment.criteria_set_name),
        partial(verdict_rounds, rows, words=w) if len(rows) else None,
        partial(keys.verdict_key, words=w),
        about=about.of_group(scope, _taking_part(scope)),
        comparable=about.through(scope, rows["assessment_code"]),
    )


def grades(scope: Scope) -> Picture:
    """How the units divide into grades, round by round."""
    w, rows = scope.words, scope.ask_here(queries.grade_history)
    called = rounds.grade_names(rows)
    last = rows[rows["assessment_code"] == rows["assessment_code"].iloc[-1]] if len(rows) else rows
    graded = names.assessment(last["assessment_name"].iloc[0], w) if len(last) else scope.when
    return Picture(
        "grades",
        rounds.grades_heading(rows, graded, w),
        w("trend.grades.compared"),
        partial(grade_rounds, rounds.by_place(rows), words=w, grades=called) if len(rows) else None,
        partial(grade_key, called),
        about=about.of_group(scope, int(last["units"].sum())),
        comparable=about.through(scope, rows["assessment_code"]),
    )


def _counted(scope: Scope, rows: pd.DataFrame) -> int:
    """How many units the rows of the scope's assessment count."""
    return int(rows.loc[rows["assessment_code"] == scope.assessment_code, "units"].sum())


def _taking_part(scope: Scope) -> int:
    return len(scope.ask_here(queries.units))


def _with_first(scope: Scope, rows: pd.DataFrame) -> list[str]:
    """The rounds of `rows`, each set against the one before it, and the one before the first of them."""
    codes = list(rows["assessment_code"])
    earlier = scope.assessments.loc[scope.assessments["assessment_code"] == codes[0], "previous_code"]
    return [*earlier.dropna(), *codes]
