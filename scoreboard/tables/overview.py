"""The tables of the overview's panels."""

from __future__ import annotations

from functools import partial

import pandas as pd

from scoreboard.findings import caution
from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written


def sections(data: pd.DataFrame, words: Words) -> Table:
    """Verdict counts per top-level section."""
    counts = ("done_well", "not_well", "not_done")
    return Table(
        data.assign(
            section=[f"{row.number}. {row.section_name}" if row.number else row.section_name for row in rows_of(data)]
        ),
        (
            Column("section", words("overview.column.section")),
            *(_count(name, words(f"overview.column.{name}"), words) for name in counts),
            _count("verdicts", words("overview.column.results"), words),
        ),
    )


def criteria(data: pd.DataFrame, words: Words) -> Table:
    """Every criterion that lost points, the most first, with a mark on those that most units share."""
    shared = words("figures.costliest_criteria.systemic")
    return Table(
        data.assign(kind=[shared if is_systemic else written.NOTHING for is_systemic in data["is_systemic"]]),
        (
            Column("criterion_code", words("overview.column.code"), short=True),
            Column("criterion_name", words("overview.column.criterion"), leads_to="criterion", heads=True),
            Column("gap_points", words("overview.column.gap_points"), partial(written.points, lang=words.lang), True),
            Column("gap_share", words("overview.column.gap_share"), partial(written.share, lang=words.lang), True),
            _count("lacking_units", words("overview.column.lacking"), words),
            _count("scored_units", words("overview.column.scored"), words),
            Column("kind", words("overview.column.kind")),
        ),
    )


def changes(data: pd.DataFrame, now: str, before: str, words: Words) -> Table:
    """Every unit's change with what may be said of it."""
    share = partial(written.share, lang=words.lang)
    points = partial(written.change, lang=words.lang)
    notes = [
        words(f"figures.reason.{row.reason}") if row.reason else caution.mark(row.caution, words)
        for row in rows_of(data)
    ]
    return Table(
        data.assign(note=notes),
        (
            Column("unit_name", words("overview.column.unit"), leads_to="unit"),
            Column("from_share", words("overview.column.from_share", before=before), share, True),
            Column("to_share", words("overview.column.to_share", now=now), share, True),
            Column(
                "share_change",
                words("overview.column.share_change"),
                partial(written.share_change_number, lang=words.lang),
                True,
            ),
            Column("points_change", words("overview.column.points_change"), points, True),
            Column("real_change", words("overview.column.real_change"), points, True),
            Column("note", words("overview.column.note")),
        ),
    )


def outcomes(data: pd.DataFrame, words: Words) -> Table:
    """How many shortfalls had which outcome."""
    return Table(
        data,
        (
            Column("outcome", words("overview.column.outcome"), lambda outcome: words(f"figures.outcome.{outcome}")),
            _count("shortfalls", words("overview.column.shortfalls"), words),
        ),
    )


def _count(name: str, label: str, words: Words) -> Column:
    return Column(name, label, partial(written.integer, lang=words.lang), is_number=True)
