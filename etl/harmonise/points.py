"""One score cell to its state and its points."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from etl.harmonise.scores import State
from etl.read.cells import Cell, CellKind
from etl.text.numbers import points_in
from etl.text.words import state_word

_NEVER_POINTS = {
    CellKind.DATE: "excel_date_in_score",
    CellKind.ERROR: "error_value",
    CellKind.UNCACHED: "uncached_formula",
    CellKind.BOOLEAN: "unreadable_points",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a score cell holds; `problem_code` is empty unless the cell could not be read."""

    state: State
    points: Decimal | None = None
    problem_code: str = ""


def number_in(cell: Cell) -> Decimal | None:
    """The number of a cell, typed as a number or as words (`2,5 điểm`); None where there is none."""
    if cell.kind is CellKind.NUMBER:
        return cell.number
    return points_in(cell.text) if cell.kind is CellKind.TEXT else None


def read_points(cell: Cell, kind: str) -> Reading:
    """The state and points of a score cell of a criterion of the given kind; what a penalty takes is negative.

    A percentage is no points, typed as text or as a number that is shown as one: nobody says of what.
    """
    if cell.kind in _NEVER_POINTS:
        return Reading(State.UNREADABLE, problem_code=_NEVER_POINTS[cell.kind])
    if not cell.text.strip() and cell.kind is not CellKind.NUMBER:
        return Reading(State.BLANK)
    number = number_in(cell)
    if number is not None and not _is_percent(cell):
        return Reading(State.SCORED, -abs(number) + 0 if kind == "penalty" else number)
    word = state_word(cell.text)
    return Reading(State(word)) if word else Reading(State.UNREADABLE, problem_code="unreadable_points")


def _is_percent(cell: Cell) -> bool:
    return cell.text.rstrip().endswith("%")
