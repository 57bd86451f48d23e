"""A reference file as text: whatever a spreadsheet program saved it as, its header and its rows with their numbers."""

from __future__ import annotations

import csv
import io
import unicodedata
from dataclasses import dataclass
from pathlib import Path

DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class CsvFile:
    """`rows` are (row number in the file, cells), cells stripped; rows without any text are left out."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    delimiter: str = ","

    @property
    def records(self) -> list[dict[str, str]]:
        """Every row by column name; a row shorter than the header has blanks."""
        return [
            {name: (cells[place] if place < len(cells) else "") for place, name in enumerate(self.header)}
            for _, cells in self.rows
        ]


class BrokenRowError(ValueError):
    """A row that cannot be told apart into cells, such as one with a quotation mark that is never closed."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


def read_csv(path: Path) -> CsvFile:
    """The file's content; UnicodeDecodeError when it is not UTF-8, BrokenRowError when its rows are not clear."""
    text = unicodedata.normalize("NFC", path.read_bytes().decode("utf-8-sig"))
    delimiter = _delimiter(text)
    lines: list[tuple[int, tuple[str, ...]]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            lines.append((len(lines) + 1, tuple(cell.strip() for cell in cells)))
    except csv.Error as error:
        raise BrokenRowError(len(lines) + 1) from error
    filled = [(number, cells) for number, cells in lines if any(cells)]
    return CsvFile(filled[0][1] if filled else (), tuple(filled[1:]), delimiter)


def _delimiter(text: str) -> str:
    """Column names hold no delimiter of their own, so the one most frequent in the header separates."""
    header = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=header.count)


def as_text(rows: list[list[str]], delimiter: str) -> str:
    """The rows as CSV lines, each ending with a line feed."""
    lines = io.StringIO()
    csv.writer(lines, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return lines.getvalue()


def csv_line(*cells: str) -> str:
    """The line of a reference file that begins with these cells, ready to paste; the columns after them are blank."""
    return as_text([list(cells)], DELIMITERS[0]).rstrip("\n")
