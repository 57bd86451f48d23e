"""The pictures of one criterion through the rounds."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.figures import keys
from scoreboard.figures.mean_lines import mean_lines
from scoreboard.figures.round_bars import verdict_rounds
from scoreboard.findings import criterion as findings
from scoreboard.pictures import about
from scoreboard.pictures.picture import Picture
from scoreboard.queries import Question
from scoreboard.scope import Scope


def criterion_rounds(scope: Scope, criterion: Any) -> Picture | None:
    """How well the criterion (a row of `criteria`) was done round by round; None for a bonus or a penalty."""
    if criterion.kind != "normal":
        return None
    w = scope.words
    rounds = findings.scored_rounds(_ask(scope, queries.criterion_history, criterion))
    return Picture(
        "criterion_rounds",
        findings.history_heading(rounds, scope.when, w),
        w("criterion.history.compared") if len(rounds) else "",
        partial(verdict_rounds, rounds, words=w, of_criterion=True) if len(rounds) else None,
        partial(keys.verdict_key, words=w),
        about=_about(scope, criterion),
        comparable=about.through(scope, rounds["assessment_code"]),
    )


def criterion_groups(scope: Scope, criterion: Any) -> Picture | None:
    """The share that each group reached on the criterion round by round; None for a bonus or a penalty."""
    if criterion.kind != "normal":
        return None
    w, rows = scope.words, _ask(scope, queries.criterion_group_history, criterion)
    return Picture(
        "criterion_groups",
        w("criterion.history.means" if len(rows) else "criterion.history.means_none", now=scope.when),
        w("criterion.history.means_compared") if len(rows) else "",
        partial(mean_lines, rows, words=w, focus=scope.group_code) if len(rows) else None,
        about=_about(scope, criterion),
        comparable=about.through(scope, rows["assessment_code"]),
    )


def bundle_rounds(scope: Scope, criterion: Any) -> Picture | None:
    """How well all that the criterion was split into or merged of was done as a whole; None where there is no whole."""
    rounds = findings.scored_rounds(_ask(scope, queries.bundle_rounds, criterion))
    if rounds["criteria_set_code"].nunique() < 2:
        return None
    w = scope.words
    return Picture(
        "bundle_rounds",
        findings.bundle_heading(rounds, scope.when, w),
        findings.bundle_members(rounds, w),
        partial(verdict_rounds, rounds, words=w),
        partial(keys.verdict_key, words=w),
        about=_about(scope, criterion),
        comparable=about.through(scope, rounds["assessment_code"]),
    )


def _ask(scope: Scope, question: Question, criterion: Any) -> pd.DataFrame:
    return scope.ask(
        question, assessment=scope.assessment_code, group=scope.group_code, criterion=criterion.criterion_code
    )


def _about(scope: Scope, criterion: Any) -> tuple[str, ...]:
    units = _ask(scope, queries.criterion_units, criterion)
    called = scope.words("pictures.about.criterion", code=criterion.criterion_code, name=criterion.criterion_name)
    return (called, *about.of_group(scope, units["unit_code"].nunique()))
