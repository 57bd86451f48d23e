"""A scoresheet understood: whatever the family it came in, the same criteria, units, points and printed results."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from etl.read.cells import Cell


class Family(StrEnum):
    """How the sheet is laid out."""

    UNIT_SHEET = "unit_sheet"  # criteria down the rows, one unit on the sheet
    CRITERIA_BY_UNITS = "criteria_by_units"  # criteria down the rows, units across the columns
    UNITS_BY_CRITERIA = "units_by_criteria"  # units down the rows, criteria across the columns
    UNITS_PER_CRITERION = "units_per_criterion"  # a list of units with their points for each criterion
    SUMMARY = "summary"  # units down the rows, printed totals, grades and ranks only


class Printed(StrEnum):
    """What a printed result states about a unit."""

    TOTAL = "total"
    RANK = "rank"
    GRADE = "grade"
    SUBTOTAL = "subtotal"  # of the criterion given
    SUBMISSION = "submission"  # words such as "Chưa nộp" in place of scores


@dataclass(frozen=True, slots=True)
class SeenCriterion:
    """One line of the criteria set as the sheet prints it.

    `parent` is the index of the parent in `Table.criteria`, None at the top. `has_children` lines are group headings:
    points printed on them are subtotals. `kind` is `normal`, `bonus`, `penalty` or `alternative`.
    """

    number: str
    name: str
    kind: str
    parent: int | None
    has_children: bool
    max_points: Decimal | None
    cell: Cell
    max_cell: Cell | None = None
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class SeenUnit:
    """One unit as the sheet prints it, with the heading of its group where the sheet has one.

    `is_letterhead` says that only the letterhead names it: the weakest evidence, for it may be that of who scores.
    """

    name: str
    group_name: str
    cell: Cell | None  # None when only the sheet's or the file's name tells the unit
    is_letterhead: bool = False


@dataclass(frozen=True, slots=True)
class SeenPoints:
    """One score cell: indexes into `Table.units` and `Table.criteria`, the stage, and the cell, blank ones included.

    `remark` is the inspector's remark beside it, from a notes column or the cell's comment.
    """

    unit: int
    criterion: int
    stage_code: str
    cell: Cell
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SeenResult:
    """A printed result of a unit: total, rank, grade, subtotal or submission."""

    unit: int
    what: Printed
    stage_code: str
    cell: Cell
    criterion: int | None = None


@dataclass(frozen=True)
class Table:
    """One table of a sheet, in the one shape that the rest of the pipeline knows.

    `letterhead` is the body that issues a unit's own sheet, None where the sheet names none.
    `title` is the text above the table; `year_seen` the year it states, None when it states none. `rows` says for
    `inspect` what every row was taken for: row number -> kind (`title`, `header`, `numbering`, `group`, `criterion`,
    `guidance`, `unit`, `subtotal`, `total`, `statistic`, `signature`, `note`, `blank`).
    """

    family: Family
    file: str
    sheet: str
    title: str
    year_seen: int | None
    criteria: tuple[SeenCriterion, ...]
    units: tuple[SeenUnit, ...]
    points: tuple[SeenPoints, ...]
    results: tuple[SeenResult, ...]
    header_rows: tuple[int, ...]
    rows: dict[int, str]
    decision: str = ""
    letterhead: SeenUnit | None = None
