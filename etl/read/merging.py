"""Cells and the merged ranges over them, bounded by what the sheet really holds."""

from __future__ import annotations

from collections.abc import Iterable

from etl.read import limits
from etl.read.cells import Cell, CellKind, Merge, Sheet
from etl.read.refused import RefusedError

Cells = dict[tuple[int, int], Cell]


def sheet_of(name: str, cells: Cells, merges: Iterable[Merge] = (), is_hidden: bool = False) -> Sheet:
    """The sheet as a person sees it, what merged ranges cover set apart; raises RefusedError for monstrous ranges."""
    merges = sorted(set(merges), key=lambda merge: (merge.top, merge.left))
    covered = _covered(cells, merges)
    seen = {place: cell for place, cell in cells.items() if place not in covered}
    sheet = Sheet(name, seen, tuple(merges), is_hidden, covered)
    area = sum(
        max(0, min(merge.bottom, sheet.last_row) - merge.top + 1)
        * max(0, min(merge.right, sheet.last_column) - merge.left + 1)
        for merge in merges
    )
    if len(merges) > limits.MAX_MERGES or area > limits.MAX_MERGED_AREA:
        raise RefusedError("file_too_large")
    return sheet


def _covered(cells: Cells, merges: list[Merge]) -> Cells:
    """Cells with content inside a merged range, other than its first."""
    covered: Cells = {}
    for merge in merges:
        for place in _places(cells, merge):
            cell = cells.get(place)
            if cell and place != (merge.top, merge.left) and cell.kind is not CellKind.BLANK:
                covered[place] = cell
    return covered


def _places(cells: Cells, merge: Merge) -> Iterable[tuple[int, int]]:
    """Places of the range that may hold something: all of a small range, of a huge one those of the sheet's cells."""
    rows, columns = range(merge.top, merge.bottom + 1), range(merge.left, merge.right + 1)
    if len(rows) * len(columns) < len(cells):
        return ((row, column) for row in rows for column in columns)
    return (place for place in cells if place[0] in rows and place[1] in columns)
