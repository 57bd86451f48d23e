"""What analysts decided about single sheets."""

from __future__ import annotations

import re
from unicodedata import normalize

from openpyxl.utils import column_index_from_string

from etl.layout.declared import Declared
from etl.layout.table import Family, Table
from etl.office.load import Reference, Row, full_row
from etl.office.reference import Status

IGNORED = "ignore"
_LETTERS = re.compile(r"[A-Z]{1,3}")


class Layouts:
    """The rows of `layouts.csv` by sheet."""

    def __init__(self, reference: Reference) -> None:
        self._rows = {sheet_key(row["file"], row["sheet"]): row for row in reference.rows("layouts")}

    def row(self, table: Table) -> Row:
        """The row about the table's sheet; one that is blank and proposed where there is none."""
        return self.about(table.file, table.sheet)

    def about(self, file: str, sheet: str) -> Row:
        """The same, by the names of file and sheet."""
        blank = full_row("layouts", file=file, sheet=sheet, status=str(Status.PROPOSED))
        return self._rows.get(sheet_key(file, sheet), blank)

    def has(self, table: Table) -> bool:
        """Whether there is a row about the table's sheet."""
        return self.has_row(table.file, table.sheet)

    def has_row(self, file: str, sheet: str) -> bool:
        """The same, by the names of file and sheet."""
        return sheet_key(file, sheet) in self._rows

    def declarations(self) -> dict[tuple[str, str], Declared]:
        """The sheets that a person described, by file and sheet."""
        return {
            (row["file"], row["sheet"]): Declared(
                Family(row["family"]),
                row["header_row"],
                *(next(iter(_columns(row[name])), None) for name in ("name_column", "max_column")),
                _columns(row["points_columns"]),
            )
            for row in self._rows.values()
            if row["status"] == Status.CONFIRMED and row["family"] in tuple(Family)
        }


def _columns(letters: str) -> tuple[int, ...]:
    """The columns that letters such as `D, F` name."""
    return tuple(column_index_from_string(letter) for letter in _LETTERS.findall(letters.upper()))


def sheet_key(file: str, sheet: str) -> tuple[str, str]:
    """What the names of a file and a sheet are compared by, however they are typed."""
    return normalize("NFC", file).replace("\\", "/"), normalize("NFC", sheet).strip()
