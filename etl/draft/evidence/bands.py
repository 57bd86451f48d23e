"""Which bands of points, or of the share of the maximum, give the grades that are printed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import accumulate, pairwise
from statistics import median

from etl.draft.evidence.cases import BY_RULE, ZERO, Cases
from etl.draft.evidence.totals import Rules

POINTS, SHARE = "points", "share"
ROUND_STEPS = tuple(map(Decimal, ("5", "1", "0.5", "0.1", "0.01")))
ROUNDER_STEPS = tuple(map(Decimal, ("1000", "500", "100", "50", "10")))


@dataclass(frozen=True, slots=True)
class Band:
    """One grade: its lower bound as proposed, and the values above `low` up to `high` that would do as well."""

    name: str
    min_value: Decimal
    low: Decimal
    high: Decimal

    @property
    def is_certain(self) -> bool:
        """Whether one round number alone lies in the range, or it is the lowest band, which has no bound to find."""
        return self.low == self.high or len(_multiples(_step(self.low, self.high), self.low, self.high)) == 1


@dataclass(frozen=True)
class BandFit:
    """The bands of one basis, the highest grade first, and how many printed grades they explain."""

    basis: str
    bands: tuple[Band, ...]
    explained: int
    grades: int

    @property
    def roundness(self) -> Decimal:
        """The sum of the steps that the bounds are multiples of: rounder bounds are likelier to be what was decided."""
        return sum((_step(band.low, band.high) for band in self.bands if band.low != band.high), ZERO)


def bands_of(cases: Cases, rules: Rules | None, stage: str) -> BandFit | None:
    """The bands that explain the most grades, among equals with the rounder bounds; None without two printed grades.

    Without rules they are bands of the printed totals.
    """
    values: dict[str, list[tuple[Decimal, str]]] = defaultdict(list)
    for outcome in cases.outcomes:
        parts = outcome.parts.get(stage) or outcome.parts.get(BY_RULE)
        if outcome.grade and rules and parts:
            values[POINTS].append((rules.points(parts), outcome.grade))
            values[SHARE].append((rules.share(parts), outcome.grade))
        elif outcome.grade and not rules and outcome.printed is not None:
            values[POINTS].append((outcome.printed, outcome.grade))
    if len({grade for _, grade in values[POINTS]}) < 2:
        return None
    fits = [_fit(basis, graded) for basis, graded in values.items()]
    return max(fits, key=lambda fit: (fit.explained, fit.roundness))


def _fit(basis: str, graded: list[tuple[Decimal, str]]) -> BandFit:
    values: dict[str, list[Decimal]] = defaultdict(list)
    for value, grade in graded:
        values[grade].append(value)
    names = sorted(values, key=lambda grade: median(values[grade]), reverse=True)
    bands = [_band(place, names, graded) for place in range(len(names) - 1)]
    bands.append(Band(names[-1], ZERO, ZERO, ZERO))
    right = sum(_grade_by(bands, value) == grade for value, grade in graded)
    return BandFit(basis, tuple(bands), right, len(graded))


def _band(place: int, names: list[str], graded: list[tuple[Decimal, str]]) -> Band:
    """The grade at a place of the order, bounded where the fewest units stand on the wrong side."""
    better = set(names[: place + 1])
    ordered = sorted((value, grade in better) for value, grade in graded)
    values = sorted({value for value, _ in ordered})
    # Wrong at a bound: the better grades below it, and the others from it on.
    below = [0, *accumulate(is_better for _, is_better in ordered)]
    others = sum(not is_better for _, is_better in ordered)
    wrong = {}
    for low, high in pairwise([ZERO, *values]):
        count = bisect_left(ordered, (high, False))
        wrong[low, high] = below[count] + others - (count - below[count])
    low, high = min(wrong, key=lambda span: (wrong[span], -_step(*span)))
    return Band(names[place], _roundest(low, high), low, high)


def _roundest(low: Decimal, high: Decimal) -> Decimal:
    """The number above `low` and up to `high` that a person would most likely have decided on."""
    rounder = (multiple for step in ROUNDER_STEPS for multiple in _multiples_of(step, low, high))
    return next(rounder, None) or _multiples(_step(low, high), low, high)[-1]


def _grade_by(bands: list[Band], value: Decimal) -> str:
    return next((band.name for band in bands if value >= band.min_value), bands[-1].name)


def _step(low: Decimal, high: Decimal) -> Decimal:
    """The roundest step that has a multiple above `low` and up to `high`; without any, their distance."""
    return next((step for step in ROUND_STEPS if _multiples(step, low, high)), high - low)


def _multiples(step: Decimal, low: Decimal, high: Decimal) -> list[Decimal]:
    return list(_multiples_of(step, low, high)) if step in ROUND_STEPS else [high]


def _multiples_of(step: Decimal, low: Decimal, high: Decimal) -> Iterator[Decimal]:
    multiple = ((low / step).to_integral_value(ROUND_CEILING)) * step
    while multiple <= high:
        if multiple > low:
            yield multiple
        multiple += step
