"""Reference rows whose values are right each for itself and cannot be true together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from etl.check import check
from etl.harmonise import harmonise
from etl.office import OfficeFolder, load_reference
from etl.problem import Severity
from tests.unit.seen import drafted, matrix, replaced

UNITS = "unit_code,unit_name\na,A\nb,B\nc,C\n"
SETS = "criteria_set_code,criteria_set_name,not_applicable_rule\nX,X,zero\nY,Y,zero\n"
CRITERIA = "criteria_set_code,criterion_code,criterion_name,kind\nX,1,A,normal\nY,1,A,normal\n"
ROUND = "assessment_code,assessment_name,year,criteria_set_code,period_start,period_end\n1,1,2024,X,"
DATED = "unit_code,unit_name,valid_from,valid_to\nd,D,"
LINK = "from_set_code,from_criterion_code,to_set_code,to_criterion_code,kind\nX,1,"
SUCCESSION = "predecessor_code,successor_code,kind,effective_on,extent\n"
GRADES = "criteria_set_code,grade_code,grade_name,min_value,sort_order\n"


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        ("assessments", f"{ROUND}2024-12-31,2024-01-01\n", [("dates_reversed", "F2", "2024-01-01")]),
        ("assessments", f"{ROUND}2024-01-01,2024-01-01\n", []),
        ("units", f"{DATED}2025-07-01,2025-06-30\n", [("dates_reversed", "D2", "2025-06-30")]),
        ("units", f"{DATED},2025-06-30\n", []),
        ("criterion_links", f"{LINK}X,1,same\n", [("link_to_itself", "C2", "X")]),
        ("criterion_links", f"{LINK}Y,1,same\n", []),
        ("unit_successions", f"{SUCCESSION}a,a,merge,2025-07-01,full\n", [("succession_cycle", "B2", "a → a")]),
        ("unit_successions", f"{SUCCESSION}a,a,rename,2025-07-01,full\n", [("succession_cycle", "B2", "a → a")]),
        (
            "unit_successions",
            f"{SUCCESSION}c,a,rename,2020-01-01,full\na,b,rename,2021-01-01,full\nb,a,rename,2025-07-01,full\n",
            [("succession_cycle", "B4", "a → b → a")],
        ),
        ("unit_successions", f"{SUCCESSION}a,b,rename,2021-01-01,full\nb,c,rename,2025-07-01,full\n", []),
        ("unit_successions", f"{SUCCESSION}a,b,merge,2021-01-01,full\nb,a,split,2025-07-01,partial\n", []),
        ("grades", f"{GRADES}X,t,Tốt,80,1\nX,k,Khá,80,2\nY,k,Khá,80,1\n", [("grades_alike", "D3", "80")]),
        ("grades", f"{GRADES}X,k,Khá,65,1\nX,t,Tốt,80,2\n", [("grades_disordered", "E2", "1")]),
        ("grades", f"{GRADES}X,k,Khá,65,2\nX,t,Tốt,80,1\nX,y,Yếu,0,\n", []),
    ],
)
def test_rows_that_cannot_be_true_together_are_told_with_their_cell(tmp_path: Path, table, text, found):
    folder = OfficeFolder(tmp_path)
    folder.reference.mkdir()
    given = {"units": UNITS, "criteria_sets": SETS, "criteria": CRITERIA} | {table: text}
    for name, content in given.items():
        folder.reference_file(name).write_text(content, "utf-8")
    problems = load_reference(folder)[1]
    assert [(each.code, each.cell, each.seen) for each in problems] == found
    assert all(each.severity is Severity.ERROR and each.file == f"{table}.csv" for each in problems)


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ({"valid_to": date(2013, 12, 31)}, [("D6", "Phường Hòa Minh", "valid_to")]),
        ({"valid_to": date(2014, 6, 30)}, []),
        ({"valid_from": date(2015, 1, 1)}, [("D6", "Phường Hòa Minh", "valid_from")]),
        ({"valid_from": date(2014, 7, 1)}, []),
        ({}, []),
    ],
)
def test_points_of_a_unit_that_does_not_exist_are_told_once(dates: dict, found: list):
    known = replaced(drafted(matrix()), "units", {"unit_code": "phuong-hoa-minh"}, **dates)
    harmonised, _ = harmonise([matrix()], known)
    problems = [each for each in check(harmonised, known, [matrix()]) if each.code == "unit_not_existing"]
    assert [(each.cell, each.seen, each.values["column"]) for each in problems] == found
