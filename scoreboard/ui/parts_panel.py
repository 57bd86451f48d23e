"""The panel of what a change in points is made of: of one unit, of one group's mean, or of each group's in a table."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.findings import group_change, trend
from scoreboard.pictures import change_parts as pictures
from scoreboard.rows import rows_of
from scoreboard.tables import trend as tables
from scoreboard.ui import html
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
            whole=partial(tables.group_changes, groups, view.words),
        )
    for change in rows_of(groups) if view.group_code is not None else ():
        _of_group(view, baseline, change)


def _of_unit(view: View, baseline: Any, unit: Any, changes: pd.DataFrame) -> None:
    between = {"baseline": baseline.assessment_code, "assessment": view.assessment_code}
    picture = pictures.unit_parts(view, baseline, unit)
    if picture is not None:
        parts = view.ask(queries.change_parts, **between, unit=unit.unit_code)
        panel(view, picture, table=partial(tables.parts, parts, view.words))
        return
    said = trend.no_parts(changes, unit, view.words)
    if said:
        html.show(html.finding(said, ""))


def _of_group(view: View, baseline: Any, change: Any) -> None:
    between = {"baseline": baseline.assessment_code, "assessment": view.assessment_code}
    picture = pictures.group_parts(view, baseline)
    if picture is None:
        html.show(html.finding(group_change.missing(change, view.words), ""))
        return
    parts = view.ask(queries.group_change_parts, **between, group=change.group_code)
    panel(view, picture, table=partial(tables.parts, parts, view.words))
