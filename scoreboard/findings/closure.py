"""How many shortfalls of the assessment before are closed: of those of which it can be told, the others said beside."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from scoreboard.text import Words
from scoreboard.text import numbers as written

UNTOLD = "cannot_tell"


class Closure(NamedTuple):
    """Shortfalls closed, those of which it can be told (closed or not), and those of which it cannot."""

    closed: int
    told: int
    untold: int

    @property
    def share(self) -> Decimal | None:
        """Closed of those of which it can be told, 0-1; None where of none."""
        return Decimal(self.closed) / self.told if self.told else None


def closure_of(outcomes: pd.DataFrame) -> Closure:
    """What the rows of the question `gap_outcome_counts` come to."""
    counts = {outcome: int(count) for outcome, count in zip(outcomes["outcome"], outcomes["shortfalls"], strict=True)}
    untold = counts.get(UNTOLD, 0)
    return Closure(counts.get("closed", 0), sum(counts.values()) - untold, untold)


def heading(closure: Closure, before: str, words: Words) -> str:
    """How many shortfalls of the assessment named `before` are closed, of those of which it can be told."""
    if closure.share is None:
        return words("closure.none", before=before)
    return words(
        "closure.finding",
        closed=written.integer(closure.closed, words.lang),
        told=written.integer(closure.told, words.lang),
        share=written.share(closure.share, words.lang, places=1),
        before=before,
    )


def untold(closure: Closure, words: Words) -> str:
    """How many shortfalls nothing can be told of; empty where of all it can."""
    if not closure.untold:
        return ""
    return words("closure.untold", n=closure.untold, count=written.integer(closure.untold, words.lang))
