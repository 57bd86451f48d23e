"""Tables to scores under our own identities: nothing guessed, nothing lost, nothing overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from etl.harmonise import harmonise
from etl.harmonise.points import read_points
from etl.harmonise.scores import Membership, State
from etl.layout.table import Family, Printed, SeenResult
from etl.read.cells import Cell, CellKind
from tests.unit.seen import CRITERIA, cell, drafted, matrix, reference, replaced

MINH, BAC = "phuong-hoa-minh", "phuong-hoa-khanh-bac"
DATE = Cell(6, 4, CellKind.DATE, "08/10/2014", date=date(2014, 10, 8))
ERROR = Cell(6, 4, CellKind.ERROR, "#DIV/0!")
UNCACHED = Cell(6, 4, CellKind.UNCACHED, formula="=SUM(D7:D9)")


def codes(problems) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in problems]


def points_of(harmonised) -> dict[tuple[str, str], Decimal | None]:
    return {(score.unit_code, score.criterion_code): score.points for score in harmonised.scores}


@pytest.mark.parametrize(
    ("value", "kind", "state", "points"),
    [
        (2.5, "normal", State.SCORED, "2.5"),
        (0, "normal", State.SCORED, "0"),
        (None, "normal", State.BLANK, None),
        ("   ", "normal", State.BLANK, None),
        ("-", "normal", State.DASH, None),
        ("–", "normal", State.DASH, None),
        ("4,5", "normal", State.SCORED, "4.5"),
        ("2.5đ", "normal", State.SCORED, "2.5"),
        ("05 điểm", "normal", State.SCORED, "5"),
        ("KAD", "normal", State.NOT_APPLICABLE, None),
        ("Không phát sinh", "normal", State.NOT_APPLICABLE, None),
        ("N/A", "normal", State.NOT_APPLICABLE, None),
        ("Chưa nộp", "normal", State.NOT_SUBMITTED, None),
        (2, "penalty", State.SCORED, "-2"),
        (-2, "penalty", State.SCORED, "-2"),
        (0, "penalty", State.SCORED, "0"),
        ("x", "normal", State.UNREADABLE, None),
        ("100%", "normal", State.UNREADABLE, None),
        (Cell(6, 4, CellKind.NUMBER, "85%", Decimal("0.85")), "normal", State.UNREADABLE, None),
        ("Không thuộc đối tượng", "normal", State.NOT_APPLICABLE, None),
        (DATE, "normal", State.UNREADABLE, None),
        (ERROR, "normal", State.UNREADABLE, None),
        (UNCACHED, "normal", State.UNREADABLE, None),
    ],
)
def test_a_cell_has_one_state(value, kind, state, points):
    reading = read_points(cell(6, 4, value), kind)
    assert (reading.state, reading.points) == (state, None if points is None else Decimal(points))
    assert (reading.problem_code != "") == (state is State.UNREADABLE)
    assert not (reading.points is not None and reading.points.is_zero() and reading.points.is_signed())


def test_an_accounting_dash_of_a_number_is_zero():
    assert read_points(Cell(6, 4, CellKind.NUMBER, "-", Decimal(0)), "normal").points == 0


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("x", "unreadable_points"),
        (DATE, "excel_date_in_score"),
        (ERROR, "error_value"),
        (UNCACHED, "uncached_formula"),
        (7, None),
    ],
)
def test_cells_that_hold_no_points_are_told(value, code):
    table = matrix(((value, 8), (4, 5), (15, 16)))
    problems = harmonise([table], drafted(table))[1]
    assert codes(problems) == ([(code, "D6")] if code else [])


def test_every_number_is_tied_to_its_cell():
    table = matrix()
    harmonised, problems = harmonise([table], drafted(table))
    assert problems == []
    assert points_of(harmonised) == {
        (MINH, "I.1"): 9,
        (BAC, "I.1"): 8,
        (MINH, "I.2"): 4,
        (BAC, "I.2"): 5,
        (MINH, "II.1"): 15,
        (BAC, "II.1"): 16,
    }
    first = harmonised.scores[0]
    assert (first.assessment_code, first.stage_code, first.file, first.sheet, first.cell) == (
        "2014",
        "appraised",
        "2014/phuong.xlsx",
        "Điểm",
        "D6",
    )
    assert harmonised.memberships == [
        Membership("2014", MINH, "phuong", "Phường Hòa Minh"),
        Membership("2014", BAC, "phuong", "Phường Hòa Khánh Bắc"),
    ]


def test_the_parents_number_is_a_printed_subtotal_and_no_score():
    table = matrix(subtotals={0: (13, 14)}, totals=(28, "29,0"))
    harmonised, _ = harmonise([table], drafted(table))
    assert {score.criterion_code for score in harmonised.scores} == {"I.1", "I.2", "II.1"}
    assert [(each.what, each.criterion_code, each.points) for each in harmonised.printed_results] == [
        ("total", None, 28),
        ("total", None, 29),
        ("subtotal", "I", 13),
        ("subtotal", "I", 14),
    ]


def test_namesakes_are_told_apart_by_their_numbers():
    criteria = (("I", "Đi", None), ("1", "Báo cáo", 5), ("II", "Đến", None), ("1", "Báo cáo", 5))
    table = matrix(((1, 2), (3, 4)), criteria=criteria)
    harmonised, problems = harmonise([table], drafted(table))
    assert (points_of(harmonised)[MINH, "I.1"], points_of(harmonised)[MINH, "II.1"], problems) == (1, 3, [])


def test_a_number_alone_never_identifies_a_criterion():
    table = matrix()
    other = matrix(criteria=(*CRITERIA[:1], ("1", "Sắp xếp kho lưu trữ", 10), *CRITERIA[2:]))
    harmonised, problems = harmonise([other], drafted(table))
    assert codes(problems) == [("unknown_criterion", "B6")]
    assert "I.2 Báo cáo đúng hạn" in problems[0].said("expected")
    assert (MINH, "I.1") not in points_of(harmonised)


def test_a_criterion_alias_resolves_another_spelling():
    other = matrix(criteria=(*CRITERIA[:1], ("1", "Kế hoạch năm", 10), *CRITERIA[2:]))
    known = drafted(matrix())
    alias = {"criteria_set_code": "BTC-2014", "alias": "KẾ HOẠCH NĂM", "criterion_code": "I.1"}
    known = known.with_rows("criterion_aliases", reference(criterion_aliases=[alias]).rows("criterion_aliases"))
    harmonised, problems = harmonise([other], known)
    assert (points_of(harmonised)[MINH, "I.1"], problems) == (9, [])


@pytest.mark.parametrize("name", ["UBND phường Hoà Minh", "PHƯỜNG HÒA MINH", "P. Hòa Minh", "Hòa Minh"])
def test_a_unit_is_known_by_any_customary_spelling(name):
    table = matrix()
    other = matrix(units=(name, "Phường Hòa Khánh Bắc"))
    harmonised, problems = harmonise([other], drafted(table))
    assert (points_of(harmonised)[MINH, "I.1"], problems) == (9, [])
    assert harmonised.memberships[0].printed_name == name


def test_an_unknown_unit_comes_with_the_nearest_and_the_line_that_resolves_it():
    other = matrix(units=("Phường Hoà Mình", "Phường Hòa Khánh Bắc"))
    harmonised, problems = harmonise([other], drafted(matrix()))
    assert codes(problems) == [("unknown_unit", "D4")]
    assert problems[0].values["nearest"].startswith("Phường Hòa Minh")
    assert problems[0].values["line"] == "Phường Hoà Mình,phuong-hoa-minh"
    assert {unit for unit, _ in points_of(harmonised)} == {BAC}


def test_namesakes_are_told_apart_by_the_day():
    known = replaced(drafted(matrix()), "units", {"unit_code": MINH}, valid_to=date(2025, 6, 30))
    later = {"unit_code": "hoa-minh-moi", "unit_name": "Phường Hòa Minh", "valid_from": date(2025, 7, 1)}
    known = known.with_rows("units", reference(units=[later]).rows("units"))
    assert points_of(harmonise([matrix()], known)[0])[MINH, "I.1"] == 9
    undated = replaced(known, "units", {}, valid_from=None, valid_to=None)
    assert codes(harmonise([matrix()], undated)[1]) == [("ambiguous_unit", "D4")]


@pytest.mark.parametrize(
    ("year", "file", "code"),
    [
        (2014, "2014/a.xlsx", None),
        (None, "2014/a.xlsx", None),
        (None, "2013/diem-2014.xlsx", None),
        (2014, "2011-2016/a.xlsx", None),
        (2014, "2015/a.xlsx", "year_contradiction"),
        (None, "phường/a.xlsx", "no_year"),
        (None, "2019/a.xlsx", "unknown_assessment"),
    ],
)
def test_the_year_comes_from_the_title_then_from_the_names(year, file, code):
    harmonised, problems = harmonise([matrix(year=year, file=file)], drafted(matrix()))
    assert codes(problems) == ([(code, "")] if code else [])
    assert {score.assessment_code for score in harmonised.scores} == (
        set() if code in {"no_year", "unknown_assessment"} else {"2014"}
    )


def test_two_assessments_of_a_year_need_a_layout_row():
    known = drafted(matrix())
    half = {"assessment_code": "2014-6t", "assessment_name": "Nửa năm", "year": 2014, "criteria_set_code": "BTC-2014"}
    known = known.with_rows("assessments", reference(assessments=[half]).rows("assessments"))
    undecided = replaced(known, "layouts", {}, assessment_code="")
    assert codes(harmonise([matrix()], undecided)[1]) == [("ambiguous_assessment", "")]
    decided = replaced(known, "layouts", {}, assessment_code="2014-6t", status="confirmed")
    assert {score.assessment_code for score in harmonise([matrix()], decided)[0].scores} == {"2014-6t"}


def test_a_confirmed_layout_row_wins_over_the_title():
    known = drafted(matrix(), matrix(year=2015, file="2015/a.xlsx"))
    stale = matrix(year=2014, file="2015/b.xlsx")
    layout = {
        "file": stale.file,
        "sheet": stale.sheet,
        "family": "criteria_by_units",
        "assessment_code": "2015",
        "status": "confirmed",
    }
    known = known.with_rows("layouts", reference(layouts=[layout]).rows("layouts"))
    harmonised, problems = harmonise([stale], known)
    assert ({score.assessment_code for score in harmonised.scores}, problems) == ({"2015"}, [])


def test_an_ignored_sheet_gives_nothing():
    known = replaced(drafted(matrix()), "layouts", {}, family="ignore", status="confirmed")
    harmonised, problems = harmonise([matrix()], known)
    assert (harmonised.scores, harmonised.memberships, problems) == ([], [], [])


def test_a_summary_gives_printed_results_only():
    known = drafted(matrix())
    summary = matrix(family=Family.SUMMARY, file="2014/tong-hop.xlsx", totals=(28, 29))
    harmonised, problems = harmonise([matrix(), summary], known)
    assert (len(harmonised.scores), problems) == (6, [])
    assert [each.points for each in harmonised.printed_results] == [28, 29]


def test_another_score_elsewhere_is_an_error_and_the_first_stays():
    again = matrix(((7, 8), (4, 5), (15, 16)), sheet="Điểm (2)", units=("Phường Hòa Minh", "Phường Hòa Khánh Bắc"))
    harmonised, problems = harmonise([matrix(), again], drafted(matrix()))
    assert [(each.code, each.sheet, each.cell, each.values["cells"]) for each in problems] == [
        ("duplicate_score", "Điểm (2)", "D6", "1")
    ]
    assert points_of(harmonised)[MINH, "I.1"] == 9


def test_a_sheet_that_repeats_what_another_says_contradicts_nothing():
    harmonised, problems = harmonise([matrix(), matrix(sheet="Cụm 1")], drafted(matrix()))
    assert (points_of(harmonised), problems) == (points_of(harmonise([matrix()], drafted(matrix()))[0]), [])


def test_a_blank_cell_elsewhere_contradicts_nothing():
    halves = [
        matrix(((9, None), (4, None), (15, None))),
        matrix(((None, 8), (None, 5), (None, 16)), sheet="Điểm (2)"),
    ]
    harmonised, problems = harmonise(halves, drafted(matrix()))
    assert (points_of(harmonised), problems) == (points_of(harmonise([matrix()], drafted(matrix()))[0]), [])


def test_a_printed_zero_beside_blank_cells_is_no_number():
    table = matrix(((None, 0), (None, 0), (None, 0)), totals=(0, 0))
    printed = harmonise([table], drafted(matrix()))[0].printed_results
    assert [(each.raw_text, each.points) for each in printed] == [("0", None), ("0", 0)]


def test_two_stages_are_two_scores():
    both = [matrix(stage="self", sheet="Tự chấm"), matrix()]
    harmonised, problems = harmonise(both, drafted(matrix()))
    assert (len(harmonised.scores), problems) == (12, [])


CORRECTION = {"file": "2014/phuong.xlsx", "sheet": "Điểm", "cell": "D6", "reason": "Gõ nhầm"}


@pytest.mark.parametrize("expect", ["9", "9,0"])
def test_a_correction_replaces_what_it_expects(expect):
    row = CORRECTION | {"expect": expect, "value": "9,5"}
    known = drafted(matrix()).with_rows("corrections", reference(corrections=[row]).rows("corrections"))
    harmonised, problems = harmonise([matrix()], known)
    corrected = [score for score in harmonised.scores if score.is_corrected]
    assert [(each.cell, each.points, each.raw_text) for each in corrected] == [("D6", Decimal("9.5"), "9,5")]
    (kept,) = harmonised.corrections
    assert (kept.cell, kept.expect, kept.seen, kept.value, kept.reason) == ("D6", expect, "9", "9,5", "Gõ nhầm")
    assert problems == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"expect": "8", "value": "10"}, ("correction_mismatch", "D6")),
        ({"expect": "", "value": "10"}, ("correction_mismatch", "D6")),
        ({"cell": "Z6", "expect": "9", "value": "10"}, ("correction_without_cell", "Z6")),
    ],
)
def test_a_correction_that_does_not_fit_changes_nothing(row, problem):
    known = drafted(matrix()).with_rows("corrections", reference(corrections=[CORRECTION | row]).rows("corrections"))
    harmonised, problems = harmonise([matrix()], known)
    assert codes(problems) == [problem]
    assert harmonised.corrections == []
    assert points_of(harmonised)[MINH, "I.1"] == 9


def test_a_correction_can_blank_a_date():
    table = matrix(((DATE, 8), (4, 5), (15, 16)))
    row = CORRECTION | {"expect": "2014-10-08", "value": ""}
    known = drafted(matrix()).with_rows("corrections", reference(corrections=[row]).rows("corrections"))
    harmonised, problems = harmonise([table], known)
    assert (harmonised.scores[0].state, problems) == (State.BLANK, [])


def test_a_unit_that_gave_no_scoresheet_is_listed_without_scores():
    silent = matrix(((None, 8), (None, 5), (None, 16)))
    silent = replace(silent, results=(SeenResult(0, Printed.SUBMISSION, "appraised", cell(6, 4, "Chưa nộp")),))
    harmonised, problems = harmonise([silent], drafted(matrix()))
    assert [(each.unit_code, each.is_submitted) for each in harmonised.memberships] == [(MINH, False), (BAC, True)]
    assert ({unit for unit, _ in points_of(harmonised)}, problems) == ({BAC}, [])


def test_words_in_every_cell_say_the_same():
    silent = matrix((("Chưa nộp", 8), ("Chưa nộp", 5), ("Chưa nộp", 16)))
    harmonised, _ = harmonise([silent], drafted(matrix()))
    assert [each.is_submitted for each in harmonised.memberships] == [False, True]


def test_a_declared_absence_lists_the_unit_in_its_group():
    known = drafted(matrix(), matrix(year=2015, file="2015/a.xlsx"))
    absent = {"assessment_code": "2015", "unit_code": BAC, "state": "not_submitted"}
    known = known.with_rows("submissions", reference(submissions=[absent]).rows("submissions"))
    only = matrix(((9,), (4,), (15,)), units=("Phường Hòa Minh",), year=2015, file="2015/a.xlsx")
    members = harmonise([only], known)[0].memberships
    assert members[1] == Membership("2015", BAC, "phuong", "Phường Hòa Khánh Bắc", is_submitted=False)


def test_points_of_a_unit_that_gave_no_scoresheet_are_an_error():
    absent = {"assessment_code": "2014", "unit_code": BAC, "state": "not_submitted"}
    known = drafted(matrix()).with_rows("submissions", reference(submissions=[absent]).rows("submissions"))
    harmonised, problems = harmonise([matrix()], known)
    assert codes(problems) == [("points_without_submission", "E6")]
    assert {unit for unit, _ in points_of(harmonised)} == {MINH}


def test_a_unit_without_a_group_is_told():
    known = drafted(matrix(group=""))
    lost = replaced(known, "memberships", {"unit_code": MINH}, unit_code="someone-else")
    harmonised, problems = harmonise([matrix(group="")], lost)
    assert codes(problems) == [("unknown_group", "D4")]
    assert [each.unit_code for each in harmonised.memberships] == [BAC]


def test_options_are_never_scored():
    criteria = (("I", "Kho", None), ("1", "Diện tích kho", 5), ("a", "Đủ: 5 điểm", 5), ("b", "Thiếu: 2 điểm", 2))
    kinds = {"Đủ: 5 điểm": "alternative", "Thiếu: 2 điểm": "alternative"}
    table = matrix(((5, 2), (5, None), (None, 2)), criteria=criteria, kinds=kinds)
    options = [replace(line, parent=1) if line.kind == "alternative" else line for line in table.criteria]
    table = replace(table, criteria=tuple(options))
    harmonised, problems = harmonise([table], drafted(table))
    assert (points_of(harmonised), problems) == ({(MINH, "I.1"): 5, (BAC, "I.1"): 2}, [])
