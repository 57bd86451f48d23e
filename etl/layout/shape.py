"""A header whose words we do not know, found by the shape of what stands under it."""

from __future__ import annotations

from etl.layout.grid import own_texts
from etl.layout.header import MOST_ROWS, Header, named_columns
from etl.read.cells import CellKind, Sheet
from etl.text.letters import vietnamese_letters

FEWEST_ROWS = 3
FEWEST_COLUMNS = 3


def header_by_shape(sheet: Sheet) -> Header | None:
    """The header over a block of numbers with a column of names at its left; None where there is no such block.

    Whole rows of text right above the block are the header. Of several columns of names the most Vietnamese one leads.
    """
    rows = [row for row, _ in sheet.rows() if _numbers(sheet, row) >= FEWEST_COLUMNS]
    if len(rows) < FEWEST_ROWS:
        return None
    first = bottom = rows[0]
    wide = len(sheet.row(first)) * 0.8
    while bottom - 1 > 0 and first - bottom < MOST_ROWS and len(own_texts(sheet, bottom - 1)) >= wide:
        bottom -= 1
    names = _name_columns(sheet, rows)
    if bottom == first or not names:
        return None
    lead = max(names, key=lambda column: (vietnamese_letters("".join(_texts(sheet, rows, column))), -column))
    return Header(bottom, first - 1, lead, "unit", named_columns(sheet, bottom, first - 1))


def _numbers(sheet: Sheet, row: int) -> int:
    return sum(cell.kind is CellKind.NUMBER for cell in sheet.row(row))


def _texts(sheet: Sheet, rows: list[int], column: int) -> list[str]:
    return [cell.text for row in rows if (cell := sheet.at(row, column)).kind is CellKind.TEXT]


def _name_columns(sheet: Sheet, rows: list[int]) -> list[int]:
    texts = {column: _texts(sheet, rows, column) for column in range(1, sheet.last_column + 1)}
    return [column for column, seen in texts.items() if len(set(seen)) > len(rows) * 0.8]
