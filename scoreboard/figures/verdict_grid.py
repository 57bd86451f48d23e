"""Where everything stands on the map of verdicts: columns in units of one cell, rows in pixels from the top."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.measure import NARROWEST, width, wrapped
from scoreboard.figures.theme import SMALL_SIZE, TEXT_SIZE, Theme
from scoreboard.rows import rows_of
from scoreboard.text import Words

ROW = 20
LINE = 16
GROUP = 28
SECTION_GAP = 0.5
RIGHT_MARGIN = 70
WIDEST_NAMES = 220
NARROW_NAMES = 150
LEAST_NAMES = 72  # room for the words beside the bars, where names of units are short
HEADING_LINE = 17
HEADING_LINES = 5
HOVER_WIDTH = 380
FEW_COLUMNS = 12
ROOMY = 860
LEAST_CELL = 12


@dataclass(frozen=True, slots=True)
class Column:
    """One criterion: its code and name, the label over its cells, and its left edge; it is 1 wide."""

    code: str
    name: str
    section_code: str
    section_name: str
    label: str
    left: float

    @property
    def centre(self) -> float:
        """The middle of the cell."""
        return self.left + 0.5


@dataclass(frozen=True, slots=True)
class Heading:
    """One section's heading in lines over its columns, from `left` to `right`; `name` is all of it."""

    code: str
    name: str
    lines: tuple[str, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    """One unit: its name in lines, and its top and bottom edge."""

    code: str
    lines: tuple[str, ...]
    top: float
    bottom: float

    @property
    def centre(self) -> float:
        """The middle of the row."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole map, top down: headings end at `head`, labels at `labels`, rows at `bottom`.

    `groups` are the names of the groups with the middle of their line. `names_width` is the room on the left for the
    names of units, `cell` the least width of a cell in pixels. `is_upright` labels are too wide to lie in their cell.
    `least_width` is the least width in pixels that the map can be read at, None where columns are so few that any will
    do; a narrower screen scrolls it sideways.
    """

    columns: tuple[Column, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    groups: tuple[tuple[str, float], ...]
    names_width: float
    cell: float
    head: float
    labels: float
    bottom: float
    is_upright: bool
    least_width: int | None

    @property
    def unnamed_sections(self) -> tuple[Heading, ...]:
        """The headings that are a code alone, because their columns have no room for the name."""
        return tuple(heading for heading in self.headings if heading.lines == (heading.code,) != (heading.name,))

    @property
    def right(self) -> float:
        """The right edge of the last column."""
        return _right(self.columns)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the parts of the map draw on and with."""

    figure: Figure
    grid: Grid
    cells: pd.DataFrame
    theme: Theme
    words: Words


def lay_out(cells: pd.DataFrame) -> Grid:
    """The grid of `cells` (see `verdict_map`)."""
    columns = _columns(cells)
    units = cells.drop_duplicates("unit_code")
    is_wide = len(columns) > FEW_COLUMNS
    names = _names(units, WIDEST_NAMES if is_wide else NARROW_NAMES)
    names_width = _names_width(names)
    readable = max(ROOMY, math.ceil(names_width + RIGHT_MARGIN + _right(columns) * LEAST_CELL))
    least_width = readable if is_wide else None
    cell = ((least_width or NARROWEST) - names_width - RIGHT_MARGIN) / _right(columns)
    headings = _headings(columns, cell)
    head = max((len(heading.lines) for heading in headings), default=0) * HEADING_LINE + 6
    widest = max((width(column.label, SMALL_SIZE) for column in columns), default=0)
    labels = head + (round(widest) + 6 if widest > cell else LINE + 2)
    rows, groups, bottom = _rows(units, names, labels)
    return Grid(columns, headings, rows, groups, names_width, cell, head, labels, bottom, widest > cell, least_width)


def with_gaps(places: Iterable[tuple[float, float, str]]) -> tuple[list[str | None], list[float]]:
    """The codes of `places` (start, end, code) with None for every gap between them, and the edges of them all."""
    codes: list[str | None] = []
    edges: list[float] = []
    for start, end, code in places:
        if edges and start > edges[-1]:
            codes.append(None)
        if not edges or start > edges[-1]:
            edges.append(start)
        codes.append(code)
        edges.append(end)
    return codes, edges


def _names(units: pd.DataFrame, room: float) -> dict[str, tuple[str, ...]]:
    """The name of every unit in lines no wider than `room`."""
    return {row.unit_code: tuple(wrapped(row.short_name, TEXT_SIZE, room)) for row in rows_of(units)}


def _names_width(names: dict[str, tuple[str, ...]]) -> float:
    widest = max(width(line, TEXT_SIZE, 600) for lines in names.values() for line in lines)
    return max(widest, LEAST_NAMES) + 10


def _right(columns: tuple[Column, ...]) -> float:
    return columns[-1].left + 1 if columns else 1.0


def _columns(cells: pd.DataFrame) -> tuple[Column, ...]:
    criteria = cells.dropna(subset=["criterion_code"]).drop_duplicates("criterion_code").sort_values("sort_order")
    columns: list[Column] = []
    left = 0.0
    for row in rows_of(criteria):
        if columns and columns[-1].section_code != row.section_code and row.section_code != row.criterion_code:
            left += SECTION_GAP
        label = row.criterion_code.removeprefix(row.section_code).lstrip(".") or row.criterion_code
        columns.append(Column(row.criterion_code, row.criterion_name, row.section_code, row.section_name, label, left))
        left += 1
    return tuple(columns)


def _headings(columns: tuple[Column, ...], cell: float) -> tuple[Heading, ...]:
    """A heading per section, its code alone where the name has no room, and never a part of it.

    None where sections are criteria.
    """
    spans: dict[str, list[Column]] = {}
    for column in columns:
        spans.setdefault(column.section_code, []).append(column)
    if all(len(span) == 1 for span in spans.values()):
        return ()
    headings = []
    for code, span in spans.items():
        right = span[-1].left + 1
        room = (right - span[0].left) * cell + 4
        name = f"{code} {span[0].section_name}"
        lines = tuple(wrapped(name, TEXT_SIZE, room, 600))
        if len(lines) > HEADING_LINES or max(width(line, TEXT_SIZE, 600) for line in lines) > room:
            lines = (code,)
        headings.append(Heading(code, name, lines, span[0].left, right))
    return tuple(headings)


def _rows(
    units: pd.DataFrame, names: dict[str, tuple[str, ...]], top: float
) -> tuple[tuple[Row, ...], tuple[tuple[str, float], ...], float]:
    rows: list[Row] = []
    groups: list[tuple[str, float]] = []
    group_code = None
    for row in rows_of(units):
        if row.group_code != group_code:
            group_code = row.group_code
            top += GROUP if groups else ROW
            groups.append((row.group_name, top - ROW / 2))
        height = max(ROW, len(names[row.unit_code]) * LINE + 2)
        rows.append(Row(row.unit_code, names[row.unit_code], top, top + height))
        top += height
    return tuple(rows), tuple(groups), top
