"""How one unit stands beside its group, now and through the rounds."""

from __future__ import annotations

import pandas as pd

from scoreboard.text import Words, names
from scoreboard.text import numbers as written


def history_heading(history: pd.DataFrame, unit_name: str, now: str, words: Words) -> str:
    """How far the unit is from the mean of its group in the last round of `history` (the question `share_history`).

    A unit alone in its group is not compared with itself.
    """
    last = history.iloc[-1]
    if pd.isna(last["share"]) or pd.isna(last["mean_share"]):
        return words("trend.unit.no_share", unit=unit_name, now=now)
    if last["units"] == 1:
        return words("trend.unit.alone", unit=unit_name, now=now, share=written.share(last["share"], words.lang))
    change = last["share"] - last["mean_share"]
    side = "above" if change > 0 else "below" if change < 0 else "level"
    return words(f"trend.unit.{side}", unit=unit_name, change=written.percent_number(abs(change), words.lang))


def history_compared(predecessors: pd.DataFrame, words: Words) -> str:
    """What the lines are; names the predecessors where there are any."""
    sentence = words("trend.unit.compared")
    if predecessors.empty:
        return sentence
    units = list(predecessors["short_name"].unique())
    return f"{sentence} {words('trend.unit.predecessors', n=len(units), units=names.listed(units, words))}"


def common_range(peers: pd.DataFrame, history: pd.DataFrame) -> tuple[float, float]:
    """From below the lowest share to above the highest of all units of the group, so that each is drawn to one scale.

    `peers` are rows of the question `mean_shares` for the group.
    """
    shares = [*peers["lowest_share"], *peers["highest_share"], *history["share"]]
    given = [float(share) for share in shares if not pd.isna(share)]
    return max(0.0, min(given) - 0.05), min(1.05, max(given) + 0.05)
