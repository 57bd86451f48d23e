"""Sheets with a list of units for each criterion: pairs of columns, name and points, each pair in its own order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from etl.layout.column_lines import ColumnLines, named_in
from etl.layout.criteria_columns import printed_in, stage_of
from etl.layout.grid import own_texts
from etl.layout.header import Column, Header, named_columns
from etl.layout.heading import read_heading
from etl.layout.numbering import number_in
from etl.layout.outline import outline
from etl.layout.rows import RowKind, header_kind, is_signature, last_scored_row
from etl.layout.segment import Obstacle, Segment
from etl.layout.table import Family, Printed, SeenPoints, SeenResult, SeenUnit, Table
from etl.layout.unit_rows import unit_name
from etl.read.cells import Cell, CellKind
from etl.text.keys import match_key
from etl.text.words import meaning

FEWEST_LISTS = 2
NOT_UNITS = ("max", "statistic", "total", "signature")


@dataclass(frozen=True, slots=True)
class UnitList:
    """One list: the column of names and the columns right of it up to the next list."""

    names: int
    values: tuple[Column, ...]


@dataclass
class Listed:
    """The units of all lists, each once, and the rows that name them."""

    units: list[SeenUnit] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)
    _places: dict[tuple[str, int], int] = field(default_factory=dict)

    def place(self, cell: Cell, nth: int) -> int:
        """The index of the unit named in a cell; a name met for the second time in one list is another unit."""
        name = unit_name(cell.text)
        key = match_key(name), nth
        if key not in self._places:
            self._places[key] = len(self.units)
            self.units.append(SeenUnit(name, "", cell))
        self.rows.add(cell.row)
        return self._places[key]


def has_unit_lists(header: Header) -> bool:
    """Whether a header names several columns of units, each with columns of its own after it."""
    lists = _lists_of(header)
    return len(lists) >= FEWEST_LISTS and all(each.values for each in lists)


def read_unit_lists(segment: Segment) -> Table | Obstacle:
    """The table of a segment with a list of units for each criterion, or what keeps it from being one."""
    segment = _with_headings(segment)
    lists = _lists_of(segment.header)
    lines = ColumnLines(segment.sheet, _max_row(segment, lists), {})
    found, kinds = Listed(), segment.kinds_above() | _kinds(segment)
    points: list[SeenPoints] = []
    results: list[SeenResult] = []
    for each in lists:
        units = list(_units_of(segment, each, kinds, found))
        for column in each.values:
            cells = [(unit, segment.sheet.at(row, column.index)) for unit, row in units]
            what = printed_in(column)
            if what and not named_in(column):
                results += _results(cells, what, stage_of(column))
            elif not what and named_in(column) and segment.holds_scores(column):
                points += _points(cells, lines.add(column), stage_of(column))
    if not found.units or not (points or results):
        return Obstacle.NO_SCORE_COLUMN if found.units else Obstacle.NO_UNIT_ROW
    if len({(seen.unit, seen.criterion, seen.stage_code) for seen in points}) < len(points):
        return Obstacle.SAME_COLUMN_TWICE
    criteria = outline(lines.lines)
    return segment.table(
        family=Family.UNITS_PER_CRITERION,
        criteria=criteria,
        units=tuple(found.units),
        points=tuple(seen for seen in points if not criteria[seen.criterion].has_children),
        results=tuple(results),
        rows=kinds | dict.fromkeys(found.rows, str(RowKind.UNIT)),
    )


def _points(cells: list[tuple[int, Cell]], criterion: int, stage_code: str) -> list[SeenPoints]:
    return [SeenPoints(unit, criterion, stage_code, cell, cell.comment) for unit, cell in cells]


def _results(cells: list[tuple[int, Cell]], what: Printed, stage_code: str) -> list[SeenResult]:
    printed = ((unit, cell) for unit, cell in cells if cell.kind is not CellKind.BLANK)
    return [SeenResult(unit, what, stage_code, cell) for unit, cell in printed]


def _lists_of(header: Header) -> list[UnitList]:
    starts = [column.index for column in header.columns if column.role == "unit"]
    if not starts:
        return []
    ends = [*starts[1:], max((column.index for column in header.columns), default=0) + 1]
    return [
        UnitList(start, tuple(c for c in header.columns if start < c.index < end and c.role != "number"))
        for start, end in zip(starts, ends, strict=True)
    ]


def _with_headings(segment: Segment) -> Segment:
    """The segment with the row above its header as a part of it, where that names what the lists are about."""
    sheet, header = segment.sheet, segment.header
    above = header.top - 1
    starts = [each.names for each in _lists_of(header)]
    over = {(cell.row, cell.column) for start in starts if (cell := sheet.seen_at(above, start)).text.strip()}
    if above <= segment.after or len(over) < FEWEST_LISTS:
        return segment
    columns = named_columns(sheet, above, header.bottom)
    header = replace(header, top=above, columns=columns)
    return replace(segment, header=header, heading=read_heading(sheet, segment.after, above))


def _max_row(segment: Segment, lists: list[UnitList]) -> int | None:
    rows = (row for row in segment.body if meaning("row", segment.sheet.at(row, lists[0].names).text) == "max")
    return next(rows, None)


def _kinds(segment: Segment) -> dict[int, str]:
    """The rows that repeat the header, sign or are blank; all others are notes until a list names a unit there."""
    kinds: dict[int, str] = {}
    lead = segment.header.lead
    last_scored = last_scored_row(segment.sheet, segment.body, lead)
    is_signed = False
    for row in segment.body:
        is_signed = is_signed or (row > last_scored and is_signature(segment.sheet, row, lead))
        if not segment.sheet.row(row):
            kinds[row] = RowKind.BLANK
        elif is_signed:
            kinds[row] = RowKind.SIGNATURE
        else:
            kinds[row] = header_kind(segment.sheet, row, segment.header) or _stated(segment, row)
    return kinds


def _stated(segment: Segment, row: int) -> RowKind:
    said = {meaning("row", cell.text) for cell in own_texts(segment.sheet, row)}
    if "max" in said:
        return RowKind.HEADER
    return RowKind.STATISTIC if said & {"statistic", "total"} else RowKind.NOTE


def _units_of(segment: Segment, each: UnitList, kinds: dict[int, str], found: Listed) -> Iterator[tuple[int, int]]:
    """The units of one list with their rows; a name without any value beside it only groups or explains."""
    met: dict[str, int] = {}
    for row in segment.body:
        cell = segment.sheet.at(row, each.names)
        is_named = (
            cell.kind is CellKind.TEXT and not number_in(cell.text) and meaning("row", cell.text) not in NOT_UNITS
        )
        is_valued = any(segment.sheet.at(row, column.index).kind is not CellKind.BLANK for column in each.values)
        if kinds[row] == RowKind.NOTE and is_named and is_valued:
            key = match_key(unit_name(cell.text))
            met[key] = met.get(key, 0) + 1
            yield found.place(cell, met[key]), row
