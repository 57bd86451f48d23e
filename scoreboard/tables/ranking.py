"""The ranking in orders and columns: what a reader may sort it by, and the flat table of it."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from scoreboard.findings import caution, printed
from scoreboard.findings.grade import held_down
from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

ORDERS = ("rank", "change", "not_done", "name")


def in_order(ranking: pd.DataFrame, order: str, alphabetical: list[str]) -> pd.DataFrame:
    """The rows by one of `ORDERS`; what has no value comes last, equals stay in the order of rank.

    `alphabetical` are the unit codes in the order of their names.
    """
    if order == "rank":
        return ranking
    if order == "name":
        place = {code: number for number, code in enumerate(alphabetical)}
        return ranking.sort_values("unit_code", key=lambda codes: codes.map(place), kind="stable")
    values = {"change": ranking["share_change"], "not_done": ranking["not_done"].where(ranking["share"].notna())}
    keys = [float("inf") if pd.isna(value) else -value for value in values[order]]
    return ranking.iloc[sorted(range(len(ranking)), key=lambda row: keys[row])]


def flat(ranking: pd.DataFrame, before: str | None, words: Words) -> Table:
    """The ranking with one value in a cell, as computed and as printed."""
    points = partial(written.points, lang=words.lang)
    notes = [_note(row, words) for row in rows_of(ranking)]
    columns = [
        ("rank", "rank", written.integer, True),
        ("unit_name", "unit", str, False),
        ("self_points", "self_points", points, True),
        ("points", "points", points, True),
        ("share", "share", partial(written.share, lang=words.lang), True),
        ("grade_name", "grade", _text, False),
        ("printed_points", "printed_points", points, True),
        ("printed_rank", "printed_rank", written.integer, True),
        ("printed_grade", "printed_grade", _text, False),
    ]
    columns.append(("places_per_quarter_point", "quarter", written.integer, True))
    if before is not None:
        columns += [
            ("share_change", "change", partial(written.share_change_number, lang=words.lang), True),
            ("places_up", "places", partial(written.change, lang=words.lang, places=0), True),
        ]
    columns.append(("note", "note", str, False))
    return Table(
        ranking.assign(note=notes),
        tuple(
            Column(
                name,
                words(f"ranking.column.{label}", before=before or ""),
                write,
                is_number,
                heads=name == "unit_name",
            )
            for name, label, write, is_number in columns
            if name == "note" or ranking[name].notna().any()
        ),
    )


def by_assessment(history: pd.DataFrame, words: Words) -> Table:
    """The rows of the question `rank_history`: one unit in one assessment each, the latest first."""
    headed = partial(names.assessment_headed, words=words)
    latest_first = history.sort_values("sort_order", ascending=False, kind="stable")
    return Table(
        latest_first,
        (
            Column("assessment_name", words("ranking.column.assessment"), headed, short=True),
            Column("rank", words("ranking.column.rank"), written.integer, is_number=True),
            Column("unit_name", words("ranking.column.unit"), leads_to="unit", heads=True),
            Column("share", words("ranking.column.share"), partial(written.share, lang=words.lang), is_number=True),
            Column("criteria_set_name", words("ranking.column.criteria_set")),
        ),
    )


def _note(row: Any, words: Words) -> str:
    """Why there is no rank or a part missing, what holds a grade down, why print differs, what a change hides."""
    notes = []
    if row.unranked_reason:
        notes.append(words(f"reason.unranked.{row.unranked_reason}"))
    elif row.is_partial:
        notes.append(words("ranking.note.partial_total"))
    notes.append(held_down(row, words))
    notes += [
        words(f"ranking.note.printed.{found.what}", reason=printed.why(found.what, found.reason, words))
        for found in printed.differences(row)
        if found.reason
    ]
    if row.comparability == "not" and row.share_change is not None and row.reason:
        notes.append(words(f"figures.reason.{row.reason}"))
    notes.append(caution.mark(row.caution, words))
    return "; ".join(filter(None, notes))


def _text(value: str | None) -> str:
    return written.NOTHING if value is None else value
