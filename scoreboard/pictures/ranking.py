"""The pictures of one group's order: places through the rounds, totals, and what units gave themselves."""

from __future__ import annotations

from functools import partial
from typing import Any

from scoreboard import queries
from scoreboard.figures.claim_dumbbell import claim_dumbbell
from scoreboard.figures.rank_lines import rank_lines
from scoreboard.figures.ranking_bars import ranking_bars
from scoreboard.findings import claims as claim_findings
from scoreboard.findings import ranking as findings
from scoreboard.pictures import about
from scoreboard.pictures.picture import Picture
from scoreboard.scope import Scope
from scoreboard.text import names
from scoreboard.text import numbers as written


def ranks(scope: Scope, unit: Any | None = None) -> Picture:
    """The places of the group round by round, in front those of the unit (a row of `units`) or of one that tells."""
    w, rows, history = scope.words, scope.ask_here(queries.ranking), scope.ask_here(queries.rank_history)
    focus = findings.in_focus(rows, _code(unit))
    return Picture(
        "ranks",
        findings.course(rows, focus, w),
        findings.course_compared(rows, history, focus, scope.group_name, w),
        partial(rank_lines, history, words=w, focus=focus) if focus else None,
        about=about.of_group(scope, int(rows["rank"].notna().sum())),
        comparable=about.through(scope, history["assessment_code"]),
    )


def totals(scope: Scope, unit: Any | None = None) -> Picture | None:
    """The points of every unit of the group beside its mean; None for a group without units."""
    w, rows = scope.words, scope.ask_here(queries.ranking)
    if rows.empty:
        return None
    return Picture(
        "totals",
        findings.above_mean(rows, w),
        w(
            "ranking.bars.compared",
            max_points=written.shortest(scope.assessment.max_points, w.lang),
            group=names.group(scope.group_name),
        ),
        partial(ranking_bars, rows, words=w, focus=_code(unit), mean=findings.group_mean(rows)),
        about=about.of_group(scope, len(rows)),
    )


def claims(scope: Scope, unit: Any | None = None) -> Picture | None:
    """What every unit gave itself beside what it was given; None where none scored itself."""
    w, rows = scope.words, scope.ask_here(queries.self_claims)
    if rows.empty:
        return None
    return Picture(
        "claims",
        claim_findings.heading(rows, w),
        claim_findings.compared(rows, w),
        partial(claim_dumbbell, rows, words=w, focus=_code(unit)),
        about=about.of_group(scope, len(rows)),
    )


def _code(unit: Any | None) -> str | None:
    return None if unit is None else unit.unit_code
