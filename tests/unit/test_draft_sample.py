"""The illustrative office from its workbooks alone: what `draft` proposes is what the generator had in mind."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

import etl.sample
from etl.commands.pipeline import Findings, judge, read_office
from etl.draft import draft
from etl.harmonise.criteria import CriteriaSet
from etl.office import OfficeFolder, load_reference, save_rows
from etl.problem import Severity
from etl.sample import write_office

CRITERIA = Path(etl.sample.__file__).parent / "criteria"
SETS = sorted(path.stem for path in CRITERIA.glob("*.csv"))


@pytest.fixture(scope="module")
def findings(tmp_path_factory) -> Findings:
    folder = OfficeFolder(tmp_path_factory.mktemp("sample"))
    write_office(folder.root)
    read = read_office(folder)
    for table, rows in draft(read[1], load_reference(folder)[0]).items():
        save_rows(folder, table, rows)
    return judge(folder, *read)


@pytest.mark.parametrize("code", SETS)
def test_criteria_are_those_of_the_generator(findings, code):
    with (CRITERIA / f"{code}.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    expected = [(line["number"].rstrip(")"), line["kind"], Decimal(line["max_points"])) for line in lines]
    rows = [row for row in findings.reference.rows("criteria") if row["criteria_set_code"] == code]
    assert [(row["number"], row["kind"], row["max_points"]) for row in rows] == expected


def test_no_set_but_those_of_the_generator(findings):
    assert sorted(row["criteria_set_code"] for row in findings.reference.rows("criteria_sets")) == SETS
    assert {row["criteria_set_code"] for row in findings.reference.rows("assessments")} == set(SETS)


def test_nothing_stops_the_build(findings):
    assert [problem.as_line() for problem in findings.problems if problem.severity is Severity.ERROR] == []


def test_warnings_are_few_and_known(findings):
    codes = Counter(problem.code for problem in findings.problems if problem.code != "unconfirmed_rows")
    of_reading = {"total_mismatch", "subtotal_mismatch", "year_contradiction", "unreadable_points"}
    assert set(codes) <= of_reading | {"off_step", "self_far_above"}
    assert codes.total() < 10


def test_every_unit_has_one_code_over_the_years(findings):
    units = {row["unit_code"] for row in findings.reference.rows("units")}
    named = {row["predecessor_code"] for row in findings.reference.rows("unit_successions")}
    assert named <= units
    assert findings.reference.rows("criterion_aliases") == []
    assert [row for row in findings.reference.rows("unit_aliases") if row["status"] == "proposed"] == []


def test_every_submitting_unit_has_every_criterion(findings):
    reference = findings.reference
    rounds = reference.rows("assessments")
    sets = {row["assessment_code"]: CriteriaSet(reference, row["criteria_set_code"]) for row in rounds}
    given = defaultdict(set)
    for score in findings.harmonised.scores:
        if score.stage_code in {"appraised", "final"}:
            given[score.assessment_code, score.unit_code].add(score.criterion_code)
    for member in findings.harmonised.memberships:
        expected = sets[member.assessment_code].scored if member.is_submitted else set()
        assert given[member.assessment_code, member.unit_code] == expected, member


def test_a_second_draft_proposes_nothing(findings):
    assert draft(findings.tables, findings.reference) == {}
