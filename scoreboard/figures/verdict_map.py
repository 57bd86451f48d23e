"""Every unit on every criterion: a map of verdicts, and beneath it the points lost, sharing the columns."""

from __future__ import annotations

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import bold, breaks, coloured, pixel_rows, plain, write
from scoreboard.figures.leads import CRITERION, UNIT, label
from scoreboard.figures.measure import width, wrapped
from scoreboard.figures.points_lost import draw_points_lost
from scoreboard.figures.theme import SMALL_SIZE, TEXT_SIZE, Theme, canvas
from scoreboard.figures.verdict_cells import draw_cells, draw_marks
from scoreboard.figures.verdict_grid import HOVER_WIDTH, RIGHT_MARGIN, Drawing, Grid, Row, lay_out
from scoreboard.text import Words
from scoreboard.text import numbers as written

HATCH = 8
_BESIDE = {"at": "left", "xanchor": "right", "align": "right", "xshift": -8}


def verdict_map(
    cells: pd.DataFrame, theme: Theme, words: Words, focus: str | None = None, grid: Grid | None = None
) -> Figure:
    """A cell per unit and criterion, filled and marked by verdict; an absence is an outlined cell with its own mark.

    Columns: group_code, group_name, unit_code, unit_name, short_name, unit_share (0-1 or None), is_partial,
    is_submitted, section_code, section_name, criterion_code (None for a unit without cells), criterion_name,
    sort_order, state, verdict, points, max_points, gap_points. Units stand in the order of the rows, criteria in that
    of sort_order. `focus` is the unit_code to outline, `grid` that of `cells` where it is laid out already. At
    least one row.
    """
    grid = grid or lay_out(cells)
    figure = canvas(theme, barmode="overlay", margin={"l": grid.names_width, "r": RIGHT_MARGIN})
    drawing = Drawing(figure, grid, cells, theme, words)
    _draw_head(drawing)
    if grid.columns:
        draw_cells(drawing)
        draw_marks(drawing)
    _draw_rows(drawing, focus)
    bottom = draw_points_lost(drawing) if grid.columns else grid.bottom
    figure.update_xaxes(range=[0, grid.right], visible=False)
    pixel_rows(figure, round(bottom))
    return figure


def _draw_head(drawing: Drawing) -> None:
    figure, grid, theme = drawing.figure, drawing.grid, drawing.theme
    for heading in grid.headings:
        text = breaks(heading.lines).replace(plain(heading.code), bold(plain(heading.code)), 1)
        placed = {"x": heading.left, "xanchor": "left", "y": grid.head - 4, "yanchor": "bottom"}
        figure.add_annotation(text=text, hovertext=plain(heading.name), align="left", showarrow=False, **placed)
        ends = {"x0": heading.left, "x1": heading.right, "y0": grid.head, "y1": grid.head}
        figure.add_shape(type="line", line={"color": theme.ink2, "width": 1}, **ends)
    for column in grid.columns:
        criterion = breaks(wrapped(f"{column.code} {column.name}", TEXT_SIZE, HOVER_WIDTH))
        figure.add_annotation(
            **label(CRITERION, {"criterion": column.code}, criterion, theme, drawing.words),
            text=plain(column.label),
            x=column.centre,
            y=grid.labels - 2,
            yanchor="bottom",
            textangle=-90 if grid.is_upright else 0,
            font={"size": SMALL_SIZE, "color": theme.ink2},
            showarrow=False,
        )


def _draw_rows(drawing: Drawing, focus: str | None) -> None:
    figure, grid, theme, words = drawing.figure, drawing.grid, drawing.theme, drawing.words
    # A group's name has a line of its own, so it may run on over the columns.
    for name, y in grid.groups:
        (shown,) = wrapped(name, TEXT_SIZE, grid.names_width + grid.right * grid.cell, 600, lines=1)
        write(figure, bold(plain(shown)), y, xshift=-grid.names_width, align="left", colour=theme.ink2)
    heading = words("figures.verdict_map.share")
    write(figure, heading, grid.groups[0][1], at="right", xshift=RIGHT_MARGIN, colour=theme.ink2)
    units = drawing.cells.drop_duplicates("unit_code").set_index("unit_code")
    for row in grid.rows:
        unit = units.loc[row.code]
        name = breaks(row.lines)
        if row.code == focus:
            name = coloured(bold(name), theme.accent)
            _draw_over(drawing, row, line={"color": theme.accent, "width": 2})
        lead = label(UNIT, {"unit": row.code}, plain(unit["unit_name"]), theme, words)
        write(figure, name, row.centre, **_BESIDE, **lead)
        share = written.percent_number(unit["unit_share"], words.lang) + ("*" if unit["is_partial"] else "")
        write(figure, share, row.centre, at="right", xanchor="left", xshift=8, colour=theme.ink2)
        if pd.isna(unit["criterion_code"]):
            _draw_band(drawing, row, "no_points" if unit["is_submitted"] else "not_submitted")


def _draw_band(drawing: Drawing, row: Row, reason: str) -> None:
    """One hatched band over the whole row, with the reason in as many words as the columns have room for."""
    theme, right = drawing.theme, drawing.grid.right
    hatch = {"shape": "/", "fgcolor": theme.absent, "bgcolor": theme.background, "size": HATCH, "solidity": 0.5}
    drawing.figure.add_bar(
        name=reason,
        x=[right / 2],
        y=[row.bottom - row.top],
        base=row.top,
        width=right,
        marker={"pattern": hatch, "line": {"width": 0}},
        hoverinfo="skip",
    )
    said = drawing.words(f"figures.verdict_map.{reason}")
    if width(said, TEXT_SIZE) > drawing.grid.right * drawing.grid.cell:
        said = drawing.words(f"figures.verdict_map.{reason}_short")
    middle = {"xref": "paper", "x": 0.5, "y": row.centre, "font": {"color": drawing.theme.ink2}, "showarrow": False}
    drawing.figure.add_annotation(text=said, **middle)


def _draw_over(drawing: Drawing, row: Row, **look: object) -> None:
    """A rectangle over the whole of a row."""
    drawing.figure.add_shape(type="rect", xref="paper", x0=0, x1=1, y0=row.top, y1=row.bottom, **look)
