"""What became of a unit that does not take part in an assessment."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.findings import succession
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written


def not_here(nearest: Any, successions: pd.DataFrame, words: Words) -> str:
    """That the unit is not in this assessment, and what came of it, or what it came from where it is a later one.

    `nearest` is a row of the question `unit_nearest_round`, `successions` are rows of `unit_successions`.
    """
    relation = "predecessor" if nearest.is_later else "successor"
    ending = successions[(successions["relation"] == relation) & (successions["kind"] != "boundary")]
    events = "; ".join(_event(row, words) for row in rows_of(ending))
    key = "state.elsewhere.changed" if events else "state.elsewhere.absent"
    return words(key, unit=nearest.unit_name, events=events)


def _event(row: Any, words: Words) -> str:
    date = written.date(row.effective_on, words.lang)
    return words("state.elsewhere.event", event=succession.event(row, words), date=date)
