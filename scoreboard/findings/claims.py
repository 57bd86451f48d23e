"""What the units gave themselves against what they were given: over-claiming, an indicator of its own."""

from __future__ import annotations

import pandas as pd

from scoreboard.findings.measures import mean, topmost
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

NAMED = 3


def heading(claims: pd.DataFrame, words: Words) -> str:
    """By how much self-assessments lie above official points on average, and whose lies furthest above.

    `claims` are rows of the question `self_claims`, at least one; each counts, over the criteria that both scored.
    """
    average = mean(claims["claim_points"])
    if average == 0:
        return words("claims.level")
    key = "claims.above" if average > 0 else "claims.below"
    sentence = words(key, points=written.points(abs(average), words.lang))
    furthest = topmost(claims, "claim_points")
    most = furthest["claim_points"].iloc[0]
    if most <= 0 or len(furthest) > NAMED:
        return sentence
    units = names.listed(list(furthest["unit_name"]), words)
    return f"{sentence}; {words('claims.most', units=units, change=written.change(most, words.lang))}"


def compared(claims: pd.DataFrame, words: Words) -> str:
    """What the two ends are, over how many units, and how many of them could be compared on some criteria only."""
    partial = int(claims["is_partial"].sum())
    sentence = words("claims.compared", n=len(claims))
    return f"{sentence} {words('claims.partial', n=partial)}" if partial else sentence
