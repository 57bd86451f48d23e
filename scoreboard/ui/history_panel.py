"""The panel of one unit's course through the rounds, which two pages show."""

from __future__ import annotations

from functools import partial
from typing import Any

from scoreboard import queries
from scoreboard.figures.share_history import share_history
from scoreboard.findings import standing
from scoreboard.tables import trend as tables
from scoreboard.ui.panel import panel
from scoreboard.ui.view import View


def show(view: View, unit: Any) -> None:
    """Show the share of `unit` (a row of the question `units`) beside its group's mean, up to the page's assessment."""
    scope = {"assessment": view.assessment_code, "group": unit.group_code}
    history = view.ask(queries.share_history, **scope, unit=unit.unit_code)
    predecessors = view.ask(queries.predecessor_history, assessment=view.assessment_code, unit=unit.unit_code)
    peers = view.ask(queries.mean_shares, **scope)
    has_share = history["share"].notna().any() or history["mean_share"].notna().any()
    scale = standing.common_range(peers, history) if has_share else None
    panel(
        view,
        "history",
        finding=standing.history_heading(history, unit.unit_name, view.when, view.words),
        compared=standing.history_compared(predecessors, view.words) if has_share else "",
        draw=partial(
            share_history,
            history,
            words=view.words,
            predecessors=None if predecessors.empty else predecessors,
            share_range=scale,
        )
        if has_share
        else None,
        table=tables.history(history, view.words),
    )
