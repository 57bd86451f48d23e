"""Single scores against their criterion."""

from __future__ import annotations

from collections.abc import Iterator

from etl.check.evidence import Evidence
from etl.harmonise.scores import Score, State
from etl.office.load import Row
from etl.office.values import written
from etl.problem import Problem

FORBIDDEN = "forbidden"


def points_above_max(evidence: Evidence) -> Iterator[Problem]:
    """Points, or what a penalty takes, beyond the criterion's maximum."""
    for score, criterion in evidence.scored:
        if criterion["max_points"] is not None and abs(score.points) > criterion["max_points"]:
            yield about("points_above_max", score, criterion)


def negative_points(evidence: Evidence) -> Iterator[Problem]:
    """Points below zero on a criterion that takes none away."""
    for score, criterion in evidence.scored:
        if criterion["kind"] != "penalty" and score.points < 0:
            yield about("negative_points", score, criterion)


def not_applicable_forbidden(evidence: Evidence) -> Iterator[Problem]:
    """Cells that do not apply, under a set that says that every criterion applies to every unit."""
    for score in evidence.harmonised.scores:
        criteria_set = evidence.set_of[score.assessment_code]
        rule = evidence.set_rows[criteria_set.code]["not_applicable_rule"]
        if score.state is State.NOT_APPLICABLE and rule == FORBIDDEN:
            values = {"set": criteria_set.code}
            yield about("not_applicable_forbidden", score, criteria_set.rows[score.criterion_code], **values)


def about(code: str, score: Score, criterion: Row, **values: str) -> Problem:
    """A problem of one score cell, with its criterion's name and maximum among the values."""
    known = {"criterion": criterion["criterion_name"], "max_points": written(criterion["max_points"])}
    return Problem(code, score.file, score.sheet, score.cell, score.raw_text, known | values)
