"""Two or three units section by section: a bar for each under the name of the section, numbered as in the key."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.labels import GAP, LINE_HEIGHT, breaks, bubble, pixel_rows, plain, row_label, write
from scoreboard.figures.leads import SOURCE, leading
from scoreboard.figures.theme import SMALL_SIZE, TEXT_SIZE, Theme, canvas
from scoreboard.text import Words
from scoreboard.text import numbers as written

BAR = 13
STEP = 18
NUMBER = 16
LONGEST = 1.22


def unit_sections(sections: pd.DataFrame, theme: Theme, words: Words, units: Sequence[str]) -> Figure:
    """Bars of the share of the maximum, sections in the order of the rows, units in the order of `units` (unit_code).

    Columns: section_code, number, section_name, unit_code, unit_name, share (0-1, None for none: said in place of a
    bar). At least one row.
    """
    figure = canvas(theme, bargap=0, margin={"l": NUMBER})
    bars: dict[str, list[tuple[float, pd.Series]]] = {unit: [] for unit in units}
    top = 0.0
    for _, section in sections.groupby("section_code", sort=False):
        first = section.iloc[0]
        name = f"{first['number']}. {first['section_name']}" if first["number"] else first["section_name"]
        lines = row_label(name)
        write(figure, breaks(lines), top, yanchor="top", xshift=-NUMBER)
        top += len(lines) * LINE_HEIGHT + 2
        for place, unit in enumerate(units, start=1):
            middle = top + STEP / 2
            number = words("comparison.sections.bar", n=place)
            write(figure, number, middle, xshift=-NUMBER, colour=theme.ink2, size=SMALL_SIZE)
            own = section[section["unit_code"] == unit]
            if own.empty or pd.isna(own["share"].iloc[0]):
                write(figure, words("figures.peer_dots.none"), middle, colour=theme.ink2, size=SMALL_SIZE)
            else:
                bars[unit].append((middle, own.iloc[0]))
            top += STEP
        top += GAP
    for unit, fill in zip(units, _fills(theme), strict=False):
        _bars(figure, bars[unit], fill, theme, words)
    figure.update_xaxes(range=[0, LONGEST], visible=False)
    pixel_rows(figure, round(top))
    return figure


def unit_key(names: Sequence[str], theme: Theme, words: Words) -> list[KeyEntry]:
    """What the fills of `unit_sections` mean, each with the number that stands before its bars."""
    return [
        KeyEntry(f"unit_{place}", words("comparison.sections.key", n=place, unit=name), fill)
        for place, (name, fill) in enumerate(zip(names, _fills(theme), strict=False), start=1)
    ]


def _fills(theme: Theme) -> tuple[str, str, str]:
    return theme.accent, theme.peer2, theme.peer3


def _bars(figure: Figure, bars: list[tuple[float, pd.Series]], fill: str, theme: Theme, words: Words) -> None:
    figure.add_bar(
        orientation="h",
        x=[float(row["share"]) for _, row in bars],
        y=[middle for middle, _ in bars],
        width=BAR,
        marker={"color": fill},
        text=[written.share(row["share"], words.lang, places=1) for _, row in bars],
        textposition="outside",
        textfont={"size": TEXT_SIZE},
        constraintext="none",
        cliponaxis=False,
        hoverinfo="text",
        hovertext=[
            bubble(plain(row["unit_name"]), plain(row["section_name"]), written.share(row["share"], words.lang))
            for _, row in bars
        ],
        **leading(
            SOURCE, ["unit", "criterion"], [(row["unit_code"], row["section_code"]) for _, row in bars], theme, words
        ),
    )
