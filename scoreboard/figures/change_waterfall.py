"""What a change in points is made of, as steps from the earlier total to the later one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import GAP, LINE_HEIGHT, bold, bubble, pixel_rows, plain, row_label, write
from scoreboard.figures.measure import NARROWEST, width
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

BAR = 14
END_SHIFT = 6
CONNECTOR = "connector"


@dataclass(frozen=True, slots=True)
class _Step:
    """One part of the change: its name, its change as written, and the totals before and after it."""

    name: str
    change: str
    start: float
    stop: float
    is_real: bool


def change_waterfall(
    parts: pd.DataFrame, theme: Theme, words: Words, *, before: str, now: str, from_points: Decimal
) -> Figure:
    """The earlier total, a step for every part from where the last one ended, and the later total, from above.

    A rise and a fall are told by the sign and by the side it stands on; real change has the accent, the rest is grey.
    Totals are marks and not bars: the axis does not begin at zero. Labels hide the connecting lines behind them.

    Columns: part, points_change, in the order of the steps. At least one row. `from_points` is the earlier total.
    """
    totals = list(accumulate(parts["points_change"], initial=from_points))
    steps = [
        _Step(
            words(f"trend.parts.{row.part}"),
            written.change(row.points_change, words.lang),
            float(start),
            float(stop),
            row.part == "real",
        )
        for row, (start, stop) in zip(rows_of(parts), pairwise(totals), strict=True)
    ]
    first, last = (
        f"{when}: {written.points(total, words.lang)}" for when, total in ((before, totals[0]), (now, totals[-1]))
    )
    figure = canvas(theme, bargap=0)
    top = _total(figure, first, steps[0].start, 0, theme)
    joints = [(steps[0].start, _centre(top))]
    for step in steps:
        top = _step(figure, step, top, theme)
        joints.append((step.stop, _centre(top)))
    top = _total(figure, last, steps[-1].stop, top, theme)
    joints.append((steps[-1].stop, _centre(top)))
    _connect(figure, joints, theme)
    figure.update_xaxes(range=_range(steps), visible=False)
    pixel_rows(figure, top)
    return figure


def _range(steps: list[_Step]) -> list[float]:
    """The ends of the axis, with room at both for the change written beside a step on the narrowest screen."""
    low = min(min(step.start, step.stop) for step in steps)
    high = max(max(step.start, step.stop) for step in steps)
    room = max(width(step.change, TEXT_SIZE, 600) for step in steps) + END_SHIFT
    padding = ((high - low) or 1.0) * room / (NARROWEST - 2 * room)
    return [low - padding, high + padding]


def _centre(next_top: float) -> float:
    """The middle of the bar of the row above the pixel at which the next row starts."""
    return next_top - GAP - BAR / 2


def _total(figure: Figure, said: str, points: float, top: float, theme: Theme) -> float:
    """Write a total at `top` and mark its place; the pixel the next row starts at."""
    write(figure, bold(plain(said)), top, yanchor="top", bgcolor=theme.background)
    next_top = top + LINE_HEIGHT + 2 + BAR + GAP
    figure.add_scatter(
        x=[points],
        y=[_centre(next_top)],
        mode="markers",
        marker={"symbol": "line-ns", "size": BAR, "line": {"width": 3, "color": theme.ink}},
        hoverinfo="text",
        hovertext=[plain(said)],
    )
    return next_top


def _step(figure: Figure, step: _Step, top: float, theme: Theme) -> float:
    """Draw a step with its name above it and its change beside; the pixel the next row starts at."""
    lines = row_label(step.name)
    write(figure, "<br>".join(map(plain, lines)), top, yanchor="top", bgcolor=theme.background)
    next_top = top + len(lines) * LINE_HEIGHT + 2 + BAR + GAP
    figure.add_bar(
        orientation="h",
        base=[min(step.start, step.stop)],
        x=[abs(step.stop - step.start)],
        y=[_centre(next_top)],
        width=BAR,
        marker={"color": theme.accent if step.is_real else theme.peer2},
        hoverinfo="text",
        hovertext=[bubble(plain(step.name), step.change)],
    )
    beside = {"at": "left", "xshift": END_SHIFT} if step.stop >= step.start else {"at": "right", "xshift": -END_SHIFT}
    write(figure, bold(step.change), _centre(next_top), xref="x", x=step.stop, **beside)
    return next_top


def _connect(figure: Figure, joints: list[tuple[float, float]], theme: Theme) -> None:
    """Lay a hairline beneath the rest from where each row ends to where the next one begins."""
    xs, ys = [], []
    for (total, above), (_, below) in pairwise(joints):
        xs += [total, total, None]
        ys += [above, below, None]
    figure.add_scatter(
        x=xs, y=ys, mode="lines", line={"color": theme.rule, "width": 1}, hoverinfo="skip", name=CONNECTOR
    )
    figure.data.insert(0, figure.data.pop())
