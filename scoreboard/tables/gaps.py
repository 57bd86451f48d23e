"""The tables of the page on gaps."""

from __future__ import annotations

from functools import partial

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written


def matrix(cells: pd.DataFrame, words: Words) -> Table:
    """A row per unit and a column per criterion: the points, or in words why there are none."""
    units = cells.drop_duplicates("unit_code")
    known = cells.dropna(subset=["criterion_code"])
    codes = list(known.drop_duplicates("criterion_code").sort_values("sort_order")["criterion_code"])
    said = {(row.unit_code, row.criterion_code): _said(row, words) for row in rows_of(known)}
    rows = []
    for unit in rows_of(units):
        unsaid = written.NOTHING if unit.is_submitted else words("figures.state.not_submitted")
        rows.append(
            [
                unit.unit_code,
                unit.unit_name,
                unit.unit_share,
                *(said.get((unit.unit_code, code), unsaid) for code in codes),
            ]
        )
    share = partial(written.percent_number, lang=words.lang)
    labels = _labels(known, words)
    return Table(
        pd.DataFrame(rows, columns=["unit_code", "unit_name", "unit_share", *codes], dtype=object),
        (
            Column("unit_name", words("gaps.column.unit"), leads_to="unit"),
            Column("unit_share", words("gaps.column.share"), share, is_number=True),
            *(Column(code, labels.get(code, code), is_number=True) for code in codes),
        ),
    )


def top(criteria: pd.DataFrame, words: Words) -> Table:
    """The costliest criteria with the part of all points lost that they add up to."""
    units = [f"{row.lacking_units}/{row.scored_units}" for row in rows_of(criteria)]
    return Table(
        criteria.assign(units=units),
        (
            Column("criterion_code", words("gaps.column.code"), short=True),
            Column("criterion_name", words("gaps.column.criterion"), leads_to="criterion", heads=True),
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


def top_with_recurrence(criteria: pd.DataFrame, words: Words) -> Table:
    """`top`, and how many units have lacked each criterion for two rounds or more."""
    plain = top(criteria, words)
    recurring = [_recurring(row, words) for row in rows_of(criteria)]
    return Table(
        plain.data.assign(recurring=recurring),
        (*plain.columns, Column("recurring", words("gaps.column.recurring"), is_number=True)),
    )


def of_unit(shortfalls: pd.DataFrame, words: Words) -> Table:
    """The shortfalls of one unit: points, points lost, for how long, and whether they are shared."""
    points = partial(written.points, lang=words.lang)
    said = shortfalls.assign(
        points=[f"{points(row.points)}/{written.shortest(row.max_points, words.lang)}" for row in rows_of(shortfalls)],
        verdict=[words(f"figures.verdict.{verdict}") for verdict in shortfalls["verdict"]],
        rounds=[_rounds(rounds, words) for rounds in shortfalls["weak_rounds"]],
        kind=[words(f"gaps.unit.{'common' if common else 'own'}") for common in shortfalls["is_systemic"]],
    )
    return Table(
        said,
        (
            Column("criterion_code", words("gaps.column.code"), short=True),
            Column("criterion_name", words("gaps.column.criterion"), leads_to="criterion", heads=True),
            Column("verdict", words("gaps.column.verdict")),
            Column("points", words("gaps.column.points"), leads_to="source", is_number=True),
            Column("gap_points", words("gaps.column.gap_points"), points, is_number=True),
            Column("rounds", words("gaps.column.recurring")),
            Column("kind", words("gaps.column.kind")),
        ),
    )


def _recurring(row, words: Words) -> str:
    """How many units have lacked it for two rounds or more, and for how long; nothing where none has."""
    if not row.recurring_units:
        return written.NOTHING
    return words("gaps.top.recurring", units=row.recurring_units, rounds=row.longest_rounds)


def _rounds(rounds: int, words: Words) -> str:
    return words("gaps.unit.recurring", n=rounds) if rounds > 1 else written.NOTHING


def _said(row, words: Words) -> str:
    return written.points(row.points, words.lang) if row.state == "scored" else words(f"figures.state.{row.state}")


def _labels(cells: pd.DataFrame, words: Words) -> dict[str, str]:
    """By code, the criteria that have a maximum, each with the one that applies to most where it differs."""
    units = cells.groupby(["criterion_code", "max_points"]).size()
    return {
        code: words("gaps.column.max", code=code, max_points=written.shortest(max_points, words.lang))
        for code, max_points in units.groupby(level="criterion_code").idxmax()
    }
