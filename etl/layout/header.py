"""The header of a table: which rows it takes, and what stands over every column. Found by its words, never by place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from etl.layout.grid import anchor, heads_columns, is_heading, own_texts
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.keys import match_key
from etl.text.letters import vietnamese_letters
from etl.text.numbers import points_in
from etl.text.words import meaning

MOST_ROWS = 4
BARE = ("điểm", "số điểm")  # what a column of points is called that may be one of maxima
POINTS = "points"  # the role of a column that a person declared to hold points
_NUMBERED = re.compile(r"\(?\d{1,2}\)?(?:\s*=.*)?|\(?[A-ZĐ]\)?")


@dataclass(frozen=True)
class Column:
    """One column under the header: the header cells over it, widest first. `declared` is a role that a person gave."""

    index: int
    path: tuple[Cell, ...]
    declared: str = ""

    @cached_property
    def label(self) -> str:
        """The text nearest to the data."""
        return self.path[-1].text if self.path else ""

    @cached_property
    def role(self) -> str | None:
        """What the label means among the columns of scoresheets; None for the name of a unit or of a criterion."""
        return self.declared or meaning("column", self.label)

    @property
    def is_declared_points(self) -> bool:
        """Whether a person said that it holds points."""
        return self.declared == POINTS


@dataclass(frozen=True)
class Header:
    """A header block. `lead` is the column of what is listed down the rows; `lead_role` is `criterion` or `unit`."""

    top: int
    bottom: int
    lead: int
    lead_role: str
    columns: tuple[Column, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the block."""
        return tuple(range(self.top, self.bottom + 1))

    def with_role(self, *roles: str) -> tuple[Column, ...]:
        """The columns of these roles, left to right."""
        return tuple(column for column in self.columns if column.role in roles)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What the header says, to recognise it when a page break repeats it."""
        return tuple(cell.text for column in self.columns for cell in column.path)


def find_headers(sheet: Sheet) -> list[Header]:
    """Every header whose words we know, top to bottom, repetitions included."""
    headers: list[Header] = []
    for row, _ in sheet.rows():
        if headers and row <= headers[-1].bottom:
            continue
        lead = _lead_of(sheet, row)
        if lead:
            headers.append(_grown(sheet, row, *lead))
    return headers


def is_numbering(sheet: Sheet, row: int) -> bool:
    """Whether the row only numbers the columns: `(1) (2) (3)=(1)+(2)`."""
    cells = sheet.row(row)
    if len(cells) < 3 or not all(_NUMBERED.fullmatch(cell.text.strip()) for cell in cells):
        return False
    counted = [int(digits[0]) for cell in cells if (digits := re.findall(r"\d+", cell.text))]
    return len(counted) >= 3 and all(later == earlier + 1 for earlier, later in pairwise(counted))


def named_columns(sheet: Sheet, top: int, bottom: int) -> tuple[Column, ...]:
    """The columns that the rows from `top` to `bottom` name; of parallel names the most Vietnamese one."""
    parallel = _row_of_best_names(sheet, top, bottom)
    rows = (parallel,) if parallel else range(top, bottom + 1)
    columns = (Column(index, tuple(_path(sheet, rows, index))) for index in range(1, sheet.last_column + 1))
    return tuple(column for column in columns if column.path)


def _lead_of(sheet: Sheet, row: int) -> tuple[int, str] | None:
    cells = own_texts(sheet, row)
    if len(cells) < 2 or any(cell.kind is CellKind.NUMBER for cell in sheet.row(row)):
        return None
    roles = {cell.column: meaning("column", cell.text) or meaning("stage", cell.text) for cell in cells}
    leads = [c for c in cells if roles[c.column] in ("criterion", "unit") and not heads_columns(sheet, c)]
    others = [column for column, role in roles.items() if role and leads and column != leads[0].column]
    if not leads or not (others or len(cells) >= 4):
        return None
    return leads[0].column, roles[leads[0].column] or ""


def grown_upwards(sheet: Sheet, row: int, lead: int) -> int:
    """The first row of the header that a row belongs to: the headings over its columns come before it."""
    top = row
    while row - top < MOST_ROWS - 1 and (above := _row_above(sheet, top)) and is_heading(sheet, above, lead):
        top = above
    return top


def _grown(sheet: Sheet, row: int, lead: int, lead_role: str) -> Header:
    top, bottom = grown_upwards(sheet, row, lead), row
    while bottom - top + 1 < MOST_ROWS and _continues(sheet, bottom + 1, lead, row):
        bottom += 1
    columns = named_columns(sheet, top, bottom)
    return Header(top, bottom, lead, lead_role, _with_bare_maximum(columns) if lead_role == "criterion" else columns)


def _with_bare_maximum(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, one called only `Điểm` left of self-assessed or appraised points being the maximum if none is."""
    later = [column.index for column in columns if meaning("stage", column.label) in ("self", "appraised")]
    bare = [c for c in columns if later and c.index < later[0] and len(c.path) == 1 and match_key(c.label) in BARE]
    if len(bare) != 1 or any(column.role == "max" for column in columns):
        return columns
    return tuple(replace(column, declared="max") if column is bare[0] else column for column in columns)


