"""The tables of units side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written

ORDERS = ("difference", "set")


def totals(profiles: pd.DataFrame, words: Words) -> Table:
    """A row per unit: names lead to the profile, points to what they are made of."""
    return Table(
        profiles.assign(
            part=[written.share(row.share, words.lang) + _mark(row) for row in rows_of(profiles)],
            place=[_place(row, words) for row in rows_of(profiles)],
        ),
        (
            Column("unit_name", words("comparison.column.unit"), leads_to="unit"),
            Column("group_name", words("comparison.column.group")),
            Column(
                "points",
                words("comparison.column.points"),
                partial(written.points, lang=words.lang),
                is_number=True,
                leads_to="source",
            ),
            Column("part", words("comparison.column.share"), is_number=True),
            Column("place", words("comparison.column.rank"), is_number=True),
            Column("grade_name", words("comparison.column.grade")),
        ),
    )


def sections(rows: pd.DataFrame, units: Mapping[str, str], spread: pd.Series, words: Words) -> Table:
    """A row per section and a column per unit (code to name), with how far they are apart."""
    each = rows.drop_duplicates("code")
    share = partial(written.share, lang=words.lang)
    shares = {(row.code, row.unit_code): row.share for row in rows_of(rows)}
    data = pd.DataFrame(
        [
            [row.section_name, *(shares.get((row.code, unit)) for unit in units), spread.get(row.code)]
            for row in rows_of(each)
        ],
        columns=["section", *units, "spread"],
        dtype=object,
    )
    return Table(
        data,
        (
            Column("section", words("comparison.column.section")),
            *(Column(unit, name, share, is_number=True) for unit, name in units.items()),
            Column(
                "spread",
                words("comparison.column.difference"),
                partial(written.percent_number, lang=words.lang),
                is_number=True,
            ),
        ),
    )


def _mark(row: Any) -> str:
    return "*" if row.is_partial and row.share is not None else ""


def _place(row: Any, words: Words) -> str:
    if row.rank is None:
        return words(f"reason.unranked.{row.unranked_reason}")
    key = "comparison.totals.tied" if row.is_tied else "comparison.totals.place"
    return words(key, rank=row.rank, ranked=row.ranked_units)
