"""What the page on trends says, from small tables: who moved, and what cannot be compared."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pandas as pd

from scoreboard.findings import rounds, standing, trend
from scoreboard.text import words

VI = words("vi")
OLD = SimpleNamespace(criteria_set_code="x", criteria_set_name="Bộ cũ", assessment_name="Năm 1999")
NEW = SimpleNamespace(criteria_set_code="y", criteria_set_name="Bộ mới", assessment_name="Năm 2000")


def changes(*rows: tuple[str, str | None, str, str | None]) -> pd.DataFrame:
    """(unit, change, comparability, reason)."""
    return pd.DataFrame(
        [
            {
                "unit_code": unit,
                "unit_name": f"Phòng {unit}",
                "share_change": None if change is None else Decimal(change),
                "comparability": comparability,
                "reason": reason,
                "linked_criteria": 7,
            }
            for unit, change, comparability, reason in rows
        ],
        dtype=object,
    )


def test_only_comparable_units_are_counted_and_averaged():
    table = changes(
        ("A", "0.04", "comparable", None), ("B", "-0.02", "comparable", None), ("C", "0.9", "not", "partial")
    )
    assert trend.moved(table, "năm 1999", "năm 2000", VI) == (
        "Tính trên 2 đơn vị so sánh được giữa năm 1999 và năm 2000: 1 đơn vị tăng, 0 giữ nguyên, 1 giảm; "
        "bình quân tăng **1,00** điểm phần trăm."
    )
    assert trend.changes_heading(table, "năm 1999", VI) == "1/2 đơn vị tăng; Phòng A tăng mạnh nhất"


def test_all_that_rose_as_much_are_named_or_counted():
    level = changes(*((unit, "0.04", "comparable", None) for unit in "ABCDEF"))
    named = "Phòng A, Phòng B, Phòng C, Phòng D và 2 đơn vị khác"
    assert trend.changes_heading(level, "năm 1999", VI) == f"6/6 đơn vị tăng; {named} tăng mạnh nhất"


def test_change_over_two_sets_is_said_to_be_on_common_criteria():
    table = changes(("A", "0.04", "by_share", None))
    assert trend.moved(table, "năm 1999", "năm 2000", VI).startswith("Trên các tiêu chí chung")
    first, second = trend.limits(table, OLD, NEW, VI)
    assert "Bộ cũ sang Bộ mới" in first
    assert "trên 7 tiêu chí có liên kết" in first
    assert second == "Mọi đơn vị có trong hai kỳ đều so sánh được."


def test_what_cannot_be_compared_is_named_with_its_reason():
    table = changes(
        ("A", "0.1", "comparable", None), ("B", None, "not", "territory_changed"), ("C", None, "not", "not_submitted")
    )
    (sentence,) = trend.limits(table, OLD, OLD, VI)
    assert sentence == "Không so sánh được: Phòng B (khác địa giới); Phòng C (chưa nộp bảng điểm)."


def test_sets_without_a_confirmed_link_leave_nothing_to_compare():
    table = changes(("A", None, "not", "no_links")).assign(linked_criteria=0)
    assert "không có số liệu nào của hai kỳ so sánh được" in trend.limits(table, OLD, NEW, VI)[0]
    assert trend.moved(table, "năm 1999", "năm 2000", VI).startswith("Không có đơn vị nào so sánh được")


def test_first_assessment_has_nothing_before_it():
    assert trend.moved(changes(), None, "năm 2000", VI).startswith("Đây là kỳ đầu tiên")


def test_parts_name_the_real_change_beside_the_whole():
    parts = pd.DataFrame({"part": ["criteria_in", "real"], "points_change": [Decimal(5), Decimal("-1.25")]})
    assert trend.parts_heading(parts, VI) == "Điểm thay đổi +3,75, riêng thay đổi thực −1,25"


def verdicts(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["criteria_set_code", "done_well", "not_well", "not_done"])
    return table.assign(assessment_name=[f"Năm {2001 + place}" for place in range(len(table))])


def test_share_done_well_is_told_within_one_set_only_and_never_as_a_change():
    table = verdicts(("x", 9, 1, 0), ("y", 4, 6, 0), ("y", 5, 4, 1))
    assert rounds.verdicts_heading(table, VI) == "Lượt chấm đã thực hiện tốt: 40,0% năm 2002, 50,0% năm 2003"
    assert rounds.verdicts_heading(table.iloc[:2], VI) == "40,0% lượt chấm đã thực hiện tốt năm 2002"


def grades(*rows: tuple[str, str, int, str, int]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["assessment_code", "criteria_set_code", "place", "grade_name", "units"])
    return table.assign(assessment_name=table["assessment_code"], year=1, criteria_set_name=table["criteria_set_code"])


def test_grades_of_sets_with_other_names_share_a_place():
    table = grades(("b", "x", 1, "A", 1), ("b", "x", 2, "B", 3), ("a", "y", 1, "Xuất sắc", 2), ("a", "y", 2, "Tốt", 2))
    assert rounds.grade_names(table) == ("A / Xuất sắc", "B / Tốt")
    assert rounds.by_place(table)[["assessment_code", "place_1", "place_2"]].to_numpy().tolist() == [
        ["b", 1, 3],
        ["a", 2, 2],
    ]
    assert rounds.grades_heading(table, "năm 2000", VI) == "100,0% đơn vị xếp loại Tốt trở lên năm 2000"


def test_unit_is_told_beside_the_mean_of_its_group():
    given = {"share": [None, Decimal("0.7")], "mean_share": [Decimal("0.5"), Decimal("0.75")], "units": [3, 2]}
    history = pd.DataFrame(given)
    assert standing.history_heading(history, "Phòng A", "năm 2000", VI) == (
        "Phòng A thấp hơn bình quân khối 5,00 điểm phần trăm"
    )
    assert standing.history_heading(history.iloc[:1], "Phòng A", "năm 1999", VI) == "Phòng A chưa có điểm năm 1999"


def test_unit_alone_in_its_group_is_not_compared_with_itself():
    alone = pd.DataFrame({"share": [Decimal("0.7")], "mean_share": [Decimal("0.7")], "units": [1]})
    assert standing.history_heading(alone, "Phòng A", "năm 2000", VI) == (
        "Phòng A đạt 70,00% năm 2000; khối không có đơn vị khác"
    )


def test_predecessors_are_named_and_never_averaged():
    lines = pd.DataFrame({"short_name": ["Hòa Hiệp Bắc", "Hòa Hiệp Bắc", "Hòa Hiệp Nam"]})
    said = standing.history_compared(lines, VI)
    assert "Hòa Hiệp Bắc và Hòa Hiệp Nam; không cộng hay tính bình quân" in said
    assert "tiền thân" not in standing.history_compared(lines.iloc[:0], VI)
    assert "Đường mảnh: đơn vị tiền thân Hòa Hiệp Bắc;" in standing.history_compared(lines.iloc[:2], VI)


def test_a_change_without_parts_says_why_and_no_change_says_nothing():
    table = changes(("A", None, "not", "territory_changed"), ("B", "0", "comparable", None))
    first, second = (SimpleNamespace(unit_code=code, unit_name=f"Phòng {code}") for code in "AB")
    assert trend.no_parts(table, first, VI) == "Không tách được mức thay đổi của Phòng A: khác địa giới"
    assert not trend.no_parts(table, second, VI)
