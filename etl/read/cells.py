"""What is kept of a workbook once it has been read: cells with everything later stages may need to judge them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from openpyxl.utils import get_column_letter


class CellKind(StrEnum):
    """What the workbook says the cell holds. A blank cell is not kept at all, unless it bears a comment."""

    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"
    UNCACHED = "uncached"  # a formula that no program has calculated yet


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as read.

    `text` is what a person sees on the sheet, in Unicode NFC, legacy encodings already decoded. `number` is the exact
    decimal Excel would show at its full precision of 15 significant digits, and None unless `kind` is NUMBER.
    `formula` is `=` alone where the format hides what it computes. `hidden` is true when its row, column or sheet is
    hidden. `runs` are the pieces (text, font) as stored, before any decoding, of a text in more than one font;
    `comment_runs` those of a comment in which any font is told.
    `encoding` is the legacy encoding that the text was decoded from, empty for Unicode. `row` and `column` count
    from 1.
    """

    row: int
    column: int
    kind: CellKind
    text: str = ""
    number: Decimal | None = None
    date: date | None = None
    formula: str = ""
    font: str = ""
    bold: bool = False
    hidden: bool = False
    comment: str = ""
    runs: tuple[tuple[str, str], ...] = ()
    encoding: str = ""
    comment_runs: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        """The A1 address."""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; its value sits in the top-left cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One worksheet: its non-empty cells by (row, column), and its merged ranges.

    `covered` are cells that hold something which nobody sees, because a merged range lies over them.
    `decoded_name` is the name in Unicode where the workbook proves that it was typed in a legacy encoding, else empty;
    links to cells go by `name`.
    """

    name: str
    cells: dict[tuple[int, int], Cell]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False
    covered: dict[tuple[int, int], Cell] = field(default_factory=dict)
    decoded_name: str = ""

    @property
    def title(self) -> str:
        """The name to read."""
        return self.decoded_name or self.name

    @cached_property
    def last_row(self) -> int:
        """The last row with content, 0 for an empty sheet."""
        return max((row for row, _ in self.cells), default=0)

    @cached_property
    def last_column(self) -> int:
        """The last column with content, 0 for an empty sheet."""
        return max((column for _, column in self.cells), default=0)

    @cached_property
    def _anchor(self) -> dict[tuple[int, int], tuple[int, int]]:
        return {
            (row, column): (merge.top, merge.left)
            for merge in self.merges
            for row in range(merge.top, min(merge.bottom, self.last_row) + 1)
            for column in range(merge.left, min(merge.right, self.last_column) + 1)
        }

    def at(self, row: int, column: int) -> Cell:
        """The cell itself; a blank one where the sheet has nothing."""
        return self.cells.get((row, column)) or Cell(row, column, CellKind.BLANK)

    def seen_at(self, row: int, column: int) -> Cell:
        """The cell a person sees there: inside a merged range, the range's top-left cell."""
        return self.at(*self._anchor.get((row, column), (row, column)))

    def row(self, row: int) -> list[Cell]:
        """The non-empty cells of a row, left to right."""
        return self._by_row.get(row, [])

    @cached_property
    def _by_row(self) -> dict[int, list[Cell]]:
        rows: dict[int, list[Cell]] = {}
        for cell in sorted(self.cells.values(), key=lambda c: (c.row, c.column)):
            rows.setdefault(cell.row, []).append(cell)
        return rows

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Rows that have content, top to bottom."""
        yield from sorted(self._by_row.items())


@dataclass(frozen=True)
class Workbook:
    """A workbook as read: `file` is its path below `raw/` with forward slashes, `sha256` the hash of its bytes."""

    file: str
    sha256: str
    size: int
    sheets: tuple[Sheet, ...] = field(default=())
