"""Rows that are sums without saying so: no number of their own, and equal to what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.layout.arithmetic import NOISE
from etl.layout.criteria_lines import points_of
from etl.layout.line import Line
from etl.layout.outline import parents_of
from etl.read.cells import Sheet

FEWEST_PARTS = 2

Values = list[Decimal | None]


def proven_sums(lines: list[Line], sheet: Sheet, columns: Sequence[int]) -> dict[int, bool]:
    """The rows of lines that add up their numbered neighbours; true where these stand at the top of the sheet.

    The line closes its group, and its maximum and all its points are the sums. Where every criterion has full marks, a
    criterion as large as those before it would look the same: that proves nothing.
    """
    parents = parents_of(lines)
    found: dict[int, bool] = {}
    for index, line in [(index, line) for index, line in enumerate(lines) if not line.number]:
        group = [other for other, parent in enumerate(parents) if parent == parents[index]]
        parts = [lines[other] for other in group if other < index]
        is_closing = group[-1] == index and len(parts) >= FEWEST_PARTS
        if is_closing and all(part.number for part in parts) and _adds_up(line, parts, sheet, columns):
            found[line.cell.row] = parents[index] is None
    return found


def _adds_up(line: Line, parts: list[Line], sheet: Sheet, columns: Sequence[int]) -> bool:
    whole = _values(line, sheet, columns)
    each = [_values(part, sheet, columns) for part in parts]
    sums = [sum((value for value in column if value is not None), Decimal(0)) for column in zip(*each, strict=True)]
    is_equal = all(own is not None and abs(own - total) <= NOISE for own, total in zip(whole, sums, strict=True))
    return is_equal and any(total != sums[0] for total in sums[1:])


def _values(line: Line, sheet: Sheet, columns: Sequence[int]) -> Values:
    """The maximum, then the points of the columns."""
    return [line.max_points, *(points_of(sheet.at(line.cell.row, column)) for column in columns)]
