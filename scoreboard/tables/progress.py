"""The tables of progress from round to round: who rose, and which shortfalls closed."""

from __future__ import annotations

from functools import partial

import pandas as pd

from scoreboard.findings import progress
from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

SHOWN = 8
OUTCOMES = ("closed", "improved", "unchanged", "worse", "cannot_tell")


def directions(data: pd.DataFrame, reasons: pd.DataFrame, words: Words) -> Table:
    """How many units rose, stayed and fell in every round, how many cannot be compared and why, who had little room."""
    why = [progress.reasons_of(reasons[reasons["assessment_code"] == code], words) for code in data["assessment_code"]]
    counts = [
        _count(code, words(f"figures.direction.{code}"), words)
        for code in ("improved", "unchanged", "worse", "not_compared")
    ]
    return Table(
        data.assign(why=why),
        (
            Column(
                "assessment_name",
                words("trend.column.assessment"),
                partial(names.assessment_headed, words=words),
                short=True,
            ),
            Column("criteria_set_name", words("trend.column.set")),
            *counts,
            Column("improved_share", words("trend.column.improved_share"), _share(words), is_number=True),
            Column("why", words("trend.column.why_not")),
            _count("ceiling", words("trend.column.ceiling"), words),
            _count("floor", words("trend.column.floor"), words),
        ),
    )


def closures(data: pd.DataFrame, words: Words) -> Table:
    """What became of the shortfalls of the round before, in every round."""
    return Table(
        data,
        (
            Column(
                "assessment_name",
                words("trend.column.assessment"),
                partial(names.assessment_headed, words=words),
                short=True,
            ),
            Column("criteria_set_name", words("trend.column.set")),
            *_outcomes(words),
        ),
    )


def closures_by_criterion(data: pd.DataFrame, words: Words) -> Table:
    """What became of the shortfalls of every criterion of the round before."""
    return Table(data, (*_criterion(words), *_outcomes(words)))


def closures_by_unit(data: pd.DataFrame, words: Words) -> Table:
    """What became of the shortfalls of every unit."""
    return Table(data, (_unit(words), *_outcomes(words)))


def slowest_criteria(data: pd.DataFrame, words: Words) -> Table:
    """The first criteria of `closures_by_criterion`, narrow: closed of those that can be told."""
    return Table(_of_those_told(data), (*_criterion(words), *_closed(words)))


def slowest_units(data: pd.DataFrame, words: Words) -> Table:
    """The first units of `closures_by_unit`, narrow: closed of those that can be told."""
    return Table(_of_those_told(data), (_unit(words), *_closed(words)))


def _of_those_told(data: pd.DataFrame) -> pd.DataFrame:
    told = data[data["closed_share"].notna()].head(SHOWN)
    return told.assign(closed_of=[f"{row.closed}/{row.gaps - row.cannot_tell}" for row in rows_of(told)])


def _criterion(words: Words) -> tuple[Column, Column]:
    return (
        Column("criterion_code", words("gaps.column.code"), short=True),
        Column("short_name", words("gaps.column.criterion"), leads_to="criterion", heads=True),
    )


def _unit(words: Words) -> Column:
    return Column("unit_name", words("trend.column.unit"), leads_to="unit")


def _closed(words: Words) -> tuple[Column, Column]:
    return (
        Column("closed_of", words("trend.column.closed_of"), is_number=True),
        Column("closed_share", words("trend.column.closed_share"), _share(words), is_number=True),
    )


def _outcomes(words: Words) -> tuple[Column, ...]:
    return (
        _count("gaps", words("trend.column.gaps"), words),
        Column("closed_share", words("trend.column.closed_share"), _share(words), is_number=True),
        *(_count(outcome, words(f"figures.outcome.{outcome}"), words) for outcome in OUTCOMES),
    )


def _count(name: str, label: str, words: Words) -> Column:
    return Column(name, label, partial(written.integer, lang=words.lang), is_number=True)


def _share(words: Words):
    return partial(written.share, lang=words.lang, places=1)
