"""Self-assessed against official points, unit by unit."""

from __future__ import annotations

from functools import partial

import pandas as pd

from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written


def claims(data: pd.DataFrame, words: Words) -> Table:
    """The rows of the question `self_claims` in their order; a note where criteria were scored on one side only."""
    points = partial(written.points, lang=words.lang)
    notes = [words("claims.figure.partial", n=count) if count else "" for count in data["one_sided_criteria"]]
    return Table(
        data.assign(note=notes),
        (
            Column("unit_name", words("claims.column.unit"), leads_to="unit"),
            Column(
                "compared_criteria",
                words("claims.column.compared"),
                partial(written.integer, lang=words.lang),
                is_number=True,
            ),
            Column("self_points", words("claims.column.self"), points, is_number=True),
            Column("points", words("claims.column.official"), points, is_number=True),
            Column(
                "claim_points",
                words("claims.column.difference"),
                partial(written.change, lang=words.lang),
                is_number=True,
            ),
            Column("note", words("claims.column.note")),
        ),
    )
