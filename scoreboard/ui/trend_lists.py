"""The lists of the page on trends: what became of units between two rounds."""

from __future__ import annotations

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written
from scoreboard.ui import lists


def successions(rows: pd.DataFrame, words: Words) -> str:
    """Every renaming, merger, split, dissolution and moved boundary, each with its day and its legal source.

    `rows` answer the question `successions_between`.
    """
    return lists.events(
        [
            (
                written.date(row.effective_on, words.lang),
                words(
                    f"trend.successions.{row.kind if row.successor_name else f'{row.kind}_nowhere'}",
                    before=row.predecessor_name,
                    now=row.successor_name or "",
                    extent=words(f"profile.succession.extent.{row.extent}"),
                ),
                row.legal_source,
            )
            for row in rows_of(rows)
        ]
    )
