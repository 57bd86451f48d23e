"""The panel of what a change in points is made of: of one unit, of one group's mean, or of each group's in a table."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.figures.change_waterfall import change_waterfall
from scoreboard.findings import caution, group_change, trend
from scoreboard.tables import trend as tables
from scoreboard.text import names
from scoreboard.ui import controls, html
from scoreboard.ui.panel import panel, table_panel
from scoreboard.ui.view import View


def show(view: View, baseline: Any, unit: Any | None, changes: pd.DataFrame) -> None:
    """Show the parts of the change since `baseline`: of the `unit`, else of the page's group, else of every group.

    `baseline` is a row of the question `assessments`, `unit` of `units`; `changes` answer `unit_changes`. A unit
    whose change has no parts has a sentence that says why.
    """
    if unit is not None:
        _of_unit(view, baseline, unit, changes)
        return
    between = {"baseline": baseline.assessment_code, "assessment": view.assessment_code}
    groups = view.ask(queries.group_changes, **between, group=view.group_code)
    if view.group_code is None:
        table_panel(
            view,
            "groups",
            finding=view.words("trend.group.choose"),
            compared=view.words("trend.group.choose_compared"),
            table=tables.group_changes_in_brief(groups, view.words),
            whole=tables.group_changes(groups, view.words),
        )
    for change in groups.itertuples() if view.group_code is not None else ():
        _of_group(view, baseline, change)


def _of_unit(view: View, baseline: Any, unit: Any, changes: pd.DataFrame) -> None:
    between = {"baseline": baseline.assessment_code, "assessment": view.assessment_code}
    parts = view.ask(queries.change_parts, **between, unit=unit.unit_code)
    if parts.empty:
        said = trend.no_parts(changes, unit, view.words)
        if said:
            html.show(html.finding(said, ""))
    else:
        compared = view.words(
            "trend.parts.compared",
            unit=unit.unit_name,
            before=controls.name_of(baseline, view),
            now=view.when,
        )
        from_points = trend.published_points(changes, unit.unit_code)
        finding = trend.parts_heading(parts, view.words)
        cautions = changes.loc[changes["unit_code"] == unit.unit_code, "caution"]
        compared = " ".join(filter(None, (compared, caution.explained(cautions, view.words))))
        _waterfall(view, baseline, parts, from_points=from_points, finding=finding, compared=compared)


def _of_group(view: View, baseline: Any, change: Any) -> None:
    if change.mean_change is None:
        html.show(html.finding(group_change.missing(change, view.words), ""))
        return
    between = {"baseline": baseline.assessment_code, "assessment": view.assessment_code}
    parts = view.ask(queries.group_change_parts, **between, group=change.group_code)
    compared = group_change.compared(change, controls.name_of(baseline, view), view.when, view.words)
    finding = group_change.heading(change, view.words)
    _waterfall(view, baseline, parts, from_points=change.from_mean, finding=finding, compared=compared)


def _waterfall(
    view: View, baseline: Any, parts: pd.DataFrame, *, from_points: Decimal, finding: str, compared: str
) -> None:
    drawn = group_change.drawn(parts)
    panel(
        view,
        "parts",
        finding=finding,
        compared=compared,
        draw=partial(
            change_waterfall,
            drawn,
            words=view.words,
            before=names.capital(controls.name_of(baseline, view)),
            now=names.capital(view.when),
            from_points=from_points,
        )
        if len(drawn)
        else None,
        table=tables.parts(parts, view.words),
    )
