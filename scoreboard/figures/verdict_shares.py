"""How well each section was done: one bar to a hundred per section, cut by verdict."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import GAP, LINE_HEIGHT, breaks, bubble, fitting, pixel_rows, plain, row_label, write
from scoreboard.figures.leads import SECTION, leading
from scoreboard.figures.theme import TEXT_SIZE, VERDICTS, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

BAR = 18


def verdict_shares(sections: pd.DataFrame, theme: Theme, words: Words) -> Figure:
    """Stacked bars in the order of the rows, the first on top; the share of a verdict stands in its part if it fits.

    Columns: top_code, number, section_name, done_well, not_well, not_done (counts), verdicts (their sum; 0 draws no bar
    but says that nothing applies). At least one row.
    """
    figure = canvas(theme, barmode="stack", bargap=0)
    names = [f"{row.number}. {row.section_name}" if row.number else row.section_name for row in rows_of(sections)]
    centres, top = [], 0
    for row, name in zip(rows_of(sections), names, strict=True):
        lines = row_label(name)
        write(figure, breaks(lines), top, yanchor="top")
        top += len(lines) * LINE_HEIGHT + 2
        centres.append(top + BAR / 2)
        if not row.verdicts:
            write(figure, words("figures.verdict_shares.none"), centres[-1], colour=theme.ink2)
        top += BAR + GAP
    judged = sections["verdicts"].gt(0).to_numpy()
    for verdict in VERDICTS:
        shares = [_share(count, base) for count, base in zip(sections[verdict], sections["verdicts"], strict=True)]
        figure.add_bar(
            name=verdict,
            orientation="h",
            x=[float(share) for share in shares],
            y=centres,
            width=BAR,
            marker={"color": theme.verdict(verdict), "line": {"color": theme.background, "width": 1}},
            text=[fitting(written.share(share, words.lang, places=0), float(share)) for share in shares],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": theme.on_verdict(verdict), "size": TEXT_SIZE},
            constraintext="none",
            hoverinfo="text",
            hovertext=[
                bubble(plain(name), words(f"figures.verdict.{verdict}"), _base(count, base, share, words))
                for name, count, base, share in zip(names, sections[verdict], sections["verdicts"], shares, strict=True)
            ],
            visible=bool(judged.any()),
            **leading(SECTION, ["section"], zip(sections["top_code"]), theme, words),
        )
    figure.update_xaxes(range=[0, 1], visible=False)
    pixel_rows(figure, top)
    return figure


def _share(count: int, base: int) -> Decimal:
    return Decimal(int(count)) / int(base) if base else Decimal(0)


def _base(count: int, base: int, share: Decimal, words: Words) -> str:
    return words(
        "figures.verdict_shares.base",
        count=written.integer(int(count), words.lang),
        base=written.integer(int(base), words.lang),
        share=written.share(share, words.lang, places=1),
    )
