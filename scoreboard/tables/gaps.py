"""The tables of the page on gaps."""

from __future__ import annotations

from functools import partial

import pandas as pd

from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written


def matrix(cells: pd.DataFrame, words: Words) -> Table:
    """A row per unit and a column per criterion: the points, or in words why there are none."""
    units = cells.drop_duplicates("unit_code").set_index("unit_code")
    known = cells.dropna(subset=["criterion_code"])
    criteria = known.drop_duplicates("criterion_code").sort_values("sort_order")
    said = known.assign(said=[_said(row, words) for row in known.itertuples()])
    by_unit = said.pivot(index="unit_code", columns="criterion_code", values="said").reindex(units.index)
    absent = words("figures.state.not_submitted")
    blank = pd.Series([written.NOTHING if given else absent for given in units["is_submitted"]], index=units.index)
    data = by_unit.apply(lambda column: column.fillna(blank)).assign(
        unit_name=units["unit_name"], unit_share=units["unit_share"]
    )
    share = partial(written.percent_number, lang=words.lang)
    return Table(
        data,
        (
            Column("unit_name", words("gaps.column.unit")),
            Column("unit_share", words("gaps.column.share"), share, is_number=True),
            *(
                Column(row.criterion_code, _label(row.criterion_code, known, words), is_number=True)
                for row in criteria.itertuples()
            ),
        ),
    )


def top(criteria: pd.DataFrame, words: Words) -> Table:
    """The costliest criteria with the part of all points lost that they add up to."""
    units = [f"{row.lacking_units}/{row.scored_units}" for row in criteria.itertuples()]
    return Table(
        criteria.assign(units=units),
        (
            Column("criterion_code", words("gaps.column.code")),
            Column("criterion_name", words("gaps.column.criterion")),
            Column("gap_points", words("gaps.column.gap_points"), partial(written.points, lang=words.lang), True),
            Column("units", words("gaps.column.lacking"), is_number=True),
            Column(
                "cumulative_share",
                words("gaps.column.cumulative"),
                partial(written.share, lang=words.lang, places=1),
                True,
            ),
        ),
    )


def _said(row, words: Words) -> str:
    return written.points(row.points, words.lang) if row.state == "scored" else words(f"figures.state.{row.state}")


def _label(code: str, cells: pd.DataFrame, words: Words) -> str:
    """The criterion with its maximum, the one that applies to most where it differs."""
    maxima = cells.loc[(cells["criterion_code"] == code) & cells["max_points"].notna(), "max_points"]
    if maxima.empty:
        return code
    return words("gaps.column.max", code=code, max_points=written.shortest(maxima.mode().iloc[0], words.lang))
