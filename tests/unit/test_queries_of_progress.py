"""What the questions behind progress answer: who rose, what closed, a group's mean, what units became."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest

from scoreboard import queries
from tests.recompute import differences
from tests.spec.office import built

OFFICE = {
    "criteria_sets": """
        criteria_set_code
        CU
        MOI
    """,
    "criteria": """
        criteria_set_code | criterion_code | parent_code | max_points | kind
        CU                | I              |             | 10         | normal
        CU                | II             |             | 10         | normal
        MOI               | I              |             | 20         | normal
        MOI               | II             |             | 10         | normal
    """,
    "criterion_links": """
        from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
        CU            | I                   | MOI         | I                 | rescaled
    """,
    "assessments": """
        assessment_code | criteria_set_code
        1998            | CU
        1999            | CU
        2000            | MOI
    """,
    "unit_successions": """
        predecessor_code | successor_code | kind     | effective_on | extent
        D                | E              | split    | 2000-07-01   | partial
        D                |                | boundary | 1999-12-31   | partial
    """,
    "memberships": """
        assessment_code | unit_code | group_code
        1998            | A         | phuong
        1999            | A         | phuong
        2000            | A         | phuong
        1998            | B         | phuong
        1999            | B         | phuong
        2000            | B         | phuong
        1998            | C         | phong
        1999            | C         | phong
        2000            | C         | phong
        1999            | D         | phong
        2000            | E         | phong
    """,
    "scores": """
        assessment_code | unit_code | I  | II
        1998            | A         | 2  | 4
        1998            | B         | 10 | 10
        1998            | C         | 5  | 5
        1999            | A         | 9  | 5
        1999            | B         | 9  | 10
        1999            | C         | 5  | 5
        1999            | D         | 10 | 0
        2000            | A         | 20 | 10
        2000            | B         | 12 | 10
        2000            | C         | 10 |
        2000            | E         | 10 | 10
    """,
}


@pytest.fixture(scope="module")
def office() -> Iterator[duckdb.DuckDBPyConnection]:
    with built(OFFICE) as connection:
        yield connection


def rows(table, *columns: str) -> list[tuple]:
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_each_round_is_counted_against_the_one_before_it(office):
    history = queries.direction_history(office, assessment="2000", group=None)
    counted = rows(history, "assessment_code", "improved", "unchanged", "worse", "not_compared", "ceiling", "floor")
    assert counted == [("1999", 1, 1, 1, 1, 1, 0), ("2000", 1, 0, 1, 3, 1, 0)]
    assert list(history["improved_share"]) == [Decimal("0.333333333333333333"), Decimal("0.5")]


def test_counting_stops_at_the_round_asked_for_and_keeps_to_the_group(office):
    history = queries.direction_history(office, assessment="1999", group="phong")
    assert rows(history, "assessment_code", "improved", "unchanged", "worse", "not_compared") == [("1999", 0, 1, 0, 1)]
    assert queries.direction_history(office, assessment="1998", group=None).empty


def test_directions_agree_with_what_the_page_shows_of_every_unit(office):
    for before, now in (("1998", "1999"), ("1999", "2000")):
        changes = queries.unit_changes(office, baseline=before, assessment=now, group=None)
        fair = changes[changes["comparability"] != "not"]
        last = queries.direction_history(office, assessment=now, group=None).iloc[-1]
        assert last["improved"] == (fair["share_change"] > 0).sum()
        assert last["worse"] == (fair["share_change"] < 0).sum()
        assert last["not_compared"] == len(changes) - len(fair)


def test_bonus_points_make_no_unit_rise_or_fall():
    given = {
        "criteria": """
            criterion_code | max_points | kind
            1              | 10         | normal
            2              | 2          | bonus
        """,
        "assessments": """
            assessment_code
            1999
            2000
        """,
        "scores": """
            assessment_code | unit_code | 1 | 2
            1999            | A         | 5 | 0
            1999            | B         | 6 | 2
            2000            | A         | 5 | 1
            2000            | B         | 7 | 0
        """,
    }
    with built(given) as connection:
        changes = queries.unit_changes(connection, baseline="1999", assessment="2000", group=None)
        history = queries.direction_history(connection, assessment="2000", group=None)
        told = connection.sql("select improved, unchanged, worse from group_change").fetchall()
    assert rows(changes, "unit_code", "share_change") == [("B", Decimal("0.1")), ("A", 0)]
    assert rows(history, "improved", "unchanged", "worse") == told == [(1, 1, 0)]


def test_total_printed_without_scores_has_no_share_to_rise_or_fall():
    given = {
        "criteria_sets": """
            criteria_set_code | total_rule | not_applicable_rule
            BTC               | printed    | excluded
        """,
        "criteria": """
            criterion_code | max_points
            1              | 10
        """,
        "assessments": """
            assessment_code
            1999
            2000
        """,
        "scores": """
            assessment_code | unit_code | 1
            1999            | A         | KAD
            1999            | B         | 6
            2000            | A         | 5
            2000            | B         | 7
        """,
        "printed_results": """
            assessment_code | unit_code | what  | points | raw_text
            1999            | A         | total | 4      | 4
            1999            | B         | total | 6      | 6
            2000            | A         | total | 5      | 5
            2000            | B         | total | 7      | 7
        """,
    }
    with built(given) as connection:
        changes = queries.unit_changes(connection, baseline="1999", assessment="2000", group=None)
        history = queries.direction_history(connection, assessment="2000", group=None)
        why = queries.not_compared_history(connection, assessment="2000", group=None)
        wrong = differences(connection)
    assert rows(changes, "unit_code", "comparability", "reason") == [("B", "comparable", None), ("A", "not", "missing")]
    assert rows(history, "improved", "unchanged", "worse", "not_compared") == [(1, 0, 0, 1)]
    assert rows(why, "assessment_code", "reason", "units") == [("2000", "missing", 1)]
    assert wrong == []


def test_reasons_add_up_to_those_not_compared(office):
    why = queries.not_compared_history(office, assessment="2000", group=None)
    assert rows(why, "assessment_code", "reason", "units") == [
        ("1999", "territory_changed", 1),
        ("2000", "territory_changed", 2),
        ("2000", "partial", 1),
    ]


def test_shortfalls_of_every_round_are_followed(office):
    history = queries.closure_history(office, assessment="2000", group=None)
    followed = rows(history, "assessment_code", "gaps", "closed", "improved", "unchanged", "cannot_tell")
    assert followed[0] == ("1999", 4, 1, 1, 2, 0)
    assert history["closed_share"].iloc[0] == Decimal("0.25")


def test_what_closed_least_comes_first(office):
    criteria = queries.closure_by_criterion(office, assessment="1999", group=None)
    assert rows(criteria, "criterion_code", "assessment_code", "closed", "gaps") == [
        ("II", "1998", 0, 2),
        ("I", "1998", 1, 2),
    ]
    units = queries.closure_by_unit(office, assessment="1999", group=None)
    assert rows(units, "unit_code", "closed", "gaps") == [("C", 0, 2), ("A", 1, 2)]
    assert list(queries.closure_by_unit(office, assessment="1999", group="phuong")["unit_code"]) == ["A"]


def test_criteria_know_how_many_units_keep_lacking_them(office):
    gaps = queries.criterion_gaps(office, assessment="1999", group=None, section=None)
    assert rows(gaps, "criterion_code", "lacking_units", "recurring_units", "longest_rounds") == [
        ("II", 3, 2, 2),
        ("I", 1, 1, 2),
    ]
    first = queries.criterion_gaps(office, assessment="1998", group=None, section=None)
    assert list(first["recurring_units"]) == [0, 0]
    phuong = queries.criterion_gaps(office, assessment="1999", group="phuong", section=None)
    assert rows(phuong, "criterion_code", "recurring_units") == [("II", 1), ("I", 0)]


def test_shortfalls_of_a_unit_come_with_how_long_they_have_lasted(office):
    lasting = queries.unit_gaps(office, assessment="1999", group=None, unit="C", section=None)
    assert rows(lasting, "criterion_code", "gap_points", "weak_rounds") == [("I", 5, 2), ("II", 5, 2)]
    once = queries.unit_gaps(office, assessment="1999", group=None, unit="D", section=None)
    assert rows(once, "criterion_code", "weak_rounds") == [("II", 1)]
    section = queries.unit_gaps(office, assessment="1999", group=None, unit="C", section="II")
    assert list(section["criterion_code"]) == ["II"]


def test_shortfall_of_a_unit_is_shared_among_the_units_looked_at(office):
    asked = {"assessment": "1999", "unit": "C", "section": None}
    among_all = queries.unit_gaps(office, group=None, **asked)
    assert rows(among_all, "criterion_code", "is_systemic") == [("I", False), ("II", True)]
    own_group = queries.unit_gaps(office, group="phong", **asked)
    assert rows(own_group, "criterion_code", "is_systemic") == [("I", False), ("II", False)]


def test_real_change_of_a_unit_stands_beside_the_change_of_its_total(office):
    changes = queries.change_by_unit(office, assessment="2000", group="phuong")
    assert rows(changes, "unit_code", "points_change") == [("A", 16), ("B", 3)]
    for unit, real in rows(changes, "unit_code", "real_change"):
        parts = queries.change_parts(office, baseline="1999", assessment="2000", unit=unit)
        assert from_real(parts) == real
    assert [real > 0 for real in changes["real_change"]] == [True, False]


def test_parts_of_a_group_lead_from_its_mean_to_its_mean(office):
    (group,) = queries.group_changes(office, baseline="1998", assessment="1999", group="phong").itertuples()
    parts = queries.group_change_parts(office, baseline="1998", assessment="1999", group="phong")
    assert (group.from_mean, group.to_mean, group.real_change) == (10, 10, 0)
    assert sum(parts["points_change"]) == group.mean_change
    (other,) = queries.group_changes(office, baseline="1999", assessment="2000", group="phuong").itertuples()
    parts = queries.group_change_parts(office, baseline="1999", assessment="2000", group="phuong")
    assert from_real(parts) == other.real_change
    assert sum(parts["points_change"]) == other.mean_change == other.to_mean - other.from_mean


def from_real(parts) -> Decimal:
    return sum(parts.loc[parts["part"] == "real", "points_change"])


def test_units_that_changed_between_two_rounds_are_named_by_the_day_it_took_effect(office):
    between = queries.successions_between(office, baseline="1999", assessment="2000", group=None)
    assert rows(between, "effective_on", "kind", "predecessor_name", "successor_name") == [
        (datetime.date(2000, 7, 1), "split", "D", "E")
    ]
    assert list(queries.successions_between(office, baseline="1998", assessment="1999", group=None)["kind"]) == [
        "boundary"
    ]
    assert queries.successions_between(office, baseline="1999", assessment="2000", group="phuong").empty
