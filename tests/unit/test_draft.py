"""What `draft` proposes from tables alone, and what it leaves to people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from etl.draft import draft
from etl.draft.units import is_slip
from etl.harmonise import harmonise
from etl.layout.table import Family, SeenUnit
from etl.problem import has_errors
from tests.unit.seen import CRITERIA, WARDS, drafted, matrix, reference

NEXT_SET = (
    ("I", "Chỉ đạo, điều hành", None),
    ("1", "Báo cáo đúng hạn", 8),
    ("2", "Ban hành kế hoạch công tác năm", 10),
    ("II", "Nghiệp vụ", None),
    ("1", "Số hóa tài liệu", 20),
)


def codes(reference, table: str, column: str) -> list:
    return [row[column] for row in reference.rows(table)]


def test_everything_the_workbooks_say_is_proposed():
    known = drafted(matrix())
    assert codes(known, "assessments", "assessment_code") == ["2014"]
    assert codes(known, "criteria_sets", "criteria_set_code") == ["BTC-2014"]
    assert codes(known, "groups", "group_code") == ["phuong"]
    assert codes(known, "units", "unit_code") == ["phuong-hoa-minh", "phuong-hoa-khanh-bac"]
    assert codes(known, "memberships", "from_assessment") == ["2014", "2014"]
    assert [(row["criterion_code"], row["parent_code"], row["max_points"]) for row in known.rows("criteria")] == [
        ("I", "", None),
        ("I.1", "I", 10),
        ("I.2", "I", 5),
        ("II", "", None),
        ("II.1", "II", 20),
    ]
    assert [(row["file"], row["sheet"], row["family"], row["assessment_code"]) for row in known.rows("layouts")] == [
        ("2014/phuong.xlsx", "Điểm", "criteria_by_units", "2014")
    ]
    assert {row["status"] for rows in known.tables.values() for row in rows} == {"proposed"}


def test_what_is_proposed_is_enough():
    tables = [matrix(), matrix(year=2015, file="2015/a.xlsx", criteria=NEXT_SET)]
    assert not has_errors(harmonise(tables, drafted(*tables))[1])


def test_a_second_draft_changes_nothing():
    tables = [matrix(), matrix(year=2015, file="2015/a.xlsx", criteria=NEXT_SET)]
    assert draft(tables, drafted(*tables)) == {}


def test_rows_of_people_stay_and_are_used():
    theirs = reference(
        units=[{"unit_code": "hm", "unit_name": "Phường Hòa Minh"}],
        groups=[{"group_code": "khoi-phuong", "group_name": "Phường"}],
        memberships=[{"unit_code": "hm", "group_code": "khoi-phuong"}],
        criteria_sets=[
            {"criteria_set_code": "BTC-2014", "criteria_set_name": "Bộ 2014", "not_applicable_rule": "excluded"}
        ],
        criteria=[
            {
                "criteria_set_code": "BTC-2014",
                "criterion_code": "KH",
                "number": "1",
                "criterion_name": "Ban hành kế hoạch công tác",
                "kind": "normal",
            }
        ],
    )
    new = draft([matrix()], theirs)
    assert "criteria_sets" not in new
    assert "groups" not in new
    assert [row["unit_code"] for row in new["units"]] == ["phuong-hoa-khanh-bac"]
    assert [row["group_code"] for row in new["memberships"]] == ["khoi-phuong"]
    assert [row["criterion_code"] for row in new["criteria"]] == ["I", "I.2", "II", "II.1"]


def test_a_person_may_say_that_a_year_opens_a_set():
    declared = {"criteria_set_code": "BTC-2015", "criteria_set_name": "Bộ 2015", "not_applicable_rule": "zero"}
    known = drafted(matrix(), matrix(year=2015, file="2015/a.xlsx"), known=reference(criteria_sets=[declared]))
    assert codes(known, "assessments", "criteria_set_code") == ["BTC-2014", "BTC-2015"]


@pytest.mark.parametrize(
    ("criteria", "sets"),
    [
        (CRITERIA, ["BTC-2014", "BTC-2014"]),
        ((*CRITERIA[:1], ("1", "Ban hành kế hoạh công tác", 10), *CRITERIA[2:]), ["BTC-2014", "BTC-2014"]),
        (tuple((number, name, None) for number, name, _ in CRITERIA), ["BTC-2014", "BTC-2014"]),
        (tuple(line for line in CRITERIA if line[0] not in {"I", "II"}), ["BTC-2014", "BTC-2014"]),
        ((*CRITERIA[:1], ("1", "Ban hành kế hoạch công tác", 9), *CRITERIA[2:]), ["BTC-2014", "BTC-2015"]),
        ((*CRITERIA[:1], ("1", "Sắp xếp kho lưu trữ", 10), *CRITERIA[2:]), ["BTC-2014", "BTC-2015"]),
        ((*CRITERIA, ("2", "Quản lý con dấu", 5)), ["BTC-2014", "BTC-2015"]),
    ],
    ids=["same", "typo", "no maxima", "no headings", "another maximum", "another name", "one more"],
)
def test_rounds_share_a_set_while_its_lines_are_the_same(criteria, sets):
    points = [(1, 1)] * sum(number not in {"I", "II"} for number, _, _ in criteria)
    later = matrix(points, year=2015, file="2015/a.xlsx", criteria=criteria)
    known = drafted(matrix(), later)
    assert codes(known, "assessments", "criteria_set_code") == sets
    assert not has_errors(harmonise([matrix(), later], known)[1])


def test_another_spelling_of_a_criterion_becomes_an_alias():
    typo = matrix(year=2015, file="2015/a.xlsx", criteria=(*CRITERIA[:2], ("2", "Báo cáo đúng hạng", 5), *CRITERIA[3:]))
    known = drafted(matrix(), typo)
    assert [(row["alias"], row["criterion_code"]) for row in known.rows("criterion_aliases")] == [
        ("Báo cáo đúng hạng", "I.2")
    ]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ([("I", "Nhóm", None), ("3.1.1", "Lẻ", 1)], ["I", "I.3.1.1"]),
        ([("I", "Nhóm", None), ("a)", "Một", 1), ("đ)", "Hai", 1)], ["I", "I.a", "I.đ"]),
        ([("I", "Nhóm", None), ("I.1.", "Một", 1)], ["I", "I.1"]),
        ([("I", "Nhóm", None), ("1", "Một", 1), ("1", "Hai", 1)], ["I", "I.1", "I.1-2"]),
        ([("", "Một", 1), ("", "Hai", 1)], ["1", "2"]),
    ],
)
def test_codes_come_from_the_numbers_down_to_a_line(criteria, expected):
    points = [(1, 1)] * sum(number != "I" for number, _, _ in criteria)
    assert codes(drafted(matrix(points, criteria=criteria)), "criteria", "criterion_code") == expected


def test_links_follow_names_and_never_numbers():
    known = drafted(matrix(), matrix(year=2015, file="2015/a.xlsx", criteria=NEXT_SET))
    links = {
        (row["from_criterion_code"], row["to_criterion_code"]): row["kind"] for row in known.rows("criterion_links")
    }
    assert links == {
        ("I", "I"): "same",
        ("II", "II"): "same",
        ("I.1", "I.2"): "renamed",
        ("I.2", "I.1"): "rescaled",
        ("II.1", ""): "dropped",
        ("", "II.1"): "new",
    }


def test_links_of_people_are_not_doubted():
    told = {
        "from_set_code": "BTC-2014",
        "from_criterion_code": "II.1",
        "to_set_code": "BTC-2015",
        "to_criterion_code": "I.2",
        "kind": "renamed",
    }
    tables = [matrix(), matrix(year=2015, file="2015/a.xlsx", criteria=NEXT_SET)]
    new = draft(tables, reference(criterion_links=[told]))["criterion_links"]
    pairs = {(row["from_criterion_code"], row["to_criterion_code"]) for row in new}
    assert ("I.1", "") in pairs
    assert not any(a == "II.1" or b == "I.2" for a, b in pairs)


@pytest.mark.parametrize(
    ("names", "unit"),
    [
        (["UBND phường Hòa Minh", "P. Hoà Minh", "Hòa Minh"], "Phường Hòa Minh"),
        (["PHƯỜNG HÒA MINH", "Phường Hòa Minh"], "Phường Hòa Minh"),
        (["P. Hòa Minh"], "Phường Hòa Minh"),
    ],
)
def test_spellings_of_one_unit_are_one_unit(names, unit):
    tables = [
        matrix(((9,), (4,), (15,)), units=(name,), year=2014 + place, file=f"{2014 + place}/a.xlsx")
        for place, name in enumerate(names)
    ]
    known = drafted(*tables)
    assert [(row["unit_code"], row["unit_name"]) for row in known.rows("units")] == [("phuong-hoa-minh", unit)]
    assert known.rows("unit_aliases") == []


def test_p_stands_for_an_office_among_offices():
    table = matrix(units=("P. Nội vụ", "P. Tư pháp"), group="Các phòng chuyên môn")
    assert codes(drafted(table), "units", "unit_name") == ["Phòng Nội vụ", "Phòng Tư pháp"]


def test_a_slip_of_the_pen_is_proposed_as_an_alias():
    later = matrix(year=2015, file="2015/a.xlsx", units=("Phường Hoà Mình", "Phường Hòa Khánh Bắc"))
    known = drafted(matrix(), later)
    assert [(row["alias"], row["unit_code"]) for row in known.rows("unit_aliases")] == [
        ("Phường Hoà Mình", "phuong-hoa-minh")
    ]


def test_two_names_in_one_table_are_two_units():
    table = matrix(units=("Phường Hòa Minh", "Phường Hòa Mình"))
    known = drafted(table)
    assert codes(known, "units", "unit_code") == ["phuong-hoa-minh", "phuong-hoa-minh-2"]


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("hòa thuận đồng", "hòa thuận đông", True),
        ("tài nguyên và môi trường", "tài nguyên và môi trườn", True),
        ("hòa khánh bắc", "hòa khánh nam", False),
        ("tiểu học lê lai", "tiểu học lê lợi", False),
        ("mầm non số 1", "mầm non số 2", False),
        ("mỹ an", "mỹ ân", False),
    ],
)
def test_what_counts_as_a_slip(a, b, slip):
    assert is_slip(a, b) is slip


def test_a_sheet_name_cut_short_finds_its_unit():
    full = "Trường Trung học cơ sở Nguyễn Lương Bằng"
    table = matrix(((9,), (4,), (15,)), units=(full,))
    cut = matrix(((9,), (4,), (15,)), units=(full[:31],), year=2015, file="2015/a.xlsx", family=Family.UNIT_SHEET)
    cut = replace(cut, units=(SeenUnit(full[:31], "", None),))
    known = drafted(cut, table)
    assert codes(known, "units", "unit_name") == [full]
    assert [(row["alias"], row["unit_code"]) for row in known.rows("unit_aliases")] == [
        (full[:31], "truong-trung-hoc-co-so-nguyen-luong-bang")
    ]


@pytest.mark.parametrize(
    ("file", "group", "name"),
    [
        ("2014/a.xlsx", "Khối phường", "Khối phường"),
        ("2014/UBND phường/a.xlsx", "", "UBND phường"),
        ("phường/2014/a.xlsx", "", "Các đơn vị"),
        ("2014/a.xlsx", "", "Các đơn vị"),
    ],
)
def test_groups_come_from_the_sheet_then_from_the_folder(file, group, name):
    assert codes(drafted(matrix(file=file, group=group)), "groups", "group_name") == [name]


def test_a_change_of_group_begins_with_its_round():
    later = matrix(year=2015, file="2015/a.xlsx", group="Cụm 1")
    silent = matrix(year=2016, file="2016/a.xlsx", group="")
    known = drafted(matrix(), later, silent)
    of_minh = [row for row in known.rows("memberships") if row["unit_code"] == "phuong-hoa-minh"]
    assert [(row["from_assessment"], row["group_code"]) for row in of_minh] == [("2014", "phuong"), ("2015", "cum-1")]


def test_a_sheet_without_a_year_is_left_to_a_person():
    known = drafted(matrix(year=None, file="a.xlsx"))
    assert [(row["assessment_code"], bool(row["note"])) for row in known.rows("layouts")] == [("", True)]
    assert known.rows("assessments") == []


def test_a_round_of_summaries_takes_over_the_set_before():
    summary = matrix((), criteria=(), year=2015, file="2015/a.xlsx", family=Family.SUMMARY, totals=(28, 29))
    known = drafted(matrix(), summary)
    assert codes(known, "assessments", "criteria_set_code") == ["BTC-2014", "BTC-2014"]
    assert not has_errors(harmonise([matrix(), summary], known)[1])


def test_units_keep_the_order_of_the_sheets():
    known = drafted(matrix(units=tuple(reversed(WARDS))))
    assert codes(known, "units", "unit_name") == list(reversed(WARDS))
