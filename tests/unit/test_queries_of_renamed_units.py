"""A unit that was renamed in full is one unit to every question about its course."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest

from scoreboard import queries
from tests.spec.office import built

OFFICE = {
    "criteria": """
        criterion_code | max_points
        1              | 10
    """,
    "assessments": """
        assessment_code
        1998
        1999
        2000
    """,
    "unit_successions": """
        predecessor_code | successor_code | kind   | effective_on | extent
        CU               | MOI            | rename | 1999-07-01   | full
        GOC              | CU             | split  | 1990-01-01   | partial
    """,
    "remedies": """
        assessment_code | unit_code | criterion_code | remedy
        1998            | CU        | 1              | Lập hồ sơ
    """,
    "scores": """
        assessment_code | unit_code | 1
        1998            | CU        | 6
        1998            | GOC       | 9
        1998            | KHAC      | 5
        1999            | MOI       | 8
        1999            | KHAC      | 9
        2000            | MOI       | 7
        2000            | KHAC      | 5
    """,
}


@pytest.fixture(scope="module")
def office() -> Iterator[duckdb.DuckDBPyConnection]:
    with built(OFFICE) as connection:
        yield connection


def test_profile_has_the_share_and_rank_under_the_name_before(office):
    profile = queries.unit_profile(office, assessment="1999", unit="MOI").iloc[0]
    assert (profile["previous_share"], profile["previous_rank"]) == (Decimal("0.6"), 2)
    assert profile["comparability"] == "comparable"


@pytest.mark.parametrize("unit", ["CU", "MOI"])
def test_history_and_remedies_go_through_the_rename(office, unit: str):
    history = queries.share_history(office, assessment="2000", unit=unit, group="khoi")
    assert list(history["share"]) == [Decimal("0.6"), Decimal("0.8"), Decimal("0.7")]
    assert not history["is_new_territory"].any()
    assert list(queries.unit_remedies(office, assessment="2000", unit=unit)["remedy"]) == ["Lập hồ sơ"]


def test_own_name_before_is_no_predecessor(office):
    predecessors = queries.predecessor_history(office, assessment="2000", unit="MOI")
    assert set(predecessors["unit_code"]) == {"GOC"}


@pytest.mark.parametrize(("assessment", "code"), [("1998", "CU"), ("2000", "MOI")])
def test_ranks_are_one_line_under_the_code_of_the_assessment(office, assessment: str, code: str):
    history = queries.rank_history(office, assessment=assessment, group="khoi")
    ranks = history[history["unit_code"] == code]["rank"]
    assert list(ranks) == [2, 2, 1][: len(ranks)]
    assert len(ranks) == history["assessment_code"].nunique()


@pytest.mark.parametrize(
    ("assessment", "unit", "code"), [("2000", "CU", ["MOI"]), ("1998", "MOI", ["CU"]), ("2000", "MOI", [])]
)
def test_renamed_unit_is_found_under_its_name_of_the_time(office, assessment: str, unit: str, code: list[str]):
    assert list(queries.renamed_unit(office, assessment=assessment, unit=unit).get("unit_code", [])) == code
