"""What must hold before a version is built: one function per check, each naming a problem code."""

from __future__ import annotations

from etl.check import columns, criteria, lifetimes, lines, magnitude, proposals, rounds, scores, stages, steps, sums
from etl.check.evidence import Evidence
from etl.harmonise.scores import Harmonised
from etl.layout.table import Table
from etl.office.load import Reference
from etl.problem import Problem

__all__ = ["CHECKS", "check"]

CHECKS = (
    scores.points_above_max,
    scores.negative_points,
    scores.not_applicable_forbidden,
    steps.off_step,
    lines.duplicate_unit,
    lines.duplicate_criterion,
    lines.printed_max_differs,
    columns.column_at_maximum,
    columns.column_repeated,
    stages.official_stage_without_scores,
    stages.self_far_above,
    magnitude.result_out_of_range,
    sums.subtotal_mismatch,
    sums.total_mismatch,
    sums.total_without_parts,
    criteria.missing_max_points,
    criteria.max_sum_mismatch,
    criteria.missing_not_applicable_rule,
    criteria.unknown_grade,
    criteria.missing_scores,
    lifetimes.unit_not_existing,
    rounds.assessment_without_sheet,
    rounds.unit_missing,
    rounds.criterion_missing,
    rounds.criterion_unlinked,
    rounds.coverage_shrinking,
    proposals.unconfirmed_rows,
)


def check(harmonised: Harmonised, reference: Reference, tables: list[Table]) -> list[Problem]:
    """Everything that every check finds, in the order of the checks."""
    evidence = Evidence(harmonised, reference, tables)
    return [problem for each in CHECKS for problem in each(evidence)]
