"""Every check fires on one small office and keeps quiet on its twin."""

from __future__ import annotations

import string
from datetime import date
from decimal import Decimal

import pytest

from etl.check import CHECKS, check
from etl.check.files import no_workbooks, same_file_twice
from etl.check.merges import value_under_merge
from etl.harmonise import harmonise
from etl.layout.table import Table
from etl.office import Reference
from etl.problem import Severity, catalogue
from etl.read.cells import Cell, CellKind, Merge, Sheet, Workbook
from tests.unit.seen import CRITERIA, WARDS, drafted, matrix, reference, replaced

PENALTY = {"Báo cáo đúng hạn": "penalty"}


def problems_of(tables: list[Table], known: Reference) -> dict[str, list]:
    """The problems that checks find, by code, proposals left aside."""
    harmonised, before = harmonise(tables, known)
    assert before == []
    found: dict[str, list] = {}
    for problem in check(harmonised, known, tables):
        found.setdefault(problem.code, []).append(problem)
    found.pop("unconfirmed_rows", None)
    return found


def verdict(table: Table, **of_set: object) -> dict[str, list[str]]:
    known = replaced(drafted(table), "criteria_sets", {}, **of_set)
    return {code: [problem.cell for problem in found] for code, found in problems_of([table], known).items()}


def test_an_office_in_order_has_no_problems():
    assert verdict(matrix(subtotals={0: (13, 13), 3: (15, 16)}, totals=(28, 29))) == {}


@pytest.mark.parametrize(
    ("points", "kinds", "found"),
    [
        (((10, 8), (5, 5), (20, 16)), {}, {}),
        (((10.5, 8), (5, 5), (20, 16)), {}, {"points_above_max": ["D6"]}),
        (((9, 8), (6, 5), (20, 16)), PENALTY, {"points_above_max": ["D7"]}),
        (((9, 8), (-5, 5), (20, 16)), PENALTY, {}),
        (((9, 8), (-1, 5), (20, 16)), {}, {"negative_points": ["D7"]}),
    ],
)
def test_points_lie_between_nothing_and_the_maximum(points, kinds, found):
    assert verdict(matrix(points, kinds=kinds)) == found


@pytest.mark.parametrize(
    ("totals", "tolerance", "found"),
    [
        ((28, 29), None, {}),
        ((28, 30), None, {"total_mismatch": ["E99"]}),
        (("28,004", 29), None, {"total_mismatch": ["D99"]}),
        (("28,004", 29), "0.005", {}),
        (("vắng", None), None, {}),
    ],
)
def test_printed_totals_are_compared_within_the_tolerance(totals, tolerance, found):
    assert verdict(matrix(totals=totals), sum_tolerance=Decimal(tolerance) if tolerance else None) == found


def test_a_printed_zero_of_a_unit_without_points_is_no_mismatch():
    assert verdict(matrix(((None, 8), (None, 5), (None, 16)), totals=(0, 29), subtotals={0: (0, 13)})) == {}


@pytest.mark.parametrize(
    ("rule", "totals", "found"),
    [
        ("zero", (19, 29), {}),
        ("zero", (29, 29), {"total_mismatch": ["D99"]}),
        ("full_marks", (29, 29), {}),
        ("excluded", ("26,6", 29), {}),
        ("excluded", (27, 29), {"total_mismatch": ["D99"]}),
    ],
)
def test_printed_totals_follow_the_rule_for_what_does_not_apply(rule, totals, found):
    points = (("KAD", 8), (4, 5), (15, 16))
    assert verdict(matrix(points, totals=totals), not_applicable_rule=rule, status="confirmed") == found


@pytest.mark.parametrize(("printed", "found"), [(4, {}), (-4, {}), (3, {"subtotal_mismatch": ["D7"]})])
def test_penalty_subtotals_may_be_printed_without_their_sign(printed, found):
    criteria = (("I", "Điểm thường", None), ("1", "Kế hoạch", 10), ("II", "Điểm trừ", None), ("1", "Chậm", 5))
    points = ((9, 8), (4, 0))
    assert verdict(matrix(points, criteria=criteria, kinds={"Chậm": "penalty"}, subtotals={2: (printed, 0)})) == found


