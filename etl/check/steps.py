"""Points that fall between the steps of their criterion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from etl.check.evidence import Evidence
from etl.check.scores import about
from etl.harmonise.scores import Score
from etl.office.load import Row
from etl.office.values import written
from etl.problem import Problem

USUAL_STEPS = tuple(map(Decimal, ("1", "0.5", "0.25", "0.1", "0.05")))
MOST_OFF = 1  # a second one makes it a finer step, not a slip


def off_step(evidence: Evidence) -> Iterator[Problem]:
    """Points that are no multiple of the criterion's step: the one that `criteria.csv` gives, else the usual one.

    The usual step is the coarsest that divides the maximum and all points ever given for the criterion but one; without
    enough points nothing is inferred.
    """
    by_criterion: dict[tuple[str, str], list[tuple[Score, Row]]] = defaultdict(list)
    for score, criterion in evidence.scored:
        by_criterion[criterion["criteria_set_code"], criterion["criterion_code"]].append((score, criterion))
    least = evidence.threshold("off_step")
    for scored in by_criterion.values():
        criterion = scored[0][1]
        points = [score.points for score, _ in scored]
        inferred = usual_step(points, criterion["max_points"]) if len(points) >= least else None
        step = criterion["step"] or inferred
        if step:
            for score, _ in scored:
                if score.points % step:
                    yield about("off_step", score, criterion, step=written(step))


def usual_step(points: list[Decimal], max_points: Decimal | None) -> Decimal | None:
    """The coarsest usual step that divides the maximum and all of the points but one; None where none does."""
    if not points or not max_points:
        return None
    for step in USUAL_STEPS:
        off = sum(1 for each in points if each % step)
        if not max_points % step and off <= MOST_OFF:
            return step
    return None
