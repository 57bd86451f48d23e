"""The recomputation notices when a mart is wrong."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from etl.build.mart_keys import MART_KEYS, repeated_keys
from tests.naive import read
from tests.recompute import differences, recomputed
from tests.spec.chapters import changes, printed, ranking, stages
from tests.spec.office import built

FIRST = 0

# A little of everything that a mart says something about.
EVERYTHING = {
    "criteria_sets": """
    criteria_set_code
    CU
    MOI
    """,
    "criteria": """
    criteria_set_code | criterion_code | parent_code | max_points | kind
    CU                | I              |             |            | normal
    CU                | 1              | I           | 10         | normal
    CU                | 2              | I           | 10         | normal
    CU                | 3              | I           | 10         | normal
    CU                | 4              | I           | 10         | normal
    CU                | C              |             | 2          | bonus
    MOI               | 1              |             | 20         | normal
    MOI               | 2a             |             | 4          | normal
    MOI               | 2b             |             | 6          | normal
    MOI               | 34             |             | 20         | normal
    """,
    "criterion_links": """
    from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
    CU            | 1                   | MOI         | 1                 | rescaled
    CU            | 2                   | MOI         | 2a                | split
    CU            | 2                   | MOI         | 2b                | split
    CU            | 3                   | MOI         | 34                | merged
    CU            | 4                   | MOI         | 34                | merged
    """,
    "grades": """
    criteria_set_code | grade_code | grade_name | min_value
    CU                | tot        | Tốt        | 30
    CU                | dat        | Đạt        | 10
    """,
    "assessments": """
    assessment_code | criteria_set_code
    2020            | CU
    2021            | CU
    2022            | MOI
    """,
    "unit_successions": """
    predecessor_code | successor_code | kind   | effective_on
    E                | E2             | rename | 2021-03-01
    """,
    "remedies": """
    assessment_code | unit_code | criterion_code | remedy   | due_on
    2020            |           | 1              | Tập huấn | 2021-06-30
    2021            | A         | 2              | Chỉnh lý |
    """,
    "scores": """
    assessment_code | unit_code | stage_code | 1  | 2 | 3 | 4   | C | 2a | 2b | 34
    2020            | A         | self       | 9  | 8 | 7 | 9   | 0 |    |    |
    2020            | A         | appraised  | 5  | 8 | 7 | 9   | 1 |    |    |
    2020            | B         | appraised  | 9  | 2 | 0 | 9   | 0 |    |    |
    2020            | C         | appraised  | 3  | 7 |   | 9   | 0 |    |    |
    2020            | D         | appraised  | 3  | 4 | 9 | KAD | 0 |    |    |
    2020            | E         | appraised  | 2  | 4 | 9 | 9   | 0 |    |    |
    2021            | A         | appraised  | 10 | 4 | 7 | 9   | 2 |    |    |
    2021            | B         | appraised  | 9  | 6 | 2 | 9   | 0 |    |    |
    2021            | C         | appraised  | 1  | 7 | 5 | -   | 0 |    |    |
    2021            | E2        | appraised  | 2  | 5 | 9 | 6   | 0 |    |    |
    2022            | A         | appraised  | 15 |   |   |     |   | 1  | 6  | 12
    2022            | B         | appraised  | 19 |   |   |     |   | 4  | 3  | 20
    2022            | E2        | appraised  | 4  |   |   |     |   |    | 3  | 9
    """,
    "printed_results": """
    assessment_code | unit_code | what  | raw_text
    2020            | A         | total | 30
    2020            | A         | rank  | 2
    2020            | A         | grade | Tốt
    2020            | B         | rank  | 3
    """,
}


@pytest.mark.parametrize(
    ("damage", "noticed"),
    [
        ("update total set points = points + 0.0000000001 where unit_code = 'A'", "total ('2020', 'A') points"),
        ("update total set rank = 1 where unit_code = 'D'", "total ('2020', 'D') rank"),
        ("update total set is_tied = false where unit_code = 'B'", "total ('2020', 'B') is_tied"),
        ("update criterion_result set gap_points = 0 where unit_code = 'D'", "criterion_result ('2020', 'D', '1')"),
        ("delete from total where unit_code = 'E'", "total ('2020', 'E'): missing"),
        (
            "update total set places_per_quarter_point = 1 where unit_code = 'C'",
            "total ('2020', 'C') places_per_quarter",
        ),
        ("update total set next_grade_code = 'tot'", "total ('2020', 'A') next_grade_code"),
        ("update stage_total set is_official = false", "stage_total ('2020', 'A', 'appraised') is_official"),
        (
            "update peer_comparison set gap_rank = 2 where unit_code = 'D'",
            "peer_comparison ('2020', 'D', '1') gap_rank",
        ),
        ("update peer_comparison set claim = 'strength'", "peer_comparison ('2020', 'B', '1') claim"),
        ("update criterion_history set weak_rounds = 2", "criterion_history ('2020', 'A', '1') weak_rounds"),
        ("update group_summary set mean_share = 0", "group_summary ('2020', 'khoi') mean_share"),
        ("update criterion_summary set done_well = 0", "criterion_summary ('2020', None, '1') done_well"),
    ],
)
def test_wrong_mart_is_noticed(damage, noticed):
    with built(ranking.PLACES.examples[0].given) as connection:
        connection.execute(damage)
        assert any(line.startswith(noticed) for line in differences(connection))


def test_wrong_claim_is_noticed():
    with built(stages.CLAIMS.examples[0].given) as connection:
        connection.execute("update over_claim set over_claim_points = 0 where unit_code = 'A' and criterion_code = '1'")
        connection.execute("update over_claim_unit set is_partial = false")
        connection.execute("update over_claim_group set units_above = 2 where group_code is null")
        assert {line.partition(":")[0] for line in differences(connection)} == {
            "over_claim ('2020', 'A', '1') over_claim_points",
            "over_claim_unit ('2020', 'B') is_partial",
            "over_claim_group ('2020', None) units_above",
        }


def test_wrong_reason_of_a_printed_rank_is_noticed():
    with built(printed.TOTALS.examples[1].given) as connection:
        connection.execute("update total set printed_rank_reason = 'scope' where unit_code = 'D'")
        assert differences(connection) == ["total ('2020', 'D') printed_rank_reason: scope should be tie_rule"]


@pytest.mark.parametrize(
    ("example", "column", "unit"), [(0, "printed_points_reason", "B"), (5, "printed_grade_reason", "A")]
)
def test_wrong_reason_of_a_printed_result_is_noticed(example, column, unit):
    with built(printed.TOTALS.examples[example].given) as connection:
        connection.execute(f"update total set {column} = 'unexplained' where unit_code = '{unit}'")
        (line,) = differences(connection)
        assert line.startswith(f"total ('2020', '{unit}') {column}: unexplained should be ")


def test_change_that_does_not_add_up_is_noticed():
    with built(changes.PARTS.examples[0].given) as connection:
        connection.execute("delete from change_part where part = 'bonus_penalty'")
        assert set(differences(connection)) == {
            "change_part ('2020', '2021', 'A', 'bonus_penalty', None, None): missing",
            "change_part ('2020', '2021', 'A'): adds up to 18.0000000000, not 11.0000000000",
        }


@pytest.mark.parametrize(
    ("damage", "noticed"),
    [
        ("delete from group_change_part where part = 'members_left'", "group_change_part ('2020', '2021', 'khoi')"),
        ("update group_change set common_units = 3", "group_change ('2020', '2021', 'khoi') common_units"),
        ("update like_for_like set to_share = 1 where unit_code = 'A'", "like_for_like ('2020', '2021', 'A') to_share"),
        (
            "update change_part set points_change = 9 where unit_code = 'A'",
            "change_part ('2020', '2021', 'A', 'real', '2', '2')",
        ),
    ],
)
def test_wrong_change_is_noticed(damage, noticed):
    with built(changes.GROUPS.examples[0].given) as connection:
        connection.execute(damage)
        assert any(line.startswith(noticed) for line in differences(connection))


@pytest.fixture(scope="module")
def office():
    with built(EVERYTHING) as connection:
        yield connection


@contextmanager
def damaged(office, statement):
    """The office with one row changed by a statement, and as it was again afterwards."""
    office.execute("begin")
    (changed,) = office.execute(statement).fetchone()
    try:
        assert changed == 1
        yield
    finally:
        office.execute("rollback")


@pytest.mark.parametrize("mart", MART_KEYS)
def test_one_wrong_value_is_noticed_in_every_column(office, mart):
    right = recomputed(office)
    assert differences(office, right) == []
    for column, kind in office.execute(f"select column_name, column_type from (describe {mart})").fetchall():
        with damaged(office, f"update {mart} set {column} = {another(column, kind)} where rowid = {FIRST}"):
            noticed = [line for line in differences(office, right) if line.startswith(f"{mart} ")]
        assert noticed, f"no comparison sees {mart}.{column}"


def another(column: str, kind: str) -> str:
    """A value that the column does not hold."""
    if kind == "BOOLEAN":
        return f"not coalesce({column}, false)"
    if kind == "DATE":
        return f"coalesce({column}, date '2020-01-01') + 1"
    return f"coalesce({column}, '') || '?'" if kind == "VARCHAR" else f"coalesce({column}, 0) + 1"


@pytest.mark.parametrize("mart", MART_KEYS)
def test_missing_row_is_noticed_in_every_mart(office, mart):
    with damaged(office, f"delete from {mart} where rowid = {FIRST}"):
        noticed = differences(office)
    assert any(line.startswith(f"{mart} ") and line.endswith(": missing") for line in noticed)


def test_row_said_twice_is_noticed_in_every_mart():
    with built(changes.GROUPS.examples[0].given) as connection:
        assert repeated_keys(connection) == []
        filled = [mart for mart in MART_KEYS if read(connection, mart)]
        for mart in filled:
            connection.execute(f"insert into {mart} select * from {mart} limit 1")
        assert len(filled) > len(MART_KEYS) / 2
        assert [line.partition(" ")[0] for line in repeated_keys(connection)] == filled
