"""The pictures of what a change in points is made of: of one unit, and of one group's mean."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.figures.change_waterfall import change_waterfall
from scoreboard.findings import caution, group_change, trend
from scoreboard.pictures import about
from scoreboard.pictures.picture import Draw, Picture
from scoreboard.rows import rows_of
from scoreboard.scope import Scope
from scoreboard.text import names


def unit_parts(scope: Scope, baseline: Any, unit: Any) -> Picture | None:
    """What the unit's change since the earlier assessment is made of; None where it has no parts.

    `baseline` is a row of `assessments`, `unit` of `units`.
    """
    w, between = scope.words, {"baseline": baseline.assessment_code, "assessment": scope.assessment_code}
    parts = scope.ask(queries.change_parts, **between, unit=unit.unit_code)
    if parts.empty:
        return None
    changes = scope.ask(queries.unit_changes, **between, group=unit.group_code)
    own = changes.loc[changes["unit_code"] == unit.unit_code, "caution"]
    before = names.assessment(baseline.assessment_name, w)
    compared = w("trend.parts.compared", unit=unit.unit_name, before=before, now=scope.when)
    return Picture(
        "unit_parts",
        trend.parts_heading(parts, w),
        " ".join(filter(None, (compared, caution.explained(own, w)))),
        _waterfall(scope, baseline, parts, trend.published_points(changes, unit.unit_code)),
        about=(unit.unit_name, unit.group_name, w("pictures.about.units", n=1)),
        comparable=about.since(scope, baseline),
    )


def group_parts(scope: Scope, baseline: Any) -> Picture | None:
    """What the change of the scope's group's mean since the earlier assessment is made of; None where it has none."""
    w, between = scope.words, {"baseline": baseline.assessment_code, "assessment": scope.assessment_code}
    groups = scope.ask(queries.group_changes, **between, group=scope.group_code)
    change = next(rows_of(groups), None)
    if change is None or change.mean_change is None:
        return None
    before = names.assessment(baseline.assessment_name, w)
    parts = scope.ask(queries.group_change_parts, **between, group=change.group_code)
    return Picture(
        "group_parts",
        group_change.heading(change, w),
        group_change.compared(change, before, scope.when, w),
        _waterfall(scope, baseline, parts, change.from_mean),
        about=about.of_group(scope, change.to_units),
        comparable=about.since(scope, baseline),
    )


def _waterfall(scope: Scope, baseline: Any, parts: pd.DataFrame, from_points: Decimal) -> Draw | None:
    drawn = group_change.drawn(parts)
    if drawn.empty:
        return None
    return partial(
        change_waterfall,
        drawn,
        words=scope.words,
        before=names.capital(names.assessment(baseline.assessment_name, scope.words)),
        now=names.capital(scope.when),
        from_points=from_points,
    )
