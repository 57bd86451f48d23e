"""What the page of one criterion says of units that moved, where the criterion was split or merged with others."""

from __future__ import annotations

from decimal import Decimal

import duckdb
import pandas as pd
import pytest

from scoreboard import queries
from scoreboard.findings import criterion as findings
from scoreboard.findings.elsewhere import left_behind
from scoreboard.text import words
from tests.spec.chapters.continuity import (
    CHANGED_SET,
    SPLIT_AND_MERGED,
    SPLIT_AND_MERGED_LINKS,
    SPLIT_AND_MERGED_SCORES,
    TWO_SETS,
)
from tests.spec.office import built

OFFICE = {
    "criteria_sets": TWO_SETS,
    "criteria": SPLIT_AND_MERGED + "MOI | e | 5\n",
    "criterion_links": SPLIT_AND_MERGED_LINKS,
    "assessments": CHANGED_SET,
    "scores": SPLIT_AND_MERGED_SCORES,
}
COLUMNS = ["unit_code", "from_share", "to_share", "to_verdict", "share_change", "reason", "together"]


@pytest.fixture(scope="module")
def office():
    with built(OFFICE) as connection:
        yield connection


def asked(office: duckdb.DuckDBPyConnection, question: str, criterion: str) -> pd.DataFrame:
    return getattr(queries, question)(office, assessment="2021", criterion=criterion, group=None)


@pytest.mark.parametrize("part", ["b1", "b2"])
def test_part_of_a_split_criterion_is_never_compared_alone(office, part):
    rows = asked(office, "criterion_moves", part)[COLUMNS].values.tolist()
    half, whole = Decimal("0.5"), Decimal("0.7")
    assert rows[0] == ["A", half, whole, "not_well", whole - half, None, 2]
    assert rows[1] == ["B", Decimal("0.2"), None, None, None, "missing", 2]


def test_shortfall_on_a_part_of_a_split_criterion_is_known_as_such(office):
    gaps = queries.unit_gaps(office, assessment="2021", group=None, unit="A", section=None).set_index("criterion_code")
    assert gaps.loc[["b2", "cd"], "was_split"].tolist() == [True, False]
    before = queries.unit_gaps(office, assessment="2020", group=None, unit="A", section=None)
    assert not before["was_split"].any()


def test_what_was_merged_is_told_once_of_each_unit(office):
    rows = asked(office, "criterion_moves", "cd")
    assert rows[["unit_code", "share_change", "reason"]].values.tolist() == [
        ["A", None, "merged"],
        ["B", None, "merged"],
    ]


@pytest.mark.parametrize(
    ("assessment", "criteria_set", "code", "parts"),
    [
        ("2021", "CU", "b", [("b1", "split"), ("b2", "split")]),
        ("2021", "CU", "c", [("cd", "merged")]),
        ("2020", "MOI", "b2", [("b", "split_from")]),
        ("2020", "MOI", "cd", [("c", "merged_from"), ("d", "merged_from")]),
        ("2020", "MOI", "e", []),
    ],
)
def test_what_was_split_or_merged_is_found_in_the_other_set(office, assessment, criteria_set, code, parts):
    found = queries.criterion_parts(office, assessment=assessment, criteria_set=criteria_set, criterion=code)
    assert list(found.itertuples(index=False, name=None)) == parts


def test_reader_is_told_what_a_criterion_was_split_or_merged_into(office):
    def said(code: str) -> str:
        parts = queries.criterion_parts(office, assessment="2021", criteria_set="CU", criterion=code)
        return left_behind(code, {"before": "bộ cũ", "now": "bộ mới"}, parts, words("vi"))

    assert said("b") == (
        "Tiêu chí b của bộ cũ được tách thành b1 và b2 trong bộ mới. Đang chọn b1, tiêu chí đầu trong số đó."
    )
    assert said("c") == "Tiêu chí c của bộ cũ được gộp vào cd trong bộ mới."
    assert "không có tiêu chí kế thừa đã xác nhận" in said("x")


def test_criterion_without_an_earlier_one_says_so_and_not_that_the_unit_was_absent(office):
    assert set(asked(office, "criterion_moves", "e")["reason"]) == {"no_links"}


@pytest.mark.parametrize(
    ("criterion", "key"), [("b2", "compared_split"), ("cd", "compared_unlinked"), ("e", "compared_unlinked")]
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_reader_is_told_what_was_compared(office, criterion, key, lang):
    w = words(lang)
    said = findings.moves_compared(
        asked(office, "criterion_moves", criterion), asked(office, "criterion_history", criterion), w
    )
    assert said.startswith(w(f"criterion.moves.{key}", together=2, n=1, same=0))


@pytest.mark.parametrize(("criterion", "then", "now"), [("b2", "b", "b1, b2"), ("cd", "c, d", "cd")])
def test_whole_has_a_history_that_names_its_criteria(office, criterion, then, now):
    rounds = asked(office, "bundle_rounds", criterion)
    assert rounds["criterion_codes"].tolist() == [then, now]
    assert rounds["assessment_code"].tolist() == ["2020", "2021"]


def test_whole_counts_the_units_scored_on_every_criterion_of_it(office):
    rounds = asked(office, "bundle_rounds", "b1")
    assert rounds[["scored_units", "not_well", "max_points"]].values.tolist() == [[2, 2, 10], [1, 1, 10]]
    assert rounds["share"].tolist() == [Decimal("0.35"), Decimal("0.7")]


def test_criterion_that_was_neither_split_nor_merged_has_no_whole(office):
    assert asked(office, "bundle_rounds", "e").empty
