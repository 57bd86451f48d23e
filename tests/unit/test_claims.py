"""Self-assessments against official points: who is counted, what is said and what is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pandas as pd
import pytest

from scoreboard import queries
from scoreboard.figures.claim_dumbbell import claim_dumbbell
from scoreboard.figures.theme import LIGHT
from scoreboard.findings import claims
from scoreboard.tables.claims import claims as claims_table
from scoreboard.text import numbers as written
from scoreboard.text import words
from tests.drawn import drawn
from tests.spec.office import built

VI = words("vi")
OFFICE = {
    "criteria_sets": """
        criteria_set_code | not_applicable_rule
        BTC               | excluded
    """,
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
        2020            | F         | self       | 8  | KAD
        2020            | F         | appraised  | 6  | KAD
    """,
}


@pytest.fixture(scope="module")
def office() -> Iterator[duckdb.DuckDBPyConnection]:
    with built(OFFICE) as connection:
        yield connection


@pytest.fixture(scope="module")
def answered(office: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    return queries.self_claims(office, assessment="2020", group=None)


def test_only_what_both_scored_is_subtracted_before_any_rescaling(answered: pd.DataFrame):
    rows = [(row.unit_code, row.claim_points, row.points, row.one_sided_criteria) for row in answered.itertuples()]
    assert rows == [
        ("A", Decimal("4.5"), Decimal("14.5"), 0),
        ("F", Decimal("2"), Decimal("6"), 0),
        ("C", Decimal("0"), Decimal("9"), 1),
        ("B", Decimal("-1"), Decimal("15"), 0),
    ]
    assert answered["is_partial"].tolist() == [False, False, True, False]


def test_mean_that_is_said_is_that_of_the_method(office: duckdb.DuckDBPyConnection, answered: pd.DataFrame):
    [(mean,)] = office.sql(
        "select mean_over_claim_points from over_claim_group where assessment_code = '2020' and group_code is null"
    ).fetchall()
    assert written.points(mean, "vi") == "1,38"
    assert claims.heading(answered, VI) == (
        "Điểm tự chấm cao hơn điểm chính thức bình quân 1,38 điểm; A chênh nhiều nhất (+4,50)"
    )


def test_units_with_criteria_of_one_side_are_counted_and_said(answered: pd.DataFrame):
    said = claims.compared(answered, VI)
    assert "4 đơn vị, cộng trên các tiêu chí cả hai lần đều chấm, chưa áp trần và chưa quy đổi" in said
    assert said.endswith(
        "Trong ngoặc: 1 đơn vị có tiêu chí chỉ được chấm ở một trong hai lần; tiêu chí đó không tính vào chênh lệch."
    )


def test_note_beside_a_unit_says_how_many_criteria_are_left_out(answered: pd.DataFrame):
    notes = dict(zip(answered["unit_code"], claims_table(answered, VI).data["note"], strict=True))
    assert notes["C"] == "1 tiêu chí chỉ được chấm ở một trong hai lần, không tính vào chênh lệch"
    assert {notes[unit] for unit in "ABF"} == {""}


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


def test_rings_are_self_assessments_and_dots_are_official(answered: pd.DataFrame):
    figure = drawn(claim_dumbbell)(answered, LIGHT, VI, focus="B")
    marks = {trace.name: trace for trace in figure.data if trace.name}
    assert list(marks["self"].x) == [19, 8, 9, 14]
    assert list(marks["official"].x) == [14.5, 6, 9, 15]
    assert list(marks["official"].marker.color) == [LIGHT.peer2, LIGHT.peer2, LIGHT.peer2, LIGHT.accent]
    assert "(0,00)" in [label.text for label in figure.layout.annotations]


def test_every_dot_leads_to_the_unit_that_its_bubble_names(answered: pd.DataFrame):
    own, official = (trace for trace in drawn(claim_dumbbell)(answered, LIGHT, VI).data if trace.mode == "markers")
    units = dict(zip(answered["unit_code"], answered["unit_name"], strict=True))
    for dots in (own, official):
        assert dots.meta == {"leads_to": "unit", "names": ["unit"]}
        assert [code for (code,) in dots.customdata] == list(units)
        assert all(units[code] in said for (code,), said in zip(dots.customdata, dots.hovertext, strict=True))
