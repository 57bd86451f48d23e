"""What a unit gives itself against what the appraisal leaves of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from etl.check.evidence import LAST, SELF, Evidence
from etl.office.values import written
from etl.problem import Problem


def self_far_above(evidence: Evidence) -> Iterator[Problem]:
    """Units that gave themselves far more than the appraisal did; the cell is the one that differs most.

    The threshold is a part of the maximum of the criteria that have both.
    """
    far = evidence.threshold("self_far_above")
    for member in evidence.harmonised.memberships:
        criteria_set = evidence.set_of.get(member.assessment_code)
        if criteria_set is None:
            continue
        own = evidence.scores_at(member.assessment_code, member.unit_code, SELF)
        given = evidence.scores_at(member.assessment_code, member.unit_code, LAST)
        both = [
            (own[code], given[code], criteria_set.rows[code]["max_points"])
            for code in own.keys() & given.keys()
            if criteria_set.rows[code]["kind"] == "normal" and criteria_set.rows[code]["max_points"]
        ]
        both = [each for each in both if each[0].points is not None and each[1].points is not None]
        excess = sum((mine.points - theirs.points for mine, theirs, _ in both), Decimal(0))
        if both and excess > far * sum(most for *_, most in both):
            worst, _, _ = max(both, key=lambda each: (each[0].points - each[1].points, each[0].cell))
            values = {
                "unit": evidence.unit_names[member.unit_code],
                "appraised": written(sum(theirs.points for _, theirs, _ in both)),
                "difference": written(excess),
                "most": written(sum(most for *_, most in both)),
            }
            seen = written(sum(mine.points for mine, _, _ in both))
            yield Problem("self_far_above", worst.file, worst.sheet, worst.cell, seen, values)
