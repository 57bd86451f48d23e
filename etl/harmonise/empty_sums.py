"""Printed sums of nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from etl.harmonise.scores import PrintedResult, Score, State


def without_sums_of_nothing(printed: list[PrintedResult], scores: list[Score]) -> list[PrintedResult]:
    """The printed results, where a 0 beside nothing but blank cells is no longer a number.

    A spreadsheet's sum over blank cells shows 0 for a unit that was withheld; what was seen stays as `raw_text`.
    """
    states: dict[tuple[str, str], set[State]] = defaultdict(set)
    for score in scores:
        states[score.assessment_code, score.unit_code].add(score.state)
    return [
        replace(result, points=None)
        if result.points == 0 and states.get((result.assessment_code, result.unit_code)) == {State.BLANK}
        else result
        for result in printed
    ]
