"""The criteria that cost the most points, over the units of one group or of all."""

from __future__ import annotations

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import GAP, LINE_HEIGHT, bold, bubble, coloured, pixel_rows, plain, write
from scoreboard.figures.leads import CRITERION, label, leading
from scoreboard.figures.measure import NARROWEST, width, wrapped
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

BAR = 16
END_SHIFT = 6


def costliest_criteria(criteria: pd.DataFrame, theme: Theme, words: Words, *, limit: int = 5) -> Figure:
    """Bars in the order of the rows, up to place `limit` with all that share it; the first place is the accent.

    Columns: criterion_code, criterion_name, short_name, gap_points (points lost), gap_share (of all points lost),
    lacking_units, scored_units, is_systemic, place (1 for the most lost). At least one row.
    """
    shown = criteria[criteria["place"] <= limit]
    ends = [_end(row, words) for row in rows_of(shown)]
    figure = canvas(theme, bargap=0)
    centres, top = [], 0
    for row in rows_of(shown):
        top += _label(figure, row, top, theme, words)
        centres.append(top + BAR / 2)
        top += BAR + GAP
    figure.add_bar(
        orientation="h",
        x=[float(points) for points in shown["gap_points"]],
        y=centres,
        width=BAR,
        marker={"color": [theme.accent if place == 1 else theme.peer2 for place in shown["place"]]},
        hoverinfo="text",
        hovertext=[_bubble(row, words) for row in rows_of(shown)],
        **leading(CRITERION, ["criterion"], zip(shown["criterion_code"]), theme, words),
    )
    for points, centre, end in zip(shown["gap_points"], centres, ends, strict=True):
        write(figure, end, centre, xref="x", x=float(points), xshift=END_SHIFT, colour=theme.ink2)
    room_for_ends = max(width(end, TEXT_SIZE) for end in ends) + END_SHIFT
    most = float(shown["gap_points"].max())
    figure.update_xaxes(range=[0, most / (1 - room_for_ends / NARROWEST)], visible=False)
    pixel_rows(figure, top)
    return figure


def _label(figure: Figure, row, top: int, theme: Theme, words: Words) -> int:
    """Write the criterion's code and name at `top`, and whether most units share it; how many pixels they take."""
    code = bold(plain(row.criterion_code))
    room = NARROWEST - width(f"{row.criterion_code}  ", TEXT_SIZE, 600)
    lines = wrapped(row.short_name, TEXT_SIZE, room, lines=2)
    said = list(map(plain, lines))
    if row.is_systemic:
        mark = words("figures.costliest_criteria.systemic")
        shown = coloured(plain(f"({mark})"), theme.ink2)
        if width(f"{lines[-1]}  ({mark})", TEXT_SIZE) <= room:
            said[-1] += f"  {shown}"
        else:
            said.append(shown)
    whole = plain(f"{row.criterion_code} {row.criterion_name}")
    lead = label(CRITERION, {"criterion": row.criterion_code}, whole, theme, words)
    write(figure, f"{code}  {'<br>'.join(said)}", top, yanchor="top", **lead)
    return len(said) * LINE_HEIGHT + 2


def _end(row, words: Words) -> str:
    return words(
        "figures.costliest_criteria.end",
        points=written.points(row.gap_points, words.lang),
        units=written.integer(row.lacking_units, words.lang),
        base=written.integer(row.scored_units, words.lang),
    )


def _bubble(row, words: Words) -> str:
    return bubble(
        plain(f"{row.criterion_code} {row.criterion_name}"),
        words(
            "figures.costliest_criteria.lost",
            points=written.points(row.gap_points, words.lang),
            share=written.share(row.gap_share, words.lang, places=1),
        ),
        words("figures.costliest_criteria.lacking", units=row.lacking_units, base=row.scored_units),
    )
