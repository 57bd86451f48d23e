"""One table's stretch of a sheet: where it starts, where it ends, and what stands above it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Any

from etl.layout.declared import Declared, declared_header
from etl.layout.grid import own_texts
from etl.layout.header import Column, Header, find_headers
from etl.layout.heading import Heading, read_heading
from etl.layout.rows import RowKind, span_of_rows
from etl.layout.shape import header_by_shape
from etl.layout.table import Family, Table
from etl.layout.unit_lines import unit_line
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.keys import match_key
from etl.text.numbers import points_in
from etl.text.words import meaning, state_word


class Obstacle(StrEnum):
    """What keeps a segment from being a table; each is a problem code."""

    NO_SCORE_COLUMN = "no_score_column"
    NO_CRITERION_ROW = "no_criterion_row"
    NO_UNIT_ROW = "no_unit_row"
    SAME_COLUMN_TWICE = "same_column_twice"
    UNITS_AMONG_CRITERIA = "units_among_criteria"
    MIXED_ROWS = "mixed_rows"


FEWEST_ALIKE = 2  # lines in a row that two tables share; a page break repeats none
LONGEST_SCORE = 12  # letters; a column of longer texts explains, it does not score


@dataclass(frozen=True)
class Segment:
    """The rows from `after` to `before`, both excluded, under one header that page breaks may repeat."""

    sheet: Sheet
    file: str
    header: Header
    heading: Heading
    after: int
    before: int
    family: Family | None = None  # where a person declared it

    @property
    def body(self) -> range:
        """The rows under the header."""
        return range(self.header.bottom + 1, self.before)

    def kinds_above(self) -> dict[int, str]:
        """The kinds of the rows down to the header."""
        above = span_of_rows(self.sheet, self.after, self.header.top)
        return above | dict.fromkeys(self.header.rows, str(RowKind.HEADER))

    def holds_scores(self, column: Column) -> bool:
        """Whether the column is one of scores: nothing yet, or some readable score and few texts that explain."""
        if column.is_declared_points:
            return True
        cells = [cell for row in self.body if (cell := self.sheet.at(row, column.index)).kind is not CellKind.BLANK]
        if not cells:
            # The second column of a merged heading has no name of its own; empty, it is only there for the look.
            return column.path[-1].column == column.index
        long = sum(len(cell.text.strip()) > LONGEST_SCORE and not _is_score(cell) for cell in cells)
        return long * 2 <= len(cells) and any(map(_is_score, cells))

    def is_hidden(self, column: int) -> bool:
        """Whether the whole column is hidden."""
        cells = [cell for row in (*self.header.rows, *self.body) if (cell := self.sheet.cells.get((row, column)))]
        return bool(cells) and all(cell.hidden for cell in cells)

    def table(self, **parts: Any) -> Table:
        """The table with what the segment knows of it filled in."""
        return Table(
            file=self.file,
            sheet=self.sheet.name,
            title=self.heading.title,
            year_seen=self.heading.year,
            decision=self.heading.decision,
            header_rows=self.header.rows,
            letterhead=self.heading.letterhead,
            **parts,
        )


def declared_segment(sheet: Sheet, file: str, declared: Declared) -> Segment | None:
    """The one table of a sheet that a person described; None where too little is described to find it."""
    header = declared_header(sheet, declared)
    if header is None:
        return None
    heading = read_heading(sheet, 0, header.top)
    return Segment(sheet, file, header, heading, 0, sheet.last_row + 1, declared.family)


def segments_of(sheet: Sheet, file: str) -> list[Segment]:
    """The tables of a sheet, top to bottom; empty where no header is found by words or by shape."""
    headers = find_headers(sheet)
    shaped = None if headers else header_by_shape(sheet)
    starts = [shaped] if shaped else _starts(sheet, headers)
    ends = [_last_data_row(sheet, header.top) for header in starts]
    headings = _headings(sheet, starts, ends)
    return [
        Segment(
            sheet=sheet,
            file=file,
            header=header,
            heading=headings[index],
            after=after if index else 0,
            before=ends[index + 1] + 1 if index + 1 < len(starts) else sheet.last_row + 1,
        )
        for index, (header, after) in enumerate(zip(starts, ends, strict=True))
    ]


def _headings(sheet: Sheet, starts: list[Header], ends: list[int]) -> list[Heading]:
    """What stands above every table; one of several alike without a year of its own has the title of the first."""
    headings: list[Heading] = []
    for index, (header, after) in enumerate(zip(starts, ends, strict=True)):
        is_one_of_several = [other.labels for other in starts].count(header.labels) > 1
        heading = read_heading(sheet, after if index else 0, header.top, is_one_of_several)
        if headings and is_one_of_several and heading.year is None:
            first = headings[0]
            title = first.title if heading.unit else heading.title or first.title
            heading = replace(
                heading, year=first.year, title=title, decision=first.decision, letterhead=first.letterhead
            )
        headings.append(heading)
    return headings


def _starts(sheet: Sheet, headers: list[Header]) -> list[Header]:
    starts: list[Header] = []
    for header in headers:
        if not starts or header.labels != starts[-1].labels or _begins_anew(sheet, starts[-1], header):
            starts.append(header)
    return starts


def _begins_anew(sheet: Sheet, start: Header, again: Header) -> bool:
    return _is_new_table(sheet, start.bottom, again.top) or _lists_the_same(sheet, start, again)


def _lists_the_same(sheet: Sheet, start: Header, again: Header) -> bool:
    """Whether the first lines under a repeated header are those under the header before: the lines of another unit."""
    before = _first_names(sheet, range(start.bottom + 1, again.top), start.lead)
    after = _first_names(sheet, range(again.bottom + 1, sheet.last_row + 1), again.lead)
    return len(after) == FEWEST_ALIKE and before == after


def _first_names(sheet: Sheet, rows: range, lead: int) -> list[str]:
    """The first names that have numbers beside them."""
    named = (sheet.at(row, lead) for row in rows if any(map(_is_number, sheet.row(row))))
    names = (
        match_key(cell.text) for cell in named if cell.kind is CellKind.TEXT and meaning("row", cell.text) != "max"
    )
    return list(islice(names, FEWEST_ALIKE))


def _is_new_table(sheet: Sheet, after: int, top: int) -> bool:
    """Whether a title, a letterhead or a unit's name stands between the last numbers and a repeated header."""
    between = range(max(after, _last_data_row(sheet, top)) + 1, top)
    return any(
        meaning("row", cell.text.partition(":")[0]) in ("title", "letterhead", "unit")
        for row in between
        for cell in own_texts(sheet, row)
    ) or any(unit_line(sheet, row) for row in between)


def _last_data_row(sheet: Sheet, before: int) -> int:
    rows = [row for row, cells in sheet.rows() if row < before and any(map(_is_number, cells))]
    return max(rows, default=0)


def _is_number(cell: Cell) -> bool:
    """Whether the cell holds a number or points in words; bare digits as text may be a year in a title."""
    is_worded = cell.kind is CellKind.TEXT and not cell.text.strip().isdigit() and points_in(cell.text) is not None
    return is_worded or cell.kind is CellKind.NUMBER


def _is_score(cell: Cell) -> bool:
    is_said = cell.kind is CellKind.TEXT and (state_word(cell.text) or points_in(cell.text) is not None)
    return bool(is_said) or cell.kind in (CellKind.NUMBER, CellKind.UNCACHED, CellKind.ERROR)
