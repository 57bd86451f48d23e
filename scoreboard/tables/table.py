"""A table of data as text: on the page with real headers, and as a file that a spreadsheet opens."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from io import StringIO
from typing import Any

import pandas as pd

from scoreboard.text.numbers import NOTHING

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = {"vi": ";", "en": ","}


def _as_text(value: Any) -> str:
    return NOTHING if value is None else str(value)


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the data, its label, and how a value is written. Numbers stand on the right."""

    name: str
    label: str
    write: Callable[[Any], str] = _as_text
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Data with the columns that are shown of it, in their order; the first column heads each row."""

    data: pd.DataFrame
    columns: tuple[Column, ...]

    def written(self) -> list[list[str]]:
        """The cells as they are shown, row by row."""
        written = [[column.write(value) for value in self.data[column.name]] for column in self.columns]
        return [list(row) for row in zip(*written, strict=True)]

    def as_html(self, caption: str = "", *, stacks: bool = False) -> str:
        """A semantic table, everything escaped; one that `stacks` turns its rows into blocks where it is narrow."""
        side = [' class="vl-number"' if column.is_number else "" for column in self.columns]
        head = "".join(
            f'<th scope="col"{css}>{escape(column.label)}</th>' for column, css in zip(self.columns, side, strict=True)
        )
        rows = "".join(
            "<tr>"
            + f'<th scope="row"{side[0]}>{escape(row[0])}</th>'
            + "".join(
                f'<td{css} data-label="{escape(column.label)}">{escape(cell)}</td>'
                for cell, css, column in zip(row[1:], side[1:], self.columns[1:], strict=True)
            )
            + "</tr>"
            for row in self.written()
        )
        classes = "vl-table vl-stacks" if stacks else "vl-table"
        below = f"<caption>{escape(caption)}</caption>" if caption else ""
        return (
            f'<div class="vl-scroll"><table class="{classes}">{below}<thead><tr>{head}</tr></thead>'
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
