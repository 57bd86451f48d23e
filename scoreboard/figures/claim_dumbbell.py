"""How far each unit's own assessment lies from the official one: a ring, a line, a dot."""

from __future__ import annotations

import pandas as pd

from scoreboard.figures.axes import point_ticks
from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import LINE_HEIGHT, bold, bubble, pixel_rows, plain, row_label, write
from scoreboard.figures.leads import UNIT, label, leading
from scoreboard.figures.measure import NARROWEST, width
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

DOTS = 22
AXIS = 24
MARGIN = 0.05


def claim_dumbbell(claims: pd.DataFrame, theme: Theme, words: Words, *, focus: str | None = None) -> Figure:
    """One row per unit in the order of the rows: self-assessed points hollow, official points full.

    The signed difference stands at the right, in brackets where some criteria were scored on one side only and are left
    out of it. `focus` is a unit_code, drawn in the accent.

    Columns: unit_code, unit_name, short_name, self_points, points, claim_points, one_sided_criteria (a count),
    is_partial. At least one row.
    """
    low, high = _range(claims)
    figure = canvas(theme, margin={"b": AXIS})
    centres, top = [], 0
    for row in rows_of(claims):
        said = _said(row, words)
        lines = row_label(row.short_name, NARROWEST - width(said, TEXT_SIZE, 600) - 12)
        name = "<br>".join(map(plain, lines))
        lead = label(UNIT, {"unit": row.unit_code}, plain(row.unit_name), theme, words)
        write(figure, bold(name) if row.unit_code == focus else name, top, yanchor="top", **lead)
        colour = theme.ink2 if row.is_partial else theme.ink
        write(figure, said if row.is_partial else bold(said), top, at="right", yanchor="top", colour=colour)
        centres.append(top + len(lines) * LINE_HEIGHT + DOTS / 2 - 2)
        top += len(lines) * LINE_HEIGHT + DOTS + 6
    fills = [theme.accent if unit == focus else theme.peer2 for unit in claims["unit_code"]]
    _draw(figure, claims.assign(centre=centres, fill=fills), theme, words)
    values, texts = point_ticks(low, high, NARROWEST, words.lang)
    figure.update_xaxes(range=[low, high], tickvals=values, ticktext=texts)
    pixel_rows(figure, top)
    return figure


def _range(claims: pd.DataFrame) -> tuple[float, float]:
    """From below the lowest to above the highest points, with room for a whole dot at either end."""
    ends = [float(points) for side in ("self_points", "points") for points in claims[side]]
    room = max(1.0, (max(ends) - min(ends)) * MARGIN)
    return min(ends) - room, max(ends) + room


def _draw(figure: Figure, claims: pd.DataFrame, theme: Theme, words: Words) -> None:
    """All lines in one trace, all rings in one and all dots in one, at each row's `centre` and in its `fill`."""
    own, official = ([float(points) for points in claims[side]] for side in ("self_points", "points"))
    figure.add_scatter(
        x=[end for pair in zip(own, official, strict=True) for end in (*pair, None)],
        y=[end for centre in claims["centre"] for end in (centre, centre, None)],
        mode="lines",
        line={"color": theme.peer2, "width": 2},
        hoverinfo="skip",
    )
    ring = {"size": 9, "color": theme.background, "line": {"color": theme.ink2, "width": 2}, "opacity": 1}
    dot = {"size": 11, "color": list(claims["fill"]), "opacity": 1}
    hover = [_bubble(row, words) for row in rows_of(claims)]
    for name, points, marker in (("self", own, ring), ("official", official, dot)):
        figure.add_scatter(
            x=points,
            y=list(claims["centre"]),
            mode="markers",
            marker=marker,
            name=name,
            hoverinfo="text",
            hovertext=hover,
            cliponaxis=False,
            **leading(UNIT, ["unit"], zip(claims["unit_code"]), theme, words),
        )


def _said(row, words: Words) -> str:
    change = written.change(row.claim_points, words.lang)
    return f"({change})" if row.is_partial else change


def _bubble(row, words: Words) -> str:
    return bubble(
        plain(row.unit_name),
        words("claims.figure.self", points=written.points(row.self_points, words.lang)),
        words("claims.figure.official", points=written.points(row.points, words.lang)),
        words("claims.figure.difference", change=written.change(row.claim_points, words.lang)),
        words("claims.figure.partial", n=row.one_sided_criteria) if row.is_partial else "",
    )
