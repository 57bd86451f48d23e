"""What the page on gaps says, from small tables."""

from __future__ import annotations

import re
from decimal import Decimal
from types import SimpleNamespace

import pandas as pd
import pytest

from scoreboard.findings import gaps
from scoreboard.tables import gaps as tables
from scoreboard.text import words

VI = words("vi")
UNIT = SimpleNamespace(unit_code="A", unit_name="Phòng A")


def criteria(*rows: tuple[str, str, int, bool]) -> pd.DataFrame:
    """(name, points lost, units lacking of 10, shared by most), the costliest first."""
    whole = sum(Decimal(points) for _, points, _, _ in rows) or Decimal(1)
    added, table = Decimal(0), []
    for place, (name, points, lacking, is_systemic) in enumerate(rows, start=1):
        added += Decimal(points)
        table.append(
            {
                "criterion_code": f"I.{place}",
                "criterion_name": name,
                "short_name": name,
                "gap_points": Decimal(points),
                "cumulative_share": added / whole,
                "lacking_units": lacking,
                "scored_units": 10,
                "is_systemic": is_systemic,
            }
        )
    return pd.DataFrame(table)


def test_shortfalls_that_most_units_share_lead_the_heading():
    shared = criteria(("Chỉnh lý tài liệu", "9", 9, True), ("CNTT", "8", 7, True), ("Con dấu", "1", 2, False))
    assert gaps.heading(shared, VI) == (
        "Chỉnh lý tài liệu và CNTT: mất nhiều điểm, từ 60% đơn vị được chấm trở lên chưa thực hiện tốt"
    )


def test_too_few_units_scored_is_not_a_shortfall_that_nobody_shares():
    few = criteria(("Chỉnh lý", "9", 1, False)).assign(scored_units=1)
    assert gaps.no_common(few, VI) == (
        "Chưa kết luận được hạn chế chung: cần ít nhất ba đơn vị được chấm ở cùng một tiêu chí, nhiều nhất mới có 1."
    )
    assert gaps.no_common(few.assign(scored_units=3), VI).startswith("Không có tiêu chí nào mà từ 60% đơn vị")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_threshold_of_shared_shortfalls_is_nowhere_called_a_majority(lang: str):
    said = [text for key, text in words(lang).texts.items() if key.startswith(("gaps.", "document.shortfalls."))]
    assert not re.search("đa số|[Mm]ost units", " ".join(map(str, said)))


def test_all_that_tie_for_the_costliest_are_named():
    tied = criteria(("Chỉnh lý", "9", 4, False), ("Nộp lưu", "9", 3, False), ("Con dấu", "1", 2, False))
    assert gaps.heading(tied, VI) == "Chỉnh lý và nộp lưu là các tiêu chí mất nhiều điểm nhất"


@pytest.mark.parametrize(
    ("scored", "said"), [(10, "Không có tiêu chí nào mất điểm"), (0, "Chưa có đơn vị nào có điểm")]
)
def test_nothing_lost_and_nothing_scored_are_two_things(scored: int, said: str):
    assert gaps.heading(criteria(("Chỉnh lý", "0", 0, False)).assign(scored_units=scored), VI) == said


def test_ties_at_the_tenth_place_are_all_in_and_share_counts_them():
    rows = criteria(*((f"Tiêu chí {place}", "5", 1, False) for place in range(12)))
    top = gaps.top_criteria(rows)
    assert len(top) == 12
    assert gaps.top_heading(top, None, VI) == "12 tiêu chí chiếm 100,0% số điểm mất"


def test_heading_of_all_criteria_tells_of_the_first_and_names_its_section():
    rows = criteria(("Chỉnh lý", "9", 4, False), ("CNTT", "3", 3, False))
    section = next(pd.DataFrame({"section_name": ["Lưu trữ"]}).itertuples())
    assert gaps.top_heading(rows, None, VI) == "Chỉnh lý chiếm 75,0% số điểm mất"
    assert gaps.top_heading(rows, section, VI) == "Chỉnh lý chiếm 75,0% số điểm mất của nhóm Lưu trữ"
    assert gaps.top_heading(rows.iloc[:1], section, VI) == "1 tiêu chí chiếm 75,0% số điểm mất của nhóm Lưu trữ"


