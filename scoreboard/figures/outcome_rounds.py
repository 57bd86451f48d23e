"""What became of units and of shortfalls round by round: bars of counts, with the share that matters at their end."""

from __future__ import annotations

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.round_bars import Part, stacked_rounds
from scoreboard.figures.theme import OUTCOMES, Theme
from scoreboard.text import Words
from scoreboard.text import numbers as written

# A direction looks like the outcome it resembles: what is better has the accent, what cannot be told is an outline.
DIRECTIONS = {"improved": "closed", "unchanged": "unchanged", "worse": "worse", "not_compared": "cannot_tell"}


def direction_rounds(rounds: pd.DataFrame, theme: Theme, words: Words) -> Figure:
    """Bars of units that rose, stayed, fell or cannot be compared; at the end the share that rose of those compared.

    Columns: those of `stacked_rounds`, the parts being improved, unchanged, worse and not_compared; improved_share
    (0-1, None when nobody can be compared).
    """
    return stacked_rounds(rounds, _directions(theme, words), theme, words, ends=_ends(rounds["improved_share"], words))


def direction_key(theme: Theme, words: Words) -> list[KeyEntry]:
    """What the fills of `direction_rounds` mean; an entry has the code of the outcome it looks like."""
    parts = zip(_directions(theme, words), DIRECTIONS.values(), strict=True)
    return [KeyEntry(like, part.name, part.fill, part.outline) for part, like in parts]


def closure_rounds(rounds: pd.DataFrame, theme: Theme, words: Words) -> Figure:
    """Bars of what became of the shortfalls of the round before; at the end the share closed of those that can be told.

    Columns: those of `stacked_rounds`, the parts being the outcomes; closed_share (0-1, None when nothing can be told).
    """
    return stacked_rounds(rounds, _outcomes(theme, words), theme, words, ends=_ends(rounds["closed_share"], words))


def closure_key(theme: Theme, words: Words) -> list[KeyEntry]:
    """What the fills of `closure_rounds` mean."""
    return [KeyEntry(part.code, part.name, part.fill, part.outline) for part in _outcomes(theme, words)]


def _ends(shares: pd.Series, words: Words) -> list[str]:
    return [written.share(share, words.lang, places=1) for share in shares]


def _directions(theme: Theme, words: Words) -> list[Part]:
    return [_part(code, words(f"figures.direction.{code}"), like, theme) for code, like in DIRECTIONS.items()]


def _outcomes(theme: Theme, words: Words) -> list[Part]:
    return [_part(outcome, words(f"figures.outcome.{outcome}"), outcome, theme) for outcome in OUTCOMES]


def _part(code: str, name: str, outcome: str, theme: Theme) -> Part:
    outline = theme.outcome_outline(outcome) or theme.background
    is_outside = outcome == DIRECTIONS["not_compared"]
    return Part(code, name, theme.outcome(outcome), theme.on_outcome(outcome), outline, is_outside)
