"""How a person says that a sheet is laid out, where its words do not tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from etl.layout.header import POINTS, Column, Header, find_headers, grown_upwards, named_columns
from etl.layout.shape import header_by_shape
from etl.layout.stages import unknown_stages
from etl.layout.table import Family
from etl.read.cells import Sheet

CRITERIA_DOWN = (Family.UNIT_SHEET, Family.CRITERIA_BY_UNITS)
KEPT_ROLES = ("note", "guidance", "total", "rank", "grade")


@dataclass(frozen=True, slots=True)
class Declared:
    """A layout: rows and columns count from 1; None or empty where the sheet is to tell by itself.

    `name_column` holds what is listed down the rows, `points_columns` the scores: a column per stage, per unit or per
    criterion, as the family has it. `header_row` is the last row of the header.
    """

    family: Family
    header_row: int | None = None
    name_column: int | None = None
    max_column: int | None = None
    points_columns: tuple[int, ...] = ()

    @property
    def lead_role(self) -> str:
        """What is listed down the rows."""
        return "criterion" if self.family in CRITERIA_DOWN else "unit"

    @property
    def says_where(self) -> bool:
        """Whether it says more than the family."""
        return bool(self.header_row or self.name_column or self.points_columns)


Declarations = Mapping[tuple[str, str], Declared]  # by file and sheet


def declared_header(sheet: Sheet, declared: Declared) -> Header | None:
    """The header as declared, the rest of it as found; None where neither tells where it ends and what it lists."""
    found = next(iter(find_headers(sheet)), None) or header_by_shape(sheet)
    bottom = declared.header_row or (found.bottom if found else None)
    lead = declared.name_column or (found.lead if found else None)
    if bottom is None or lead is None:
        return None
    is_found = found is not None and found.bottom == bottom
    top = found.top if is_found else grown_upwards(sheet, bottom, lead)
    columns = {column.index: column for column in named_columns(sheet, top, bottom)}
    for index in declared.points_columns:
        columns.setdefault(index, Column(index, (sheet.seen_at(bottom, index),)))
    roles = (_with_role(column, lead, declared) for _, column in sorted(columns.items()))
    header = Header(top, bottom, lead, declared.lead_role, tuple(column for column in roles if column))
    unknown = {column.index for column in unknown_stages(replace(header, columns=tuple(columns.values())))}
    return replace(header, columns=tuple(_without_unknown_stage(column, unknown) for column in header.columns))


def _without_unknown_stage(column: Column, unknown: set[int]) -> Column:
    """The column under the unit or criterion over it: words that tell no stage tell no name either."""
    return replace(column, path=column.path[:-1]) if column.index in unknown else column


def _with_role(column: Column, lead: int, declared: Declared) -> Column | None:
    """The column in its declared part; None where columns of points are declared and it is nothing but another one."""
    if column.index == lead:
        return replace(column, declared=declared.lead_role)
    if column.index == declared.max_column:
        return replace(column, declared="max")
    if column.index in declared.points_columns:
        return replace(column, declared=POINTS)
    is_right = column.index > lead and declared.points_columns
    return None if is_right and column.role not in KEPT_ROLES else column
