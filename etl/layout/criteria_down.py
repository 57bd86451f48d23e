"""Sheets with criteria down the rows: one unit on the sheet, or units across the columns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from etl.layout.criteria_rows import CriteriaRows, read_rows
from etl.layout.header import Column, Header
from etl.layout.heading import unit_of_sheet
from etl.layout.segment import Obstacle, Segment
from etl.layout.stages import Stages, is_list_of_stages
from etl.layout.table import Family, Printed, SeenCriterion, SeenPoints, SeenResult, SeenUnit, Table
from etl.layout.unit_lines import unit_line
from etl.layout.unit_rows import unit_name
from etl.read.cells import Cell, CellKind
from etl.text.keys import match_key
from etl.text.letters import clean
from etl.text.words import state_word

NOT_SCORES = ("number", "criterion", "max", "note", "guidance", "evidence", "statistic", "rank", "grade", "unit")

_PERIOD = re.compile(
    r"(?:(?:điểm|kết quả)\s+)?(?:(?:năm\s+)?(?:19|20)\d{2}|cả năm|năm trước|năm nay|\d+ tháng.*|quý\s+(?:[ivx]+|\d).*)"
)
FEWEST_UNITS = 2  # lines of units between the criteria; a single one heads a section


@dataclass(frozen=True, slots=True)
class ScoreColumn:
    """A column of scores: of which unit (an index) and stage."""

    index: int
    unit: int
    stage_code: str


@dataclass
class Across:
    """The units across the columns, and the columns of their scores."""

    units: list[SeenUnit] = field(default_factory=list)
    columns: list[ScoreColumn] = field(default_factory=list)


def read_criteria_down(segment: Segment) -> Table | Obstacle:
    """The table of a segment whose header lists criteria, or what keeps it from being one."""
    single = None if segment.family is Family.CRITERIA_BY_UNITS else _one_unit(segment)
    across = _without_left_overs(single or _units_across(segment), segment)
    rows = read_rows(segment, [column.index for column in across.columns])
    if not across.columns or not rows.criteria:
        return Obstacle.NO_CRITERION_ROW if across.columns else Obstacle.NO_SCORE_COLUMN
    places = [(column.unit, column.stage_code) for column in across.columns]
    is_by_period = not single and any(_PERIOD.fullmatch(match_key(unit.name)) for unit in across.units)
    if len(set(places)) < len(places) or is_by_period:
        return Obstacle.SAME_COLUMN_TWICE
    if _lists_units(segment, rows):
        return Obstacle.UNITS_AMONG_CRITERIA
    if is_list_of_stages(criterion.name for criterion in rows.criteria if not criterion.number):
        return Obstacle.MIXED_ROWS
    absences = _submissions(rows, across)
    absent = {result.unit for result in absences}
    printed = [*_subtotals(rows, across), *_printed(rows, across)]
    return segment.table(
        family=Family.UNIT_SHEET if single else Family.CRITERIA_BY_UNITS,
        criteria=rows.criteria,
        units=tuple(across.units),
        points=tuple(_points(rows, across, absent, bool(single))),
        results=(*(result for result in printed if result.unit not in absent), *absences),
        rows=rows.kinds,
    )


def _lists_units(segment: Segment, rows: CriteriaRows) -> bool:
    """Whether lines between the criteria name units, under each of which the same criteria begin again."""
    units = [row for row in segment.body if unit_line(segment.sheet, row)]
    if len(units) < FEWEST_UNITS:
        return False
    names = [match_key(criterion.name) for criterion in rows.criteria if not criterion.has_children]
    return len(names) >= len(units) * len(set(names)) - len(units) and len(names) > len(set(names))


def _without_left_overs(across: Across, segment: Segment) -> Across:
    """The columns without hidden ones that say the same as a visible one: last year's, left in the sheet."""
    hidden = [column for column in across.columns if segment.is_hidden(column.index)]
    visible = {(column.unit, column.stage_code) for column in across.columns if column not in hidden}
    kept = [c for c in across.columns if c not in hidden or (c.unit, c.stage_code) not in visible]
    return Across(across.units, kept)


def _one_unit(segment: Segment) -> Across | None:
    stages = Stages.of(segment.header)
    columns = [c for c in _value_columns(segment.header) if stages.alone(c) and segment.holds_scores(c)]
    if not columns:
        return None
    unit = unit_of_sheet(segment.heading, segment.sheet, segment.file)
    return Across([unit], [ScoreColumn(column.index, 0, stages.alone(column) or "") for column in columns])


