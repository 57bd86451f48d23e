"""The tables of one criterion: its rounds, and the remarks on it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words, names
from scoreboard.text import numbers as written


def rounds(history: pd.DataFrame, words: Words) -> Table:
    """The criterion in every round, also in those that do not have it."""
    integer = partial(written.integer, lang=words.lang)
    return Table(
        history.assign(
            when=[names.assessment(name, words) for name in history["assessment_name"]],
            criterion=[_criterion(row, words) for row in rows_of(history)],
        ),
        (
            Column("when", words("criterion.column.assessment"), short=True),
            Column("criteria_set_name", words("criterion.column.set")),
            Column("criterion", words("criterion.column.criterion"), leads_to="criterion"),
            Column(
                "max_points", words("criterion.column.max_points"), partial(written.shortest, lang=words.lang), True
            ),
            Column("scored_units", words("criterion.column.scored"), integer, True),
            Column("done_well", words("figures.verdict.done_well"), integer, True),
            Column("not_well", words("figures.verdict.not_well"), integer, True),
            Column("not_done", words("figures.verdict.not_done"), integer, True),
            Column("share", words("criterion.column.share"), partial(written.share, lang=words.lang), True),
        ),
    )


def bundle_rounds(rounds: pd.DataFrame, words: Words) -> Table:
    """All that the criterion was split into or merged of, as a whole, in every round that has it."""
    integer = partial(written.integer, lang=words.lang)
    return Table(
        rounds.assign(when=[names.assessment(name, words) for name in rounds["assessment_name"]]),
        (
            Column("when", words("criterion.column.assessment"), short=True),
            Column("criteria_set_name", words("criterion.column.set")),
            Column("criterion_codes", words("criterion.column.together")),
            Column(
                "max_points", words("criterion.column.max_points"), partial(written.shortest, lang=words.lang), True
            ),
            Column("scored_units", words("criterion.column.scored"), integer, True),
            Column("done_well", words("figures.verdict.done_well"), integer, True),
            Column("not_well", words("figures.verdict.not_well"), integer, True),
            Column("not_done", words("figures.verdict.not_done"), integer, True),
            Column("share", words("criterion.column.share"), partial(written.share, lang=words.lang), True),
        ),
    )


def group_rounds(groups: pd.DataFrame, words: Words) -> Table:
    """The share of every group in every round."""
    return Table(
        groups.assign(when=[names.assessment(name, words) for name in groups["assessment_name"]]),
        (
            Column("group_name", words("criterion.column.group")),
            Column("when", words("criterion.column.assessment"), short=True),
            Column("criteria_set_name", words("criterion.column.set")),
            Column("units", words("criterion.column.scored"), partial(written.integer, lang=words.lang), True),
            Column("mean_share", words("criterion.column.share"), partial(written.share, lang=words.lang), True),
        ),
    )


def remarks(rows: pd.DataFrame, words: Words) -> Table:
    """What the inspectors wrote of each unit, with the cell of the points beside it."""
    return Table(
        rows.assign(place=[f"{row.sheet} > {row.cell}" for row in rows_of(rows)]),
        (
            Column("unit_name", words("criterion.column.unit"), leads_to="unit"),
            Column("remark", words("criterion.column.remark")),
            Column("place", words("criterion.column.cell"), leads_to="source"),
        ),
    )


def _criterion(row: Any, words: Words) -> str:
    if row.criterion_code is None:
        return words("criterion.column.not_linked")
    return f"{row.criterion_code} {row.criterion_name}"
