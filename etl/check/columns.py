"""Whole columns of a sheet that look filled in at one stroke."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from etl.check.evidence import Evidence
from etl.harmonise.scores import Score
from etl.office.load import Row
from etl.problem import Problem

Column = list[tuple[Score, Row]]


def column_at_maximum(evidence: Evidence) -> Iterator[Problem]:
    """Columns of several criteria of which every cell has the criterion's maximum."""
    least = evidence.threshold("column_at_maximum")
    for column in _columns(evidence):
        if len({score.criterion_code for score, _ in column}) >= least and _is_full(column):
            yield _problem("column_at_maximum", column)


def column_repeated(evidence: Evidence) -> Iterator[Problem]:
    """Columns of which every cell has the points of the round before, under the same criteria set."""
    before = {
        after["assessment_code"]: earlier["assessment_code"]
        for earlier, after in pairwise(evidence.held)
        if earlier["criteria_set_code"] == after["criteria_set_code"]
    }
    names = {row["assessment_code"]: row["assessment_name"] for row in evidence.assessments}
    points = {_identity(score, score.assessment_code): score.points for score, _ in evidence.scored}
    least = evidence.threshold("column_repeated")
    for column in _columns(evidence):
        earlier = before.get(column[0][0].assessment_code)
        if len(column) < least or earlier is None or _is_full(column):
            continue
        if all(points.get(_identity(score, earlier)) == score.points for score, _ in column):
            yield _problem("column_repeated", column, before=names[earlier])


def _identity(score: Score, assessment_code: str) -> tuple[str, str, str, str]:
    return assessment_code, score.unit_code, score.criterion_code, score.stage_code


def _is_full(column: Column) -> bool:
    return all(score.points == criterion["max_points"] for score, criterion in column)


def _columns(evidence: Evidence) -> list[Column]:
    """Every column with points of normal criteria, as it stands on its sheet."""
    columns: dict[tuple[str, str, str, str], Column] = defaultdict(list)
    for score, criterion in evidence.scored:
        if criterion["kind"] == "normal":
            letters = score.cell.rstrip("0123456789")
            columns[score.assessment_code, score.file, score.sheet, letters].append((score, criterion))
    return list(columns.values())


def _problem(code: str, column: Column, **values: str) -> Problem:
    (first, _), (last, _) = column[0], column[-1]
    values |= {"cells": str(len(column)), "last": last.cell}
    return Problem(code, first.file, first.sheet, first.cell, first.raw_text, values)
