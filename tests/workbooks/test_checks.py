"""One thing wrong in one cell of a real workbook: what is reported, and where; and nothing where nothing is wrong."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from etl.problem import Severity
from tests.workbooks.builders import new_sheet, put, save
from tests.workbooks.office import CRITERIA, NEXT_POINTS, POINTS, UNITS, Edit, Office, scoresheet


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture) -> Office:
    made = Office(tmp_path)
    capsys.readouterr()
    return made


def cells(values: dict[str, object]) -> Edit:
    """Writes values into cells."""

    def write(sheet: Worksheet) -> None:
        for place, value in values.items():
            sheet[place] = value

    return write


def column(letter: str, values: list[object]) -> Edit:
    """Writes the scores of a unit."""
    rows = (5, 6, 7, 9, 10, 11)
    return cells({f"{letter}{row}": value for row, value in zip(rows, values, strict=True)})


def without_row(row: int) -> Edit:
    return lambda sheet: sheet.delete_rows(row)


def without_column(letter: int) -> Edit:
    return lambda sheet: sheet.delete_cols(letter)


def hidden_under_merge(sheet: Worksheet) -> None:
    """Merges a score with the empty cell beside it, in which something stays, as other programs leave it."""
    sheet.merge_cells("F5:G5")
    sheet._cells[5, 7] = Cell(sheet, 5, 7, 4)


SECOND = "2015/phuong.xlsx"
SUMS = {"subtotal_mismatch", "total_mismatch"}
IN_CELLS = [
    ("points_above_max", cells({"E5": 10.5}), "E5", Severity.ERROR),
    ("negative_points", cells({"D6": -1}), "D6", Severity.ERROR),
    ("excel_date_in_score", cells({"F7": datetime(2015, 10, 8)}), "F7", Severity.ERROR),
    ("unreadable_points", cells({"D9": "xem lại"}), "D9", Severity.ERROR),
    ("error_value", cells({"E10": "#DIV/0!"}), "E10", Severity.ERROR),
    ("uncached_formula", cells({"F11": "=SUM(1,2)"}), "F11", Severity.ERROR),
    ("subtotal_mismatch", cells({"D4": 20}), "D4", Severity.WARNING),
    ("total_mismatch", cells({"E12": 60}), "E12", Severity.WARNING),
    ("result_out_of_range", cells({"E12": 99999999999}), "E12", Severity.ERROR),
    ("duplicate_unit", cells({"F3": "P. Hoà Minh"}), "F3", Severity.ERROR),
    ("duplicate_criterion", cells({"A6": 1, "B6": "Ban hành kế hoạch công tác"}), "B6", Severity.ERROR),
    ("value_under_merge", hidden_under_merge, "G5", Severity.WARNING),
    ("column_at_maximum", column("D", [10, 5, 10, 20, 10, 5]), "D5", Severity.WARNING),
    ("column_repeated", column("E", [row[1] for row in POINTS]), "E5", Severity.WARNING),
]


@pytest.mark.parametrize(("code", "edit", "cell", "severity"), IN_CELLS, ids=[case[0] for case in IN_CELLS])
def test_pinned_to_code_and_cell(office: Office, code: str, edit: Edit, cell: str, severity: Severity):
    office.receive(edit)
    found = [each for each in office.problems() if each.code == code]
    assert [(each.file, each.sheet, each.cell, each.severity) for each in found] == [(SECOND, "Điểm", cell, severity)]
    assert all(found[0].said(part, lang) for part in ("message", "expected", "action") for lang in ("vi", "en"))


def test_an_office_in_order_has_nothing_to_report(office: Office):
    assert office.problems() == []


@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (column("D", [10, 5, 10, 20, 10, 4]), SUMS),
        (column("E", [*[row[1] for row in POINTS[:5]], NEXT_POINTS[5][1]]), SUMS),
        (cells({"E5": 10}), SUMS),
        (cells({"D6": 0}), SUMS),
        (cells({"D9": "16 điểm"}), set()),
        (cells({"D9": "Chưa nộp"}), SUMS),
        (cells({"F3": "P. Hoà Hiệp Nam"}), set()),
    ],
)
def test_what_only_looks_like_it_is_not_reported(office: Office, edit: Edit, codes: set[str]):
    office.receive(edit)
    assert {each.code for each in office.problems()} <= codes


def test_a_maximum_that_the_reference_contradicts(office: Office):
    office.decide("criteria", criteria_set_code="BTC-2014", criterion_code="I.2", max_points=6)
    found = [each for each in office.problems() if each.code == "printed_max_differs"]
    assert [(each.file, each.cell, each.seen, each.values["max_points"]) for each in found] == [
        ("2014/phuong.xlsx", "C6", "5", "6"),
        (SECOND, "C6", "5", "6"),
    ]


@pytest.mark.parametrize(("rule", "found"), [("forbidden", [("E6", "KAD")]), ("zero", [])])
def test_not_applicable_where_the_set_forbids_it(office: Office, rule: str, found: list):
    office.decide("criteria_sets", criteria_set_code="BTC-2014", not_applicable_rule=rule)
    office.receive(cells({"E6": "KAD"}))
    problems = [each for each in office.problems() if each.code == "not_applicable_forbidden"]
    assert [(each.cell, each.seen) for each in problems] == found


@pytest.mark.parametrize(("points", "found"), [(8.3, ["D5"]), (8.5, [])])
def test_points_between_the_steps_that_the_reference_gives(office: Office, points: float, found: list[str]):
    office.decide("criteria", criteria_set_code="BTC-2014", criterion_code="I.1", step=0.5)
    office.receive(cells({"D5": points}))
    assert [each.cell for each in office.problems() if each.code == "off_step"] == found


@pytest.mark.parametrize(("points", "found"), [([7.3], ["D4"]), ([7.3, 6.7], []), ([7], [])])
def test_points_between_the_steps_that_all_others_keep(tmp_path: Path, points: list[float], found: list[str]):
    units = [f"Phường {number:02}" for number in range(1, 26)]
    sheet = new_sheet("Điểm")
    scores = [*points, *[6 + number % 4 for number in range(len(units) - len(points))]]
    put(sheet, [("BẢNG CHẤM ĐIỂM NĂM 2015",), (), ("STT", "Nội dung", "Điểm tối đa", *units)])
    put(sheet, [("1", "Lập hồ sơ", 10, *scores), ("2", "Nộp lưu", 10, *[8, 9] * 12, 8)], 4)
    assert [each.cell for each in drafted(tmp_path, sheet) if each.code == "off_step"] == found


def drafted(folder: Path, sheet: Worksheet) -> list:
    return Office(folder, {2015: sheet}).problems()


@pytest.mark.parametrize(
    ("edit", "code", "seen"),
    [
        (without_column(6), "unit_missing", "Phường Hòa Hiệp Nam"),
        (without_row(7), "criterion_missing", "Kiểm tra đơn vị trực thuộc"),
        (cells({f"{letter}{row}": None for letter in "DE" for row in (5, 6, 7)}), "coverage_shrinking", "67%"),
    ],
)
def test_what_was_there_last_year_is_missed(office: Office, edit: Edit, code: str, seen: str):
    office.receive(edit)
    assert [each.seen for each in office.problems() if each.code == code] == [seen]


@pytest.mark.parametrize(("without", "shrunk"), [((), []), (("D5", "D6", "D7"), ["83%"])])
def test_units_that_no_group_has_are_told_and_their_cells_counted(
    office: Office, without: tuple[str, ...], shrunk: list[str]
):
    office.receive(cells(dict.fromkeys(without)))
    office.folder.reference_file("memberships").unlink()
    found = office.problems()
    assert [each.seen for each in found if each.code == "unknown_group"] == [*UNITS, *UNITS]
    assert [each.seen for each in found if each.code == "coverage_shrinking"] == shrunk


def test_a_criterion_that_a_decision_dropped_is_not_missed(office: Office):
    sheet = scoresheet(2016, NEXT_POINTS)
    sheet["B7"] = "Kiểm tra chéo"
    office.place(sheet, 2016)
    office.decide("criteria_sets", criteria_set_code="MOI", criteria_set_name="Bộ mới", not_applicable_rule="zero")
    office.decide("assessments", assessment_code="2016", assessment_name="Năm 2016", year=2016, criteria_set_code="MOI")
    codes = ("I", "I.1", "I.2", "I.3", "II", "II.1", "II.2", "II.3")
    for code, (number, printed, most) in zip(codes, CRITERIA, strict=True):
        name = "Kiểm tra chéo" if code == "I.3" else printed
        values = {"parent_code": code.rpartition(".")[0], "number": number, "max_points": most, "kind": "normal"}
        office.decide("criteria", criteria_set_code="MOI", criterion_code=code, criterion_name=name, **values)
    link = {"from_set_code": "BTC-2014", "to_set_code": "MOI"}
    for code in (code for code in codes if "." in code and code != "I.3"):
        office.decide("criterion_links", **link, from_criterion_code=code, to_criterion_code=code, kind="same")
    assert [each.seen for each in office.problems() if each.code == "criterion_unlinked"] == [CRITERIA[3][1]]
    office.decide("criterion_links", **link, from_criterion_code="I.3", kind="dropped")
    assert [each.seen for each in office.problems() if each.code == "criterion_unlinked"] == []


@pytest.mark.parametrize(
    ("stage", "rule", "found"),
    [
        ("appealed", "sum", [("appealed", "Năm 2014"), ("appealed", "Năm 2015")]),
        ("appealed", "printed", []),
        ("final", "sum", []),
        ("", "sum", []),
    ],
)
def test_an_official_stage_that_no_sheet_has_is_told(office: Office, stage: str, rule: str, found: list):
    office.decide("criteria_sets", criteria_set_code="BTC-2014", official_stage=stage, total_rule=rule)
    problems = [each for each in office.problems() if each.code == "official_stage_without_scores"]
    assert [(each.seen, each.values["assessment"]) for each in problems] == found
    assert {(each.values["stages"], each.severity) for each in problems} <= {("final", Severity.ERROR)}


@pytest.mark.parametrize(("own", "found"), [([9, 5, 9, 19, 9, 5], ["D9"]), ([6, 4, 6, 11, 6, 4], [])])
def test_a_self_assessment_far_above_the_appraisal(tmp_path: Path, own: list[int], found: list[str]):
    sheet = new_sheet("Hòa Minh")
    given = iter(zip(own, [5, 3, 5, 9, 5, 3], strict=True))
    rows = [(*line, *((None, None) if place in (0, 4) else next(given))) for place, line in enumerate(CRITERIA)]
    put(sheet, [("BẢNG CHẤM ĐIỂM NĂM 2015",), ("Đơn vị: UBND phường Hòa Minh",)])
    put(sheet, [("STT", "Nội dung", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"), *rows], 3)
    assert [each.cell for each in drafted(tmp_path, sheet) if each.code == "self_far_above"] == found


RESULTS = ("STT", "Đơn vị", "Tổng điểm", "Xếp hạng", "Xếp loại")


@pytest.mark.parametrize(
    ("ranks", "grades", "found"),
    [
        ((2, 1, 3), ("Khá", "Tốt", "Khá"), []),
        ((1, 2, 3), ("Khá", "tốt ", "Khá"), [("rank_mismatch", "D4"), ("rank_mismatch", "D5")]),
        ((2, 1, 3), ("Tốt", "Tốt", "Khá"), [("grade_mismatch", "E4")]),
    ],
)
def test_printed_ranks_and_grades_against_the_computed(office: Office, ranks, grades, found):
    for code, name, least in (("tot", "Tốt", 51), ("kha", "Khá", 0)):
        office.decide("grades", criteria_set_code="BTC-2014", grade_code=code, grade_name=name, min_value=least)
    totals = [sum(row[place] for row in NEXT_POINTS) for place in range(3)]
    sheet = new_sheet("Xếp hạng")
    put(sheet, [("BẢNG XẾP HẠNG NĂM 2015",), (), RESULTS])
    put(sheet, [(1 + n, *row) for n, row in enumerate(zip(UNITS, totals, ranks, grades, strict=True))], 4)
    office.place(sheet, 2015, "xep-hang.xlsx")
    office.decide("grades", criteria_set_code="BTC-2014", grade_code="tot", grade_name="Tốt", min_value=max(totals))
    assert [(each.code, each.cell) for each in office.problems()] == found


def test_the_same_file_twice(office: Office):
    copy = office.folder.raw / "2015" / "sao.xlsx"
    copy.write_bytes((office.folder.raw / "2015" / "phuong.xlsx").read_bytes())
    found = [each for each in office.problems() if each.code == "same_file_twice"]
    assert [(each.file, each.values["first"]) for each in found] == [("2015/sao.xlsx", SECOND)]


def test_files_in_which_scores_may_stand_and_that_are_not_read(office: Office):
    silent = ["~$phuong.docx", "~WRL0001.tmp", ".DS_Store", "Thumbs.db", "desktop.ini", "ghi chú.TXT", "README.md"]
    for name in [*silent, "BẢNG ĐIỂM.DOC", "điểm.docx", "quét.pdf", "điểm.zip", "không đuôi"]:
        (office.folder.raw / "2015" / name).write_bytes(b"x")
    found = [(each.code, each.file, each.seen, each.severity) for each in office.problems()]
    assert sorted(found) == [
        ("unread_file", f"2015/{name}", kind, Severity.WARNING)
        for name, kind in [
            ("BẢNG ĐIỂM.DOC", ".doc"),
            ("không đuôi", "–"),
            ("quét.pdf", ".pdf"),
            ("điểm.docx", ".docx"),
            ("điểm.zip", ".zip"),
        ]
    ]


def test_a_title_that_contradicts_its_folder(office: Office):
    save(scoresheet(2014), office.folder.raw / "2015", "phuong.xlsx")
    found = [each for each in office.problems() if each.code == "year_contradiction"]
    assert [(each.file, each.seen, each.values["place_year"]) for each in found] == [(SECOND, "2014", "2015")]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("từ năm 2013 đến năm 2015.xlsx", []),
        ("điểm 2013 đến hết năm 2015.xlsx", []),
        ("tu nam 2013 toi nam 2015.xlsx", []),
        ("từ năm 2016 đến năm 2018.xlsx", ["2016, 2017, 2018"]),
    ],
)
def test_a_name_with_a_span_of_years_contradicts_none_of_them(office: Office, name: str, found: list[str]):
    save(scoresheet(2014, NEXT_POINTS, ("Phường Hòa Minh",)), office.folder.raw, name)
    problems = [each for each in office.problems() if each.code == "year_contradiction"]
    assert [each.values["place_year"] for each in problems] == found


@pytest.mark.parametrize(
    ("code", "severity", "edit", "found"),
    [
        (
            "error_value",
            "warning",
            cells({"E10": "#DIV/0!"}),
            {"error_value": Severity.WARNING} | dict.fromkeys(SUMS, Severity.WARNING),
        ),
        ("total_mismatch", "error", cells({"E12": 60}), {"total_mismatch": Severity.ERROR}),
        (
            "points_above_max",
            "warning",
            cells({"E5": 10.5}),
            {"severity_refused": Severity.ERROR},
        ),
        (
            "unreadable_points",
            "warning",
            cells({"D9": "8/10"}),
            dict.fromkeys({"unreadable_points", *SUMS}, Severity.WARNING),
        ),
        ("no_such_code", "warning", cells({}), {"unknown_problem_code": Severity.ERROR}),
    ],
)
def test_an_office_says_how_severe_a_problem_is(office: Office, code, severity, edit, found):
    office.receive(edit)
    office.decide("severities", code=code, severity=severity)
    assert {each.code: each.severity for each in office.problems()} == found


@pytest.mark.parametrize(
    ("code", "edit", "thresholds"),
    [
        ("column_at_maximum", column("D", [10, 5, 10, 20, 10, 5]), {6: True, 7: False}),
        ("column_repeated", column("E", [row[1] for row in POINTS]), {6: True, 7: False}),
        (
            "coverage_shrinking",
            cells({f"{letter}{row}": None for letter in "DE" for row in (5, 6, 7)}),
            {"0.33": True, "0.34": False},
        ),
    ],
)
def test_an_office_says_how_far_is_too_far(office: Office, code: str, edit: Edit, thresholds: dict):
    office.receive(edit)
    for threshold, is_found in thresholds.items():
        office.decide("severities", code=code, severity="warning", threshold=threshold)
        assert (code in {each.code for each in office.problems()}) == is_found


@pytest.mark.parametrize(("threshold", "found"), [("0.5", []), ("0.2", ["self_far_above"])])
def test_an_office_says_how_far_above_the_appraisal_is_too_far(tmp_path: Path, threshold: str, found: list[str]):
    sheet = new_sheet("Hòa Minh")
    given = iter([(8, 5), (4, 3), (8, 5), (14, 9), (8, 5), (4, 3)])  # 16 of 60 points more
    rows = [(*line, *((None, None) if place in (0, 4) else next(given))) for place, line in enumerate(CRITERIA)]
    put(sheet, [("BẢNG CHẤM ĐIỂM NĂM 2015",), ("Đơn vị: UBND phường Hòa Minh",)])
    put(sheet, [("STT", "Nội dung", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định"), *rows], 3)
    office = Office(tmp_path, {2015: sheet})
    office.decide("severities", code="self_far_above", severity="warning", threshold=threshold)
    assert [each.code for each in office.problems() if each.code == "self_far_above"] == found


@pytest.mark.parametrize(("threshold", "found"), [(25, ["D4"]), (26, [])])
def test_an_office_says_from_how_many_scores_a_step_is_inferred(tmp_path: Path, threshold: int, found: list[str]):
    units = [f"Phường {number:02}" for number in range(1, 26)]
    sheet = new_sheet("Điểm")
    put(sheet, [("BẢNG CHẤM ĐIỂM NĂM 2015",), (), ("STT", "Nội dung", "Điểm tối đa", *units)])
    put(sheet, [("1", "Lập hồ sơ", 10, 7.3, *[6 + n % 4 for n in range(24)]), ("2", "Nộp lưu", 10, *[8, 9] * 12, 8)], 4)
    office = Office(tmp_path, {2015: sheet})
    office.decide("severities", code="off_step", severity="warning", threshold=threshold)
    assert [each.cell for each in office.problems() if each.code == "off_step"] == found


def test_a_severity_that_is_none_is_told_once(office: Office):
    office.decide("severities", code="total_mismatch", severity="loi")
    assert [(each.code, each.seen) for each in office.problems()] == [("bad_choice", "loi")]


def test_a_threshold_for_what_has_none_is_refused(office: Office):
    office.decide("severities", code="duplicate_unit", severity="error", threshold=2)
    (found,) = (each for each in office.problems() if each.code == "threshold_refused")
    assert (found.seen, found.values["code"]) == ("2", "duplicate_unit")
