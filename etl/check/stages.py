"""The stages of a round: the one that counts, and what units give themselves against what the appraisal leaves."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from etl.check.evidence import LAST, SELF, Evidence
from etl.harmonise.scores import FILLED
from etl.office.reference import STAGES
from etl.office.values import written
from etl.problem import Problem


def official_stage_without_scores(evidence: Evidence) -> Iterator[Problem]:
    """Assessments with scores, none of them at the stage that the criteria set prescribes: nobody would have a result.

    Where the printed totals are the results, they stand whatever the stage.
    """
    for assessment in evidence.held:
        code, of_set = assessment["assessment_code"], evidence.set_rows[assessment["criteria_set_code"]]
        given = {
            score.stage_code
            for score in evidence.harmonised.scores
            if score.assessment_code == code and score.state in FILLED
        }
        prescribed = of_set["official_stage"]
        if prescribed and given and prescribed not in given and of_set["total_rule"] != "printed":
            values = {
                "set": of_set["criteria_set_code"],
                "assessment": assessment["assessment_name"],
                "stages": ", ".join(stage for stage in STAGES if stage in given),
            }
            yield Problem("official_stage_without_scores", "criteria_sets.csv", seen=prescribed, values=values)


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
