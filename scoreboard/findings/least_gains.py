"""Which gains make up a difference: the fewest criteria first, then the least points. An exact search."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple


class Gap(NamedTuple):
    """What one criterion can still gain: whole steps up to `points`, and all of it; any amount without a step."""

    points: Fraction
    step: Fraction | None = None


def least_gains(gaps: Sequence[Gap], needed: Fraction) -> dict[int, Fraction]:
    """The gain of each criterion that takes part, by its place: the fewest that reach `needed`, at the least points.

    Of equal choices the one whose criteria come first in the order given, and there the most on the first. Empty where
    all gaps together are not enough, or nothing is needed.
    """
    count = _fewest([gap.points for gap in gaps], needed)
    if not count:
        return {}
    exact = _with_any_amount(gaps, count, needed)
    stepped = [place for place, gap in enumerate(gaps) if gap.step is not None and gap.points > 0]
    whole = _in_whole_steps([gaps[place] for place in stepped], count, needed)
    found = {stepped[place]: gain for place, gain in whole.items()}
    if exact and (not found or sum(found.values()) > needed or sorted(exact) < sorted(found)):
        return exact
    return found


def _fewest(points: Sequence[Fraction], needed: Fraction) -> int:
    """How many of the largest reach `needed`; 0 where all together do not, or nothing is needed."""
    gained = Fraction(0)
    if needed <= 0:
        return 0
    for count, gap in enumerate(sorted(points, reverse=True), start=1):
        gained += gap
        if gained >= needed:
            return count
    return 0


def _with_any_amount(gaps: Sequence[Gap], count: int, needed: Fraction) -> dict[int, Fraction]:
    """The first choice that has a criterion without a step, which then takes exactly what the others leave.

    Fewer than `count` criteria never reach `needed`, so the others do all of their gaps and something is left.
    """
    chosen: list[int] = []
    for place, gap in enumerate(gaps):
        if len(chosen) < count and gap.points > 0 and _reaches(gaps, [*chosen, place], count, needed):
            chosen.append(place)
    if len(chosen) < count:
        return {}
    last = max(place for place in chosen if gaps[place].step is None)
    others = {place: gaps[place].points for place in chosen if place != last}
    return {place: others.get(place, needed - sum(others.values())) for place in chosen}


def _reaches(gaps: Sequence[Gap], chosen: Sequence[int], count: int, needed: Fraction) -> bool:
    """Whether later ones fill the chosen up to `count`, one of them all without a step, so that they reach `needed`."""
    more = count - len(chosen)
    later = sorted(gaps[chosen[-1] + 1 :], key=lambda gap: gap.points, reverse=True)
    if len(later) < more:
        return False
    best = later[:more]
    if all(gap.step is not None for gap in (*(gaps[place] for place in chosen), *best)):
        free = [gap for gap in later[more:] if gap.step is None]
        if not free or not more:
            return False
        best = [*best[:-1], free[0]]
    return sum(gaps[place].points for place in chosen) + sum(gap.points for gap in best) >= needed


def _in_whole_steps(gaps: Sequence[Gap], count: int, needed: Fraction) -> dict[int, Fraction]:
    """The least total of `count` criteria in whole steps. Totals are the bits of a number, in a unit all amounts share.

    `sums[place][n]` holds every total that n of the criteria from `place` on can make.
    """
    sizes = [size for gap in gaps for size in (gap.points, gap.step) if size is not None]
    scale = lcm(*(size.denominator for size in sizes))
    unit = Fraction(gcd(*(int(size * scale) for size in sizes)) or 1, scale)
    amounts = [_amounts(gap, unit) for gap in gaps]
    sums = [[1] + [0] * count]
    for steps in reversed(amounts):
        later = sums[-1]
        sums.append([1, *(later[n] | _shifted(later[n - 1], steps) for n in range(1, count + 1))])
    sums.reverse()
    least = -(-needed // unit)
    enough = sums[0][count] >> least
    if not enough:
        return {}
    total, more = least + (enough & -enough).bit_length() - 1, count
    chosen: list[int] = []
    left = 1 << total  # a bit for every amount that may still be wanting
    for place, steps in enumerate(amounts):
        taken = _lessened(left, steps) & sums[place + 1][more - 1] if more else 0
        if taken:
            chosen.append(place)
            left, more = taken, more - 1
    largest = _largest_first([amounts[place] for place in chosen], total)
    return {place: amount * unit for place, amount in zip(chosen, largest, strict=True)}


def _largest_first(amounts: Sequence[Sequence[int]], total: int) -> list[int]:
    """One amount of each that add up to `total`, the most on the first, then on the second."""
    sums = [1]
    for steps in reversed(amounts):
        sums.append(_shifted(sums[-1], steps))
    taken: list[int] = []
    for steps, rest in zip(amounts, reversed(sums[:-1]), strict=True):
        left = total - sum(taken)
        taken.append(next(step for step in steps if step <= left and rest >> (left - step) & 1))
    return taken


def _amounts(gap: Gap, unit: Fraction) -> list[int]:
    """Every amount of a criterion in units, the largest first."""
    whole, step = int(gap.points / unit), int((gap.step or gap.points) / unit)
    return sorted({whole, *range(step, whole + 1, step)}, reverse=True)


def _shifted(totals: int, amounts: Sequence[int]) -> int:
    found = 0
    for amount in amounts:
        found |= totals << amount
    return found


def _lessened(totals: int, amounts: Sequence[int]) -> int:
    found = 0
    for amount in amounts:
        found |= totals >> amount
    return found
