"""The body of every sheet that lists criteria down its rows, for one unit or for many across."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from etl.harmonise.scores import State
from etl.sample.facts import Criterion, Unit
from etl.sample.paper import CELL, NAME, POINTS, Look, Paper, group_look
from etl.sample.results import in_stage, official, results, sheet_of, subtotal, total
from etl.sample.rounds import Round
from etl.sample.scores import TruePoints
from etl.sample.words import NOT_SUBMITTED, printed_grade, printed_total, remark, shown, spelt

NUMBER, CRITERION, MAX = 1, 2, 3
BREAK_BEFORE = "VI"  # the heading that a repeated header goes before


class LineLooks(NamedTuple):
    """How the parts of one line are printed."""

    number: Look
    text: Look
    points: Look


SCORED = LineLooks(CELL, NAME, POINTS)
OPTION = LineLooks(replace(CELL, italic=True), replace(NAME, italic=True), POINTS)
HEADING = LineLooks(*map(group_look, SCORED))


class ScoreColumn(NamedTuple):
    """A column of scores: whose, and of which stage."""

    column: int
    unit: Unit
    stage: str


@dataclass(frozen=True)
class CriteriaTable:
    """One table to draw. `draw_header` draws the header at a row and gives back the first row under it.

    `guidance` and `notes` are the columns of those texts, None where the sheet has none; `pins_remarks` puts what the
    inspectors noted into comments instead.
    """

    paper: Paper
    round_: Round
    scores: tuple[ScoreColumn, ...]
    draw_header: Callable[[int], int]
    guidance: int | None = None
    notes: int | None = None
    pins_remarks: bool = False

    def draw(self, row: int) -> int:
        """Draw header and criteria from the row on; gives back the row for the results."""
        first = row = self.draw_header(row)
        for criterion in self.round_.criteria_set.criteria:
            if self.round_.repeats_header and criterion.code == BREAK_BEFORE:
                self.paper.break_page(row)
                row = self.draw_header(row)
            self._draw_line(row, criterion)
            row += 1
        for unit, columns in self._columns_by_unit().items():
            if not self.round_.hands_in(unit):
                look = replace(CELL, turned=True)
                self.paper.write(first, columns[0], NOT_SUBMITTED, look, down=row - first, across=len(columns))
        return row

    def _draw_line(self, row: int, criterion: Criterion) -> None:
        looks = _looks_of(criterion)
        self.paper.write(row, NUMBER, criterion.number, looks.number)
        self.paper.write(row, CRITERION, spelt(self.round_, criterion.name), looks.text)
        self.paper.write(row, MAX, float(criterion.max_points), looks.number)
        if self.guidance:
            self.paper.write(row, self.guidance, criterion.guidance or None, looks.text)
        if self.notes:
            self.paper.write(row, self.notes, None, looks.text)
        for score in self.scores:
            self.paper.write(row, score.column, self._value(score, criterion), looks.points)
        if criterion.is_scored:
            self._draw_remarks(row, criterion)

    def _value(self, score: ScoreColumn, criterion: Criterion) -> float | str | None:
        if not self.round_.hands_in(score.unit) or criterion.kind == "alternative":
            return None
        if criterion.is_scored:
            return shown(self.round_, sheet_of(self.round_, score.unit.code)[criterion.code, score.stage])
        points = subtotal(self.round_.criteria_set, self._counting(score), criterion.code)
        return float(points if self.round_.penalties_are_negative else abs(points))

    def _counting(self, score: ScoreColumn) -> dict[str, TruePoints]:
        """The cells that a column's sums are made of: a later stage takes over what the one before left as it was."""
        if score.stage == "appealed":
            return official(self.round_, score.unit.code)
        return in_stage(self.round_, score.unit.code, score.stage)

    def _draw_remarks(self, row: int, criterion: Criterion) -> None:
        for unit, column in {score.unit: score.column for score in self.scores}.items():
            text = remark(self.round_, unit, criterion) if self.round_.hands_in(unit) else ""
            if text and self.notes:
                self.paper.write(row, self.notes, text, NAME)
            elif text and self.pins_remarks and self._is_worth_a_comment(unit, criterion):
                self.paper.remark(row, column, text)

    def _is_worth_a_comment(self, unit: Unit, criterion: Criterion) -> bool:
        cell = official(self.round_, unit.code)[criterion.code]
        return cell.state in (State.BLANK, State.DASH) or cell.points == 0

    def draw_total(self, row: int) -> int:
        """The total of every column; gives back the next row."""
        self._label(row, "TỔNG CỘNG")
        self.paper.write(row, MAX, float(self.round_.criteria_set.max_points), group_look(CELL))
        for score in self.scores:
            value = None
            if self.round_.hands_in(score.unit):
                points, _ = total(self.round_.criteria_set, self._counting(score))
                value = float(points) if score.stage == "self" else printed_total(self.round_, score.unit, points)
            self.paper.write(row, score.column, value, group_look(POINTS))
        return row + 1

    def draw_rank(self, row: int, label: str) -> int:
        """The rank of every unit in its group; gives back the next row."""
        return self._draw_per_unit(row, label, lambda unit: results(self.round_)[unit.code].rank)

    def draw_grade(self, row: int, label: str = "Xếp loại") -> int:
        """The grade of every unit; gives back the next row."""
        return self._draw_per_unit(row, label, lambda unit: printed_grade(self.round_, unit))

    def _draw_per_unit(self, row: int, label: str, value: Callable[[Unit], object]) -> int:
        self._label(row, label)
        self.paper.write(row, MAX, None, group_look(CELL))
        for unit, columns in self._columns_by_unit().items():
            self.paper.write(row, columns[0], value(unit), group_look(CELL), across=len(columns))
        return row + 1

    def _label(self, row: int, text: str) -> None:
        self.paper.write(row, NUMBER, spelt(self.round_, text), group_look(NAME), across=2)
        for column in filter(None, (self.guidance, self.notes)):
            self.paper.write(row, column, None, group_look(NAME))

    def _columns_by_unit(self) -> dict[Unit, list[int]]:
        columns: dict[Unit, list[int]] = {}
        for score in self.scores:
            columns.setdefault(score.unit, []).append(score.column)
        return columns


def _looks_of(criterion: Criterion) -> LineLooks:
    if criterion.is_scored:
        return SCORED
    return OPTION if criterion.kind == "alternative" else HEADING
