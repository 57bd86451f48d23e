"""What became of a unit that does not take part in an assessment, and of a criterion that its set does not have."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.findings import succession
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
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


def left_behind(code: str, sets: dict[str, str], parts: pd.DataFrame, words: Words) -> str:
    """Into which criteria one was split or merged, or out of which it came; or that nothing confirmed continues it.

    `parts` are rows of the question `criterion_parts`, `sets` the names of the criteria sets `before` and `now`.
    """
    if parts.empty:
        return words("state.criterion_left", code=code, **sets)
    codes = list(dict.fromkeys(parts["criterion_code"]))
    said = words(f"state.criterion_went.{parts['way'].iloc[0]}", code=code, criteria=names.listed(codes, words), **sets)
    return said if len(codes) == 1 else f"{said} {words('state.criterion_first', first=codes[0])}"


def _event(row: Any, words: Words) -> str:
    date = written.date(row.effective_on, words.lang)
    return words("state.elsewhere.event", event=succession.event(row, words), date=date)
