"""The points lost on every criterion, as bars under the columns of the map of verdicts."""

from __future__ import annotations

from decimal import Decimal

from scoreboard.figures.labels import breaks, bubble, write
from scoreboard.figures.leads import CRITERION, leading
from scoreboard.figures.measure import width, wrapped
from scoreboard.figures.theme import SMALL_SIZE, TEXT_SIZE
from scoreboard.figures.verdict_grid import FEW_COLUMNS, HOVER_WIDTH, LINE, Column, Drawing
from scoreboard.text import Words
from scoreboard.text import numbers as written

BARS = 84
BAR_WIDTH = 0.82  # of a cell
COSTLIEST = 5
COSTLIEST_OF_FEW = 3


def draw_points_lost(drawing: Drawing) -> float:
    """Draw the bars below the grid and return the pixel where they end.

    The criteria that lost most are in the accent, ties included: five of them, or three where columns are few. They
    have their points above them; few columns all have, upright where one would be wider than its cell.
    """
    figure, grid, theme, words = drawing.figure, drawing.grid, drawing.theme, drawing.words
    lost = _points_lost(drawing)
    most = max(lost.values()) or Decimal(1)
    few = len(lost) <= FEW_COLUMNS
    threshold = sorted(lost.values(), reverse=True)[: COSTLIEST_OF_FEW if few else COSTLIEST][-1]
    costliest = [column for column, points in lost.items() if points and points >= threshold]
    shown = {column: written.points(lost[column], words.lang) for column in (lost if few else costliest)}
    longest = max((width(text, SMALL_SIZE) for text in shown.values()), default=0)
    is_upright = few and longest > grid.cell
    base = grid.bottom + BARS + max(2 * LINE, longest + 4 if is_upright else 0)
    tops = {column: base - float(points / most) * BARS for column, points in lost.items()}
    figure.add_bar(
        x=[column.centre for column in lost],
        y=[top - base for top in tops.values()],
        base=base,
        width=BAR_WIDTH,
        marker={"color": [theme.accent if column in costliest else theme.peer2 for column in lost]},
        hoverinfo="text",
        hovertext=[_hover(column, points, words) for column, points in lost.items()],
        **leading(CRITERION, ["criterion"], [[column.code] for column in lost], theme, words),
    )
    label = breaks(wrapped(words("figures.verdict_map.lost"), TEXT_SIZE, grid.names_width - 10))
    beside = {"xanchor": "right", "xshift": -8, "align": "right"}
    write(drawing.figure, label, base - 2, colour=theme.ink2, yanchor="bottom", **beside)
    if is_upright:
        _write(drawing, shown, tops, textangle=-90)
    else:
        _write(drawing, shown, _free_places(drawing, shown, tops))
    return base + 2


def _points_lost(drawing: Drawing) -> dict[Column, Decimal]:
    """The points lost on every column; a cell without points loses none."""
    lost = dict.fromkeys(drawing.grid.columns, Decimal(0))
    by_code = {column.code: column for column in drawing.grid.columns}
    for code, points in zip(drawing.cells["criterion_code"], drawing.cells["gap_points"], strict=True):
        if points is not None and code in by_code:
            lost[by_code[code]] += points
    return lost


def _free_places(drawing: Drawing, texts: dict[Column, str], tops: dict[Column, float]) -> dict[Column, float]:
    """Where the points of each bar stand; a label that would run into the one on its left stands a line higher.

    It also stands above the bars beside its own that it would run into and that are a little higher.
    """
    places: dict[Column, float] = {}
    end, edge = -1.0, 0.0
    for column, text in texts.items():
        half = width(text, SMALL_SIZE) / 2 / drawing.grid.cell
        top = min(
            top
            for beside, top in tops.items()
            if abs(beside.centre - column.centre) < half + BAR_WIDTH / 2 and tops[column] - top < 2 * LINE
        )
        edge = edge - LINE if column.centre - half < end and abs(edge - top) < SMALL_SIZE else top
        end = column.centre + half
        places[column] = edge
    return places


def _write(drawing: Drawing, texts: dict[Column, str], places: dict[Column, float], **look: object) -> None:
    """Each text over its column, on the pixel of its place."""
    for column, text in texts.items():
        placed = {"x": column.centre, "y": places[column], "yanchor": "bottom", "font": {"size": SMALL_SIZE}}
        drawing.figure.add_annotation(text=text, showarrow=False, **placed, **look)


def _hover(column: Column, points: Decimal, words: Words) -> str:
    criterion = breaks(wrapped(f"{column.code} {column.name}", TEXT_SIZE, HOVER_WIDTH))
    return bubble(criterion, words("figures.verdict_map.criterion_lost", points=written.points(points, words.lang)))
