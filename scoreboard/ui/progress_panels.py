"""The panels of progress from round to round: how many units rose, and which shortfalls of the round before closed."""

from __future__ import annotations

from functools import partial

import pandas as pd

from scoreboard import queries
from scoreboard.findings import progress
from scoreboard.pictures import trend as pictures
from scoreboard.tables import progress as tables
from scoreboard.ui import screen
from scoreboard.ui.panel import panel, table_panel
from scoreboard.ui.view import View


def show(view: View) -> None:
    """Show who rose and what closed, round by round, and the criteria and units that closed least since the last round.

    Each round is set against the one just before it, whatever baseline the reader chose.
    """
    columns = screen.columns(2, 400)
    with columns.cell():
        _directions(view)
    with columns.cell():
        _closures(view)
    columns = screen.columns(2, 400)
    with columns.cell():
        _by_criterion(view)
    with columns.cell():
        _by_unit(view)


def _directions(view: View) -> None:
    picture = pictures.directions(view)
    if picture is not None:
        history, reasons = view.ask_here(queries.direction_history), view.ask_here(queries.not_compared_history)
        panel(view, picture, table=partial(tables.directions, history, reasons, view.words))


def _closures(view: View) -> None:
    picture = pictures.closures(view)
    if picture is not None:
        panel(view, picture, table=partial(tables.closures, view.ask_here(queries.closure_history), view.words))


def _by_criterion(view: View) -> None:
    closures = view.ask_here(queries.closure_by_criterion)
    if closures["closed_share"].isna().all():
        return
    table_panel(
        view,
        "closed_criteria",
        finding=progress.slowest_criteria(closures, view.words),
        compared=_compared(view, "by_criterion", closures),
        table=tables.slowest_criteria(closures, view.words),
        whole=partial(tables.closures_by_criterion, closures, view.words),
    )


def _by_unit(view: View) -> None:
    closures = view.ask_here(queries.closure_by_unit)
    if closures["closed_share"].isna().all():
        return
    table_panel(
        view,
        "closed_units",
        finding=progress.slowest_units(closures, view.words),
        compared=_compared(view, "by_unit", closures),
        table=tables.slowest_units(closures, view.words),
        whole=partial(tables.closures_by_unit, closures, view.words),
    )


def _compared(view: View, which: str, closures: pd.DataFrame) -> str:
    """What is compared, and how many rows beyond those shown tie with the last of them."""
    sentence = view.words(f"trend.closures.{which}_compared", before=view.when_before)
    return " ".join(filter(None, (sentence, progress.more_equal(closures, tables.SHOWN, view.words))))
