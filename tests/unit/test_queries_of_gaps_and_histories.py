"""What the questions behind gaps, trends and profiles answer over small offices."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import duckdb
import pytest

from scoreboard import queries
from tests.spec.office import built

OFFICE = {
    "criteria_sets": """
        criteria_set_code
        CU
        MOI
    """,
    "criteria": """
        criteria_set_code | criterion_code | parent_code | max_points | kind
        CU                | I              |             |            | normal
        CU                | I.1            | I           | 10         | normal
        CU                | I.2            | I           | 10         | normal
        CU                | II             |             | 10         | normal
        CU                | III            |             | 5          | bonus
        MOI               | I              |             | 10         | normal
    """,
    "grades": """
        criteria_set_code | grade_code | grade_name | min_value
        CU                | dat        | Đạt        | 15
        CU                | khong      | Không đạt  | 0
    """,
    "assessments": """
        assessment_code | criteria_set_code
        1998            | CU
        1999            | CU
        2000            | MOI
    """,
    "unit_successions": """
        predecessor_code | successor_code | kind  | effective_on | extent
        C                | A              | merge | 1999-07-01   | full
        D                | B              | rename | 1999-07-01  | full
    """,
    "remedies": """
        assessment_code | unit_code | criterion_code | remedy
        1998            | A         | I.1            | Lập hồ sơ
        1998            | B         | I.2            | Nộp lưu
        1999            | B         | II             | Quản lý con dấu
    """,
    "scores": """
        assessment_code | unit_code | I.1           | I.2           | II            | III           | I
        1998            | A         | 5             | 5             | 0             | 0             | (không có ô)
        1998            | B         | 10            | 10            | 10            | 3             | (không có ô)
        1998            | C         | 0             | 10            | KAD           | 0             | (không có ô)
        1999            | A         | 10            | 5             |               | 0             | (không có ô)
        1999            | B         | 10            | 5             | 5             | 0             | (không có ô)
        2000            | A         | (không có ô)  | (không có ô)  | (không có ô)  | (không có ô)  | 4
        2000            | B         | (không có ô)  | (không có ô)  | (không có ô)  | (không có ô)  | 4
    """,
    "memberships": """
        assessment_code | unit_code | is_submitted
        1999            | C         | false
    """,
}


@pytest.fixture(scope="module")
def office() -> Iterator[duckdb.DuckDBPyConnection]:
    with built(OFFICE) as connection:
        yield connection


def test_cells_are_of_normal_criteria_and_units_without_a_sheet_have_one_empty_row(office):
    cells = queries.verdict_cells(office, assessment="1999", group=None, section=None)
    assert list(cells["unit_code"]) == ["B", "B", "B", "A", "A", "A", "C"]
    assert "III" not in set(cells["criterion_code"])
    assert cells["criterion_code"].iloc[-1] is None
    assert not cells["is_submitted"].iloc[-1]


def test_section_narrows_cells_and_its_own_share_stands_at_their_side(office):
    cells = queries.verdict_cells(office, assessment="1998", group=None, section="I").drop_duplicates("unit_code")
    assert dict(zip(cells["unit_code"], cells["unit_share"], strict=True)) == {
        "A": Decimal("0.5"),
        "B": Decimal(1),
        "C": Decimal("0.5"),
    }


def test_section_that_is_itself_scored_has_a_share_too(office):
    cells = queries.verdict_cells(office, assessment="1998", group=None, section="II")
    assert set(cells["criterion_code"]) == {"II"}
    assert dict(zip(cells["unit_code"], cells["unit_share"], strict=True))["B"] == Decimal(1)


def test_points_lost_add_up_from_the_costliest_to_the_whole(office):
    gaps = queries.criterion_gaps(office, assessment="1998", group=None, section=None)
    assert list(gaps["criterion_code"]) == ["I.1", "II", "I.2"]
    assert list(gaps["gap_points"]) == [15, 10, 5]
    assert list(gaps["cumulative_share"]) == [Decimal("0.5"), Decimal("0.833333333333"), Decimal(1)]
    assert list(gaps["lacking_units"]) == [2, 1, 1]


def test_points_lost_are_shared_out_within_the_section_chosen(office):
    gaps = queries.criterion_gaps(office, assessment="1998", group="khoi", section="I")
    assert list(gaps["gap_share"]) == [Decimal("0.75"), Decimal("0.25")]


def test_mean_is_exact_over_those_who_have_a_share(office):
    history = queries.share_history(office, unit="A", group="khoi", assessment="2000")
    assert list(history["mean_share"])[1:] == [Decimal("0.583333333333333333"), Decimal("0.4")]
    assert list(history["units"]) == [3, 2, 2]


def test_territory_is_new_after_a_merger_and_not_after_a_rename(office):
    flags = {
        unit: list(queries.share_history(office, unit=unit, group="khoi", assessment="2000")["is_new_territory"])
        for unit in ("A", "B")
    }
    assert flags == {"A": [False, True, False], "B": [False, False, False]}


def test_territory_that_changed_while_a_unit_was_away_is_new_when_it_is_back():
    away = {
        "criteria": "criterion_code | max_points\n1 | 10",
        "assessments": "assessment_code\n1998\n1999\n2000",
        "unit_successions": """
            predecessor_code | successor_code | kind  | effective_on | extent | status
            C                | A              | merge | 1999-07-01   | full   | confirmed
            D                | B              | merge | 1999-07-01   | full   | proposed
        """,
        "scores": """
            assessment_code | unit_code | 1
            1998            | A         | 4
            1998            | B         | 5
            1998            | C         | 6
            1998            | D         | 6
            1999            | E         | 6
            2000            | A         | 7
            2000            | B         | 7
        """,
    }
    with built(away) as office:
        flags = {
            unit: list(queries.share_history(office, unit=unit, group="khoi", assessment="2000")["is_new_territory"])
            for unit in ("A", "B")
        }
        assert flags == {"A": [False, False, True], "B": [False, False, False]}
        assert set(queries.predecessor_history(office, unit="A", assessment="2000")["unit_code"]) == {"C"}
        assert queries.predecessor_history(office, unit="B", assessment="2000").empty
        assert queries.unit_successions(office, unit="B").empty


def test_mean_of_a_group_of_other_units_is_told_apart():
    replaced = {
        "criteria": "criterion_code | max_points\n1 | 10",
        "assessments": "assessment_code\n1998\n1999\n2000",
        "unit_successions": """
            predecessor_code | successor_code | kind  | effective_on | extent
            A                | C              | merge | 1999-07-01   | full
            B                | C              | merge | 1999-07-01   | full
        """,
        "scores": """
            assessment_code | unit_code | 1
            1998            | A         | 4
            1998            | B         | 5
            1999            | C         | 6
            2000            | C         | 7
        """,
    }
    with built(replaced) as office:
        asked = {"group": "khoi", "assessment": "2000"}
        shown = [
            queries.mean_shares(office, **asked),
            queries.criterion_group_history(office, criterion="1", **asked),
            queries.share_history(office, unit="C", **asked),
        ]
    assert [list(table["is_other_units"]) for table in shown] == [[False, True, False]] * 3


@pytest.mark.parametrize(
    ("links", "rounds"),
    [
        ("CU | 1 | GIUA | 1 | same\nGIUA | 1 | MOI | 1 | same", ["1998", "1999", "2000"]),
        ("CU | 1 | MOI | 1 | same", ["1998", "2000"]),
        ("CU | 1 | MOI | 1 | same\nGIUA | 1 | MOI | 1 | same", ["1999", "2000"]),
    ],
    ids=["through each set", "past the set between", "past a set between that goes on alone"],
)
def test_history_of_a_criterion_has_the_rounds_that_may_be_compared(links: str, rounds: list[str]):
    sets = {
        "criteria_sets": "criteria_set_code\nCU\nGIUA\nMOI",
        "criteria": "criteria_set_code | criterion_code | max_points\nCU | 1 | 10\nGIUA | 1 | 10\nMOI | 1 | 10",
        "assessments": "assessment_code | criteria_set_code\n1998 | CU\n1999 | GIUA\n2000 | MOI",
        "criterion_links": "from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind\n" + links,
        "scores": "assessment_code | unit_code | 1\n1998 | A | 4\n1999 | A | 5\n2000 | A | 6",
    }
    with built(sets) as office:
        asked = {"criterion": "1", "group": "khoi", "assessment": "2000"}
        history = queries.criterion_history(office, **asked)
        groups = queries.criterion_group_history(office, **asked)
    assert list(history.loc[history["share"].notna(), "assessment_code"]) == rounds
    assert list(groups["assessment_code"]) == rounds


def test_predecessor_has_its_own_rounds(office):
    lines = queries.predecessor_history(office, unit="A", assessment="1999")
    assert lines[["unit_code", "assessment_code"]].to_numpy().tolist() == [["C", "1998"], ["C", "1999"]]
    assert lines["share"].iloc[1] is None


def test_history_stops_at_the_assessment_chosen(office):
    assert list(queries.mean_shares(office, group=None, assessment="1999")["assessment_code"]) == ["1998", "1999"]
    assert list(queries.verdict_history(office, group=None, assessment="1999")["assessment_code"]) == ["1998", "1999"]
    assert set(queries.grade_history(office, group=None, assessment="1998")["assessment_code"]) == {"1998"}


def test_grade_that_nobody_has_is_counted_as_none(office):
    grades = queries.grade_history(office, group=None, assessment="2000")
    assert grades[["assessment_code", "place", "units"]].to_numpy().tolist() == [
        ["1998", 1, 1],
        ["1998", 2, 2],
        ["1999", 1, 2],
        ["1999", 2, 0],
    ]


def test_change_says_what_was_published_and_what_may_be_compared(office):
    changes = queries.unit_changes(office, baseline="1999", assessment="2000", group=None).set_index("unit_code")
    assert changes.loc["B", "published_to_share"] == Decimal("0.4")
    assert changes.loc["B", "share_change"] is None
    assert changes.loc["B", "reason"] == "no_links"


def test_remedies_are_those_up_to_the_assessment_with_what_the_next_one_shows(office):
    before = queries.unit_remedies(office, unit="B", assessment="1998")
    assert before[["criterion_code", "outcome"]].to_numpy().tolist() == [["I.2", "worse"]]
    assert list(queries.unit_remedies(office, unit="B", assessment="1999")["criterion_code"]) == ["II", "I.2"]


def test_remedy_of_a_unit_whose_territory_changed_cannot_be_told(office):
    (remedy,) = queries.unit_remedies(office, unit="A", assessment="1999").itertuples()
    assert (remedy.outcome, remedy.reason) == ("cannot_tell", "territory_changed")


def test_succession_is_seen_from_both_sides(office):
    assert list(queries.unit_successions(office, unit="A")["relation"]) == ["predecessor"]
    assert list(queries.unit_successions(office, unit="C")["other_code"]) == ["A"]


def test_median_needs_three_peers(office):
    few = queries.section_peers(office, assessment="1998", group="khoi")
    assert few["median_share"].isna().all()
    assert set(few["section_code"]) == {"I", "II"}


def test_profile_names_the_grade_above_and_nothing_above_the_highest(office):
    low = queries.unit_profile(office, assessment="1998", unit="A").iloc[0]
    high = queries.unit_profile(office, assessment="1998", unit="B").iloc[0]
    assert (low["next_grade_name"], low["next_grade_min"]) == ("Đạt", 15)
    assert high["next_grade_name"] is None
    assert low["previous_name"] is None
