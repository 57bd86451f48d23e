"""One unit beside the others of its group, section by section: a dot for each, a tick at the median."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.figures.axes import percent_ticks, with_ends
from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import LINE_HEIGHT, bold, breaks, bubble, coloured, pixel_rows, plain, row_label, write
from scoreboard.figures.leads import SOURCE, UNIT, leading
from scoreboard.figures.measure import NARROWEST, width
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

DOTS = 22
BETWEEN = 6
AXIS = 24
TICK = 7


def peer_dots(sections: pd.DataFrame, theme: Theme, words: Words, focus: str) -> Figure:
    """A row per section in the order of the rows: all units on one line, the `focus` (unit_code) in the accent.

    Another unit's dot leads to that unit, the dot in focus to where its own points in the section come from.

    Columns: section_code, number, section_name, unit_code, unit_name, share (0-1 or None), median_share (None where the
    units are too few for one: then no median is drawn or named). At least one row.
    """
    figure = canvas(theme, margin={"b": AXIS})
    top = 0.0
    for _, section in sections.groupby("section_code", sort=False):
        top = _row(figure, section, top, focus=focus, theme=theme, words=words) + BETWEEN
    low, high = with_ends(0, 1, NARROWEST)
    values, texts = percent_ticks(low, high, NARROWEST)
    figure.update_xaxes(range=[low, high], tickvals=values, ticktext=texts)
    pixel_rows(figure, round(top))
    return figure


def _row(figure: Figure, section: pd.DataFrame, top: float, *, focus: str, theme: Theme, words: Words) -> float:
    """Draw one section from pixel `top` down and return where it ends."""
    first = section.iloc[0]
    name = f"{first['number']}. {first['section_name']}" if first["number"] else first["section_name"]
    shown = section[section["share"].notna()]
    own = shown[shown["unit_code"] == focus]
    value, against = _said(own, first["median_share"], words)
    lines = row_label(name, NARROWEST - width(f"{value} {against}", TEXT_SIZE, 600) - BETWEEN)
    write(figure, breaks(lines), top, yanchor="top")
    bottom = top + len(lines) * LINE_HEIGHT
    write(figure, f"{bold(value)} {coloured(against, theme.ink2)}", bottom, at="right", yanchor="bottom")
    middle = bottom + DOTS / 2
    if shown.empty:
        return bottom + DOTS
    ends = [float(shown["share"].min()), float(shown["share"].max())]
    figure.add_scatter(
        x=ends, y=[middle] * 2, mode="lines", line={"color": theme.hairline, "width": 5}, hoverinfo="skip"
    )
    if not pd.isna(first["median_share"]):
        _median(figure, first["median_share"], middle, theme, words)
    others = shown[shown["unit_code"] != focus]
    to_unit = leading(UNIT, ["unit"], zip(others["unit_code"]), theme, words)
    _dots(figure, others, middle, words, to_unit, color=theme.peer, size=8)
    cells = zip(own["unit_code"], own["section_code"], strict=True)
    to_source = leading(SOURCE, ["unit", "criterion"], cells, theme, words)
    _dots(figure, own, middle, words, to_source, color=theme.accent, size=12)
    return bottom + DOTS


def _said(own: pd.DataFrame, median: Decimal | None, words: Words) -> tuple[str, str]:
    """The unit's own share, and how far it is from the median; the second is empty without a median."""
    if own.empty:
        return "", words("figures.peer_dots.none")
    share = own["share"].iloc[0]
    value = written.share(share, words.lang, places=0)
    if pd.isna(median):
        return value, ""
    change = written.share_change_number(share - median, words.lang, places=0)
    return value, words("figures.peer_dots.level" if share == median else "figures.peer_dots.against", change=change)


def _median(figure: Figure, median: Decimal, middle: float, theme: Theme, words: Words) -> None:
    figure.add_scatter(
        name="median",
        x=[float(median)] * 2,
        y=[middle - TICK, middle + TICK],
        mode="lines",
        line={"color": theme.ink2, "width": 2},
        hoverinfo="text",
        hovertext=words("figures.peer_dots.median", share=written.share(median, words.lang)),
    )


def _dots(
    figure: Figure,
    units: pd.DataFrame,
    middle: float,
    words: Words,
    lead: dict[str, object],
    **marker: object,
) -> None:
    figure.add_scatter(
        x=[float(share) for share in units["share"]],
        y=[middle] * len(units),
        mode="markers",
        marker={**marker, "opacity": 1},
        hoverinfo="text",
        hovertext=[bubble(plain(row.unit_name), written.share(row.share, words.lang)) for row in rows_of(units)],
        cliponaxis=False,
        **lead,
    )
