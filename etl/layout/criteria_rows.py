"""The rows under a header that lists criteria: which are criteria, and which state results, repeat or sign."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.layout.continued_names import cell_beside, with_whole_names
from etl.layout.criteria_lines import LineColumns, joined, points_of, read_lines
from etl.layout.line import Line
from etl.layout.numbering import ROMAN, UNNUMBERED, number_in, rank_of
from etl.layout.outline import outline, without_remarks
from etl.layout.proven_sums import proven_sums
from etl.layout.rows import (
    RowKind,
    begins_aside,
    header_kind,
    is_signature,
    label_of,
    last_scored_row,
    resumes,
    said_by,
)
from etl.layout.scoring_rules import with_guidance
from etl.layout.sections import in_sections
from etl.layout.segment import Segment
from etl.layout.table import Printed, SeenCriterion
from etl.read.cells import Cell, CellKind, Sheet

RESULT_WORDS = ("total", "subtotal", "rank", "grade")


@dataclass(frozen=True, slots=True)
class StatedRow:
    """A row that prints a result, and how many lines of criteria stand before it."""

    row: int
    what: Printed
    lines_before: int


@dataclass
class CriteriaRows:
    """The criteria, the rows that print results, and remarks by criterion.

    `subtotal_rows` pairs the index of a criterion with a row such as "Cộng mục I". `label_columns` is the last column
    that holds names or maxima; results stand right of it.
    """

    sheet: Sheet
    label_columns: int
    criteria: tuple[SeenCriterion, ...] = ()
    kinds: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    subtotal_rows: list[tuple[int, int]] = field(default_factory=list)
    result_rows: list[tuple[Printed, int]] = field(default_factory=list)

    def score_cell(self, index: int, column: int) -> Cell:
        """The score of a criterion; where its own cell is blank and one alternative bears points, that one's cell.

        Of several alternatives with points those of 0 are the ones not chosen.
        """
        own = cell_beside(self.sheet, self.criteria[index].cell, column)
        if own.kind is not CellKind.BLANK:
            return own
        options = (option.cell.row for option in self.criteria if option.parent == index)
        chosen = [cell for row in options if (cell := self.sheet.at(row, column)).kind is not CellKind.BLANK]
        if len(chosen) > 1:
            chosen = [cell for cell in chosen if points_of(cell) != 0] or chosen[:1]
        return chosen[0] if len(chosen) == 1 else own


def read_rows(segment: Segment, score_columns: list[int]) -> CriteriaRows:
    """Every row of the segment told apart, and the criteria among them as a tree."""
    sheet, columns = segment.sheet, LineColumns.of(segment.header, segment.sheet, segment.body)
    rows = CriteriaRows(sheet, columns.last_label, kinds=segment.kinds_above())
    lines: list[Line] = []
    stated: list[StatedRow] = []
    header_rows: list[int] = []
    lead = segment.header.lead
    scores_from = min(score_columns, default=0)
    last_scored = last_scored_row(sheet, segment.body, lead)
    is_signed = is_aside = False
    for row in segment.body:
        what = _stated_by(sheet, row, columns, scores_from)
        is_signed = is_signed or bool(row > last_scored and lines and not what and is_signature(sheet, row, lead))
        is_under_results = bool(stated) and stated[-1].row == row - 1
        is_aside = is_aside or bool(lines and begins_aside(sheet, row, columns.names[-1], is_under_results))
        is_aside = is_aside and not resumes(sheet, row, columns.names[-1])
        if not sheet.row(row):
            rows.kinds[row] = RowKind.BLANK
        elif is_signed:
            rows.kinds[row] = RowKind.SIGNATURE
        elif is_aside:
            rows.kinds[row] = RowKind.NOTE
        elif repeated := header_kind(sheet, row, segment.header):
            rows.kinds[row] = repeated
            header_rows += [row] if repeated is RowKind.HEADER else []
        elif _is_statistic(sheet, row, columns, scores_from, any(line.number for line in lines)):
            rows.kinds[row] = RowKind.STATISTIC
        elif what:
            stated.append(StatedRow(row, what, len(lines)))
        elif found := read_lines(sheet, row, columns, score_columns):
            lines += found
        else:
            rows.kinds[row] = RowKind.NOTE
    guided, guidance_rows = with_guidance(with_whole_names(lines))
    sums = proven_sums(guided, sheet, score_columns)
    stated += [_proven(line, index, sums) for index, line in enumerate(lines) if line.cell.row in sums]
    rows.kinds |= dict.fromkeys((line.cell.row for line in lines), str(RowKind.NOTE))
    rows.kinds |= dict.fromkeys(guidance_rows, str(RowKind.GUIDANCE))
    kept = [line for line in guided if line.cell.row not in sums]
    _add_criteria(rows, in_sections(kept, header_rows), columns)
    _add_results(rows, lines, stated)
    return rows


def _proven(line: Line, index: int, is_total: dict[int, bool]) -> StatedRow:
    what = Printed.TOTAL if is_total[line.cell.row] else Printed.SUBTOTAL
    return StatedRow(line.cell.row, what, index)


def _stated_by(sheet: Sheet, row: int, columns: LineColumns, scores_from: int) -> Printed | None:
    """What result the row prints; None for a row of any other kind. Its label may stand right before the score."""
    what = _said(sheet, row, columns, scores_from)
    if what not in RESULT_WORDS or ROMAN < rank_of(_number(sheet, row, columns)) < UNNUMBERED:
        return None
    is_criterion = what in ("rank", "grade") and columns.maximum and points_of(sheet.at(row, columns.maximum))
    return None if is_criterion else Printed(what)


def _is_statistic(sheet: Sheet, row: int, columns: LineColumns, scores_from: int, is_numbered: bool) -> bool:
    """Whether the row computes with the points: words for that, no number among numbered lines, or no maximum."""
    if _said(sheet, row, columns, scores_from) != "statistic" or _number(sheet, row, columns):
        return False
    return is_numbered or not columns.maximum or points_of(sheet.at(row, columns.maximum)) is None


def _said(sheet: Sheet, row: int, columns: LineColumns, scores_from: int) -> str | None:
    return said_by(label_of(sheet, row, columns.names[-1]) or label_of(sheet, row, scores_from - 1))


def _number(sheet: Sheet, row: int, columns: LineColumns) -> str:
    return next((found for column in columns.number if (found := number_in(sheet.at(row, column).text))), "")


def _add_criteria(rows: CriteriaRows, lines: list[Line], columns: LineColumns) -> None:
    kept = without_remarks(lines)
    rows.criteria = outline(kept)
    for index, criterion in enumerate(rows.criteria):
        row = criterion.cell.row
        rows.kinds[row] = RowKind.GROUP if criterion.has_children else RowKind.CRITERION
        if note := joined(rows.sheet, row, columns.notes):
            rows.notes[index] = note


def _add_results(rows: CriteriaRows, lines: list[Line], stated: list[StatedRow]) -> None:
    """Totals, ranks and grades; of several totals the last counts, those before it sum up only what precedes them."""
    last_total = max((found.row for found in stated if found.what is Printed.TOTAL), default=0)
    for found in stated:
        rows.kinds[found.row] = RowKind.TOTAL
        if found.what is Printed.SUBTOTAL:
            rows.kinds[found.row] = RowKind.SUBTOTAL
            group = _group_closed(rows.criteria, lines[: found.lines_before])
            rows.subtotal_rows.extend([] if group is None else [(group, found.row)])
        elif found.what is Printed.TOTAL and found.row != last_total:
            rows.kinds[found.row] = RowKind.SUBTOTAL
        else:
            rows.result_rows.append((found.what, found.row))


def _group_closed(criteria: tuple[SeenCriterion, ...], before: list[Line]) -> int | None:
    """The heading at the top over the last criterion before a subtotal row."""
    rows_before = {line.cell.row for line in before}
    index = max((i for i, criterion in enumerate(criteria) if criterion.cell.row in rows_before), default=None)
    while index is not None and criteria[index].parent is not None:
        index = criteria[index].parent
    return index
