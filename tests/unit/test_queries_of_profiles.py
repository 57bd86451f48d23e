"""A grade held down by a condition: no next grade is offered, and condition and document stand beside the grade."""

from __future__ import annotations

from decimal import Decimal
from html import unescape
from typing import Any

import pytest

from scoreboard import queries
from scoreboard.findings import grade, lift
from scoreboard.tables.ranking import flat
from scoreboard.text import words
from scoreboard.ui.ranking_table import ranking_table
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
        unit_code | highest_grade_code | reason       | legal_source        | status
        A         | kha                | Mất tài liệu | Quyết định 12/QĐ-UB | confirmed
        B         | kha                | Mất tài liệu | Quyết định 12/QĐ-UB | proposed
        D         | kha                | Mất con dấu  |                     | confirmed
        E         | kha                | Mất con dấu  |                     | confirmed
    """,
    "scores": """
        unit_code | 1
        A         | 94
        B         | 94
        C         | 76
        D         | 76
        E         | 40
    """,
}


VI = words("vi")


def asked(unit: str) -> Any:
    with built(OFFICE) as connection:
        return next(queries.unit_profile(connection, assessment="2020", unit=unit).itertuples(index=False))


@pytest.mark.parametrize(
    ("unit", "grade", "following", "missing"),
    [
        ("A", "Khá", None, None),
        ("B", "Tốt", None, None),
        ("C", "Khá", "Tốt", Decimal(4)),
        ("D", "Khá", None, None),
        ("E", "Đạt", "Khá", Decimal(20)),
    ],
    ids=["held down", "only proposed", "free", "at its bound", "below its bound"],
)
def test_next_grade_is_one_that_points_can_reach(unit, grade, following, missing):
    row = asked(unit)
    assert (row.grade_name, row.next_grade_name, lift.missing(row)) == (grade, following, missing)


@pytest.mark.parametrize(
    ("unit", "said", "beside"),
    [
        (
            "A",
            "Điểm đạt loại Tốt nhưng không được xếp trên loại **Khá**, thêm điểm cũng không nâng được: Mất tài liệu; "
            "căn cứ: Quyết định 12/QĐ-UB.",
            "theo điểm là Tốt, bị hạ loại theo Quyết định 12/QĐ-UB",
        ),
        ("B", "Đã ở loại cao nhất.", "theo điểm"),
        ("C", "Thiếu **4,00 điểm** để đạt loại Tốt.", "theo điểm"),
        ("D", "Không được xếp trên loại Khá dù có thêm điểm: Mất con dấu.", "theo điểm"),
        (
            "E",
            "Thiếu **20,00 điểm** để đạt loại Khá. Không được xếp trên loại Khá dù có thêm điểm: Mất con dấu.",
            "theo điểm",
        ),
    ],
)
def test_condition_and_document_stand_beside_the_grade(unit, said, beside):
    assert " ".join(grade.sentences(asked(unit), VI)) == said
    assert grade.beside(asked(unit), VI) == beside


def test_ranking_says_whose_grade_is_held_down_and_why():
    with built(OFFICE) as connection:
        ranking = queries.ranking(connection, assessment="2020", group=None)
    shown = unescape(ranking_table(ranking, "2020", None, None, VI))
    assert "<small>theo điểm: Tốt, bị hạ loại</small>" in shown
    assert shown.count("bị hạ loại: Mất tài liệu; căn cứ: Quyết định 12/QĐ-UB.") == 1
    assert "Mất con dấu" not in shown
    held = flat(ranking, None, VI).written()[list(ranking["unit_code"]).index("A")]
    assert held[-1] == "bị hạ loại: Mất tài liệu; căn cứ: Quyết định 12/QĐ-UB"