def test_a_total_may_be_the_one_that_stands_in_the_end():
    appealed = matrix(((10, None), (None, None), (None, None)), stage="appealed", sheet="Giải trình")
    known = drafted(matrix())
    assert problems_of([matrix(totals=(29, 29)), appealed], known) == {}
    assert list(problems_of([matrix(totals=(30, 29)), appealed], known)) == ["total_mismatch"]


def test_a_missing_maximum_stops_the_build_and_says_where_to_fill_it():
    table = matrix(criteria=[(number, name, None) for number, name, _ in CRITERIA])
    found = problems_of([table], drafted(table))
    assert [problem.values["code"] for problem in found["missing_max_points"]] == ["I.1", "I.2", "II.1"]
    problem = found["missing_max_points"][0]
    assert problem.severity is Severity.ERROR
    assert "reference/criteria.csv" in problem.said("action")


WEIGHED_POINTS = ((9, 8, 10, 4), (4, 5, 3, 1), (15, 16, 20, 7))
FOUR_WARDS = (*WARDS, "Hòa Hiệp Bắc", "Hòa Hiệp Nam")


def test_weights_that_printed_totals_prove_are_proposed_and_explain_them():
    table = matrix(WEIGHED_POINTS, units=FOUR_WARDS, totals=(41, 42, 46, 17))
    known = drafted(table)
    weights = {row["criterion_code"]: row["weight"] for row in known.rows("criteria") if row["weight"] is not None}
    assert weights == {"I": 2}
    assert [row["total_rule"] for row in known.rows("criteria_sets")] == [""]
    assert problems_of([table], known) == {}
    unweighed = replaced(known, "criteria", {"criterion_code": "I"}, weight=None)
    assert [problem.cell for problem in problems_of([table], unweighed)["total_mismatch"]] == [
        "D99",
        "E99",
        "F99",
        "G99",
    ]


def test_weights_that_no_decimal_can_say_leave_the_printed_totals_to_rule():
    table = matrix(WEIGHED_POINTS, units=FOUR_WARDS, totals=("19,333333", "20,333333", "24,333333", "8,666667"))
    known = drafted(table)
    assert {row["weight"] for row in known.rows("criteria")} == {None}
    assert [row["total_rule"] for row in known.rows("criteria_sets")] == ["printed"]


@pytest.mark.parametrize(("grade", "found"), [("kha", []), ("gioi", ["gioi"])])
def test_a_unit_is_held_down_to_a_grade_of_its_set(grade, found):
    known = drafted(matrix())
    code = known.rows("criteria_sets")[0]["criteria_set_code"]
    assessment = known.rows("assessments")[0]["assessment_code"]
    unit = known.rows("units")[0]["unit_code"]
    decided = reference(
        grades=[{"criteria_set_code": code, "grade_code": "kha", "grade_name": "Khá", "min_value": Decimal(0)}],
        grade_overrides=[{"assessment_code": assessment, "unit_code": unit, "highest_grade_code": grade}],
    )
    for table in ("grades", "grade_overrides"):
        known = known.with_rows(table, decided.rows(table))
    problems = problems_of([matrix()], known).get("unknown_grade", [])
    assert [problem.seen for problem in problems] == found


@pytest.mark.parametrize(("heading", "found"), [(15, {}), (16, {"max_sum_mismatch": [""]})])
def test_a_headings_maximum_is_the_sum_of_its_parts(heading, found):
    assert verdict(matrix(criteria=(("I", "Chỉ đạo, điều hành", heading), *CRITERIA[1:]))) == found


@pytest.mark.parametrize(
    ("status", "cell", "found"),
    [
        ("proposed", "KAD", {"missing_not_applicable_rule": [""]}),
        ("confirmed", "KAD", {}),
        ("proposed", 9, {}),
    ],
)
def test_what_does_not_apply_needs_a_rule_of_a_person(status, cell, found):
    assert verdict(matrix(((cell, 8), (4, 5), (15, 16))), status=status) == found


def test_criteria_without_any_cell_are_told_per_unit():
    short = matrix(((9,), (4,)), criteria=CRITERIA[:3], units=WARDS[:1], sheet="Hòa Minh")
    rest = matrix(((8,), (5,), (16,)), units=WARDS[1:], sheet="Hòa Khánh Bắc")
    found = problems_of([short, rest], drafted(matrix()))
    assert [(each.sheet, each.values["codes"]) for each in found["missing_scores"]] == [("Hòa Minh", "II.1")]


