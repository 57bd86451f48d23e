"""The overview's sentences: what they say of each kind of number, and what they do not say."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from scoreboard.findings import key_figures, overview
from scoreboard.findings.measures import mean
from scoreboard.text import words

W = words("vi")


def ranking(*rows: tuple) -> pd.DataFrame:
    columns = ["unit_name", "share", "is_partial", "unranked_reason", "not_done"]
    data = pd.DataFrame(rows, columns=columns).astype({"share": object})
    return data.assign(reason=None, name_place=data["unit_name"].rank())


def changes(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit_name", "share_change", "comparability", "reason"])


def criteria(*rows: tuple) -> pd.DataFrame:
    columns = ["criterion_code", "short_name", "gap_share", "lacking_units", "scored_units", "is_systemic", "place"]
    return pd.DataFrame(rows, columns=columns)


def outcomes(**counts: int) -> pd.DataFrame:
    return pd.DataFrame({"outcome": list(counts), "shortfalls": list(counts.values())})


UNITS = ranking(
    ("Phòng A", Decimal("0.9"), False, None, 0),
    ("Phòng B", Decimal("0.7"), True, None, 3),
    ("Phòng C", None, False, "not_submitted", 0),
)


def test_mean_leaves_out_units_without_a_share():
    assert mean(UNITS["share"]) == Decimal("0.8")
    assert mean([None]) is None


def test_change_counts_comparable_units_only():
    given = changes(("A", Decimal("0.04"), "comparable", None), ("B", Decimal("0.60"), "not", "partial"))
    said = overview.level(UNITS, given, "năm 2020", W)
    assert "**80,00%**" in said
    assert "Tính trên 1 đơn vị so sánh được, bình quân tăng **4,00** điểm phần trăm" in said
    assert "60" not in said


@pytest.mark.parametrize(
    ("change", "said"), [("-0.04", "giảm **4,00** điểm"), ("0", "không đổi (0,00 điểm phần trăm)")]
)
def test_fall_and_standstill_have_their_words(change: str, said: str):
    assert said in overview.level(UNITS, changes(("A", Decimal(change), "comparable", None)), "năm 2020", W)


def test_nothing_comparable_is_said():
    given = changes(("A", Decimal("0.04"), "not", "partial"))
    assert "Chưa so sánh được với năm 2020" in overview.level(UNITS, given, "năm 2020", W)
    assert overview.largest_rise(given, "năm 2020", W) == "Không có đơn vị nào so sánh được với năm 2020"


def test_ties_at_the_third_place_are_all_named():
    given = criteria(
        ("I.1", "Mở hồ sơ", Decimal("0.4"), 5, 6, True, 1),
        ("I.2", "CNTT", Decimal("0.2"), 4, 6, True, 2),
        ("I.3", "Nộp lưu", Decimal("0.1"), 6, 6, True, 3),
        ("I.4", "Số hóa", Decimal("0.1"), 4, 6, True, 3),
        ("I.5", "Kho", Decimal("0.05"), 1, 6, False, 5),
    )
    said = overview.concentration(given, UNITS, W)
    assert "**80,0%** số điểm mất tập trung ở 4 tiêu chí" in said
    assert "mở hồ sơ (I.1), CNTT (I.2), nộp lưu (I.3) và số hóa (I.4)" in said
    assert said.endswith("số đơn vị chưa thực hiện tốt trên số được chấm: 4–6/6.")


def test_each_criterion_has_its_own_fraction_where_not_as_many_units_were_scored_on_all():
    given = criteria(
        ("I.1", "Mở hồ sơ", Decimal("0.4"), 5, 5, True, 1),
        ("I.2", "CNTT", Decimal("0.2"), 4, 4, True, 2),
        ("I.3", "Nộp lưu", Decimal("0.1"), 5, 5, True, 3),
    )
    assert overview.concentration(given, UNITS, W).endswith("trên số được chấm: 5/5 (I.1), 4/4 (I.2) và 5/5 (I.3).")


def test_gap_of_few_units_is_not_called_common():
    given = criteria(("I.1", "Mở hồ sơ", Decimal(1), 1, 6, False, 1))
    assert "hạn chế chung" not in overview.concentration(given, UNITS, W)


def test_nothing_scored_is_not_nothing_lost():
    unscored = UNITS.iloc[2:]
    assert overview.concentration(criteria(), unscored, W) == ""
    assert overview.undone(unscored, outcomes(), None, W) == ("Chưa có lượt chấm nào có điểm để biết mức độ thực hiện.")
    assert overview.costliest(criteria(), 0, 5, W) == "Chưa có đơn vị nào có điểm"


def test_no_result_at_all_is_not_none_undone():
    levels = pd.DataFrame({"done_well": [0, 3], "not_well": [0, 1], "not_done": [0, 0]})
    assert key_figures.not_done(levels.iloc[:1], W)[1:] == ("–", "", "chưa có lượt chấm nào có điểm")
    assert key_figures.not_done(levels, W)[1:] == ("0", "/ 4 lượt chấm", "0,0% số lượt chấm")


def test_nothing_lost_by_the_units_scored_is_said():
    assert overview.concentration(criteria(), UNITS, W) == "Không có tiêu chí nào mất điểm."
    assert overview.undone(UNITS.iloc[:1], outcomes(), None, W).startswith("Không có lượt chấm nào ở mức")
    assert overview.costliest(criteria(), 2, 5, W) == "Không có tiêu chí nào mất điểm"


def test_where_most_is_undone_is_named_only_when_one_unit_stands_out():
    others = ranking(("Phòng A", Decimal(1), False, None, 1), ("Phòng B", Decimal(1), False, None, 3))
    assert "Còn **4** lượt chấm ở mức chưa thực hiện được, trong đó Phòng B có 3." in overview.undone(
        others, outcomes(), None, W
    )
    tied = pd.concat([UNITS, UNITS])
    assert "trong đó" not in overview.undone(tied, outcomes(), None, W)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "Còn **1** lượt chấm ở mức chưa thực hiện được của Phòng B."),
        (3, "Còn **3** lượt chấm ở mức chưa thực hiện được, đều của Phòng B."),
    ],
)
def test_all_that_is_undone_by_one_unit_is_said_to_be_its_own(count: int, said: str):
    units = ranking(("Phòng A", Decimal(1), False, None, 0), ("Phòng B", Decimal(1), False, None, count))
    assert overview.undone(units, outcomes(), None, W) == said


def test_units_of_which_nothing_can_be_concluded_stand_in_the_order_of_their_names():
    partial = ranking(("Phòng C", Decimal(1), True, None, 0), ("Phòng A", Decimal(0), True, None, 0))
    assert "Phòng A và Phòng C còn tiêu chí để trống" in overview.unsure(partial, W)


def test_closed_shortfalls_are_of_those_that_can_be_told_and_the_others_are_said_beside():
    some = outcomes(closed=2, worse=3, cannot_tell=4)
    assert overview.undone(UNITS, some, "năm 2020", W).endswith(
        "; **2/5** hạn chế kết luận được của năm 2020 đã được khắc phục; 4 hạn chế chưa kết luận được."
    )
    assert overview.closed_gaps(some, "năm 2020", W) == "Đã khắc phục 2/5 hạn chế kết luận được của năm 2020 (40,0%)"
    assert overview.outcomes_compared(some, "năm 2021", "năm 2020", W).endswith(
        "4 hạn chế chưa kết luận được, ở ngoài tỷ lệ."
    )
    assert key_figures.closed(some, "năm 2020", W)[1:] == ("2", "/ 5 kết luận được", "40,0%; 4 chưa kết luận được")


def test_grades_are_counted_of_the_graded_units_as_their_history_is():
    units = pd.DataFrame({"grade_code": ["tot", "kha", "yeu", None], "share": [Decimal(1)] * 4})
    grades = pd.DataFrame({"grade_code": ["tot", "kha", "yeu"], "grade_name": ["Tốt", "Khá", "Yếu"]})
    figure = key_figures.well_graded(units, units, grades, "năm 2020", W)
    assert figure[1:] == ("2", "/ 3 được xếp loại", "năm 2020: 2 / 3")


def test_closed_shortfalls_without_any_doubt_say_none():
    sure = outcomes(closed=1204, worse=3000)
    assert overview.closed_gaps(sure, "năm 2020", W) == (
        "Đã khắc phục 1.204/4.204 hạn chế kết luận được của năm 2020 (28,6%)"
    )
    assert "chưa kết luận" not in overview.outcomes_compared(sure, "năm 2021", "năm 2020", W)
    assert overview.undone(UNITS, sure, "năm 2020", W).endswith("đã được khắc phục.")
    assert key_figures.closed(sure, "năm 2020", W)[1:] == ("1.204", "/ 4.204 kết luận được", "28,6%")


def test_nothing_told_of_any_shortfall_is_not_none_closed():
    unknown = outcomes(cannot_tell=3)
    assert overview.closed_gaps(unknown, "năm 2020", W) == "Chưa kết luận được hạn chế nào của năm 2020"
    assert overview.undone(UNITS, unknown, "năm 2020", W).endswith("chưa kết luận được hạn chế nào của năm 2020.")
    assert key_figures.closed(unknown, "năm 2020", W)[1:] == ("–", "", "3 chưa kết luận được")


def test_section_is_told_by_the_share_done_well_and_not_by_what_was_not_done():
    sections = pd.DataFrame(
        [("Lưu trữ", 3, 7, 0, 10), ("Số hóa", 5, 2, 3, 10), ("Con dấu", 0, 0, 0, 0)],
        columns=["section_name", "done_well", "not_well", "not_done", "verdicts"],
    )
    assert overview.weakest_section(sections, W) == "Lưu trữ có tỷ lệ thực hiện tốt thấp nhất (30,0%)"
    tied = sections.iloc[[0, 0, 1]]
    assert overview.weakest_section(tied, W) == "Lưu trữ và Lưu trữ cùng có tỷ lệ thực hiện tốt thấp nhất (30,0%)"
    assert overview.weakest_section(tied.iloc[:2], W) == "Các nhóm tiêu chí có tỷ lệ thực hiện tốt như nhau (30,0%)"


def test_all_that_rose_as_much_are_named_or_counted():
    level = changes(*((unit, Decimal("0.04"), "comparable", None) for unit in "ABCDE"))
    assert overview.largest_rise(level, "năm 2020", W) == "A, B, C và 2 đơn vị khác tăng mạnh nhất"


def test_what_cannot_be_concluded_names_the_units_and_the_reasons():
    merged = ranking(("Phòng D", Decimal("0.8"), False, None, 0)).assign(reason="territory_changed")
    said = overview.unsure(pd.concat([UNITS, merged]), W)
    assert "Phòng C chưa nộp bảng điểm" in said
    assert "Phòng B còn tiêu chí để trống" in said
    assert "Phòng D đã thay đổi địa giới" in said


def test_many_units_are_counted_not_listed():
    absent = ranking(*((f"Phòng {n}", None, False, "not_submitted", 0) for n in range(9)))
    assert "Phòng 0, Phòng 1, Phòng 2 và 6 đơn vị khác chưa nộp" in overview.unsure(absent, W)


def test_everything_conclusive_says_nothing():
    assert overview.unsure(UNITS.iloc[:1], W) == ""


def test_totals_that_fell_and_units_that_really_fell_are_counted_apart():
    table = pd.DataFrame(
        [
            ("by_share", Decimal(-9), Decimal("0.5")),
            ("by_share", Decimal(-7), Decimal(-1)),
            ("by_share", Decimal(2), Decimal(0)),
            ("not", Decimal(5), Decimal(5)),
        ],
        columns=["comparability", "points_change", "real_change"],
    )
    assert overview.real_change(table, W) == (
        "Tổng điểm công bố của 3 đơn vị: 1 tăng, 2 giảm; riêng phần thay đổi thực: 1 tăng, 1 giảm."
    )
    assert not overview.real_change(table.assign(comparability="comparable"), W)
