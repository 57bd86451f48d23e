"""Numbers in a column that nobody knows: likely points of another stage, or counts of something else."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.layout.criteria_lines import points_of
from etl.layout.segment import Segment
from etl.layout.table import Table
from etl.read.cells import Cell
from etl.text.words import meaning

FEWEST_OF_SCORED = Decimal("0.5")  # a stage may be unfinished; fewer numbers are single remarks


def are_likely_points(segment: Segment, table: Table, heading: str, cells: Sequence[Cell]) -> bool:
    """Whether the numbers of a column may be a stage: in the rows that are scored, and none above the maximum.

    Where units are listed no row has a maximum: there a column between those that are read is one of points.
    """
    if meaning("quantity", heading):
        return False
    scored = [seen.cell for seen in table.points if points_of(seen.cell) is not None]
    if segment.header.lead_role == "unit":
        read = [seen.cell.column for seen in (*table.points, *table.results)]
        return min(read, default=0) < cells[0].column < max(read, default=0)
    rows = {cell.row for cell in scored}
    is_as_scored = bool(rows) and len({cell.row for cell in cells} & rows) >= len(rows) * FEWEST_OF_SCORED
    is_fitting = is_as_scored and all(_fits(cell, table, scored) for cell in cells)
    return is_fitting and not all(_is_lost(cell, table, scored) for cell in cells)


def _is_lost(cell: Cell, table: Table, scored: list[Cell]) -> bool:
    """Whether the number is what points of its row leave of the maximum, as a column of deductions has it."""
    maxima = [criterion.max_points for criterion in table.criteria if criterion.cell.row == cell.row]
    given = [points_of(other) or Decimal(0) for other in scored if other.row == cell.row]
    lost = abs(points_of(cell) or Decimal(0))
    return any(maximum is not None and lost == maximum - points for maximum in maxima for points in given)


def _fits(cell: Cell, table: Table, scored: list[Cell]) -> bool:
    """Whether the number is no larger than the maximum of its row, or than any points where the row states none."""
    maxima = [criterion.max_points for criterion in table.criteria if criterion.cell.row == cell.row]
    known = [maximum for maximum in maxima if maximum is not None]
    largest = known[0] if known else max(points_of(other) or Decimal(0) for other in scored)
    points = points_of(cell)
    return points is not None and abs(points) <= largest
