"""Criteria sets in use: what they must say before anything can be computed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from etl.check.evidence import Evidence
from etl.harmonise.scores import State
from etl.office.reference import Status
from etl.office.values import written
from etl.problem import Problem


def missing_max_points(evidence: Evidence) -> Iterator[Problem]:
    """Scored criteria whose maximum nobody gives."""
    for code, criteria_set in evidence.sets_in_use.items():
        for criterion_code, row in criteria_set.rows.items():
            if criterion_code in criteria_set.scored and row["max_points"] is None:
                values = {"set": code, "code": criterion_code, "criterion": row["criterion_name"]}
                yield Problem("missing_max_points", "criteria.csv", values=values)


def max_sum_mismatch(evidence: Evidence) -> Iterator[Problem]:
    """Group headings whose maximum is not the sum of the maxima of the normal criteria directly below them."""
    for code, criteria_set in evidence.sets_in_use.items():
        tolerance = evidence.set_rows[code]["sum_tolerance"]
        for parent, children in criteria_set.children.items():
            rows = [criteria_set.rows[child] for child in children]
            maxima = [row["max_points"] for row in rows if row["kind"] == "normal"]
            stated = criteria_set.rows[parent]["max_points"] if parent else None
            if stated is None or not maxima or None in maxima or abs(sum(maxima) - stated) <= tolerance:
                continue
            values = {"set": code, "code": parent, "criterion": criteria_set.rows[parent]["criterion_name"]}
            values["sum"] = written(sum(maxima))
            yield Problem("max_sum_mismatch", "criteria.csv", seen=written(stated), values=values)


def missing_not_applicable_rule(evidence: Evidence) -> Iterator[Problem]:
    """Sets that meet cells of criteria that do not apply, while no person has said what becomes of their points."""
    cells: dict[str, int] = defaultdict(int)
    for score in evidence.harmonised.scores:
        if score.state is State.NOT_APPLICABLE:
            cells[evidence.set_of[score.assessment_code].code] += 1
    for code, count in cells.items():
        if evidence.set_rows[code]["status"] == Status.PROPOSED:
            rule = evidence.set_rows[code]["not_applicable_rule"]
            yield Problem(
                "missing_not_applicable_rule", "criteria_sets.csv", seen=rule, values={"set": code, "cells": str(count)}
            )


def unknown_grade(evidence: Evidence) -> Iterator[Problem]:
    """Units held down to a grade that the criteria set of the assessment does not have."""
    grades: dict[str, list[str]] = defaultdict(list)
    for row in evidence.reference.rows("grades"):
        grades[row["criteria_set_code"]].append(row["grade_code"])
    for row in evidence.reference.rows("grade_overrides"):
        criteria_set = evidence.set_of.get(row["assessment_code"])
        if criteria_set and row["highest_grade_code"] not in grades[criteria_set.code]:
            values = {
                "set": criteria_set.code,
                "unit": evidence.unit_names[row["unit_code"]],
                "assessment": row["assessment_code"],
                "grades": ", ".join(grades[criteria_set.code]),
            }
            yield Problem("unknown_grade", "grade_overrides.csv", seen=row["highest_grade_code"], values=values)


def missing_scores(evidence: Evidence) -> Iterator[Problem]:
    """Scored criteria of the set that a scored unit has no cell for at all, one problem per unit."""
    given: dict[tuple[str, str], set[str]] = defaultdict(set)
    first = {}
    for score in evidence.harmonised.scores:
        given[score.assessment_code, score.unit_code].add(score.criterion_code)
        first.setdefault((score.assessment_code, score.unit_code), score)
    for (assessment_code, unit_code), codes in given.items():
        criteria_set = evidence.set_of[assessment_code]
        lacking = [code for code in criteria_set.rows if code in criteria_set.scored and code not in codes]
        if lacking:
            score = first[assessment_code, unit_code]
            values = {
                "unit": evidence.unit_names[unit_code],
                "count": str(len(lacking)),
                "codes": ", ".join(lacking),
                "set": criteria_set.code,
            }
            yield Problem("missing_scores", score.file, score.sheet, values=values)
