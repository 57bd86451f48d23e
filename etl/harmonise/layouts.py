"""What analysts decided about single sheets."""

from __future__ import annotations

from unicodedata import normalize

from etl.layout.table import Table
from etl.office.load import Reference, Row, full_row
from etl.office.reference import Status

IGNORED = "ignore"


class Layouts:
    """The rows of `layouts.csv` by sheet."""

    def __init__(self, reference: Reference) -> None:
        self._rows = {_key(row["file"], row["sheet"]): row for row in reference.rows("layouts")}

    def row(self, table: Table) -> Row:
        """The row about the table's sheet; one that is blank and proposed where there is none."""
        return self.about(table.file, table.sheet)

    def about(self, file: str, sheet: str) -> Row:
        """The same, by the names of file and sheet."""
        blank = full_row("layouts", file=file, sheet=sheet, status=str(Status.PROPOSED))
        return self._rows.get(_key(file, sheet), blank)

    def has(self, table: Table) -> bool:
        """Whether there is a row about the table's sheet."""
        return _key(table.file, table.sheet) in self._rows


def _key(file: str, sheet: str) -> tuple[str, str]:
    return normalize("NFC", file).replace("\\", "/"), normalize("NFC", sheet).strip()
