"""Scores against the dates between which a unit exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from etl.check.evidence import Evidence
from etl.harmonise.assessments import last_day
from etl.harmonise.scores import Score
from etl.problem import Problem


def unit_not_existing(evidence: Evidence) -> Iterator[Problem]:
    """Units with points in an assessment whose whole period lies before they began or after they ended."""
    units = {row["unit_code"]: row for row in evidence.reference.rows("units")}
    first: dict[tuple[str, str], Score] = {}
    for score, _ in evidence.scored:
        first.setdefault((score.assessment_code, score.unit_code), score)
    for assessment in evidence.held:
        start = assessment["period_start"] or date(assessment["year"], 1, 1)
        for (code, unit_code), score in first.items():
            begun, ended = units[unit_code]["valid_from"], units[unit_code]["valid_to"]
            is_over, is_to_come = ended and ended < start, begun and begun > last_day(assessment)
            if code == assessment["assessment_code"] and (is_over or is_to_come):
                values = {
                    "assessment": assessment["assessment_name"],
                    "column": "valid_to" if is_over else "valid_from",
                    "day": (ended if is_over else begun).isoformat(),
                }
                seen = evidence.unit_names[unit_code]
                yield Problem("unit_not_existing", score.file, score.sheet, score.cell, seen, values)
