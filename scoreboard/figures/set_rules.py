"""Where a new criteria set begins: a dashed rule through the plot, and the name of the set above its rounds."""

from __future__ import annotations

from collections.abc import Sequence

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import plain
from scoreboard.figures.measure import width
from scoreboard.figures.theme import SMALL_SIZE, Theme
from scoreboard.figures.timeline import Timeline


def draw_set_rules(figure: Figure, timeline: Timeline, set_names: Sequence[str], room: float, theme: Theme) -> None:
    """Rules and names on a plot of `room` pixels; `set_names` has the name for every round, written where it fits."""
    starts = timeline.first_of_sets
    per_round = room / (len(timeline.codes) - 0.4)
    for start, end in zip(starts, [*starts[1:], len(timeline.codes)], strict=True):
        if start:
            line = {"color": theme.ink2, "width": 1, "dash": "dash"}
            ends = {"x0": start - 0.5, "x1": start - 0.5, "yref": "paper", "y0": 0, "y1": 1}
            figure.add_shape(type="line", line=line, layer="below", **ends)
        beyond = figure.margin("r") if end == len(timeline.codes) else 0
        if width(set_names[start], SMALL_SIZE) <= (end - start) * per_round - 4 + beyond:
            figure.add_annotation(
                text=plain(set_names[start]),
                x=max(start - 0.5, -0.3),
                xanchor="left",
                xshift=4 if start else 0,
                yref="paper",
                y=1,
                yanchor="bottom",
                yshift=4,
                showarrow=False,
                font={"size": SMALL_SIZE, "color": theme.ink2},
            )
