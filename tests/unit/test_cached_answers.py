"""An answer kept in memory is the caller's own: nobody meets what another reader's page wrote into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoreboard import queries
from scoreboard.database import find_version
from scoreboard.ui import cached
from tests.app.small_office import write_version


@pytest.fixture
def version(tmp_path: Path):
    write_version(tmp_path, "20260101-000000-aaaaaaaa")
    yield find_version(tmp_path)
    cached.opened.clear()


def test_what_a_page_writes_into_an_answer_stays_with_it(version):
    ask = {"question": queries.ranking, "assessment": "2021", "group": None}
    mine, before = cached.answer(version, **ask), cached.answer(version, **ask)
    mine["unit_name"] = "Đơn vị khác"
    mine.loc[mine.index[0], "points"] = None
    del mine["points"]
    assert cached.answer(version, **ask).equals(before)


def test_other_parameters_are_another_answer(version):
    groups = [
        set(cached.answer(version, queries.ranking, assessment="2021", group=group)["group_code"])
        for group in ("phong", "phuong")
    ]
    assert groups == [{"phong"}, {"phuong"}]