def _units_across(segment: Segment) -> Across:
    across, stages = Across(), Stages.of(segment.header)
    places: dict[tuple[str, str], int] = {}
    for column in _value_columns(segment.header):
        plain = [cell for cell in column.path if stages.is_name(cell)]
        plain = plain or [column.path[-1]] * column.is_declared_points
        if not plain or not segment.holds_scores(column):
            continue
        group = clean(plain[-2].text) if len(plain) > 1 else segment.heading.group
        name = unit_name(plain[-1].text)
        if (group, name) not in places:
            places[group, name] = len(across.units)
            across.units.append(SeenUnit(name, group, plain[-1]))
        across.columns.append(ScoreColumn(column.index, places[group, name], stages.over(column)))
    return across


def _value_columns(header: Header) -> list[Column]:
    right = (column for column in header.columns if column.index > header.lead)
    return [column for column in right if column.role not in NOT_SCORES and column.role != "total"]


def _points(rows: CriteriaRows, across: Across, absent: set[int], has_remarks: bool) -> list[SeenPoints]:
    last_stage = max((column.index for column in across.columns), default=0)
    return [
        SeenPoints(
            unit=column.unit,
            criterion=index,
            stage_code=column.stage_code,
            cell=cell,
            remark=_remark(cell, rows.notes.get(index, "") if has_remarks and column.index == last_stage else ""),
        )
        for index, criterion in enumerate(rows.criteria)
        if _is_scored(criterion)
        for column in across.columns
        if column.unit not in absent
        for cell in [rows.score_cell(index, column.index)]
    ]


def _is_scored(criterion: SeenCriterion) -> bool:
    return not criterion.has_children and criterion.kind != "alternative"


def _remark(cell: Cell, note: str) -> str:
    return "\n".join(filter(None, (note, cell.comment)))


def _subtotals(rows: CriteriaRows, across: Across) -> list[SeenResult]:
    printed = [(index, row) for index, row in rows.subtotal_rows if rows.criteria[index].has_children]
    of_criteria = {criterion.cell.row for criterion in rows.criteria if not criterion.has_children}
    own = [
        (index, criterion.cell.row)
        for index, criterion in enumerate(rows.criteria)
        if criterion.has_children and criterion.cell.row not in of_criteria
    ]
    return [
        SeenResult(column.unit, Printed.SUBTOTAL, column.stage_code, cell, index)
        for index, row in own + printed
        for column in across.columns
        if (cell := rows.sheet.at(row, column.index)).kind is not CellKind.BLANK
    ]


def _printed(rows: CriteriaRows, across: Across) -> list[SeenResult]:
    """Totals, ranks and grades; one that spans the stage columns of its unit counts once, for the last stage."""
    results: list[SeenResult] = []
    for what, row in rows.result_rows:
        seen: dict[tuple[int, int], SeenResult] = {}
        for column in across.columns:
            cell = rows.sheet.seen_at(row, column.index)
            if cell.kind is not CellKind.BLANK and cell.column > rows.label_columns:
                seen[cell.row, cell.column] = SeenResult(column.unit, what, column.stage_code, cell)
        if not seen and len(across.units) == 1:
            beside = [cell for cell in rows.sheet.row(row) if cell.column > rows.label_columns]
            seen = {
                (cell.row, cell.column): SeenResult(0, what, across.columns[-1].stage_code, cell) for cell in beside[:1]
            }
        results.extend(seen.values())
    return results


def _submissions(rows: CriteriaRows, across: Across) -> list[SeenResult]:
    """Units whose column says that they gave nothing and holds no number."""
    results: list[SeenResult] = []
    for unit in range(len(across.units)):
        columns = [column for column in across.columns if column.unit == unit]
        cells = [
            rows.sheet.seen_at(criterion.cell.row, column.index) for criterion in rows.criteria for column in columns
        ]
        said = [cell for cell in cells if state_word(cell.text) == "not_submitted"]
        if said and not any(cell.kind is CellKind.NUMBER for cell in cells):
            results.append(SeenResult(unit, Printed.SUBMISSION, columns[-1].stage_code, said[0]))
    return results
