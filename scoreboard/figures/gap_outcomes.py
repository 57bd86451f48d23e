"""What became of the shortfalls of the round before: one bar, cut by outcome."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import bubble, fitting, pixel_rows
from scoreboard.figures.measure import NARROWEST
from scoreboard.figures.theme import OUTCOMES, TEXT_SIZE, Theme, canvas
from scoreboard.text import Words
from scoreboard.text import numbers as written

BAR = 28
OUTLINE = 1
UNTOLD = "cannot_tell"


def gap_outcomes(outcomes: pd.DataFrame, theme: Theme, words: Words) -> Figure:
    """One bar from closed to worse, then what cannot be told, as an outline; counts stand in the parts that fit them.

    A share in a bubble is of the shortfalls of which it can be told.

    Columns: outcome (closed, improved, unchanged, worse, cannot_tell), shortfalls (a count, at least one in all).
    """
    counts = dict(zip(outcomes["outcome"], outcomes["shortfalls"], strict=True))
    base = sum(counts.values())
    told = int(base - counts.get(UNTOLD, 0))
    figure = canvas(theme, barmode="stack", bargap=0)
    for outcome in filter(counts.get, OUTCOMES):
        count = int(counts[outcome])
        number = written.integer(count, words.lang)
        figure.add_bar(
            name=outcome,
            orientation="h",
            x=[count],
            y=[BAR / 2 + OUTLINE],
            width=BAR,
            marker={
                "color": theme.outcome(outcome),
                "line": {"color": theme.outcome_outline(outcome) or theme.background, "width": OUTLINE},
            },
            text=fitting(number, count / base),
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": theme.on_outcome(outcome), "size": TEXT_SIZE},
            constraintext="none",
            hoverinfo="text",
            hovertext=bubble(
                words(f"figures.outcome.{outcome}"),
                _base(count, told, words) if outcome != UNTOLD else words("figures.gap_outcomes.untold", count=number),
            ),
        )
    figure.update_xaxes(range=[-base * OUTLINE / NARROWEST, base * (1 + OUTLINE / NARROWEST)], visible=False)
    pixel_rows(figure, BAR + 2 * OUTLINE)
    return figure


def _base(count: int, told: int, words: Words) -> str:
    return words(
        "figures.gap_outcomes.base",
        count=written.integer(count, words.lang),
        base=written.integer(told, words.lang),
        share=written.share(Decimal(count) / told, words.lang, places=1),
    )
