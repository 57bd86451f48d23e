"""What is said of progress: who rose, which shortfalls closed, and what a change in a group's mean is made of."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pandas as pd

from scoreboard.findings import group_change, progress
from scoreboard.tables import progress as tables
from scoreboard.text import words

VI = words("vi")


def directions(improved: int, worse: int, not_compared: int = 0, **cautions: int) -> pd.DataFrame:
    compared = improved + worse
    row = {"assessment_code": "2000", "improved": improved, "unchanged": 0, "worse": worse}
    row |= {"not_compared": not_compared, "ceiling": 0, "floor": 0} | cautions
    return pd.DataFrame([row | {"improved_share": Decimal(improved) / compared if compared else None}], dtype=object)


def reasons(*rows: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["assessment_code", "reason", "units"])


def test_share_that_rose_is_of_those_that_can_be_compared():
    heading = progress.directions_heading(directions(3, 1, not_compared=6), "năm 2000", VI)
    assert heading == "3/4 đơn vị so sánh được tăng trong năm 2000 (75,0%)"


def test_nobody_comparable_is_said_and_no_share_is_made_up():
    heading = progress.directions_heading(directions(0, 0, not_compared=2), "năm 2000", VI)
    assert heading == "Không có đơn vị nào so sánh được với kỳ liền trước của năm 2000"


def test_who_cannot_be_compared_is_counted_by_reason_of_that_round_only():
    why = reasons(("1999", "partial", 9), ("2000", "territory_changed", 2), ("2000", "partial", 1))
    said = progress.directions_compared(directions(3, 1, not_compared=3), why, "năm 2000", VI)
    assert said.endswith("3 đơn vị không so sánh được trong năm 2000: 2 đơn vị khác địa giới; 1 đơn vị chưa đủ điểm.")
    assert "95%" not in said


def test_the_only_reason_is_not_counted_a_second_time():
    why = reasons(("1999", "partial", 9), ("2000", "not_submitted", 1))
    said = progress.directions_compared(directions(3, 1, not_compared=1), why, "năm 2000", VI)
    assert said.endswith("1 đơn vị không so sánh được trong năm 2000: chưa nộp bảng điểm.")


def test_sentence_with_several_reasons_has_one_colon_in_english():
    why = reasons(("2000", "partial", 2), ("2000", "not_submitted", 1))
    said = progress.directions_compared(directions(3, 1, not_compared=3), why, "2000", words("en"))
    assert said.rsplit(". ", 1)[1].count(":") == 1


def test_those_with_no_room_to_rise_or_to_fall_are_named_as_such():
    said = progress.directions_compared(directions(3, 1, ceiling=2, floor=1), reasons(), "năm 2000", VI)
    assert "2 đơn vị kỳ trước đã đạt từ 95% trở lên nên khó tăng thêm." in said
    assert "1 đơn vị kỳ trước chỉ đạt từ 5% trở xuống nên khó giảm thêm." in said


def closures(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    """(name, gaps, closed, cannot_tell)."""
    return pd.DataFrame(
        [
            {
                "criterion_code": name,
                "short_name": name,
                "unit_name": name,
                "gaps": gaps,
                "closed": closed,
                "cannot_tell": unsure,
                "closed_share": Decimal(closed) / (gaps - unsure) if gaps > unsure else None,
            }
            for name, gaps, closed, unsure in rows
        ],
        dtype=object,
    )


def test_closed_share_leaves_out_what_cannot_be_told_and_says_how_much_that_is():
    history = closures(("x", 10, 2, 2))
    assert progress.closures_heading(history, "năm 1999", VI) == (
        "Đã khắc phục 2/8 hạn chế kết luận được của năm 1999 (25,0%)"
    )
    assert progress.closures_compared(history, VI).endswith("2 hạn chế chưa kết luận được, ở ngoài tỷ lệ.")
    assert "chưa kết luận" not in progress.closures_compared(closures(("x", 10, 2, 0)), VI)


def test_nothing_to_be_told_is_not_nothing_closed():
    heading = progress.closures_heading(closures(("x", 3, 0, 3)), "năm 1999", VI)
    assert heading == "Chưa kết luận được hạn chế nào của năm 1999"


def test_slowest_are_counted_without_those_of_which_nothing_can_be_told():
    table = closures(("Lập hồ sơ", 4, 0, 1), ("Con dấu", 2, 1, 0), ("Số hóa", 2, 0, 2))
    assert progress.slowest_criteria(table, VI) == "1/2 tiêu chí chưa khắc phục được hạn chế nào"
    assert progress.slowest_units(table, VI) == "1/2 đơn vị chưa khắc phục được hạn chế nào"
    assert progress.slowest_units(table.iloc[1:], VI) == "Con dấu có tỷ lệ khắc phục thấp nhất"
    level = closures(("A", 4, 1, 0), ("B", 2, 1, 0), ("C", 2, 1, 0), ("D", 2, 1, 0), ("E", 2, 1, 0), ("F", 2, 2, 0))
    assert progress.slowest_units(level.iloc[1:3], VI) == "B và C cùng có tỷ lệ khắc phục thấp nhất"
    assert progress.slowest_criteria(level.iloc[1:], VI) == "4 tiêu chí cùng có tỷ lệ khắc phục thấp nhất"
    assert progress.more_equal(level, 2, VI) == "Còn 3 dòng cùng tỷ lệ với dòng cuối, xem trong bảng đầy đủ."
    assert progress.more_equal(level, 5, VI) == progress.more_equal(level, 6, VI) == ""
    assert tables.slowest_criteria(table, VI).written() == [
        ["Lập hồ sơ", "Lập hồ sơ", "0/3", "0,0%"],
        ["Con dấu", "Con dấu", "1/2", "50,0%"],
    ]


def group(**values: object) -> SimpleNamespace:
    usual = {
        "group_name": "Phường",
        "mean_change": Decimal("1.5"),
        "real_change": Decimal("-0.25"),
        "common_mean_change": Decimal("0.5"),
        "from_units": 4,
        "to_units": 3,
        "common_units": 2,
        "comparability": "comparable",
        "reason": None,
    }
    return SimpleNamespace(**usual | values)


def test_real_change_stands_beside_the_change_of_the_mean():
    assert group_change.heading(group(), VI) == "Phường: bình quân thay đổi +1,50 điểm, riêng thay đổi thực −0,25"


def test_means_of_wholly_other_units_are_no_change():
    heading = group_change.heading(group(real_change=None), VI)
    assert heading == "Phường: bình quân chênh +1,50 điểm, không phải thay đổi của cùng đơn vị"


def test_doubt_in_the_mean_is_said_with_the_figure_that_may_be_quoted():
    changed = group_change.compared(group(reason="members_changed", comparability="not"), "năm 1", "năm 2", VI)
    assert "năm 1 (4 đơn vị) và năm 2 (3 đơn vị), 2 đơn vị có ở cả hai kỳ" in changed
    assert changed.endswith("riêng 2 đơn vị chung, bình quân thay đổi +0,50 điểm.")
    assert group_change.compared(group(reason="partial", comparability="not"), "a", "b", VI).endswith(
        "Chưa so sánh được đầy đủ: chưa đủ điểm."
    )
    assert "chỉ phần thay đổi thực so sánh được" in group_change.compared(group(comparability="by_share"), "a", "b", VI)


def test_what_cutting_leaves_over_is_not_drawn_and_stays_in_the_table():
    parts = pd.DataFrame({"part": ["real", "remainder"], "points_change": [Decimal(1), Decimal("1E-10")]})
    assert list(group_change.drawn(parts)["part"]) == ["real"]
