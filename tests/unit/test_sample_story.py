"""The facts that the illustrative office is told: consistent among themselves, and as the law has them."""

from itertools import pairwise

import pytest

from etl.office import OfficeFolder, load_reference
from etl.sample.facts import HERE, criteria_sets, story, units
from etl.sample.rounds import rounds
from etl.sample.scores import topics
from etl.text.keys import slug

SETS = list(criteria_sets().values())
CONSECUTIVE = list(pairwise(SETS))


@pytest.fixture(scope="module")
def reference():
    return load_reference(OfficeFolder(HERE))[0]


def test_fifteen_yearly_rounds_use_four_criteria_sets():
    assert [round_.year for round_ in rounds()] == list(range(2011, 2026))
    assert [criteria_set.code for criteria_set in SETS] == sorted({round_.criteria_set_code for round_ in rounds()})
    assert len(SETS) == 4


def test_the_sets_differ_in_size_scale_rules_and_grades():
    assert len({len(criteria_set.scored) for criteria_set in SETS}) == len(SETS)
    assert {criteria_set.max_points for criteria_set in SETS} == {100, 120}
    assert {criteria_set.not_applicable_rule for criteria_set in SETS} == {"zero", "full_marks", "excluded"}
    assert len({tuple(grade.name for grade in criteria_set.grades) for criteria_set in SETS}) >= 3


@pytest.mark.parametrize("criteria_set", SETS, ids=lambda criteria_set: criteria_set.code)
def test_every_heading_of_normal_criteria_is_the_sum_of_its_lines(criteria_set):
    headings = [line for line in criteria_set.criteria if not line.is_scored and line.kind == "normal"]
    assert headings
    for heading in headings:
        assert sum(leaf.max_points for leaf in criteria_set.below(heading.code)) == heading.max_points, heading


@pytest.mark.parametrize("criteria_set", SETS, ids=lambda criteria_set: criteria_set.code)
def test_bonus_and_penalty_headings_print_their_cap(criteria_set):
    headings = {line.kind: line.max_points for line in criteria_set.criteria if line.level == 1}
    assert headings.get("bonus") == criteria_set.bonus_cap
    assert headings.get("penalty") == criteria_set.penalty_cap


def test_codes_are_those_that_draft_mints():
    assert {unit.code for unit in units()} == {slug(unit.name.removeprefix("UBND ")) for unit in units()}
    codes = {criteria_set.code: {line.code for line in criteria_set.criteria} for criteria_set in SETS}
    assert "I.1" in codes["BTC-2011"]
    assert {"IV.14", "I.1.a", "I.1.b"} <= codes["BTC-2014"]
    assert "VII.2" in codes["BTC-2018"]
    assert {"VI.1", "VI.1.1", "VI.1.2"} <= codes["BTC-2022"]


def test_every_row_of_the_story_names_what_exists():
    unit_codes = {unit.code for unit in units()}
    group_names = {unit.group_name for unit in units()}
    of_criteria = {line.topic for criteria_set in SETS for line in criteria_set.scored}
    assert set(topics()) == of_criteria
    for table in ("absences", "findings"):
        assert {row["topic"] for row in story(table)} <= of_criteria, table
    assert {row["topic"] for row in story("events")} <= of_criteria
    assert {row["group_name"] for row in story("events")} - {""} <= group_names
    for table in ("absences", "findings", "misprints", "slips", "not_submitted"):
        assert {row["unit_code"] for row in story(table)} <= unit_codes, table


def test_every_slip_of_a_clerk_is_corrected(reference):
    corrected = [row["expect"] for row in reference.rows("corrections") if row["status"] == "confirmed"]
    assert corrected == [row["typed"] for row in story("slips")]


def test_one_unit_comes_later_and_one_changes_its_name():
    years = {unit.code: (unit.first_year, unit.last_year) for unit in units()}
    assert years["trung-tam-giao-duc-nghe-nghiep-giao-duc-thuong-xuyen"] == (2017, 2025)
    assert years["van-phong-hdnd-va-ubnd"][1] + 1 == years["van-phong-ubnd"][0] == 2021


def test_successions_are_those_of_resolution_1659(reference):
    merged = {}
    for row in reference.rows("unit_successions"):
        if row["kind"] == "merge":
            assert (row["effective_on"].isoformat(), row["extent"]) == ("2025-07-01", "full")
            merged.setdefault(row["successor_code"], set()).add(row["predecessor_code"])
    assert merged == {
        "phuong-hai-van": {"phuong-hoa-hiep-bac", "phuong-hoa-hiep-nam"},
        "phuong-lien-chieu": {"phuong-hoa-khanh-bac"},
        "phuong-hoa-khanh": {"phuong-hoa-khanh-nam", "phuong-hoa-minh"},
    }


@pytest.mark.parametrize(("earlier", "later"), CONSECUTIVE, ids=lambda criteria_set: criteria_set.code)
def test_links_between_consecutive_sets_leave_no_scored_criterion_out(reference, earlier, later):
    links = [
        row
        for row in reference.rows("criterion_links")
        if (row["from_set_code"], row["to_set_code"]) == (earlier.code, later.code)
    ]
    assert {line.code for line in earlier.scored} <= {row["from_criterion_code"] for row in links}
    assert {line.code for line in later.scored} <= {row["to_criterion_code"] for row in links}
    maxima = [{line.code: line.max_points for line in of.criteria} for of in (earlier, later)]
    for row in links:
        ends = (row["from_criterion_code"], row["to_criterion_code"])
        assert all(not code or code in known for code, known in zip(ends, maxima, strict=True)), row
        if row["kind"] in ("same", "renamed", "rescaled"):
            is_equal = maxima[0][ends[0]] == maxima[1][ends[1]]
            assert is_equal == (row["kind"] != "rescaled"), row


def test_links_show_every_kind(reference):
    kinds = {row["kind"] for row in reference.rows("criterion_links")}
    assert kinds == {"same", "renamed", "rescaled", "split", "merged", "new", "dropped"}
