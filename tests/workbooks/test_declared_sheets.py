"""Sheets and rounds that a person confirmed are missed when they are gone; what was only proposed is not."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from etl.office import load_reference
from etl.problem import Problem, Severity
from tests.workbooks.office import Office

FILE = "2015/phuong.xlsx"
CODES = ("layout_without_file", "layout_without_sheet", "assessment_without_sheet")


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture) -> Office:
    made = Office(tmp_path)
    for row in load_reference(made.folder)[0].rows("layouts"):
        made.decide("layouts", file=row["file"], sheet=row["sheet"])
    capsys.readouterr()
    return made


def change(office: Office, title: str = "Điểm", state: str = "visible") -> None:
    """Renames or hides the sheet with the second round's scores; the workbook gets another, which is seen."""
    path = office.folder.raw / FILE
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Điểm"]
    sheet.title, sheet.sheet_state = title, state
    workbook.create_sheet("Bìa")["A1"] = "Ghi chú"
    workbook.save(path)


def gone(office: Office) -> list[Problem]:
    return [each for each in office.problems() if each.code in CODES]


def test_what_is_there_is_not_missed(office: Office):
    assert office.problems() == []
    change(office)
    assert gone(office) == []


def test_a_file_that_is_gone_is_told_with_the_row_that_names_it(office: Office):
    (office.folder.raw / FILE).rename(office.folder.raw / "2015" / "phuong-2.xlsx")
    (problem,) = gone(office)
    assert (problem.code, problem.severity) == ("layout_without_file", Severity.ERROR)
    assert (problem.place, problem.seen, problem.values) == (
        "layouts.csv > A3",
        FILE,
        {"count": "1", "nearest": "2015/phuong-2.xlsx"},
    )


@pytest.mark.parametrize(
    ("how", "read"),
    [({"title": "Điểm 2"}, "“Điểm 2”, “Bìa”"), ({"state": "hidden"}, "“Bìa”")],
)
def test_a_sheet_that_is_renamed_or_hidden_is_told_with_those_that_are_read(office: Office, how: dict, read: str):
    change(office, **how)
    (problem,) = (each for each in gone(office) if each.code == "layout_without_sheet")
    assert (problem.place, problem.seen, problem.severity) == ("layouts.csv > A3", "Điểm", Severity.ERROR)
    assert problem.values == {"of_file": FILE, "sheets": read}


def test_a_hidden_sheet_may_be_ignored(office: Office):
    office.decide("layouts", file=FILE, sheet="Điểm", family="ignore")
    change(office, state="hidden")
    assert [each.code for each in gone(office)] == []


def test_a_file_that_cannot_be_read_says_so_itself(office: Office):
    (office.folder.raw / FILE).write_bytes(b"")
    codes = [each.code for each in office.problems()]
    assert "file_empty" in codes
    assert "layout_without_file" not in codes


@pytest.mark.parametrize(("status", "found"), [("proposed", []), ("confirmed", ["Năm 2015"])])
def test_a_confirmed_round_without_any_sheet_is_told(office: Office, status: str, found: list[str]):
    office.decide("assessments", assessment_code="2015", status=status)
    office.decide("layouts", file=FILE, sheet="Điểm", status="proposed")
    (office.folder.raw / FILE).unlink()
    problems = gone(office)
    assert [(each.code, each.seen, each.severity) for each in problems] == [
        ("assessment_without_sheet", name, Severity.WARNING) for name in found
    ]
