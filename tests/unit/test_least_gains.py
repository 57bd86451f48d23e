"""The search for the least gains finds what trying everything finds."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

from hypothesis import example, given
from hypothesis import strategies as st

from scoreboard.findings.least_gains import Gap, least_gains

QUARTERS = st.integers(0, 12).map(lambda quarters: Fraction(quarters, 4))
STEPS = st.sampled_from([None, Fraction(1, 4), Fraction(1, 2), Fraction(2, 3), Fraction(1), Fraction(5)])
GAPS = st.lists(st.builds(Gap, QUARTERS, STEPS), max_size=4)


def amounts(gap: Gap) -> set[Fraction]:
    """Every amount worth trying; of a criterion without a step every twelfth, which any total here is made of."""
    step = gap.step or Fraction(1, 12)
    return {gap.points, *(step * n for n in range(1, int(gap.points / step) + 1))} - {Fraction(0)}


def everything_tried(gaps: list[Gap], needed: Fraction) -> tuple[tuple[int, ...], Fraction] | None:
    """The criteria and the total of the best choice of all."""
    for count in range(1, len(gaps) + 1):
        found = [
            (total, places)
            for places in combinations(range(len(gaps)), count)
            for total in {sum(taken) for taken in product(*(amounts(gaps[place]) for place in places))}
            if total >= needed
        ]
        if found:
            total, places = min(found)
            return places, total
    return None


@example(
    [
        Gap(Fraction(5, 4), Fraction(1, 4)),
        Gap(Fraction(3), Fraction(1, 4)),
        Gap(Fraction(1), Fraction(1, 2)),
        Gap(Fraction(3, 4), Fraction(1, 4)),
    ],
    Fraction(29, 6),
)
@given(GAPS, st.integers(1, 80).map(lambda twelfths: Fraction(twelfths, 12)))
def test_nothing_better_is_found_by_trying_everything(gaps: list[Gap], needed: Fraction):
    gains = least_gains(gaps, needed)
    assert ((tuple(gains), sum(gains.values())) if gains else None) == everything_tried(gaps, needed)
    for place, gain in gains.items():
        assert 0 < gain <= gaps[place].points
        assert gaps[place].step is None or gain == gaps[place].points or (gain / gaps[place].step).denominator == 1


def test_many_criteria_are_quick_and_nothing_is_needed_of_none():
    many = [Gap(Fraction(n % 7 + 1, 4), Fraction(1, 20)) for n in range(80)]
    assert sum(least_gains(many, Fraction(3077, 100)).values()) == Fraction(308, 10)
    assert least_gains(many, Fraction(0)) == {}