def test_criteria_that_lost_nothing_are_no_gaps():
    rows = criteria(("Chỉnh lý", "9", 9, True), ("Nộp lưu", "1", 1, False), ("Con dấu", "0", 0, False))
    assert list(gaps.top_criteria(rows)["criterion_code"]) == ["I.1", "I.2"]
    assert list(gaps.common(rows)["criterion_code"]) == ["I.1"]
    assert list(gaps.own(rows)["criterion_code"]) == ["I.2"]


def test_notes_name_units_with_blanks_and_units_without_a_scoresheet():
    cells = pd.DataFrame(
        [
            {"unit_code": "A", "unit_name": "Phòng A", "is_partial": True, "is_submitted": True},
            {"unit_code": "B", "unit_name": "Phòng B", "is_partial": False, "is_submitted": False},
            {"unit_code": "C", "unit_name": "Phòng C", "is_partial": False, "is_submitted": True},
        ]
    )
    partial, absent = gaps.notes(cells, VI)
    assert partial.startswith("* Phòng A: còn tiêu chí để trống")
    assert absent.startswith("Phòng B chưa nộp bảng điểm")
    assert gaps.notes(cells.iloc[2:], VI) == []


def shortfalls(*rows: tuple[str, int, bool]) -> pd.DataFrame:
    """(criterion, rounds in a row, shared by most of the group)."""
    return pd.DataFrame(
        [
            {
                "criterion_code": code,
                "criterion_name": f"Tiêu chí {code}",
                "unit_code": "A",
                "points": Decimal("1.5"),
                "max_points": Decimal(4),
                "gap_points": Decimal("2.5"),
                "verdict": "not_well",
                "weak_rounds": rounds,
                "is_systemic": common,
                "was_split": code == "II.1",
            }
            for code, rounds, common in rows
        ]
    )


def test_shortfalls_of_a_unit_are_counted_with_those_that_recur():
    two = shortfalls(("I.1", 3, True), ("I.2", 1, False))
    assert gaps.unit_heading(two, UNIT, VI) == "Phòng A: 2 hạn chế, trong đó 1 lặp lại từ các kỳ trước"
    assert gaps.unit_heading(two.iloc[1:], UNIT, VI) == "Phòng A: 1 hạn chế"
    assert gaps.unit_heading(two.iloc[:0], UNIT, VI) == "Phòng A không có hạn chế nào trong phạm vi đang xem"


def test_shortfalls_that_all_recur_are_not_counted_twice():
    both = shortfalls(("I.1", 3, True), ("I.2", 2, False))
    assert gaps.unit_heading(both, UNIT, VI) == "Phòng A: 2 hạn chế, cả 2 lặp lại từ các kỳ trước"


def test_parts_of_a_split_criterion_are_said_to_be_counted_anew():
    whole, part = shortfalls(("I.1", 3, True)), shortfalls(("I.1", 3, True), ("II.1", 1, True))
    assert "tách" not in gaps.unit_compared(whole, VI)
    assert "hồ sơ đơn vị tính gộp cả tiêu chí được tách" in gaps.unit_compared(part, VI)
    assert gaps.unit_compared(whole.iloc[:0], VI) == ""


def test_a_shortfall_seen_once_does_not_recur():
    written = tables.of_unit(shortfalls(("I.1", 3, True), ("I.2", 1, False)), VI).written()
    assert [row[-2:] for row in written] == [["3 kỳ", "chung"], ["–", "riêng"]]
    assert written[0][3] == "1,50/4"
    assert tables.of_unit(shortfalls(("I.1", 1, True)).iloc[:0], VI).written() == []


def test_criteria_that_units_keep_lacking_are_marked_and_others_are_not():
    table = criteria(("Chỉnh lý", "9", 4, False), ("Con dấu", "1", 2, False))
    marked = tables.top_with_recurrence(table.assign(recurring_units=[3, 0], longest_rounds=[5, 1]), VI)
    assert [row[-1] for row in marked.written()] == ["3 (5 kỳ)", "–"]
