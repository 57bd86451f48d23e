"""Looking at a sheet the way a person does: through its merges."""

from __future__ import annotations

from etl.read.cells import Cell, CellKind, Sheet
from etl.text.words import meaning


def anchor(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    """The place whose value is seen there: the top left of the merged range, else the place itself."""
    cell = sheet.seen_at(row, column)
    return cell.row, cell.column


def own_texts(sheet: Sheet, row: int) -> list[Cell]:
    """The text cells typed in the row itself, left to right."""
    return [cell for cell in sheet.row(row) if cell.kind is CellKind.TEXT]


def width_of(sheet: Sheet, cell: Cell) -> int:
    """How many columns the cell takes; 1 unless merged."""
    for merge in sheet.merges:
        if (merge.top, merge.left) == (cell.row, cell.column):
            return merge.right - merge.left + 1
    return 1


def heads_columns(sheet: Sheet, cell: Cell) -> bool:
    """Whether the cell is merged over columns that have names of their own below it."""
    merge = next((area for area in sheet.merges if (area.top, area.left) == (cell.row, cell.column)), None)
    if merge is None or merge.left == merge.right:
        return False
    below = (text for text in own_texts(sheet, merge.bottom + 1) if merge.left <= text.column <= merge.right)
    return len(list(below)) > 1


def is_heading(sheet: Sheet, row: int, lead: int) -> bool:
    """Whether the row above a header only heads columns right of the lead, as a group heading over units does."""
    texts = own_texts(sheet, row)
    if not texts or len(texts) < len(sheet.row(row)):
        return False
    return all(cell.column > lead and meaning("row", cell.text) not in ("letterhead", "title") for cell in texts)
