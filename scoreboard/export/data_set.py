"""The data of a version as one workbook: a sheet per table, with a code book made of the comments in the database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.database import Database
from scoreboard.export.archive import settled
from scoreboard.rows import rows_of
from scoreboard.text import Words, numbers
from spreadsheet.workbook import Column, Number, Sheet, Value, as_workbook

TABLES = (
    "assessment",
    "criteria_set",
    "criterion",
    "criterion_link",
    "grade",
    "peer_group",
    "unit",
    "unit_succession",
    "membership",
    "total",
    "stage_total",
    "parent_result",
    "criterion_result",
    "gap_outcome",
    "remedy",
    "score",
    "printed_result",
    "correction",
    "source_file",
    "problem",
)
"""The tables in the workbook, in the order of its sheets. The others are worked out from these, and named in it."""

MOST_ROWS = 1_048_575  # that a sheet holds under its header

_TERM = re.compile(r"^(?P<said>.*) \((?P<term>[^()]*)\)$", re.DOTALL)
_NARROWEST, _WIDEST, _AROUND, _MOMENT = 14, 50, 3, 19


def data_set(database: Database, words: Words) -> bytes:
    """The workbook: where it comes from, the code book, then the tables; the same bytes whenever it is made.

    Headings are the Vietnamese terms in Vietnamese, and the names in the database in English.
    """
    with database.cursor() as cursor:
        about = next(rows_of(queries.about(cursor)))
        book = queries.code_book(cursor)
        sheets = [sheet for name in TABLES for sheet in _sheets(name, cursor, book, words)]
    left_out = [name for name in book["table_name"].unique() if name not in TABLES]
    first = [_origin(about, database.version.name, left_out, words), _code_book(book, words)]
    return settled(as_workbook(first + sheets), about.built_at)


def _sheets(name: str, cursor: Any, book: pd.DataFrame, words: Words) -> Iterator[Sheet]:
    """The table's sheet, or as many as its rows need."""
    known = book[book["table_name"] == name]
    table = queries.whole_table(cursor, table=name)
    columns = [
        Column(
            _heading(row.column_name, row.about_column, words),
            _width(table[row.column_name]),
            is_number=row.data_type != "VARCHAR",
        )
        for row in rows_of(known)
    ]
    title = _heading(name, known["about_table"].iloc[0], words)
    rows = [[_value(value) for value in row] for row in rows_of(table)]
    for start in range(0, len(rows) or 1, MOST_ROWS):
        yield Sheet(f"{title} ({start // MOST_ROWS + 1})" if start else title, columns, rows[start : start + MOST_ROWS])


def _width(values: pd.Series) -> int:
    """Wide enough for the longest text, within bounds; numbers and headings are shorter or go on to a second line."""
    longest = max((len(value) for value in values if isinstance(value, str)), default=0)
    least = _MOMENT if any(isinstance(value, datetime) for value in values) else _NARROWEST
    return min(max(least, longest + _AROUND), _WIDEST)


def _value(value: Any) -> Value:
    if value is None or isinstance(value, str | bool | date):
        return value
    return Number(value)


def _heading(name: str, comment: str | None, words: Words) -> str:
    if words.lang == "en":
        return name
    term = _split(comment)[1] or name
    return term[0].upper() + term[1:]


def _split(comment: str | None) -> tuple[str, str]:
    """What a comment says, and its Vietnamese term; a version may be without comments."""
    found = _TERM.fullmatch(comment or "")
    return (found["said"], found["term"]) if found else (comment or "", "")


def _origin(about: Any, version: str, left_out: Iterable[str], words: Words) -> Sheet:
    of_lang = "_en" if words.lang == "en" else ""
    said = {
        "office": getattr(about, f"office_name{of_lang}"),
        "version": version,
        "built_at": numbers.moment(about.built_at, words.lang),
        "source": getattr(about, f"source_note{of_lang}"),
        "mark": getattr(about, f"illustrative_mark{of_lang}") if about.is_illustrative else "",
    }
    rows = [[words(f"panel.excel.{name}"), text] for name, text in said.items() if text]
    rows += [
        [words("data.set.filters"), words("data.set.no_filters")],
        [words("data.set.units"), words("data.set.of_shares")],
        [words("data.set.left_out"), ", ".join(left_out)],
    ]
    heads = [Column(words("panel.excel.label"), 26), Column(words("panel.excel.content"), 100)]
    return Sheet(words("panel.excel.origin"), heads, rows)


def _code_book(book: pd.DataFrame, words: Words) -> Sheet:
    widths = {"sheet": 28, "table": 22, "heading": 34, "column": 30, "type": 16, "meaning": 90}
    rows = [
        [
            _heading(row.table_name, row.about_table, words),
            row.table_name,
            _heading(row.column_name, row.about_column, words),
            row.column_name,
            row.data_type,
            _split(row.about_column)[0],
        ]
        for table in TABLES
        for row in rows_of(book[book["table_name"] == table])
    ]
    columns = [Column(words(f"data.set.column.{name}"), width) for name, width in widths.items()]
    return Sheet(words("data.set.code_book"), columns, rows)
