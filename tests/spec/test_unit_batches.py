"""What is computed of a unit does not depend on which other units are in its batch."""

from __future__ import annotations

import pytest

from etl.build.mart_keys import MART_KEYS
from etl.build.statements import run_rules
from tests.recompute import differences
from tests.spec.office import built
from tests.spec.test_recompute import EVERYTHING


@pytest.mark.parametrize("units", [1, 2])
def test_marts_are_the_same_whatever_the_size_of_a_batch(units: int):
    with built(EVERYTHING) as connection:
        whole = {mart: sorted(connection.table(mart).fetchall(), key=repr) for mart in MART_KEYS}
        assert connection.table("unit_batch").max("batch").fetchall() == [(0,)]
        for mart in MART_KEYS:
            connection.execute(f"delete from {mart}")
        connection.execute("set variable units_a_batch = $units", {"units": units})
        run_rules(connection)
        ((last,),) = connection.table("unit_batch").max("batch").fetchall()
        assert last >= 1
        assert {mart: sorted(connection.table(mart).fetchall(), key=repr) for mart in MART_KEYS} == whole
        assert differences(connection) == []
