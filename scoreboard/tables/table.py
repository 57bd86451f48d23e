"""A table of data as text: on the page with real headers, and as a file that a spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from io import StringIO
from typing import Any, Literal

import pandas as pd

from scoreboard.text.numbers import NOTHING

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = {"vi": ";", "en": ","}


def _as_text(value: Any) -> str:
    return NOTHING if value is None else str(value)


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


LeadsTo = Literal["unit", "criterion", "source"]
Address = Callable[[LeadsTo, dict[str, Any]], str | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the data, its label, and how a value is written. Numbers stand on the right.

    A cell of a column that `leads_to` something is a link there: to the unit, the criterion or the source that the
    codes of its row name (`unit_code`, `criterion_code`, `assessment_code`, as far as the data have them).
    What a column `quotes` is the source's own text, never to be taken for a number of ours. What is `short` is never
    broken over lines, and its column is as narrow as it is. What is the same in all rows of a column told `once` stands
    above the table on a page, without a column. A second column that `heads` a row does so together with the first,
    where rows are blocks.
    """

    name: str
    label: str
    write: Callable[[Any], str] = _as_text
    is_number: bool = False
    leads_to: LeadsTo | None = None
    quotes: bool = False
    short: bool = False
    once: bool = False
    heads: bool = False


def _side(column: Column) -> str:
    """The class of a column's cells, as an attribute."""
    name = "vl-number" if column.is_number else "vl-short" if column.short else "vl-named" if column.heads else ""
    return f' class="{name}"' if name else ""


@dataclass(frozen=True, slots=True)
class Table:
    """Data with the columns that are shown of it, in their order; the first column heads each row."""

    data: pd.DataFrame
    columns: tuple[Column, ...]

    def written(self) -> list[list[str]]:
        """The cells as they are shown, row by row."""
        written = [[column.write(value) for value in self.data[column.name]] for column in self.columns]
        return [list(row) for row in zip(*written, strict=True)]

    def _cells(self, address: Address | None) -> list[list[str]]:
        """The cells as HTML, row by row, each a link where its column leads somewhere and `address` knows where."""
        shown = [[escape(cell) for cell in row] for row in self.written()]
        for place, column in enumerate(self.columns):
            if address is None or column.leads_to is None:
                continue
            for row, codes in zip(shown, self.data.to_dict("records"), strict=True):
                where = address(column.leads_to, codes)
                row[place] = f'<a href="{escape(where)}">{row[place]}</a>' if where else row[place]
        return shown

    def _told_once(self) -> tuple[dict[str, str], Table]:
        """What is the same in all rows of the columns told once, by their label, and the table without those."""
        written = dict(zip(self.columns, zip(*self.written(), strict=True), strict=False))
        same = {
            column.label: cells[0]
            for column, cells in written.items()
            if column.once and len(cells) > 1 and len(set(cells)) == 1
        }
        others = tuple(column for column in self.columns if column.label not in same)
        return same, Table(self.data, others)

    def as_html(self, caption: str = "", *, stacks: bool = False, address: Address | None = None) -> str:
        """A semantic table, everything escaped; one that `stacks` turns its rows into blocks where it is narrow.

        `address` says where a cell that leads somewhere leads to; without it nothing is a link. A table without links
        takes the keyboard's focus itself, so that it can be scrolled where it is wider than its place.
        """
        same, table = self._told_once()
        said = " · ".join(f"{escape(label)}: {escape(value)}" for label, value in same.items())
        above = f'<p class="vl-caption vl-once">{said}</p>' if said else ""
        return above + table._rows_as_html(caption, stacks, address)

    def _rows_as_html(self, caption: str, stacks: bool, address: Address | None) -> str:
        cells = self._cells(address)
        focus = "" if any(cell.startswith("<a ") for row in cells for cell in row) else ' tabindex="0"'
        side = [_side(column) for column in self.columns]
        head = "".join(
            f'<th scope="col"{css}>{escape(column.label)}</th>' for column, css in zip(self.columns, side, strict=True)
        )
        rows = "".join(
            "<tr>"
            + f'<th scope="row"{side[0]}>{row[0]}</th>'
            + "".join(
                f'<td{css} data-label="{escape(column.label)}">{cell}</td>'
                for cell, css, column in zip(row[1:], side[1:], self.columns[1:], strict=True)
            )
            + "</tr>"
            for row in cells
        )
        classes = "vl-table vl-stacks" if stacks else "vl-table"
        below = f"<caption>{escape(caption)}</caption>" if caption else ""
        return (
            f'<div class="vl-scroll"{focus}><table class="{classes}">{below}<thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table></div>"
        )

    def as_csv(self, lang: str) -> bytes:
        """The table as written, for a spreadsheet of that language; no text is ever taken for a formula."""
        file = StringIO()
        writer = csv.writer(file, delimiter=_SEPARATOR[lang])
        writer.writerow(_no_formula(column.label) for column in self.columns)
        for row in self.written():
            writer.writerow(
                cell if column.is_number else _no_formula(cell) for cell, column in zip(row, self.columns, strict=True)
            )
        return file.getvalue().encode("utf-8-sig")
