"""The ranking of one assessment as bars of points, for the image that goes into a report."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import GAP, LINE_HEIGHT, bold, bubble, pixel_rows, plain, rule, write
from scoreboard.figures.leads import UNIT, label, leading
from scoreboard.figures.measure import NARROWEST, width, wrapped
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

BAR = 14
HEADING = 26
BETWEEN_GROUPS = 12
END_SHIFT = 6
NO_RANK = written.NOTHING


def ranking_bars(
    ranking: pd.DataFrame, theme: Theme, words: Words, *, focus: str | None = None, mean: Decimal | None = None
) -> Figure:
    """One bar per unit in the order of the rows, its rank and name above it, points and grade at its end.

    Bars show what the rank was decided by: the total on the set's scale. An asterisk marks a partial total; a unit
    without points has no bar but words. More than one group: each under its name. `focus` is a unit_code. `mean`, where
    given, is a line behind all bars, named at its foot.

    Columns: unit_code, unit_name, short_name, group_name, rank, is_submitted, is_partial, points, max_points, share,
    grade_name (None where there is none). At least one row.
    """
    scored = ranking[ranking["points"].notna()]
    ends = {row.unit_code: _end(row, words) for row in rows_of(ranking)}
    widest_rank = max(width(_rank(row), TEXT_SIZE, 600) for row in rows_of(ranking)) + GAP
    centres, top = {}, 0
    figure = canvas(theme, bargap=0)
    for group, units in ranking.groupby("group_name", sort=False):
        if ranking["group_name"].nunique() > 1:
            top = _heading(figure, group, top, theme)
        for row in rows_of(units):
            top += _label(figure, row, top, widest_rank, theme=theme, words=words, is_focus=row.unit_code == focus)
            centres[row.unit_code] = top + BAR / 2
            top += BAR + GAP
    figure.add_bar(
        orientation="h",
        x=[float(points) for points in scored["points"]],
        y=[centres[unit] for unit in scored["unit_code"]],
        width=BAR,
        marker={"color": [theme.accent if unit == focus else theme.peer2 for unit in scored["unit_code"]]},
        hoverinfo="text",
        hovertext=[_bubble(row, words) for row in rows_of(scored)],
        **leading(UNIT, ["unit"], zip(scored["unit_code"]), theme, words),
    )
    for row in rows_of(ranking):
        end = 0 if pd.isna(row.points) else max(0.0, float(row.points))
        shift = END_SHIFT if end else 0
        beside = {"xref": "x", "x": end, "xshift": shift, "bgcolor": theme.background}
        write(figure, ends[row.unit_code], centres[row.unit_code], colour=theme.ink2, **beside)
    room_for_ends = max(width(end, TEXT_SIZE) for end in ends.values()) + END_SHIFT
    longest = max([1.0, *(float(points) for points in scored["points"])])
    shortest = min([0.0, *(float(points) for points in scored["points"])])
    figure.update_xaxes(range=[shortest, longest / (1 - room_for_ends / NARROWEST)], visible=False)
    if mean is not None:
        top = _mean(figure, mean, top, theme, words, side="right" if float(mean) * 2 > longest else "left")
    pixel_rows(figure, top)
    return figure


def _mean(figure: Figure, mean: Decimal, top: int, theme: Theme, words: Words, *, side: str) -> int:
    """Draw the mean down to pixel `top` and name it there, its `side` at the line; how high the figure is then."""
    x = float(mean)
    figure.add_shape(
        type="line", x0=x, x1=x, y0=0, y1=top, layer="below", line={"color": theme.ink2, "width": 1, "dash": "dot"}
    )
    said = words("figures.ranking_bars.mean", points=written.points(mean, words.lang))
    write(figure, said, top, xref="x", x=x, xanchor=side, yanchor="top", colour=theme.ink2)
    return top + LINE_HEIGHT


def _heading(figure: Figure, group: str, top: int, theme: Theme) -> int:
    """Write a group's name over a rule; the pixel its first unit starts at."""
    top += BETWEEN_GROUPS if top else 0
    write(figure, bold(plain(group)), top + 4, yanchor="top", colour=theme.ink2)
    rule(figure, top + HEADING, theme.ink2)
    return top + HEADING + GAP // 2


def _label(figure: Figure, row, top: int, indent: float, *, theme: Theme, words: Words, is_focus: bool) -> int:
    """Write rank and name at `top`; how many pixels they take."""
    lines = wrapped(row.short_name, TEXT_SIZE, NARROWEST - indent, 600, lines=2)
    name = "<br>".join(map(plain, lines))
    write(figure, bold(_rank(row)), top, yanchor="top")
    placed = {"yanchor": "top", "xshift": indent, "bgcolor": theme.background}
    lead = label(UNIT, {"unit": row.unit_code}, plain(row.unit_name), theme, words)
    write(figure, bold(name) if is_focus else name, top, **placed, **lead)
    return len(lines) * LINE_HEIGHT + 2


def _rank(row) -> str:
    return NO_RANK if pd.isna(row.rank) else str(int(row.rank))


def _end(row, words: Words) -> str:
    if pd.isna(row.points):
        return words(f"figures.ranking_bars.{'no_points' if row.is_submitted else 'not_submitted'}")
    points = words("figures.ranking_bars.end", points=written.points(row.points, words.lang))
    marked = f"{points}*" if row.is_partial else points
    return marked if pd.isna(row.grade_name) else f"{marked} · {row.grade_name}"


def _bubble(row, words: Words) -> str:
    return bubble(
        plain(row.unit_name),
        words(
            "figures.ranking_bars.points",
            points=written.points(row.points, words.lang),
            max_points=written.shortest(row.max_points, words.lang),
            share=written.share(row.share, words.lang),
        ),
        words("figures.ranking_bars.partial") if row.is_partial else "",
    )
