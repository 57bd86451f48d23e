"""The cells of the map of verdicts: their fill, the ground of the absent ones, their marks and hover texts."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from scoreboard.figures.labels import bold, breaks, bubble, plain
from scoreboard.figures.leads import SOURCE, leading
from scoreboard.figures.measure import wrapped
from scoreboard.figures.theme import SMALL_SIZE, TEXT_SIZE, VERDICTS
from scoreboard.figures.verdict_grid import HOVER_WIDTH, Drawing, with_gaps
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

_ABSENT = len(VERDICTS)
_SYMBOLS = {"not_well": ("line-ne-open", 7), "not_done": ("x-thin-open", 7), "not_applicable": ("line-ew-open", 5)}


def draw_cells(drawing: Drawing) -> None:
    """Draw two layers: the fill of every cell, and a smaller ground on the absent ones, which leaves their outline."""
    figure, grid, theme = drawing.figure, drawing.grid, drawing.theme
    known = drawing.cells.dropna(subset=["criterion_code"])
    drawn = {(cell.unit_code, cell.criterion_code): cell for cell in rows_of(known)}
    criteria, x = with_gaps((column.left, column.left + 1, column.code) for column in grid.columns)
    units, y = with_gaps((row.top, row.bottom, row.code) for row in grid.rows)
    rows = [[drawn.get((unit, criterion)) for criterion in criteria] for unit in units]
    fills = [[None if cell is None else _fill(cell) for cell in row] for row in rows]
    shared = {"x": x, "y": y, "showscale": False, "hoverongaps": False}
    figure.add_heatmap(
        z=fills,
        zmin=0,
        zmax=_ABSENT,
        colorscale=_steps([*map(theme.verdict, VERDICTS), theme.peer2]),
        text=[["" if cell is None else _hover(cell, drawing.words) for cell in row] for row in rows],
        hoverinfo="text",
        **leading(
            SOURCE,
            ["unit", "criterion"],
            [[("", "") if cell is None else (cell.unit_code, cell.criterion_code) for cell in row] for row in rows],
            theme,
            drawing.words,
            said="text",
        ),
        xgap=2,
        ygap=2,
        **shared,
    )
    grounds = [[1 if fill == _ABSENT else None for fill in row] for row in fills]
    if any(ground for row in grounds for ground in row):
        flat = [(0, theme.background), (1, theme.background)]
        figure.add_heatmap(z=grounds, colorscale=flat, hoverinfo="skip", xgap=4, ygap=4, **shared)


def draw_marks(drawing: Drawing) -> None:
    """Draw the second sign of every cell but the good ones: what can be read without colour."""
    figure, theme = drawing.figure, drawing.theme
    x = {column.code: column.centre for column in drawing.grid.columns}
    y = {row.code: row.centre for row in drawing.grid.rows}
    known = drawing.cells.dropna(subset=["criterion_code"])
    sign = known["verdict"].where(known["verdict"].isin(VERDICTS), known["state"])
    colours = {"not_well": theme.on_not_well, "not_done": theme.on_not_done}
    for kind in sorted(set(sign) - {"done_well"}):
        marked = known[sign == kind]
        places = {"x": list(marked["criterion_code"].map(x)), "y": list(marked["unit_code"].map(y))}
        colour = colours.get(kind, theme.ink2)
        if kind in _SYMBOLS:
            symbol, size = _SYMBOLS[kind]
            marker = {"symbol": symbol, "size": size, "color": colour, "line": {"width": 1.6}}
            figure.add_scatter(mode="markers", name=kind, marker=marker, hoverinfo="skip", **places)
        else:
            font = {"size": SMALL_SIZE, "color": colour}
            mark = [bold("?")] * len(marked)
            figure.add_scatter(mode="text", name=kind, text=mark, textfont=font, hoverinfo="skip", **places)


def _steps(colours: list[str]) -> list[tuple[float, str]]:
    """A colour scale on which each whole number has its own colour."""
    return [(place / (len(colours) - 1), colour) for place, colour in enumerate(colours)]


def _fill(cell: Any) -> int:
    return VERDICTS.index(cell.verdict) if cell.verdict in VERDICTS else _ABSENT


def _hover(cell: Any, words: Words) -> str:
    criterion = breaks(wrapped(f"{cell.criterion_code} {cell.criterion_name}", TEXT_SIZE, HOVER_WIDTH))
    if cell.verdict in VERDICTS:
        result = _result(cell.verdict, cell.points, cell.max_points, words)
    else:
        result = words(f"figures.state.{cell.state}")
    return bubble(plain(cell.unit_name), criterion, result)


@lru_cache(maxsize=1000)  # a map has thousands of cells and some dozens of results
def _result(verdict: str, points: Decimal, max_points: Decimal, words: Words) -> str:
    return words(
        "figures.verdict_map.points",
        verdict=words(f"figures.verdict.{verdict}"),
        points=written.points(points, words.lang),
        max_points=written.shortest(max_points, words.lang),
    )
