"""`diff` over a real folder of workbooks: two builds, one cell corrected or retyped between them."""

from __future__ import annotations

import pytest

from etl.commands.words import LANGUAGES
from tests.unit.test_cli import office, put, run, run_json

__all__ = ["office"]

KE_HOACH_OF_HOA_MINH = "D5"
CORRECTIONS = "file,sheet,cell,expect,value,reason\n2014/phuong.xlsx,Sheet,D5,9,7,gõ nhầm\n"


@pytest.fixture
def rebuilt(office, capsys):
    """The office built twice: between the two a person corrected one cell, and with it the section and the total."""
    run(capsys, "draft", "--data", office.root)
    run(capsys, "build", "--data", office.root)
    (office.root / "reference" / "corrections.csv").write_text(CORRECTIONS, "utf-8")
    assert run(capsys, "build", "--data", office.root)[0] == 0
    return office


def test_the_cell_its_total_and_the_reason_are_told(rebuilt, capsys):
    code, said = run_json(capsys, "diff", "previous", "current", "--data", rebuilt.root)
    assert code == 0
    assert said["inputs"] == [{"kind": "correction", "name": "2014/phuong.xlsx › Sheet › D5", "change": "added"}]
    (cell,) = said["scores"]
    assert (cell["new_file"], cell["new_sheet"], cell["new_cell"]) == ("2014/phuong.xlsx", "Sheet", "D5")
    assert (cell["old_points"], cell["new_points"], cell["reasons"]) == ("9.0000000000", "7.0000000000", ["correction"])
    changed = {row["unit_name"]: row["points_change"] for row in said["totals"]}
    assert changed == {"Phường Hòa Minh": "-2.0000000000"}


def test_a_person_reads_place_before_and_after_and_why(rebuilt, capsys):
    code, out = run(capsys, "diff", "previous", "current", "--data", rebuilt.root)
    assert code == 0
    assert '2014/phuong.xlsx > "Sheet" > D5: Phường Hòa Minh' in out
    assert "2014, Phường Hòa Minh: điểm 28 → 26 (hiệu chỉnh)" in out


def test_a_retyped_workbook_is_a_replaced_file(office, capsys):
    run(capsys, "draft", "--data", office.root)
    run(capsys, "build", "--data", office.root)
    for place, value in {KE_HOACH_OF_HOA_MINH: 8, "D4": 12, "D9": 27}.items():
        put(office, place, value)
    run(capsys, "build", "--data", office.root)
    said = run_json(capsys, "diff", "previous", "current", "--data", office.root)[1]
    assert [row["reasons"] for row in said["scores"]] == [["file_replaced"]]
    assert {row["change"] for row in said["inputs"] if row["kind"] == "file"} == {"replaced"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_version_against_itself_has_nothing_to_tell(rebuilt, capsys, lang):
    code, out = run(capsys, "diff", "current", "current", "--data", rebuilt.root, "--lang", lang)
    assert (code, len(out.splitlines())) == (0, 2)


@pytest.mark.parametrize("asked", [("no-such", "current"), ("current", "no-such"), ("a", "b")])
def test_a_version_that_is_not_there_is_named_with_those_that_are(rebuilt, capsys, asked):
    code, said = run_json(capsys, "diff", *asked, "--data", rebuilt.root)
    unknown = [version for version in asked if version != "current"]
    assert (code, [problem["seen"] for problem in said["problems"]]) == (1, unknown)
    assert {problem["code"] for problem in said["problems"]} == {"unknown_version"}


def test_before_the_second_build_there_is_no_previous(office, capsys):
    run(capsys, "draft", "--data", office.root)
    run(capsys, "build", "--data", office.root)
    code, said = run_json(capsys, "diff", "previous", "current", "--data", office.root)
    assert (code, [(each["code"], each["seen"]) for each in said["problems"]]) == (
        1,
        [("no_earlier_version", "previous")],
    )


def test_before_the_first_build_there_is_no_version(office, capsys):
    code, said = run_json(capsys, "diff", "previous", "current", "--data", office.root)
    assert (code, {(each["code"], each["seen"]) for each in said["problems"]}) == (
        1,
        {("no_version_yet", "previous"), ("no_version_yet", "current")},
    )


def test_a_damaged_version_is_not_compared(rebuilt, capsys):
    damaged = "20250101-000000-deadbeef"
    (rebuilt.build / f"{damaged}.duckdb").write_bytes(b"junk")
    code, said = run_json(capsys, "diff", damaged, "current", "--data", rebuilt.root)
    assert (code, [problem["code"] for problem in said["problems"]]) == (1, ["version_not_comparable"])
