"""Who is who: unknown names stop with the line that resolves them, and nothing is merged that names hold apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.draft import draft
from etl.draft.units import is_slip
from etl.harmonise import harmonise
from etl.office.csv_file import read_csv
from etl.office.reference import TABLE
from etl.problem import Severity
from tests.unit.seen import CRITERIA, WARDS, drafted, matrix, reference


def problem_of(table, known):
    _, problems = harmonise([table], known)
    (problem,) = problems
    assert problem.severity is Severity.ERROR
    return problem


def with_line(known, table: str, line: str, folder: Path):
    """The reference after a person pasted the line at the end of the table's file."""
    path = folder / f"{table}.csv"
    path.write_text(",".join(TABLE[table].column_names) + "\n" + line + "\n", "utf-8")
    (row,) = read_csv(path).records
    return known.with_rows(table, reference(**{table: [row | {"status": "confirmed"}]}).rows(table))


@pytest.mark.parametrize("name", ["Phường Hoà Khánh Bắt", "HÕA KHÁNH BẮC", 'Phường "Hòa Khánh Bắc,'])
def test_the_line_of_an_unknown_unit_resolves_it_for_good(name, tmp_path):
    known = drafted(matrix())
    unknown = matrix(units=(WARDS[0], name))
    problem = problem_of(unknown, known)
    assert problem.code == "unknown_unit"
    assert problem.values["nearest"].startswith(WARDS[1])
    line = problem.values["line"]
    assert line in problem.said("action")
    resolved = with_line(known, "unit_aliases", line, tmp_path)
    later = matrix(units=(WARDS[0], name), year=2015, file="2015/a.xlsx")
    again = drafted(unknown, later, known=resolved)
    found, problems = harmonise([unknown, later], again)
    assert problems == []
    assert {member.unit_code for member in found.memberships} == {"phuong-hoa-minh", "phuong-hoa-khanh-bac"}


def test_the_line_of_an_unknown_criterion_resolves_it_for_good(tmp_path):
    known = drafted(matrix())
    name = 'Báo cáo, đúng hạn"'
    other = tuple((number, name if was == "Báo cáo đúng hạn" else was, top) for number, was, top in CRITERIA)
    problem = problem_of(matrix(criteria=other), known)
    assert problem.code == "unknown_criterion"
    assert problem.values["nearest"].startswith("I.2 ")
    resolved = with_line(known, "criterion_aliases", problem.values["line"], tmp_path)
    assert harmonise([matrix(criteria=other)], resolved)[1] == []


def test_a_line_that_two_criteria_are_called_is_told_and_neither_is_taken():
    namesakes = (("I", "Văn thư", None), ("1", "Kế hoạch", 10), ("II", "Lưu trữ", None), ("1", "Kế hoạch", 10))
    known = drafted(matrix(((9, 8), (4, 5)), criteria=namesakes))
    harmonised, problems = harmonise([matrix(((9, 8),), criteria=(("9", "Kế hoạch", 10),))], known)
    assert [(each.code, each.severity, each.values["codes"]) for each in problems] == [
        ("ambiguous_criterion", Severity.ERROR, "I.1, II.1")
    ]
    assert harmonised.scores == []


def test_corruption_from_elsewhere_is_proposed_and_never_silent():
    known = drafted(matrix())
    corrupt = matrix(units=(WARDS[0], "PHƯỜNG HÕA KHÁNH BẮC"), year=2015, file="2015/a.xlsx")
    (alias,) = draft([matrix(), corrupt], known)["unit_aliases"]
    assert (alias["alias"], alias["unit_code"], alias["status"]) == (
        "PHƯỜNG HÕA KHÁNH BẮC",
        "phuong-hoa-khanh-bac",
        "proposed",
    )
    assert WARDS[1] in alias["note"]


KINDS = ("Phường Hòa Minh", "Trường Hòa Minh")


def test_units_of_two_kinds_in_one_table_are_two():
    known = drafted(matrix(units=KINDS))
    assert [row["unit_name"] for row in known.rows("units")] == list(KINDS)
    found, problems = harmonise([matrix(units=KINDS)], known)
    assert problems == []
    assert len({member.unit_code for member in found.memberships}) == 2


def test_a_unit_is_never_taken_for_one_of_another_kind():
    known = drafted(matrix())
    school = matrix(units=("Trường Hòa Minh", WARDS[1]))
    assert problem_of(school, known).seen == "Trường Hòa Minh"
    later = matrix(units=("Trường Hòa Minh", WARDS[1]), year=2015, file="2015/a.xlsx")
    rows = draft([matrix(), later], known)
    assert [row["unit_name"] for row in rows["units"]] == ["Trường Hòa Minh"]
    assert "unit_aliases" not in rows


def test_a_name_without_its_kind_may_be_either():
    known = drafted(matrix(units=KINDS))
    assert problem_of(matrix(units=("Hòa Minh",), points=((9,), (4,), (15,))), known).code == "ambiguous_unit"


@pytest.mark.parametrize(("one", "other"), [("Phường 1", "Phường 11"), ("Phường 2", "Phường 3"), ("Tổ 12", "Tổ 21")])
def test_numbers_in_names_are_no_slips(one, other):
    assert not is_slip(one, other)
    known = drafted(matrix(units=(one, WARDS[0])))
    later = matrix(units=(other, WARDS[0]), year=2015, file="2015/a.xlsx")
    assert [row["unit_name"] for row in draft([matrix(units=(one, WARDS[0])), later], known)["units"]] == [other]


def test_an_equal_number_never_links_criteria():
    after = tuple((number, f"Việc khác hẳn thứ {place}", top) for place, (number, _, top) in enumerate(CRITERIA))
    known = drafted(matrix(), matrix(criteria=after, year=2015, file="2015/a.xlsx"))
    assert {row["kind"] for row in known.rows("criterion_links")} == {"new", "dropped"}
