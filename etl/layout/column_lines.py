"""Criteria named over the columns, as lines: each header cell once, with the maximum it states or the one below."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from etl.layout.header import Column
from etl.layout.line import Line
from etl.layout.numbering import number_in, number_in_front
from etl.read.cells import Cell, Sheet
from etl.text.numbers import points_in, without_max
from etl.text.words import meaning

Maximum = tuple[Decimal | None, Cell | None]
NOT_NAMES = ("total", "rank", "grade", "note", "statistic")


@dataclass
class ColumnLines:
    """The lines so far, and which header cell gave which. `max_row` is the row of maxima, None where there is none."""

    sheet: Sheet
    max_row: int | None
    subtotals: dict[tuple[int, int], int]
    lines: list[Line] = field(default_factory=list)
    _index: dict[tuple[int, int], int] = field(default_factory=dict)

    def add(self, column: Column) -> int:
        """Adds the criterion of a column and the headings over it that are new; the index of the criterion."""
        names = named_in(column)
        *headings, own = [cell for cell in names if not number_in(cell.text)] or names[-1:]
        for depth, heading in enumerate(headings):
            subtotal = self.subtotals.get(place_of(heading))
            self._add(heading, depth, self._max_under(subtotal) if subtotal else (None, None))
        numbers = [number for cell in names if cell is not own and (number := number_in(cell.text))]
        return self._add(own, len(headings), self._max_under(column.index), numbers[-1] if numbers else "")

    def index_of(self, cell: Cell) -> int | None:
        """The line that a header cell gave."""
        return self._index.get(place_of(cell))

    def _add(self, cell: Cell, depth: int, maximum: Maximum, number: str = "") -> int:
        if place_of(cell) not in self._index:
            name, stated = without_max(cell.text)
            front, bare = number_in_front(name)
            points, max_cell = maximum if maximum[1] else (stated, cell if stated is not None else None)
            line = Line(number or front, bare if front else name, cell, points, max_cell, depth=depth)
            self._index[place_of(cell)] = len(self.lines)
            self.lines.append(line)
        return self._index[place_of(cell)]

    def _max_under(self, column: int) -> Maximum:
        if self.max_row is None:
            return None, None
        cell = self.sheet.at(self.max_row, column)
        number = cell.number if cell.number is not None else points_in(cell.text)
        return number, cell if number is not None else None


def named_in(column: Column) -> list[Cell]:
    """The header cells over a column that name criteria and their groups, and not a stage or a printed result."""
    names = [cell for cell in column.path if _is_name(cell, cell is column.path[-1])]
    return names or [column.path[-1]] * column.is_declared_points


def place_of(cell: Cell) -> tuple[int, int]:
    """Row and column, by which a header cell is known."""
    return cell.row, cell.column


def _is_name(cell: Cell, is_label: bool) -> bool:
    if number_in_front(cell.text)[0]:
        return True
    if meaning("row", cell.text) in ("bonus", "penalty"):
        return True
    role = meaning("column", cell.text)
    if role == "criterion":
        return is_label
    return role not in NOT_NAMES and not meaning("stage", cell.text)
