"""What a row of a sheet can be, and how it is told without looking at its place."""

from __future__ import annotations

import re
from enum import StrEnum

from etl.layout.grid import own_texts
from etl.layout.header import Header, is_numbering
from etl.layout.numbering import code_in, number_in
from etl.read.cells import CellKind, Sheet
from etl.text.letters import clean
from etl.text.words import meaning

_SIGNED_ON = re.compile(r"ngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm", re.IGNORECASE)


class RowKind(StrEnum):
    """The kinds that `Table.rows` tells."""

    TITLE = "title"
    HEADER = "header"
    NUMBERING = "numbering"
    GROUP = "group"
    CRITERION = "criterion"
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


def is_signature(sheet: Sheet, row: int) -> bool:
    """Whether the row belongs to the block of places, dates and names under a table."""
    texts = own_texts(sheet, row)
    if any(cell.kind is CellKind.NUMBER for cell in sheet.row(row)):
        return False
    return any(_SIGNED_ON.search(cell.text) or meaning("row", cell.text) == "signature" for cell in texts)


def begins_aside(sheet: Sheet, row: int, last_column: int) -> bool:
    """Whether notes or a table to look classes up in begin under the table: such words after a blank row."""
    return not sheet.row(row - 1) and meaning("row", label_of(sheet, row, last_column)) == "aside"


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
    labels = {clean(label) for label in header.labels}
    is_repeated = len(texts) > 1 and len(texts) == len(sheet.row(row)) and labels.issuperset(texts)
    return RowKind.HEADER if is_repeated else None


def span_of_rows(sheet: Sheet, after: int, before: int) -> dict[int, str]:
    """Every row between two rows, both excluded, as a title where it has content and as blank where it has none."""
    return {row: RowKind.TITLE if sheet.row(row) else RowKind.BLANK for row in range(after + 1, before)}