@pytest.mark.parametrize(
    ("extra", "found"),
    [
        ({}, ["Phường Hòa Khánh Bắc"]),
        ({"units": {"valid_to": date(2015, 6, 30)}}, []),
        ({"units": {"valid_to": date(2016, 6, 30)}}, ["Phường Hòa Khánh Bắc"]),
        ({"submissions": [{"assessment_code": "2015", "state": "not_submitted"}]}, []),
        (
            {"unit_successions": [{"kind": "merge", "effective_on": date(2015, 7, 1), "extent": "full"}]},
            [],
        ),
    ],
)
def test_a_unit_that_is_gone_needs_a_reason(extra, found):
    later = matrix(((9,), (4,), (15,)), units=WARDS[:1], year=2015, file="2015/a.xlsx")
    known = drafted(matrix(), later)
    gone = "phuong-hoa-khanh-bac"
    for table, given in extra.items():
        if isinstance(given, dict):
            known = replaced(known, table, {"unit_code": gone}, **given)
        else:
            column = "predecessor_code" if table == "unit_successions" else "unit_code"
            rows = [row | {column: gone} for row in given]
            known = known.with_rows(table, reference(**{table: rows}).rows(table))
    missing = problems_of([matrix(), later], known).get("unit_missing", [])
    assert [problem.seen for problem in missing] == found


def test_proposals_are_counted_per_table():
    known = drafted(matrix())
    harmonised, _ = harmonise([matrix()], known)
    told = {each.file: each for each in check(harmonised, known, []) if each.code == "unconfirmed_rows"}
    assert (told["units.csv"].seen, told["criteria.csv"].seen) == ("2", "5")
    assert "; số dòng đang có hiệu lực: 2 (" in told["units.csv"].said("message")
    for table in known.tables:
        known = replaced(known, table, {}, status="confirmed")
    assert check(harmonised, known, [matrix()]) == []


def test_copies_of_a_workbook_are_told():
    books = [Workbook("a.xlsx", "1", 9), Workbook("b/a.xlsx", "1", 9), Workbook("c.xlsx", "2", 9)]
    assert [(each.code, each.file, each.values["first"]) for each in same_file_twice(books)] == [
        ("same_file_twice", "b/a.xlsx", "a.xlsx")
    ]


def test_content_below_a_merge_is_told_once_per_range():
    seen = {place: Cell(*place, CellKind.TEXT, "9") for place in ((1, 1), (6, 6))}
    texts = {(1, 2): "9", (2, 1): "7", (2, 2): "8", (5, 5): "3", (6, 7): "9"}
    covered = {place: Cell(*place, CellKind.TEXT, text) for place, text in texts.items()}
    merges = (Merge(1, 1, 2, 2), Merge(3, 3, 3, 4), Merge(4, 4, 900_000, 5), Merge(6, 6, 6, 7))
    book = Workbook("a.xlsx", "1", 9, (Sheet("Điểm", seen, merges, covered=covered),))
    found = [(each.code, each.sheet, each.cell, each.seen, each.values) for each in value_under_merge([book])]
    assert found == [
        ("value_under_merge", "Điểm", "A2", "7", {"shown": "9", "cells": "2"}),
        ("value_under_merge", "Điểm", "E5", "3", {"shown": "", "cells": "1"}),
    ]


@pytest.mark.parametrize(("files", "found"), [([], ["no_workbooks"]), (["a.xlsx"], [])])
def test_a_folder_without_workbooks_is_told(files, found):
    assert [each.code for each in no_workbooks(files, "raw")] == found


def test_every_check_is_named_after_the_problem_it_reports():
    assert {each.__name__ for each in CHECKS} <= set(catalogue())


@pytest.mark.parametrize("code", catalogue())
def test_every_problem_is_said_in_both_languages_with_the_same_values(code):
    entry = catalogue()[code]
    assert Severity(entry["severity"])

    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for part in ("message", "expected", "action"):
        assert entry["vi"][part].strip()
        assert entry["en"][part].strip()
        assert fields(entry["vi"][part]) == fields(entry["en"][part])
    assert entry["vi"]["message"] != entry["en"]["message"]
