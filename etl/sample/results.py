"""What a round's points add up to, as the office itself would work it out: totals, ranks and grades."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from etl.harmonise.scores import State
from etl.sample.facts import CriteriaSet
from etl.sample.rounds import Round
from etl.sample.scores import TruePoints, truth

AUTHORITY = ("self", "appraised", "appealed", "final")


@dataclass(frozen=True, slots=True)
class Result:
    """A unit's result of a round. `total` and `share` are exact; all are None for a unit that handed in nothing."""

    unit_code: str
    total: Fraction | None
    share: Fraction | None
    rank: int | None
    grade: str | None


@cache
def sheet_of(round_: Round, unit_code: str) -> dict[tuple[str, str], TruePoints]:
    """A unit's score cells of a round by (criterion, stage)."""
    return _sheets(round_).get(unit_code, {})


@cache
def _sheets(round_: Round) -> dict[str, dict[tuple[str, str], TruePoints]]:
    sheets: dict[str, dict[tuple[str, str], TruePoints]] = {}
    for cell in truth():
        if cell.assessment_code == round_.assessment_code:
            sheets.setdefault(cell.unit_code, {})[cell.criterion_code, cell.stage_code] = cell
    return sheets


@cache
def official(round_: Round, unit_code: str) -> dict[str, TruePoints]:
    """The cell that counts for each criterion: the last stage that gave anything, of those after the unit's own."""
    decided: dict[str, TruePoints] = {}
    for (criterion, stage), cell in sorted(
        sheet_of(round_, unit_code).items(), key=lambda item: AUTHORITY.index(item[0][1])
    ):
        if stage != "self" and (criterion not in decided or cell.state is not State.BLANK):
            decided[criterion] = cell
    return decided


@cache
def in_stage(round_: Round, unit_code: str, stage: str) -> dict[str, TruePoints]:
    """The cells of one stage as its column holds them, by criterion."""
    return {criterion: cell for (criterion, of), cell in sheet_of(round_, unit_code).items() if of == stage}


def total(criteria_set: CriteriaSet, cells: dict[str, TruePoints]) -> tuple[Fraction, Fraction]:
    """The result on the set's scale, and the share of its normal criteria, under the set's own rules."""
    earned = applicable = Fraction(0)
    for criterion in criteria_set.scored:
        if criterion.kind != "normal":
            continue
        is_out = cells[criterion.code].state is State.NOT_APPLICABLE
        if not (is_out and criteria_set.not_applicable_rule == "excluded"):
            applicable += Fraction(criterion.max_points)
        if is_out and criteria_set.not_applicable_rule == "full_marks":
            earned += Fraction(criterion.max_points)
        earned += Fraction(cells[criterion.code].points or 0)
    share = earned / applicable
    bonus = _sum(criteria_set, cells, "bonus")
    penalty = _sum(criteria_set, cells, "penalty")
    if criteria_set.bonus_cap is not None:
        bonus = min(bonus, Fraction(criteria_set.bonus_cap))
    if criteria_set.penalty_cap is not None:
        penalty = max(penalty, -Fraction(criteria_set.penalty_cap))
    return share * Fraction(criteria_set.max_points) + bonus + penalty, share


def _sum(criteria_set: CriteriaSet, cells: dict[str, TruePoints], kind: str) -> Fraction:
    of_kind = (cells[criterion.code] for criterion in criteria_set.scored if criterion.kind == kind)
    return sum((Fraction(cell.points or 0) for cell in of_kind), Fraction(0))


def subtotal(criteria_set: CriteriaSet, cells: dict[str, TruePoints], heading: str) -> Decimal:
    """The points written under a heading, simply added."""
    return sum((cells[leaf.code].points or Decimal(0) for leaf in criteria_set.below(heading)), Decimal(0))


def grade(criteria_set: CriteriaSet, points: Fraction, share: Fraction) -> str:
    """The name of the highest band reached."""
    value = 100 * share if criteria_set.grade_basis == "share" else points
    return next(band.name for band in criteria_set.grades if value >= Fraction(band.min_value))


@cache
def results(round_: Round) -> dict[str, Result]:
    """The result of every unit of the round, by its code; ranks are within the group, ties share the better one."""
    found: dict[str, Result] = {}
    for members in round_.groups.values():
        totals = {
            unit.code: total(round_.criteria_set, official(round_, unit.code))
            for unit in members
            if round_.hands_in(unit)
        }
        for unit in members:
            if unit.code not in totals:
                found[unit.code] = Result(unit.code, None, None, None, None)
                continue
            points, share = totals[unit.code]
            rank = 1 + _better(points, (other for other, _ in totals.values()))
            found[unit.code] = Result(unit.code, points, share, rank, grade(round_.criteria_set, points, share))
    return found


def _better(points: Fraction, others: Iterable[Fraction]) -> int:
    return sum(other > points for other in others)
