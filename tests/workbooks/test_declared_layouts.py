"""A sheet whose words say nothing: `draft` proposes how it may be laid out, and what a person confirms is obeyed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.layout import find_tables
from etl.layout.declared import Declared
from etl.layout.table import Family, Table
from etl.office import OfficeFolder, load_reference
from etl.read import read_workbook
from tests.workbooks import sheets
from tests.workbooks.builders import new_sheet, put, save

FILE = "2020/Hòa Minh.xlsx"
PLACE = (FILE, "Mẫu lạ")


@pytest.fixture
def office(tmp_path: Path) -> OfficeFolder:
    folder = OfficeFolder(tmp_path)
    save(sheets.unknown_words(), folder.raw, FILE)
    return folder


def proposed(office: OfficeFolder) -> dict:
    (row,) = load_reference(office)[0].rows("layouts")
    return row


def settle(office: OfficeFolder, *changes: tuple[str, str]) -> None:
    """Confirm the proposed row, some of its words replaced."""
    path = office.reference_file("layouts")
    text = path.read_text("utf-8-sig")
    for old, new in (*changes, ("proposed", "confirmed")):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def problems_of(office: OfficeFolder, capsys: pytest.CaptureFixture[str], verb: str = "check") -> list[dict]:
    capsys.readouterr()
    main([verb, "--data", str(office.root), "--format", "json"])
    return json.loads(capsys.readouterr().out)["problems"]


def declared_table(sheet, folder: Path, **declared) -> Table:
    workbook, _ = read_workbook(save(sheet, folder), "book.xlsx")
    (table,), problems = find_tables(workbook, {("book.xlsx", sheet.title): Declared(**declared)})
    assert not problems
    return table


def test_the_row_that_would_settle_it_is_drafted(office, capsys):
    assert "no_header" in {each["code"] for each in problems_of(office, capsys, "draft")}
    row = proposed(office)
    assert (row["file"], row["sheet"], row["status"], row["family"]) == (*PLACE, "proposed", "unit_sheet")
    columns = [row[name] for name in ("header_row", "name_column", "max_column", "points_columns")]
    assert columns == [3, "B", "C", "D"]


def test_a_proposal_alone_changes_nothing(office, capsys):
    main(["draft", "--data", str(office.root)])
    assert "no_header" in {each["code"] for each in problems_of(office, capsys)}
    before = office.reference_file("layouts").read_bytes()
    main(["draft", "--data", str(office.root)])
    assert office.reference_file("layouts").read_bytes() == before


def test_a_confirmed_row_is_obeyed(office, capsys):
    main(["draft", "--data", str(office.root)])
    settle(office)
    assert main(["draft", "--data", str(office.root)]) == 0
    criteria = [
        (row["number"], row["criterion_name"], row["max_points"]) for row in load_reference(office)[0].rows("criteria")
    ]
    assert criteria == [("K1", "Ban hành kế hoạch", 10), ("K2", "Lập hồ sơ công việc", 20), ("K3", "Giữ con dấu", 5)]
    assert not [each for each in problems_of(office, capsys) if each["severity"] == "error"]


def test_a_sheet_declared_ignored_raises_no_problem(office, capsys):
    main(["draft", "--data", str(office.root)])
    settle(office, ("unit_sheet", "ignore"))
    assert PLACE[1] not in {each["sheet"] for each in problems_of(office, capsys)}


def test_units_across_as_declared(tmp_path: Path):
    sheet = new_sheet("2020")
    put(
        sheet,
        [("Việc", "Trần", "Hòa Minh", "Hòa Hiệp Nam", "Dự trữ"), ("Kế hoạch", 10, 9, 8, 1), ("Hồ sơ", 20, 15, 16, 2)],
    )
    table = declared_table(
        sheet,
        tmp_path,
        family=Family.CRITERIA_BY_UNITS,
        header_row=1,
        name_column=1,
        max_column=2,
        points_columns=(3, 4),
    )
    assert table.family is Family.CRITERIA_BY_UNITS
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Hiệp Nam"]
    assert [(criterion.name, criterion.max_points) for criterion in table.criteria] == [("Kế hoạch", 10), ("Hồ sơ", 20)]
    assert [seen.cell.address for seen in table.points] == ["C2", "D2", "C3", "D3"]


def test_units_down_as_declared(tmp_path: Path):
    sheet = new_sheet("2020")
    put(sheet, [("Nơi", "Kế hoạch", "Hồ sơ", "Dự trữ"), ("Hòa Minh", 9, 15, 1), ("Hòa Hiệp Nam", 8, 16, 2)])
    table = declared_table(
        sheet, tmp_path, family=Family.UNITS_BY_CRITERIA, header_row=1, name_column=1, points_columns=(2, 3)
    )
    assert (table.family, [unit.name for unit in table.units]) == (
        Family.UNITS_BY_CRITERIA,
        ["Hòa Minh", "Hòa Hiệp Nam"],
    )
    assert [criterion.name for criterion in table.criteria] == ["Kế hoạch", "Hồ sơ"]
    assert [seen.cell.address for seen in table.points] == ["B2", "C2", "B3", "C3"]
