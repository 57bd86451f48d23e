"""The recomputation notices when a mart is wrong."""

from __future__ import annotations

import pytest

from etl.build.mart_keys import MART_KEYS, repeated_keys
from tests.naive import read
from tests.recompute import differences
from tests.spec.chapters import changes, printed, ranking, stages
from tests.spec.office import built


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
        assert "change_part ('2020', '2021', 'A'): adds up to 18.0000000000, not 11.0000000000" in differences(
            connection
        )


@pytest.mark.parametrize(
    ("damage", "noticed"),
    [
        ("delete from group_change_part where part = 'members_left'", "group_change_part ('2020', '2021', 'khoi')"),
        ("update group_change set common_units = 3", "group_change ('2020', '2021', 'khoi') common_units"),
        ("update like_for_like set to_share = 1 where unit_code = 'A'", "like_for_like ('2020', '2021', 'A') to_share"),
        ("update change_part set points_change = 9 where unit_code = 'A'", "change_part ('2020', '2021', 'A'): {"),
    ],
)
def test_wrong_change_is_noticed(damage, noticed):
    with built(changes.GROUPS.examples[0].given) as connection:
        connection.execute(damage)
        assert any(line.startswith(noticed) for line in differences(connection))


def test_row_said_twice_is_noticed_in_every_mart():
    with built(changes.GROUPS.examples[0].given) as connection:
        assert repeated_keys(connection) == []
        filled = [mart for mart in MART_KEYS if read(connection, mart)]
        for mart in filled:
            connection.execute(f"insert into {mart} select * from {mart} limit 1")
        assert len(filled) > len(MART_KEYS) / 2
        assert [line.partition(" ")[0] for line in repeated_keys(connection)] == filled
