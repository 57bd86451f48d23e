"""The recomputation notices when a mart is wrong."""

from __future__ import annotations

import pytest

from tests.recompute import differences
from tests.spec.chapters import changes, ranking
from tests.spec.office import built


@pytest.mark.parametrize(
    ("damage", "noticed"),
    [
        ("update total set points = points + 0.0000000001 where unit_code = 'A'", "total ('2020', 'A') points"),
        ("update total set rank = 1 where unit_code = 'D'", "total ('2020', 'D') rank"),
        ("update total set is_tied = false where unit_code = 'B'", "total ('2020', 'B') is_tied"),
        ("update criterion_result set gap_points = 0 where unit_code = 'D'", "criterion_result ('2020', 'D', '1')"),
        ("delete from total where unit_code = 'E'", "total ('2020', 'E'): missing"),
        ("update criterion_summary set done_well = 0", "criterion_summary ('2020', None, '1') done_well"),
    ],
)
def test_wrong_mart_is_noticed(damage, noticed):
    with built(ranking.PLACES.examples[0].given) as connection:
        connection.execute(damage)
        assert any(line.startswith(noticed) for line in differences(connection))


def test_change_that_does_not_add_up_is_noticed():
    with built(changes.PARTS.examples[0].given) as connection:
        connection.execute("delete from change_part where part = 'bonus_penalty'")
        assert differences(connection) == [
            "change_part ('2020', '2021', 'A'): adds up to 18.0000000000, not 11.0000000000"
        ]
