"""Units against the round before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from etl.check.evidence import Evidence
from etl.harmonise.assessments import last_day
from etl.problem import Problem


def unit_missing(evidence: Evidence) -> Iterator[Problem]:
    """Units of one round that the next one does not list, though nothing says that they ended."""
    units: dict[str, set[str]] = defaultdict(set)
    for member in evidence.harmonised.memberships:
        units[member.assessment_code].add(member.unit_code)
    ended = {
        row["unit_code"]: row["valid_to"] for row in evidence.reference.rows("units") if row["valid_to"] is not None
    }
    for row in evidence.reference.rows("unit_successions"):
        ended.setdefault(row["predecessor_code"], row["effective_on"])
    held = [row for row in evidence.assessments if row["assessment_code"] in units]
    for before, after in pairwise(held):
        for unit_code in sorted(units[before["assessment_code"]] - units[after["assessment_code"]]):
            if unit_code in ended and ended[unit_code] <= last_day(after):
                continue
            values = {
                "before": before["assessment_name"],
                "after": after["assessment_name"],
                "line": f"{after['assessment_code']},{unit_code},not_submitted",
            }
            yield Problem("unit_missing", seen=evidence.unit_names[unit_code], values=values)
