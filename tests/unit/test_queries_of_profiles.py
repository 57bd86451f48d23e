"""A grade held down by a condition: more points would not lift the unit, so no next grade is offered to it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoreboard import queries
from scoreboard.findings import lift
from tests.spec.office import built

OFFICE = {
    "criteria": """
        criterion_code | max_points
        1              | 100
    """,
    "grades": """
        grade_code | grade_name | min_value
        tot        | Tốt        | 80
        kha        | Khá        | 60
        dat        | Đạt        | 0
    """,
    "grade_overrides": """
        unit_code | highest_grade_code | reason       | status
        A         | kha                | Mất tài liệu | confirmed
        B         | kha                | Mất tài liệu | proposed
    """,
    "scores": """
        unit_code | 1
        A         | 94
        B         | 94
        C         | 76
    """,
}


@pytest.mark.parametrize(
    ("unit", "grade", "following", "missing"),
    [("A", "Khá", None, None), ("B", "Tốt", None, None), ("C", "Khá", "Tốt", Decimal(4))],
    ids=["held down", "only proposed", "free"],
)
def test_next_grade_is_one_that_points_can_reach(unit, grade, following, missing):
    with built(OFFICE) as connection:
        row = next(queries.unit_profile(connection, assessment="2020", unit=unit).itertuples(index=False))
    assert (row.grade_name, row.next_grade_name, lift.missing(row)) == (grade, following, missing)
