"""Single scores against their criterion."""

from __future__ import annotations

from collections.abc import Iterator

from etl.check.evidence import Evidence
from etl.harmonise.scores import Score
from etl.office.load import Row
from etl.office.values import written
from etl.problem import Problem


def points_above_max(evidence: Evidence) -> Iterator[Problem]:
    """Points, or what a penalty takes, beyond the criterion's maximum."""
    for score, criterion in _scored(evidence):
        if criterion["max_points"] is not None and abs(score.points) > criterion["max_points"]:
            yield _about("points_above_max", score, criterion)


def negative_points(evidence: Evidence) -> Iterator[Problem]:
    """Points below zero on a criterion that takes none away."""
    for score, criterion in _scored(evidence):
        if criterion["kind"] != "penalty" and score.points < 0:
            yield _about("negative_points", score, criterion)


def _scored(evidence: Evidence) -> Iterator[tuple[Score, Row]]:
    for score in evidence.harmonised.scores:
        if score.points is not None:
            yield score, evidence.set_of[score.assessment_code].rows[score.criterion_code]


def _about(code: str, score: Score, criterion: Row) -> Problem:
    values = {"criterion": criterion["criterion_name"], "max_points": written(criterion["max_points"])}
    return Problem(code, score.file, score.sheet, score.cell, score.raw_text, values)
