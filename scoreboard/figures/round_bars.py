"""How a whole divides round by round: one bar to a hundred per round, the oldest on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.labels import bold, bubble, pixel_rows, plain, write
from scoreboard.figures.leads import CRITERION, leading
from scoreboard.figures.measure import NARROWEST, width
from scoreboard.figures.theme import SMALL_SIZE, TEXT_SIZE, VERDICTS, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

BAR = 20
STEP = 25
SET_CHANGE = 26
TO_LABEL = 10
OUTLINE = 1
NARROWEST_PART = Decimal("0.08")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole: its code (the column that counts it), its name, its fill, the text on it, its outline.

    A part outside the base is drawn, but the shares in the bubbles are without it.
    """

    code: str
    name: str
    fill: str
    on_fill: str
    outline: str
    is_outside: bool = False


def verdict_rounds(rounds: pd.DataFrame, theme: Theme, words: Words, *, of_criterion: bool = False) -> Figure:
    """Bars of verdicts, from good to not done; see `stacked_rounds` for the columns, the parts being the verdicts.

    Rounds `of_criterion` are those of one, and lead to it as it was then (column criterion_code).
    """
    parts = [
        Part(
            verdict,
            words(f"figures.verdict.{verdict}"),
            theme.verdict(verdict),
            theme.on_verdict(verdict),
            theme.background,
        )
        for verdict in VERDICTS
    ]
    lead: dict[str, object] = {}
    if of_criterion:
        codes = zip(rounds["criterion_code"], rounds["assessment_code"], strict=True)
        lead = leading(CRITERION, ["criterion", "assessment"], codes, theme, words)
    return stacked_rounds(rounds, parts, theme, words, lead=lead)


def grade_rounds(rounds: pd.DataFrame, theme: Theme, words: Words, grades: tuple[str, ...]) -> Figure:
    """Bars of grades, the highest first; the parts of `stacked_rounds` being `place_1`, `place_2`, ...

    `grades` are the names by place.
    """
    return stacked_rounds(rounds, _grade_parts(grades, theme), theme, words)


def grade_key(grades: tuple[str, ...], theme: Theme) -> list[KeyEntry]:
    """What the fills of `grade_rounds` mean."""
    return [KeyEntry(part.code, part.name, part.fill, part.outline) for part in _grade_parts(grades, theme)]


def _grade_parts(grades: tuple[str, ...], theme: Theme) -> list[Part]:
    """Grades have no colours of their own: the accent for the highest, then greys towards the ground, then outlines.

    As many as a set has in practice are filled: an outline looks like what is absent.
    """
    fills = [
        (theme.accent, theme.on_accent, theme.accent),
        (theme.peer2, theme.background, theme.peer2),
        (theme.peer3, theme.ink, theme.peer3),
        (theme.rule, theme.ink, theme.rule),
        (theme.hairline, theme.ink, theme.rule),
    ]
    last = (theme.background, theme.ink, theme.ink2)
    return [
        Part(f"place_{place}", name, *(fills[place - 1] if place <= len(fills) else last))
        for place, name in enumerate(grades, start=1)
    ]


def stacked_rounds(
    rounds: pd.DataFrame,
    parts: list[Part],
    theme: Theme,
    words: Words,
    *,
    ends: Sequence[str] | None = None,
    lead: Mapping[str, object] = MappingProxyType({}),
) -> Figure:
    """Stacked bars in the order of the rows; a dashed rule with its name stands before every new criteria set.

    Shares stand inside the bars; with `ends`, one text per row, these stand at their right and counts inside. `lead` is
    where the bars lead (see `leading`).

    Columns: assessment_code, assessment_name, year, criteria_set_code, criteria_set_name, and for each part a column
    of counts named by its code. At least one row, none without a count.
    """
    labels = _labels(rounds)
    left = max(width(label, TEXT_SIZE) for label in labels) + TO_LABEL
    right = max(width(end, TEXT_SIZE, 600) for end in ends) + TO_LABEL if ends else 0
    figure = canvas(theme, barmode="stack", bargap=0, margin={"l": left, "r": right})
    centres, bottom = _centres(figure, rounds, theme)
    for label, y in zip(labels, centres, strict=True):
        write(figure, plain(label), y, xanchor="right", xshift=-TO_LABEL, colour=theme.ink2)
    for end, y in zip(ends or (), centres, strict=bool(ends)):
        write(figure, bold(plain(end)), y, x=1, xanchor="left", xshift=TO_LABEL)
    wholes = rounds[[part.code for part in parts]].sum(axis=1)
    bases = rounds[[part.code for part in parts if not part.is_outside]].sum(axis=1)
    for part in parts:
        shares = [Decimal(int(count)) / int(base) for count, base in zip(rounds[part.code], wholes, strict=True)]
        figure.add_bar(
            name=part.code,
            orientation="h",
            x=[float(share) for share in shares],
            y=centres,
            width=BAR,
            marker={"color": part.fill, "line": {"color": part.outline, "width": [int(share > 0) for share in shares]}},
            text=[
                _inside(share, count, words, counted=bool(ends))
                for share, count in zip(shares, rounds[part.code], strict=True)
            ],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": part.on_fill, "size": SMALL_SIZE},
            constraintext="none",
            hoverinfo="text",
            hovertext=[
                _hover(name, part, int(count), int(base), words)
                for name, count, base in zip(rounds["assessment_name"], rounds[part.code], bases, strict=True)
            ],
            **lead,
        )
    figure.update_xaxes(range=[-OUTLINE / NARROWEST, 1 + OUTLINE / NARROWEST], visible=False)
    pixel_rows(figure, bottom)
    return figure


def _inside(share: Decimal, count: int, words: Words, *, counted: bool) -> str:
    """The count or the share inside a part; nothing where it is too narrow for it."""
    if share < NARROWEST_PART:
        return ""
    return written.integer(int(count), words.lang) if counted else written.share(share, words.lang, places=0)


def _labels(rounds: pd.DataFrame) -> list[str]:
    """The year, or the code where a year has two rounds."""
    return [str(label) for label in (rounds["year"] if rounds["year"].is_unique else rounds["assessment_code"])]


def _centres(figure: Figure, rounds: pd.DataFrame, theme: Theme) -> tuple[list[float], int]:
    """The middle of every bar and the bottom of them all; draws the rule of every new criteria set."""
    centres: list[float] = []
    top, criteria_set = 0, None
    for row in rows_of(rounds):
        if row.criteria_set_code != criteria_set:
            if criteria_set is not None:
                line = {"color": theme.ink2, "width": 1, "dash": "dash"}
                figure.add_shape(type="line", xref="paper", x0=0, x1=1, y0=top + 3, y1=top + 3, line=line)
                top += 4
            write(figure, plain(row.criteria_set_name), top + SET_CHANGE / 2, colour=theme.ink2, size=SMALL_SIZE)
            top += SET_CHANGE
            criteria_set = row.criteria_set_code
        centres.append(top + BAR / 2)
        top += STEP
    return centres, top


def _hover(name: str, part: Part, count: int, base: int, words: Words) -> str:
    if part.is_outside or not base:
        return bubble(plain(name), part.name, words("figures.round_bars.outside", count=count))
    share = written.share(Decimal(count) / base, words.lang, places=1)
    return bubble(plain(name), part.name, words("figures.round_bars.base", count=count, base=base, share=share))
