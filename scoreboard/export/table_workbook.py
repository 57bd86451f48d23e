"""A table of a page as an .xlsx file: its numbers as numbers, and a second sheet that says what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from numbers import Real
from typing import Any

from scoreboard.export.archive import settled
from scoreboard.tables.table import Column, Table
from scoreboard.text import numbers
from spreadsheet import workbook
from spreadsheet.workbook import Number, Sheet, as_workbook

_NARROWEST, _WIDEST, _AROUND = 9, 60, 3
_LABELS, _SAID = 26, 100


@dataclass(frozen=True, slots=True)
class Origin:
    """What the second sheet says: its name, and by label what the table is, of whom, from where and how it was chosen.

    `table` names the first sheet, `heads` are the two headings of the second, `moment` is when the version was built.
    """

    table: str
    title: str
    heads: tuple[str, str]
    said: Mapping[str, str]
    moment: datetime


def table_workbook(table: Table, lang: str, origin: Origin) -> bytes:
    """The table as it is shown, with the whole value behind every number, and where it comes from.

    The same bytes whenever it is made of the same version.
    """
    cells = [[_cell(column, value, lang) for value in table.data[column.name]] for column in table.columns]
    shown = zip(*table.written(), strict=True) if len(table.data) else ((),) * len(table.columns)
    heads = [
        workbook.Column(column.label, _width((column.label, *texts)), column.is_number and not column.quotes)
        for column, texts in zip(table.columns, shown, strict=True)
    ]
    about = [workbook.Column(head, width) for head, width in zip(origin.heads, (_LABELS, _SAID), strict=True)]
    said = [list(row) for row in origin.said.items() if row[1]]
    return settled(
        as_workbook([Sheet(origin.table, heads, list(zip(*cells, strict=True))), Sheet(origin.title, about, said)]),
        origin.moment,
    )


def _width(texts: Iterable[str]) -> int:
    return min(max(_NARROWEST, *(len(text) + _AROUND for text in texts)), _WIDEST)


def _cell(column: Column, value: Any, lang: str) -> str | Number:
    """The text as shown, or the number that it says: with all its decimals where the data have them."""
    text = column.write(value)
    said = numbers.read(text, lang) if column.is_number and not column.quotes else None
    if said is None:
        return text
    is_share = said.unit == "%"
    unit = "" if is_share else said.unit
    whole = _whole(value, said)
    return Number(whole / 100 if is_share else whole, said.places, is_share, said.is_signed, unit)


def _whole(value: Any, said: numbers.Written) -> Decimal:
    """The value that was rounded to what is said, in the unit in which it is said."""
    if isinstance(value, Decimal | Real) and numbers.exact(value) is not None:
        exact = numbers.exact(value)
        for candidate in (exact * 100, exact) if said.unit else (exact, exact * 100):
            if numbers.rounded(candidate, said.places) == said.value:
                return candidate
    return said.value
