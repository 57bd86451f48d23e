"""Weights under which points add up to the printed totals, where their plain sum does not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from etl.draft.evidence.cases import Cases, PrintedTotal
from etl.harmonise.criteria import CriteriaSet

PROOF = 2  # totals beyond those that any weights could be made to fit
MOST_WEIGHTS = 40  # more of them are no decision of a person
FINEST = 20  # the largest denominator of a weight that a person would decide on

Weights = dict[str, Fraction]


def weights_of(cases: Cases) -> Weights | None:
    """The one weight per section, or else per criterion, that explains every total; None where there is none such.

    Sections are the top level of the set. Weights of one are no weights. Bonus and penalty must be absent: nothing
    tells how they would be weighed.
    """
    totals = [total for total in cases.totals if not (total.parts.bonus or total.parts.penalty or total.parts.out)]
    for columns in (_sections(cases.criteria_set), {code: [code] for code in sorted(cases.criteria_set.scored)}):
        rows = [_row(total, columns) for total in totals]
        is_provable = len(columns) <= MOST_WEIGHTS and len(rows) >= len(columns) + PROOF
        found = _solved(rows, len(columns)) if is_provable else None
        explained = found and all(_explains(found, row, total) for row, total in zip(rows, totals, strict=True))
        if found and explained and set(found) != {1}:
            return dict(zip(columns, found, strict=True))
    return None


def as_decimal(weight: Fraction) -> Decimal | None:
    """The weight as `criteria.csv` can hold it; None for a third and its like, and for one that takes points away."""
    hundredths = weight * 100
    if hundredths.denominator != 1 or weight < 0:
        return None
    return Decimal(hundredths.numerator) / 100


def _sections(criteria_set: CriteriaSet) -> dict[str, list[str]]:
    below = {code: criteria_set.scored_below(code) for code in criteria_set.children.get("", [])}
    normal = {code for code in criteria_set.scored if criteria_set.rows[code]["kind"] == "normal"}
    return {code: leaves for code, leaves in below.items() if normal & set(leaves)}


def _row(total: PrintedTotal, columns: dict[str, list[str]]) -> list[Fraction]:
    """The points of every column, and the printed total behind them."""
    sums = (sum((total.parts.earned.get(code, Decimal(0)) for code in codes), Decimal(0)) for codes in columns.values())
    return [*map(Fraction, sums), Fraction(total.points)]


def _explains(weights: list[Fraction], row: list[Fraction], total: PrintedTotal) -> bool:
    """Whether the weighed points are the printed total, up to half of its last place."""
    weighed = sum(weight * points for weight, points in zip(weights, row, strict=False))
    return abs(weighed - row[-1]) <= Fraction(1, 2 * 10**total.places)


def _solved(rows: list[list[Fraction]], unknowns: int) -> list[Fraction] | None:
    """The solution of the first independent rows, as fractions a person would write; None when some are left open."""
    solved: list[list[Fraction]] = []
    pivots: list[int] = []
    for row in rows:
        reduced = _reduced(row, solved, pivots)
        pivot = next((column for column in range(unknowns) if reduced[column]), None)
        if pivot is None:
            continue
        scaled = [value / reduced[pivot] for value in reduced]
        solved = [[a - each[pivot] * b for a, b in zip(each, scaled, strict=True)] for each in solved]
        solved.append(scaled)
        pivots.append(pivot)
        if len(solved) == unknowns:
            weights = dict(zip(pivots, (each[-1].limit_denominator(FINEST) for each in solved), strict=True))
            return [weights[column] for column in range(unknowns)]
    return None


def _reduced(row: list[Fraction], solved: list[list[Fraction]], pivots: list[int]) -> list[Fraction]:
    for each, pivot in zip(solved, pivots, strict=True):
        factor = row[pivot]
        row = [a - factor * b for a, b in zip(row, each, strict=True)]
    return row
