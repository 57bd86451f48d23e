"""Sheets with units down the rows: scores by criterion across the columns, or printed results only."""

from __future__ import annotations

import re

from etl.layout.criteria_columns import CriteriaColumns, ResultColumn, read_columns
from etl.layout.segment import Obstacle, Segment
from etl.layout.stages import is_list_of_stages
from etl.layout.table import Family, Printed, SeenPoints, SeenResult, Table
from etl.layout.unit_rows import UnitRows, read_unit_rows
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.words import state_word

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def read_units_down(segment: Segment) -> Table | Obstacle:
    """The table of a segment whose header lists units, or what keeps it from being one."""
    rows = read_unit_rows(segment)
    columns = read_columns(segment, rows)
    if not rows.units or not (columns.scores or columns.results):
        return Obstacle.NO_SCORE_COLUMN if rows.units else Obstacle.NO_UNIT_ROW
    places = [(score.criterion, score.stage_code) for score in columns.scores]
    if len(set(places)) < len(places) or _has_totals_of_years(segment, columns):
        return Obstacle.SAME_COLUMN_TWICE
    if is_list_of_stages(unit.name for unit in rows.units) or segment.header.with_role("criterion"):
        return Obstacle.MIXED_ROWS
    absences = _submissions(segment, rows)
    absent = {result.unit for result in absences}
    return segment.table(
        family=Family.UNITS_BY_CRITERIA if columns.scores else Family.SUMMARY,
        criteria=columns.criteria,
        units=tuple(rows.units),
        points=tuple(_points(segment.sheet, rows, columns, absent)),
        results=(*_results(segment.sheet, rows, columns, absent), *absences),
        rows=rows.kinds,
    )


def _has_totals_of_years(segment: Segment, columns: CriteriaColumns) -> bool:
    """Whether totals of one stage stand side by side for several years: which is this round's, the words do not say."""
    totals = [column for column in columns.results if column.what is Printed.TOTAL and column.criterion is None]
    labels = {column.index: column.label for column in segment.header.columns}
    years = {(column.stage_code, year) for column in totals for year in _YEAR.findall(labels[column.index])}
    return len({stage for stage, _ in years}) < len(years)


def _points(sheet: Sheet, rows: UnitRows, columns: CriteriaColumns, absent: set[int]) -> list[SeenPoints]:
    return [
        SeenPoints(unit, score.criterion, score.stage_code, cell, cell.comment)
        for unit, row in enumerate(rows.rows)
        if unit not in absent
        for score in columns.scores
        if not columns.criteria[score.criterion].has_children
        for cell in [sheet.at(row, score.index)]
    ]


def _results(sheet: Sheet, rows: UnitRows, columns: CriteriaColumns, absent: set[int]) -> list[SeenResult]:
    headings = [
        ResultColumn(score.index, Printed.SUBTOTAL, score.stage_code, score.criterion)
        for score in columns.scores
        if columns.criteria[score.criterion].has_children
    ]
    return [
        SeenResult(unit, column.what, column.stage_code, cell, column.criterion)
        for unit, row in enumerate(rows.rows)
        if unit not in absent
        for column in (*headings, *columns.results)
        if (cell := sheet.at(row, column.index)).kind is not CellKind.BLANK
    ]


def _submissions(segment: Segment, rows: UnitRows) -> list[SeenResult]:
    """Units whose row says that they gave nothing and holds no number right of their name."""
    results: list[SeenResult] = []
    for unit, row in enumerate(rows.rows):
        right: list[Cell] = [cell for cell in segment.sheet.row(row) if cell.column > segment.header.lead]
        said = [cell for cell in right if state_word(cell.text) == "not_submitted"]
        if said and not any(cell.kind is CellKind.NUMBER for cell in right):
            results.append(SeenResult(unit, Printed.SUBMISSION, "final", said[0]))
    return results
