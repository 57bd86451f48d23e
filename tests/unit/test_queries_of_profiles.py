"""What stands beside a result: the condition that holds a grade down, and the caution with a change."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape
from typing import Any

import pytest

from scoreboard import queries
from scoreboard.findings import caution, grade, lift
from scoreboard.tables import overview as overview_tables
from scoreboard.tables import trend as trend_tables
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


ROUNDS = {
    "criteria": """
        criterion_code | max_points
        1              | 10
        2              | 10
    """,
    "assessments": """
        assessment_code
        2020
        2021
    """,
    "scores": """
        assessment_code | unit_code | 1  | 2
        2020            | A         | 9  | 10
        2020            | B         | 0  | 1
        2020            | C         | 5  | 5
        2021            | A         | 9  | 9
        2021            | B         | 1  | 1
        2021            | C         | 7  | 5
    """,
}


def test_caution_stands_wherever_the_change_of_a_unit_is_listed():
    with built(ROUNDS) as connection:
        between = queries.unit_changes(connection, baseline="2020", assessment="2021", group=None)
        since = queries.change_by_unit(connection, assessment="2021", group=None)
        ranking = queries.ranking(connection, assessment="2021", group=None)
        profiles = [
            next(queries.unit_profile(connection, assessment="2021", unit=unit).itertuples(index=False))
            for unit in "ABC"
        ]
    expected = {"A": "ceiling", "B": "floor", "C": None}
    for table in (between, since, ranking):
        assert dict(zip(table["unit_code"], table["caution"], strict=True)) == expected
    assert {row.unit_code: row.caution for row in profiles} == expected
    assert [row.share_change for row in profiles] == [Decimal("-0.05"), Decimal("0.05"), Decimal("0.1")]
    said = {row[0]: row[-1] for row in trend_tables.changes(between, "năm 2020", "năm 2021", VI).written()}
    assert said == {"A": "so sánh được; khó tăng thêm", "B": "so sánh được; khó giảm thêm", "C": "so sánh được"}
    said = {row[0]: row[-1] for row in overview_tables.changes(since, "năm 2021", "năm 2020", VI).written()}
    assert said == {"A": "khó tăng thêm", "B": "khó giảm thêm", "C": ""}
    shown = ranking_table(ranking, "2021", "năm 2020", None, VI)
    assert shown.count("<small>khó tăng thêm</small>") == shown.count("Khó tăng thêm: kỳ trước đã đạt") == 1
    assert shown.count("<small>khó giảm thêm</small>") == shown.count("Khó giảm thêm: kỳ trước chỉ đạt") == 1


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_words_of_a_caution_name_the_bounds_of_the_method(lang: str):
    with built(ROUNDS) as connection:
        found = connection.execute("select caution(0.95), caution(0.949), caution(0.05), caution(0.051)").fetchone()
    assert found == ("ceiling", None, "floor", None)
    for kind, bound in (("ceiling", "95%"), ("floor", "5%")):
        for said in (caution.explained([kind], words(lang)), words(lang)(f"figures.change_dumbbell.caution.{kind}")):
            assert re.search(rf"\b{bound}", said)


def test_nothing_is_explained_where_there_is_no_caution():
    assert caution.explained([None, None], VI) == ""
    assert caution.mark(None, VI) == ""
