"""The panel of one unit's course through the rounds, which two pages show."""

from __future__ import annotations

from functools import partial
from typing import Any

from scoreboard import queries
from scoreboard.pictures import unit as pictures
from scoreboard.tables import trend as tables
from scoreboard.ui.panel import panel
from scoreboard.ui.view import View


def show(view: View, unit: Any) -> None:
    """Show the share of `unit` (a row of the question `units`) beside its group's mean, up to the page's assessment."""
    scope = {"assessment": view.assessment_code, "group": unit.group_code}
    history = view.ask(queries.share_history, **scope, unit=unit.unit_code)
    panel(view, pictures.history(view, unit), table=partial(tables.history, history, view.words))
