"""The tables that only documents have: key figures, groups side by side, points by criterion, follow-up by unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import pandas as pd

from scoreboard.findings.key_figures import KeyFigure
from scoreboard.findings.measures import mean
from scoreboard.rows import rows_of
from scoreboard.tables import profile
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written

OUTCOMES = ("closed", "improved", "unchanged", "worse", "cannot_tell")


def key_figures(figures: Iterable[KeyFigure], words: Words) -> Table:
    """One row a figure: what it is, the number, of how many, and what it is set beside."""
    rows = [(one.label, one.number, one.base.strip().removeprefix("/").strip(), one.beside) for one in figures]
    return Table(
        pd.DataFrame(rows, columns=["figure", "number", "base", "beside"], dtype=object),
        (
            Column("figure", words("document.column.figure")),
            Column("number", words("document.column.number"), is_number=True),
            Column("base", words("document.column.base")),
            Column("beside", words("document.column.beside")),
        ),
    )


def groups(ranking: pd.DataFrame, words: Words) -> Table:
    """A row per group in the office's order: units, how many are ranked, mean, lowest and highest share."""
    rows = [
        (name, len(units), int(units["rank"].notna().sum()), mean(units["share"]), *_ends(units["share"]))
        for name, units in ranking.groupby("group_name", sort=False)
    ]
    share = partial(written.share, lang=words.lang)
    count = partial(written.integer, lang=words.lang)
    return Table(
        pd.DataFrame(rows, columns=["group_name", "units", "ranked", "mean", "lowest", "highest"], dtype=object),
        (
            Column("group_name", words("trend.column.group")),
            Column("units", words("trend.column.units"), count, is_number=True),
            Column("ranked", words("document.column.ranked"), count, is_number=True),
            Column("mean", words("trend.column.mean_share"), share, is_number=True),
            Column("lowest", words("trend.column.lowest"), share, is_number=True),
            Column("highest", words("trend.column.highest"), share, is_number=True),
        ),
    )


def points_by_criterion(cells: pd.DataFrame, units: Sequence[str], words: Words) -> Table:
    """A row per criterion and a column per unit of `units`: the points, or in words why there are none.

    `cells` are rows of the question `verdict_cells` of one group, `units` codes out of them.
    """
    known = cells.dropna(subset=["criterion_code"]).sort_values("sort_order", kind="stable")
    said = {(row.criterion_code, row.unit_code): _said(row, words) for row in rows_of(known)}
    labels = dict(zip(cells["unit_code"], cells["short_name"], strict=True))
    submitted = dict(zip(cells["unit_code"], cells["is_submitted"], strict=True))
    absent = {unit: written.NOTHING if submitted[unit] else words("figures.state.not_submitted") for unit in units}
    rows = [
        (
            criterion.criterion_code,
            criterion.criterion_name,
            _maxima(known, criterion.criterion_code, words),
            *(said.get((criterion.criterion_code, unit), absent[unit]) for unit in units),
        )
        for criterion in rows_of(known.drop_duplicates("criterion_code"))
    ]
    return Table(
        pd.DataFrame(rows, columns=["code", "name", "maximum", *units], dtype=object),
        (
            Column("code", words("gaps.column.code")),
            Column("name", words("gaps.column.criterion")),
            Column("maximum", words("document.column.maximum"), is_number=True),
            *(Column(unit, labels[unit], is_number=True) for unit in units),
        ),
    )


def outcomes_by_unit(data: pd.DataFrame, words: Words) -> Table:
    """The rows of the question `gap_outcomes_by_unit`."""
    count = partial(written.integer, lang=words.lang)
    return Table(
        data,
        (
            Column("unit_name", words("overview.column.unit")),
            *(Column(name, words(f"figures.outcome.{name}"), count, is_number=True) for name in OUTCOMES),
            Column("shortfalls", words("document.column.outcome_total"), count, is_number=True),
        ),
    )


def remedies(data: pd.DataFrame, words: Words) -> Table:
    """The remedies of several units (rows of `unit_remedies` with `unit_name`), the unit in front."""
    table = profile.remedies(data, words)
    unit = Column("unit_name", words("overview.column.unit"))
    return Table(table.data, (unit, *table.columns[1:]))


def common_shortfalls(criteria: pd.DataFrame, words: Words) -> Table:
    """Criteria of the question `criterion_gaps` with the points lost and how many of the scored units lack them."""
    lacking = [f"{row.lacking_units}/{row.scored_units}" for row in rows_of(criteria)]
    return Table(
        criteria.assign(lacking=lacking),
        (
            Column("criterion_code", words("gaps.column.code")),
            Column("criterion_name", words("gaps.column.criterion")),
            Column("gap_points", words("document.column.lost"), partial(written.points, lang=words.lang), True),
            Column("gap_share", words("overview.column.gap_share"), partial(written.share, lang=words.lang), True),
            Column("lacking", words("overview.column.lacking"), is_number=True),
        ),
    )


def own_shortfalls(criteria: pd.DataFrame, lacking: pd.DataFrame, words: Words) -> Table:
    """Criteria of the question `criterion_gaps` with the points lost and the names of the units that lack them."""
    units = {code: ", ".join(rows["short_name"]) for code, rows in lacking.groupby("criterion_code", sort=False)}
    return Table(
        criteria.assign(units=[units.get(code, written.NOTHING) for code in criteria["criterion_code"]]),
        (
            Column("criterion_code", words("gaps.column.code")),
            Column("criterion_name", words("gaps.column.criterion")),
            Column("gap_points", words("document.column.lost"), partial(written.points, lang=words.lang), True),
            Column("units", words("document.column.units_lacking")),
        ),
    )


def criteria(rows: pd.DataFrame, words: Words) -> Table:
    """Criteria of one unit: points out of the maximum, points lost, and remarks where there are any."""
    columns = [
        Column("criterion_code", words("profile.column.code")),
        Column("criterion_name", words("profile.column.criterion")),
        Column("points_of", words("document.column.points"), is_number=True),
        Column("gap_points", words("document.column.lost"), partial(written.points, lang=words.lang), True),
    ]
    if (rows["remark"] != "").any():
        columns.append(Column("remark", words("document.column.remark")))
    return Table(rows.assign(points_of=[_points_of(row, words) for row in rows_of(rows)]), tuple(columns))


def absent(rows: pd.DataFrame, words: Words) -> Table:
    """Criteria of one unit that were not scored, each with why."""
    return Table(
        rows.assign(why=[words(f"figures.state.{state}") for state in rows["state"]]),
        (
            Column("criterion_code", words("profile.column.code")),
            Column("criterion_name", words("profile.column.criterion")),
            Column("why", words("document.column.why")),
        ),
    )


def _ends(shares: pd.Series) -> tuple[Any, Any]:
    given = shares.dropna()
    return (min(given), max(given)) if len(given) else (None, None)


def _said(row: Any, words: Words) -> str:
    return written.points(row.points, words.lang) if row.state == "scored" else words(f"figures.state.{row.state}")


def _points_of(row: Any, words: Words) -> str:
    return f"{written.points(row.points, words.lang)}/{written.shortest(row.max_points, words.lang)}"


def _maxima(cells: pd.DataFrame, criterion_code: str, words: Words) -> str:
    """The maximum of a criterion; each of them where units have different ones."""
    maxima = sorted(set(cells.loc[cells["criterion_code"] == criterion_code, "max_points"].dropna()))
    return " / ".join(written.shortest(value, words.lang) for value in maxima) or written.NOTHING