def _row_above(sheet: Sheet, row: int) -> int:
    """The row above, or the one above it where a blank row lies between; 0 at the top of the sheet."""
    return row - 1 if row < 3 or sheet.row(row - 1) else row - 2


def _continues(sheet: Sheet, row: int, lead: int, first: int) -> bool:
    texts = own_texts(sheet, row)
    if not texts or any(cell.kind is CellKind.NUMBER for cell in sheet.row(row)) or _states_maxima(texts):
        return False
    over_lead = [anchor(sheet, row, column) for column in range(1, lead + 1)]
    if any(place[0] == row and sheet.at(*place).text.strip() for place in over_lead):
        return False
    return all(cell.column > lead for cell in texts) and first < row


def _states_maxima(texts: list[Cell]) -> bool:
    """Whether the row says nothing but points: `(10 điểm)` under the name of every criterion."""
    return len(texts) > 1 and all(
        points_in(cell.text) is not None and not _NUMBERED.fullmatch(cell.text.strip()) for cell in texts
    )


def _row_of_best_names(sheet: Sheet, top: int, bottom: int) -> int | None:
    """The row to read when the header says the same thing in two languages, one complete row each."""
    rows = [[cell.text for cell in own_texts(sheet, row)] for row in range(top, bottom + 1)]
    sizes = {len(texts) for texts in rows}
    is_merged = any(top <= merge.top <= bottom for merge in sheet.merges)
    if len(rows) < 2 or len(sizes) != 1 or is_merged or any(len(set(texts)) < len(texts) for texts in rows):
        return None
    best = max(range(len(rows)), key=lambda i: (sum(map(vietnamese_letters, rows[i])), i))
    return top + best


def _path(sheet: Sheet, rows: Sequence[int], column: int) -> Iterator[Cell]:
    seen: set[tuple[int, int]] = set()
    for row in rows:
        place = anchor(sheet, row, column)
        if not sheet.at(*place).text.strip() and _has_name(sheet, rows, row, column):
            place = _heading_to_the_left(sheet, rows, row, column)
        if place not in seen and sheet.at(*place).text.strip():
            seen.add(place)
            yield sheet.at(*place)


def _has_name(sheet: Sheet, rows: Sequence[int], row: int, column: int) -> bool:
    return any(sheet.at(below, column).text.strip() for below in rows if below > row)


def _heading_to_the_left(sheet: Sheet, rows: Sequence[int], row: int, column: int) -> tuple[int, int]:
    """Where an unmerged heading over several columns was typed: the nearest one to the left with names below it."""
    for left in range(column - 1, 0, -1):
        place = anchor(sheet, row, left)
        if sheet.at(*place).text.strip():
            return place if _has_name(sheet, rows, row, left) else (row, column)
    return row, column
