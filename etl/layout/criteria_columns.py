"""The columns of a sheet with units down the rows: criteria, subtotals, totals, ranks and grades."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from etl.layout.arithmetic import is_sum, parents_by_sums
from etl.layout.column_lines import ColumnLines, named_in, place_of
from etl.layout.header import Column
from etl.layout.numbering import number_in_front
from etl.layout.outline import outline
from etl.layout.segment import Segment
from etl.layout.table import Printed, SeenCriterion
from etl.layout.unit_rows import UnitRows
from etl.text.keys import match_key
from etl.text.words import meaning

Values = dict[int, list[Decimal | None]]


@dataclass(frozen=True, slots=True)
class CriterionColumn:
    """A column of scores: the criterion's index and the stage."""

    index: int
    criterion: int
    stage_code: str


@dataclass(frozen=True, slots=True)
class ResultColumn:
    """A column of printed results; `criterion` is the index of the group that a subtotal sums up."""

    index: int
    what: Printed
    stage_code: str
    criterion: int | None = None


@dataclass
class CriteriaColumns:
    """The criteria across the columns, where their scores stand, and where results do."""

    criteria: tuple[SeenCriterion, ...] = ()
    scores: list[CriterionColumn] = field(default_factory=list)
    results: list[ResultColumn] = field(default_factory=list)


def read_columns(segment: Segment, rows: UnitRows) -> CriteriaColumns:
    """Every column right of the units' names told apart by its words, and where these are silent by its sums."""
    right = _without_left_overs(segment)
    printed = {column.index: what for column in right if (what := printed_in(column))}
    results = [column for column in right if column.index in printed and not named_in(column)]
    subtotals = [column for column in right if printed.get(column.index) is Printed.TOTAL and named_in(column)]
    plain = [column for column in right if column.index not in printed and _may_be_criterion(segment, column)]
    values = {column.index: [segment.sheet.at(row, column.index).number for row in rows.rows] for column in plain}
    total = None if results else _total_by_sum(plain, values)
    if total:
        plain.remove(total)
        results.append(total)
    found = _criteria(segment, rows, plain, subtotals, values)
    found.results.extend(
        ResultColumn(column.index, printed.get(column.index, Printed.TOTAL), stage_of(column)) for column in results
    )
    return found


def _without_left_overs(segment: Segment) -> list[Column]:
    """The columns right of the names, without hidden ones that are called what a visible one is called."""
    right = [column for column in segment.header.columns if column.index > segment.header.lead]
    hidden = {column.index for column in right if segment.is_hidden(column.index)}
    visible = {_name(column) for column in right if column.index not in hidden}
    return [column for column in right if column.index not in hidden or _name(column) not in visible]


def _name(column: Column) -> tuple[str, ...]:
    return tuple(match_key(cell.text) for cell in column.path)


def printed_in(column: Column) -> Printed | None:
    """What a column prints beside the scores; a stage alone, as in a summary, is the total at that stage."""
    if number_in_front(column.label)[0]:
        return None
    if column.role in ("total", "rank", "grade"):
        return Printed(column.role)
    is_total = any(meaning("column", cell.text) == "total" for cell in column.path) or not named_in(column)
    return Printed.TOTAL if is_total and meaning("stage", column.label) else None


def _may_be_criterion(segment: Segment, column: Column) -> bool:
    is_aside = column.role in ("note", "statistic", "unit") and not number_in_front(column.label)[0]
    return not is_aside and bool(named_in(column)) and segment.holds_scores(column)


def stage_of(column: Column) -> str:
    """The stage that the header cells over a column tell, `final` where they tell none."""
    stages = [stage for cell in column.path if (stage := meaning("stage", cell.text))]
    return stages[-1] if stages else "final"


def _total_by_sum(columns: list[Column], values: Values) -> Column | None:
    """The last or the first column, when it adds up all the others that stand at the top."""
    for total, others in ((columns[-1:], columns[:-1]), (columns[:1], columns[1:])):
        parents = parents_by_sums([values[column.index] for column in others])
        tops = [values[column.index] for column, parent in zip(others, parents, strict=True) if parent is None]
        if len(tops) > 1 and is_sum(values[total[0].index], tops):
            return total[0]
    return None


def _criteria(
    segment: Segment, rows: UnitRows, plain: list[Column], subtotals: list[Column], values: Values
) -> CriteriaColumns:
    over = {place_of(named_in(column)[-1]): column.index for column in subtotals}
    lines = ColumnLines(segment.sheet, rows.max_row, over)
    scores = [CriterionColumn(column.index, lines.add(column), stage_of(column)) for column in plain]
    is_flat = len(lines.lines) == len(plain) and not any(line.number or line.depth for line in lines.lines)
    proven = parents_by_sums([values[column.index] for column in plain]) if is_flat else None
    results = [
        ResultColumn(column.index, Printed.SUBTOTAL, stage_of(column), group)
        for column in subtotals
        if (group := lines.index_of(named_in(column)[-1])) is not None
    ]
    return CriteriaColumns(outline(lines.lines, proven), scores, results)
