"""The mean share of each group through the rounds: one line per group, broken at every new criteria set."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from scoreboard.figures.axes import percent_ticks
from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import LINE_HEIGHT, bold, bubble, plain
from scoreboard.figures.measure import NARROWEST, width, wrapped
from scoreboard.figures.set_rules import draw_set_rules
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.figures.timeline import Timeline
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

PLOT = 280
TOP = 24
AXIS = 26
TO_LABEL = 12
WIDEST_LABEL = 128


def mean_lines(means: pd.DataFrame, theme: Theme, words: Words, focus: str | None = None) -> Figure:
    """Lines through the means of each group, the `focus` (group_code) in the accent, named at their right end.

    A line breaks at every new criteria set, and where no unit of the group is one of the round before.

    Columns, oldest round first within a group: group_code, group_name, assessment_code, assessment_name, year,
    sort_order, criteria_set_code, criteria_set_name, units, mean_share (0-1, None without one), is_other_units (none
    of the round before is in the group). At least one mean.
    """
    in_time = means.sort_values("sort_order")
    timeline = Timeline.of(in_time)
    values = [float(share) for share in means["mean_share"] if not pd.isna(share)]
    low, high = min(values) - 0.05, max(values) + 0.05
    ends = _end_labels(means, words)
    ticks, tick_texts = percent_ticks(low, high, PLOT)
    left = max(width(text, TEXT_SIZE) for text in tick_texts) + TO_LABEL
    right = max((width(line, TEXT_SIZE, 600) for _, _, lines in ends for line in lines), default=0) + TO_LABEL
    figure = canvas(theme, height=TOP + PLOT + AXIS, margin={"l": left, "r": right, "t": TOP, "b": AXIS})
    figure.update_yaxes(range=[low, high], tickvals=ticks, ticktext=tick_texts, ticklabelstandoff=TO_LABEL // 2)
    room = NARROWEST - left - right
    timeline.label_axis(figure, room, margin=0.3)
    draw_set_rules(figure, timeline, list(in_time.drop_duplicates("assessment_code")["criteria_set_name"]), room, theme)
    for group_code, rounds in sorted(means.groupby("group_code", sort=False), key=lambda group: group[0] == focus):
        _line(figure, rounds, timeline, words, color=theme.accent if group_code == focus else theme.peer2)
    for (group_code, value, lines), y in zip(ends, _apart(ends, high - low), strict=True):
        text = "<br>".join((bold(lines[0]), *lines[1:]))
        colour = theme.accent if group_code == focus else theme.ink2
        placed = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": TO_LABEL // 2, "y": value, "yshift": y}
        figure.add_annotation(text=text, align="left", showarrow=False, font={"color": colour}, **placed)
    return figure


def _line(figure: Figure, rounds: pd.DataFrame, timeline: Timeline, words: Words, **line: object) -> None:
    shares = {row.assessment_code: row for row in rows_of(rounds) if not pd.isna(row.mean_share)}
    others = frozenset(code for code, row in shares.items() if row.is_other_units)
    xs, ys = timeline.line({code: float(row.mean_share) for code, row in shares.items()}, others)
    figure.add_scatter(
        name=rounds["group_code"].iloc[0],
        x=xs,
        y=ys,
        mode="lines+markers",
        line={"width": 2, **line},
        marker={"size": 6, "opacity": 1, **line},
        hoverinfo="text",
        hovertext=["" if x is None else _hover(shares[timeline.codes[x]], words) for x in xs],
        cliponaxis=False,
    )


def _hover(row: Any, words: Words) -> str:
    said = words("figures.mean_lines.units", share=written.share(row.mean_share, words.lang), n=row.units)
    return bubble(plain(row.group_name), plain(row.assessment_name), said, plain(row.criteria_set_name))


def _end_labels(means: pd.DataFrame, words: Words) -> list[tuple[str, float, list[str]]]:
    """(group_code, value, lines) for every group that has a mean in the last round, from the lowest mean up."""
    last = means[(means["sort_order"] == means["sort_order"].max()) & means["mean_share"].notna()]
    return [
        (
            row.group_code,
            float(row.mean_share),
            [
                written.share(row.mean_share, words.lang),
                *map(plain, wrapped(row.group_name, TEXT_SIZE, WIDEST_LABEL, lines=2)),
            ],
        )
        for row in rows_of(last.sort_values("mean_share", key=lambda shares: shares.astype(float)))
    ]


def _apart(ends: list[tuple[str, float, list[str]]], span: float) -> list[float]:
    """How many pixels each label is moved up so that no two touch, from the lowest up."""
    shifts: list[float] = []
    free = -math.inf
    for _, value, lines in ends:
        pixel = value / span * PLOT
        height = len(lines) * LINE_HEIGHT
        centre = max(pixel, free + height / 2)
        shifts.append(centre - pixel)
        free = centre + height / 2
    return shifts
