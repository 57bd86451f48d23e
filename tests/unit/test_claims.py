"""Self-assessments against official points: who is counted, what is said and what is drawn."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from scoreboard import queries
from scoreboard.figures.claim_dumbbell import claim_dumbbell
from scoreboard.figures.theme import LIGHT
from scoreboard.findings import claims
from scoreboard.text import words
from tests.spec.office import built

VI = words("vi")
OFFICE = {
    "criteria": """
        criterion_code | max_points
        1              | 10
        2              | 10
    """,
    "scores": """
        assessment_code | unit_code | stage_code | 1  | 2
        2020            | A         | self       | 10 | 9
        2020            | A         | appraised  | 6  | 8.5
        2020            | B         | self       | 7  | 7
        2020            | B         | appraised  | 7  | 8
        2020            | C         | self       | 9  |
        2020            | C         | appraised  | 9  | 4
        2020            | D         | self       | 9  | 9
        2020            | E         | appraised  | 1  | 1
    """,
}


@pytest.fixture(scope="module")
def answered() -> pd.DataFrame:
    with built(OFFICE) as connection:
        return queries.self_claims(connection, assessment="2020", group=None)


def test_only_units_scored_by_themselves_and_by_others_are_set_side_by_side(answered: pd.DataFrame):
    rows = [(row.unit_code, row.claim_points, row.is_partial) for row in answered.itertuples()]
    assert rows == [("A", Decimal("4.5"), False), ("B", Decimal("-1"), False), ("C", Decimal("-4"), True)]


def test_mean_is_of_units_with_points_on_both_sides(answered: pd.DataFrame):
    assert claims.heading(answered, VI) == (
        "Điểm tự chấm cao hơn điểm chính thức bình quân 1,75 điểm; A chênh nhiều nhất (+4,50)"
    )
    assert claims.compared(answered, VI).endswith(
        "Trong ngoặc: 1 đơn vị thiếu điểm ở một trong hai lần chấm, không tính vào bình quân."
    )


@pytest.mark.parametrize(
    ("differences", "said"),
    [
        (["0", "0"], "Điểm tự chấm bình quân bằng điểm chính thức"),
        (["-2", "-1"], "Điểm tự chấm thấp hơn điểm chính thức bình quân 1,50 điểm"),
        (["2", "2", "2", "2"], "Điểm tự chấm cao hơn điểm chính thức bình quân 2,00 điểm"),
    ],
)
def test_nobody_is_named_for_what_all_share_or_for_modesty(differences: list[str], said: str):
    table = pd.DataFrame(
        {"unit_name": list("ABCD")[: len(differences)], "claim_points": list(map(Decimal, differences))}, dtype=object
    ).assign(is_partial=False)
    assert claims.heading(table, VI) == said


def test_where_no_unit_has_both_the_heading_says_so(answered: pd.DataFrame):
    assert claims.heading(answered[answered["is_partial"]], VI).startswith("Không có đơn vị nào đủ điểm")


def test_rings_are_self_assessments_and_dots_are_official(answered: pd.DataFrame):
    figure = claim_dumbbell(answered, LIGHT, VI, focus="B")
    marks = {trace.name: trace for trace in figure.data if trace.name}
    assert list(marks["self"].x) == [19, 14, 9]
    assert list(marks["official"].x) == [14.5, 15, 13]
    assert list(marks["official"].marker.color) == [LIGHT.peer2, LIGHT.accent, LIGHT.peer2]
    assert "(−4,00)" in [label.text for label in figure.layout.annotations]
