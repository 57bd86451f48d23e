"""Every question has a file, a function and a word on what comes back; answers are exact."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from scoreboard import queries
from scoreboard.database import Database, connect
from tests.app.small_office import write_version

FILES = sorted(Path(queries.__file__).parent.glob("*.sql"))
VALUES = {"assessment": "2021", "group": "phuong", "table": "total"}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("office")
    write_version(folder, "20260101-000000-aaaaaaaa")
    return connect(folder)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_question_has_a_function_that_says_what_comes_back(file: Path):
    assert getattr(queries, file.stem).__name__ == file.stem
    assert len(getattr(queries, file.stem).__doc__.split()) > 5


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_question_is_lower_case_and_runs(file: Path, database: Database):
    sql = "\n".join(line for line in file.read_text("utf-8").splitlines() if not line.startswith("--"))
    outside_of_texts = re.sub(r"'[^']*'", "''", sql)
    assert outside_of_texts == outside_of_texts.lower()
    asked = set(re.findall(r"\$(\w+)", outside_of_texts))
    answer = getattr(queries, file.stem)(database.cursor(), **{name: VALUES.get(name) for name in asked})
    assert answer.columns.is_unique


def test_numbers_are_exact_and_nothing_is_none(database: Database):
    ranking = queries.ranking(database.cursor(), assessment="2021", group="phuong").set_index("unit_code")
    assert ranking.loc["A", "share"] == Decimal("0.8")
    assert isinstance(ranking.loc["A", "points"], Decimal)
    assert ranking.loc["D", "points"] is None
    assert ranking.loc["D", "rank"] is None
    assert ranking.loc["A", "rank"] == 1


def test_flags_can_be_turned_round(database: Database):
    ranking = queries.ranking(database.cursor(), assessment="2021", group="phuong")
    assert list(ranking.loc[~ranking["is_partial"], "unit_code"]) == ["B", "A", "D"]


def test_units_stand_in_vietnamese_order(database: Database):
    units = queries.units(database.cursor(), assessment="2021", group="phuong")
    assert list(units["unit_code"]) == ["D", "B", "C", "A"]
