"""The illustrative office without its rules: what its printed results prove is what the office had decided."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import etl.sample
from etl.commands.pipeline import read_office
from etl.draft import draft
from etl.office import OfficeFolder, Reference, full_row, load_reference
from etl.office.csv_file import read_csv
from etl.office.values import parse_decimal
from etl.sample import write_office

DECIDED = Path(etl.sample.__file__).parent / "reference"
MISPRINTS = Path(etl.sample.__file__).parent / "story" / "misprints.csv"
RULES = ("not_applicable_rule", "official_stage", "bonus_cap", "penalty_cap", "grade_basis")
WITHHELD = ("criteria_sets", "grades")


def decided(table: str) -> list[dict[str, str]]:
    return read_csv(DECIDED / f"{table}.csv").records


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reference, dict[str, list[dict]]]:
    """The reference with what `draft` proposed added to it, and the rows that it proposed."""
    folder = OfficeFolder(tmp_path_factory.mktemp("sample"))
    write_office(folder.root)
    for table in WITHHELD:
        (folder.reference / f"{table}.csv").unlink()
    reference, _ = load_reference(folder)
    rows = draft(read_office(folder)[1], reference)
    for table, new in rows.items():
        reference = reference.with_rows(table, new)
    return reference, rows


@pytest.mark.parametrize("row", decided("criteria_sets"), ids=lambda row: row["criteria_set_code"])
def test_rules_are_found(proposed, row):
    (found,) = [each for each in proposed[1]["criteria_sets"] if each["criteria_set_code"] == row["criteria_set_code"]]
    numbers = {name: parse_decimal(row[name]) if row[name] else None for name in ("bonus_cap", "penalty_cap")}
    expected = full_row("criteria_sets", **row | numbers)
    assert {rule: found[rule] for rule in RULES} == {rule: expected[rule] for rule in RULES}
    assert found["status"] == "proposed"


def test_bands_are_found(proposed):
    def bands(rows):
        return [(row["criteria_set_code"], row["grade_name"], row["min_value"]) for row in rows]

    expected = bands(row | {"min_value": parse_decimal(row["min_value"])} for row in decided("grades"))
    assert bands(proposed[1]["grades"]) == expected


def test_evidence_leaves_out_the_misprints_alone(proposed):
    with MISPRINTS.open(encoding="utf-8-sig", newline="") as file:
        misprints = list(csv.DictReader(file))
    used = {row["assessment_code"]: row["criteria_set_code"] for row in proposed[0].rows("assessments")}
    for row in proposed[1]["criteria_sets"]:
        wrong = [each for each in misprints if used[each["assessment_code"]] == row["criteria_set_code"]]
        explained, of = map(int, re.search(r"đúng (\d+)/(\d+) tổng điểm in", row["note"]).groups())
        assert of - explained == sum(each["what"] == "total" for each in wrong)
        assert ("Lệch: " in row["note"]) is (of > explained)


def test_what_is_not_proven_is_asked(proposed):
    notes = {row["criteria_set_code"]: row["note"] for row in proposed[1]["criteria_sets"]}
    unreached = [code for code, note in notes.items() if "Trần điểm trừ chưa rõ" in note]
    assert unreached == ["BTC-2022"]
    assert all(note.endswith("Cần xác nhận.") for note in notes.values())
