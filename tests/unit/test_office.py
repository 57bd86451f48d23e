"""Reference files as analysts and their spreadsheet programs write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest

from etl.office import OfficeFolder, load_reference, save_rows
from etl.office.load import full_row
from etl.office.reference import TABLES, OfficeFacts

SETS = "criteria_set_code,criteria_set_name,not_applicable_rule\nBTC,Bộ tiêu chí,zero\n"
CRITERIA = "criteria_set_code,criterion_code,criterion_name,kind,max_points\n"


@pytest.fixture
def folder(tmp_path) -> OfficeFolder:
    (tmp_path / "reference").mkdir()
    return OfficeFolder(tmp_path)


def write(folder: OfficeFolder, table: str, text: str, encoding: str = "utf-8") -> None:
    folder.reference_file(table).write_bytes(text.encode(encoding))


def found(folder: OfficeFolder) -> list[tuple[str, str, str]]:
    return [(problem.code, problem.file, problem.cell) for problem in load_reference(folder)[1]]


def test_empty_folder_is_an_office_without_decisions(folder):
    reference, problems = load_reference(folder)
    assert problems == []
    assert reference.facts == OfficeFacts(folder.root.name, folder.root.name)
    assert all(reference.rows(table.name) == [] for table in TABLES)


@pytest.mark.parametrize(
    "text",
    [
        "unit_code,unit_name,valid_from\na,Phường A,2014-12-31\n",
        "unit_code;unit_name;valid_from\r\na;Phường A;31/12/2014\r\n",
        "\ufeffunit_name,unit_code,valid_from\n\n Phường A ,a,31/12/2014\n,,\n",
        "unit_code\tunit_name\tvalid_from\na\tPhường A\t31.12.2014\n",
    ],
)
def test_any_delimiter_order_and_date_is_one_row(folder, text):
    write(folder, "units", text)
    assert load_reference(folder)[0].rows("units") == [
        full_row("units", unit_code="a", unit_name="Phường A", valid_from=date(2014, 12, 31))
    ]


@pytest.mark.parametrize(("text", "number"), [('"2,5"', "2.5"), ("2.5", "2.5"), ("10", "10"), ('"0,25"', "0.25")])
def test_decimals_take_comma_or_dot(folder, text, number):
    write(folder, "criteria_sets", SETS)
    write(folder, "criteria", f"{CRITERIA}BTC,1,Kế hoạch,normal,{text}\n")
    reference, problems = load_reference(folder)
    assert (reference.rows("criteria")[0]["max_points"], problems) == (Decimal(number), [])


def test_blank_status_is_confirmed(folder):
    write(folder, "units", "unit_code,unit_name,status\na,A,\nb,B,proposed\n")
    assert [row["status"] for row in load_reference(folder)[0].rows("units")] == ["confirmed", "proposed"]


def test_decomposed_letters_are_composed(folder):
    write(folder, "units", normalize("NFD", "unit_code,unit_name\na,Hòa Minh\n"))
    assert load_reference(folder)[0].rows("units")[0]["unit_name"] == "Hòa Minh"


@pytest.mark.parametrize(
    ("table", "text", "problem"),
    [
        ("units", "unit_code,unit_name,colour\na,A,đỏ\n", ("unknown_column", "units.csv", "C1")),
        ("units", "unit_code,unit_name,unit_code\na,A,b\n", ("repeated_column", "units.csv", "C1")),
        ("units", "unit_code\na\n", ("missing_column", "units.csv", "")),
        ("units", "unit_code,unit_name\na,\n", ("missing_value", "units.csv", "B2")),
        ("units", "unit_code,unit_name\na,A,thừa\n", ("extra_value", "units.csv", "C2")),
        ("units", "unit_code,unit_name,status\na,A,yes\n", ("bad_choice", "units.csv", "C2")),
        ("units", "unit_code,unit_name,valid_to\na,A,32/1/2014\n", ("not_date", "units.csv", "C2")),
        ("units", "unit_code,unit_name\na,A\nb,B\na,C\n", ("duplicate_key", "units.csv", "A4")),
        ("groups", "group_code,group_name,sort_order\na,A,1.5\n", ("not_integer", "groups.csv", "C2")),
        ("unit_aliases", "alias,unit_code\nA,nowhere\n", ("dangling_code", "unit_aliases.csv", "B2")),
        ("criteria", f"{CRITERIA}BTC,1,A,normal,10 điểm\n", ("not_decimal", "criteria.csv", "E2")),
        ("criteria", f"{CRITERIA}BTC,1,A,normal,99999999999\n", ("number_out_of_range", "criteria.csv", "E2")),
        ("criteria", f"{CRITERIA}BTC,1,A,normal,-10\n", ("number_out_of_range", "criteria.csv", "E2")),
        ("groups", "group_code,group_name,sort_order\na,A,99999999999\n", ("number_out_of_range", "groups.csv", "C2")),
        ("units", 'unit_code,unit_name\na,A\nb,"B\nc,C\n', ("broken_csv_row", "units.csv", "A3")),
        ("units", 'unit_code,unit_name\na,"A\nb,"B, b"\n', ("broken_csv_row", "units.csv", "A2")),
        ("unitss", "unit_code,unit_name\n", ("unknown_reference_file", "unitss.csv", "")),
    ],
)
def test_what_is_wrong_has_a_code_and_a_place(folder, table, text, problem):
    write(folder, "criteria_sets", SETS)
    write(folder, table, text)
    assert found(folder) == [problem]


def test_all_problems_are_told_at_once_and_in_words(folder):
    write(folder, "units", "unit_code,unit_name,valid_to\na,,hôm qua\n")
    write(folder, "memberships", "unit_code,group_code\na,g\nb,g\n")
    problems = load_reference(folder)[1]
    assert [problem.code for problem in problems] == ["missing_value", "not_date", *["dangling_code"] * 3]
    assert problems[1].as_line("vi").startswith("units.csv > C2: cột “valid_to” cần một ngày, nhưng thấy “hôm qua”.")


@pytest.mark.parametrize(
    ("parents", "circle"),
    [({"1": "1"}, "1 → 1"), ({"1": "2", "2": "1"}, "1 → 2 → 1"), ({"1": "2", "2": "3", "3": "2"}, "2 → 3 → 2")],
)
def test_a_criterion_above_itself_is_told_once(folder, parents, circle):
    write(folder, "criteria_sets", SETS)
    rows = "".join(f"BTC,{code},C,normal,,{parent}\n" for code, parent in parents.items())
    write(folder, "criteria", f"{CRITERIA.strip()},parent_code\n{rows}")
    problems = load_reference(folder)[1]
    assert [(problem.code, problem.seen) for problem in problems] == [("criteria_cycle", circle)]
    assert problems[0].cell == f"F{list(parents).index(circle[0]) + 2}"


@pytest.mark.parametrize("content", [b'unit_code,unit_name\na,"A\n', "unit_code,unit_name\na,Á\n".encode("latin-1")])
def test_codes_that_an_unreadable_file_may_define_are_not_called_unknown(folder, content):
    folder.reference_file("units").write_bytes(content)
    write(folder, "groups", "group_code,group_name\ng,G\n")
    write(folder, "memberships", "unit_code,group_code\na,g\nb,h\n")
    assert [
        (problem.file, problem.cell) for problem in load_reference(folder)[1] if problem.code == "dangling_code"
    ] == [("memberships.csv", "B3")]


def test_a_misnamed_file_is_told_with_the_name_it_was_meant_to_have(folder):
    for name in ("critera.csv", "Office.TOML.txt", ".units.csv.7", "~$units.xlsx", "quyết định.pdf"):
        (folder.reference / name).write_text("", "utf-8")
    problems = load_reference(folder)[1]
    assert [(problem.seen, problem.values["nearest"]) for problem in problems] == [
        ("Office.TOML.txt", "office.toml"),
        ("critera.csv", "criteria.csv"),
    ]


def test_legacy_encoding_is_refused(folder):
    write(folder, "units", "unit_code,unit_name\na,Phòng Tài chính\n", "latin-1")
    assert found(folder) == [("reference_not_utf8", "units.csv", "")]


def test_the_row_a_person_wrote_wins_over_the_proposal(folder):
    write(folder, "units", "unit_code,unit_name,status\na,Máy đoán,proposed\nb,B,\na,Người viết,confirmed\n")
    reference, problems = load_reference(folder)
    assert ([row["unit_name"] for row in reference.rows("units")], problems) == (["Người viết", "B"], [])


def test_facts_are_read_and_judged(folder):
    (folder.reference / "office.toml").write_text('office_name = "Quận"\nis_illustrative = "có"\ncolour = 1\n', "utf-8")
    reference, problems = load_reference(folder)
    assert (reference.facts.office_name, reference.facts.is_illustrative) == ("Quận", False)
    assert [(problem.code, problem.cell) for problem in problems] == [
        ("unknown_fact", "colour"),
        ("bad_fact", "is_illustrative"),
    ]


def test_broken_facts_are_a_problem(folder):
    (folder.reference / "office.toml").write_text("office_name = Quận\n", "utf-8")
    assert found(folder) == [("unreadable_facts", "office.toml", "")]


def test_saved_rows_come_back_the_same(folder):
    rows = [
        full_row("units", unit_code="a", unit_name="Phường A, mới", valid_from=date(2025, 7, 1), status="proposed"),
        full_row("units", unit_code="b", unit_name='Trường "B"', note="hai\ndòng"),
    ]
    assert save_rows(folder, "units", rows) == 2
    assert load_reference(folder)[0].rows("units") == rows


def test_saving_keeps_lines_of_people_to_the_letter(folder):
    theirs = 'unit_code;unit_name;status\r\na; "Phường  A" ;\r\nb;B;confirmed'
    write(folder, "units", theirs)
    added = save_rows(folder, "units", [full_row("units", unit_code=code, unit_name="Mới") for code in "abc"])
    text = folder.reference_file("units").read_bytes().decode("utf-8-sig")
    assert (added, text) == (1, f"{theirs}\nc;Mới;confirmed\n")


def test_a_column_is_added_only_when_needed(folder):
    write(folder, "units", "unit_name,unit_code\nA,a\n")
    save_rows(folder, "units", [full_row("units", unit_code="c", unit_name="C", status="proposed")])
    assert [row["status"] for row in load_reference(folder)[0].rows("units")] == ["confirmed", "proposed"]


def test_saving_twice_changes_nothing(folder):
    rows = [full_row("memberships", unit_code="a", group_code="g")]
    save_rows(folder, "memberships", rows)
    before = folder.reference_file("memberships").read_bytes()
    assert save_rows(folder, "memberships", rows) == 0
    assert folder.reference_file("memberships").read_bytes() == before
    assert sorted(path.name for path in folder.reference.iterdir()) == ["memberships.csv"]


README = (Path(__file__).parents[2] / "data" / "README.md").read_text("utf-8")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained_to_analysts(table):
    section = README.partition(f"## `{table.name}.csv`\n")[2].partition("\n## ")[0]
    explained = dict(re.findall(r"^\| `(\w+)` \| (có)? ?\|", section, re.MULTILINE))
    assert explained == {column.name: "có" if column.required else "" for column in table.columns}
    for column in table.columns:
        assert all(f"`{choice}`" in section for choice in column.choices), column.name


def test_every_fact_is_explained_to_analysts():
    section = README.partition("## `office.toml`\n")[2].partition("\n## ")[0]
    assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(OfficeFacts.__slots__)
