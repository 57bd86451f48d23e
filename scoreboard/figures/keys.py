"""What the fills and marks of a figure mean, for the key above it on the page and in the exported image."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from scoreboard.figures.theme import OUTCOMES, VERDICTS, Theme
from scoreboard.text import Words
from scoreboard.text import numbers as written

Mark = Literal["", "slash", "cross", "dash", "question", "hatch"]

VERDICT_MARKS: dict[str, Mark] = {"done_well": "", "not_well": "slash", "not_done": "cross"}
ABSENCE_MARKS: dict[str, Mark] = {"not_applicable": "dash", "blank": "question", "not_submitted": "hatch"}


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One swatch and its words: its fill, its outline (empty for none), the mark on it and that mark's colour."""

    code: str
    label: str
    fill: str
    outline: str = ""
    mark: Mark = ""
    mark_colour: str = ""


def verdict_key(theme: Theme, words: Words, *, with_absences: bool = False) -> list[KeyEntry]:
    """The three verdicts, from good to not done; with the three absences where a figure shows them."""
    verdicts = [
        KeyEntry(
            verdict,
            words(f"figures.verdict.{verdict}"),
            theme.verdict(verdict),
            mark=VERDICT_MARKS[verdict],
            mark_colour=theme.on_verdict(verdict),
        )
        for verdict in VERDICTS
    ]
    absences = [
        KeyEntry(absence, words(f"figures.absence.{absence}"), theme.background, theme.ink2, mark, theme.ink2)
        for absence, mark in ABSENCE_MARKS.items()
    ]
    return verdicts + (absences if with_absences else [])


def outcome_key(outcomes: pd.DataFrame, theme: Theme, words: Words) -> list[KeyEntry]:
    """The outcomes in `outcomes` (columns outcome, shortfalls) that occur, each with its count."""
    counts = dict(zip(outcomes["outcome"], outcomes["shortfalls"], strict=True))
    return [
        KeyEntry(
            outcome,
            f"{words(f'figures.outcome.{outcome}')} {written.integer(counts[outcome], words.lang)}",
            theme.outcome(outcome),
            theme.outcome_outline(outcome),
        )
        for outcome in OUTCOMES
        if counts.get(outcome)
    ]
