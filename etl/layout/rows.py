"""What a row of a sheet can be, and how it is told without looking at its place."""

from __future__ import annotations

import re
from enum import StrEnum

from etl.layout.grid import own_texts
from etl.layout.header import Header, is_numbering
from etl.layout.numbering import code_in, number_in
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.letters import clean
from etl.text.numbers import points_in
from etl.text.words import meaning

_SIGNED_ON = re.compile(r"ngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm", re.IGNORECASE)


_NUMBER_NAMED = r"(?:[IVX]+|[A-ZĐ]|\d+)"
_SUMS_UP = re.compile(
    rf"(?:tổng|cộng)(?:\s+(?:cộng|số|điểm|các|mục|phần|nhóm))*\s+{_NUMBER_NAMED}(?P<more>(?:\s*(?:[+,;]|và)\s*{_NUMBER_NAMED})*)",
    re.IGNORECASE,
)


class RowKind(StrEnum):
    """The kinds that `Table.rows` tells."""

    TITLE = "title"
    HEADER = "header"
    NUMBERING = "numbering"
    GROUP = "group"
    CRITERION = "criterion"
    GUIDANCE = "guidance"
    UNIT = "unit"
    SUBTOTAL = "subtotal"
    TOTAL = "total"
    STATISTIC = "statistic"
    SIGNATURE = "signature"
    NOTE = "note"
    BLANK = "blank"


def label_of(sheet: Sheet, row: int, last_column: int) -> str:
    """The first text of the row up to a column that is more than a number: the name of what the row states."""
    for cell in own_texts(sheet, row):
        if cell.column <= last_column and not number_in(cell.text):
            return clean(cell.text)
    return ""


def said_by(label: str) -> str | None:
    """What a row states by its label; one that names what it adds up, as `Cộng I` or `Tổng I + II`, is a sum."""
    sums = _SUMS_UP.fullmatch(label)
    if sums:
        return "total" if sums["more"] else "subtotal"
    return meaning("row", label)


def is_signature(sheet: Sheet, row: int, lead: int) -> bool:
    """Whether the row belongs to the block of places, dates and names under a table.

    A numbered row of the table and a row with points, in words or not, are none, whatever they say.
    """
    cells = sheet.row(row)
    is_numbered = bool(cells) and cells[0].column < lead and bool(code_in(cells[0].text))
    if (is_numbered and sheet.at(row, lead).text.strip()) or any(map(_bears_points, cells)):
        return False
    return any(_SIGNED_ON.search(c.text) or meaning("row", c.text) == "signature" for c in own_texts(sheet, row))


def last_scored_row(sheet: Sheet, body: range, lead: int) -> int:
    """The last row that names something and bears points right of it: nothing before it is signed; 0 without one."""
    aside = aside_rows(sheet, body, lead)
    rows = (row for row in body if row not in aside and label_of(sheet, row, lead))
    scored = (row for row in rows if any(cell.column > lead and _bears_points(cell) for cell in sheet.row(row)))
    return max(scored, default=0)


def _bears_points(cell: Cell) -> bool:
    is_worded = cell.kind is CellKind.TEXT and points_in(cell.text) is not None
    return is_worded or cell.kind is CellKind.NUMBER


def aside_rows(sheet: Sheet, body: range, last_column: int) -> set[int]:
    """The rows of notes and of tables to look classes up in, under the table or between its parts."""
    rows: set[int] = set()
    is_aside = False
    for row in body:
        is_aside = is_aside or begins_aside(sheet, row, last_column)
        is_aside = is_aside and not resumes(sheet, row, last_column)
        rows |= {row} if is_aside else set()
    return rows


def begins_aside(sheet: Sheet, row: int, last_column: int, is_under_results: bool = False) -> bool:
    """Whether notes or a table to look classes up in begin under the table: such words after a blank row or results."""
    return (is_under_results or not sheet.row(row - 1)) and meaning("row", label_of(sheet, row, last_column)) == "aside"


def resumes(sheet: Sheet, row: int, last_column: int) -> bool:
    """Whether the table goes on after such notes: a numbered row with a number of its own that is no class."""
    cells = sheet.row(row)
    is_numbered = bool(cells) and cells[0].column < last_column and bool(code_in(cells[0].text))
    is_valued = any(cell.kind is CellKind.NUMBER and cell.column > last_column for cell in cells)
    return is_numbered and is_valued and meaning("row", label_of(sheet, row, last_column)) != "aside"


def header_kind(sheet: Sheet, row: int, header: Header) -> RowKind | None:
    """`HEADER` where the row repeats the header's words, `NUMBERING` where it numbers the columns, else None."""
    if is_numbering(sheet, row):
        return RowKind.NUMBERING
    texts = [clean(cell.text) for cell in own_texts(sheet, row)]
    if not 1 < len(texts) == len(sheet.row(row)):
        return None
    return RowKind.HEADER if {clean(label) for label in header.labels}.issuperset(texts) else None


def span_of_rows(sheet: Sheet, after: int, before: int) -> dict[int, str]:
    """Every row between two rows, both excluded, as a title where it has content and as blank where it has none."""
    return {row: RowKind.TITLE if sheet.row(row) else RowKind.BLANK for row in range(after + 1, before)}
