"""What a unit's profile says, from small tables."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pandas as pd
import pytest

from scoreboard.findings import goals, lift, profile
from scoreboard.text import words

VI = words("vi")


def result(**given: object) -> SimpleNamespace:
    """A unit with 76 of 100 points, second of five, four points from the next grade; `given` replaces what is given."""
    row = {
        "group_name": "UBND phường",
        "is_submitted": True,
        "points": Decimal(76),
        "max_points": Decimal(100),
        "share": Decimal("0.76"),
        "applicable_max_points": Decimal(100),
        "normal_points": Decimal(76),
        "bonus_points": Decimal(0),
        "penalty_points": Decimal(0),
        "rank": 2,
        "ranked_units": 5,
        "is_tied": False,
        "is_partial": False,
        "missing": 0,
        "not_applicable": 0,
        "unranked_reason": None,
        "grade_name": "Khá",
        "grade_basis": "points",
        "next_grade_name": "Tốt",
        "next_grade_min": Decimal(80),
        "points_grade_name": "Khá",
        "grade_override_reason": None,
        "grade_override_source": None,
        "highest_grade_name": None,
        "highest_grade_reason": None,
        "highest_grade_source": None,
        "printed_points": None,
        "printed_rank": None,
        "printed_grade": None,
        "printed_grade_reason": None,
        "previous_share": Decimal("0.7"),
        "previous_rank": 3,
        "share_change": Decimal("0.06"),
        "comparability": "comparable",
        "reason": None,
        "caution": None,
        "rank_comparability": "comparable",
        "rank_reason": None,
    }
    return SimpleNamespace(**row | given)


def criteria(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    """(section, verdict, points lost)."""
    return pd.DataFrame(
        [
            {
                "criterion_code": f"{section}.{place}",
                "section_name": section,
                "verdict": verdict,
                "gap_points": None if gap is None else Decimal(gap),
                "step": None,
            }
            for place, (section, verdict, gap) in enumerate(rows, start=1)
        ],
        dtype=object,
    )


GAPS = criteria(("Lưu trữ", "not_well", "3"), ("Con dấu", "done_well", "0"), ("Văn thư", "not_done", "1.5"))


def test_sentence_has_rank_grade_losses_and_the_next_grade():
    assert profile.sentence(result(), GAPS, "năm 2000", VI) == (
        "Hạng **2/5** trong khối UBND phường, xếp loại **Khá**. Điểm mất tập trung ở lưu trữ và văn thư. "
        "Thiếu **4,00 điểm** để đạt loại Tốt."
    )


def test_sections_that_lost_as_much_as_the_second_are_named_too():
    tied = criteria(("A", "not_well", "3"), ("B", "not_well", "1"), ("C", "not_well", "1"), ("D", "not_well", "0.5"))
    assert "Điểm mất tập trung ở A, B và C." in profile.sentence(result(), tied, "năm 2000", VI)


def test_tie_blank_and_a_published_grade_are_said():
    published = {"printed_grade": "Yếu", "printed_grade_reason": "printed_points"}
    said = profile.sentence(result(is_tied=True, is_partial=True, missing=2, **published), GAPS, "", VI)
    assert said.startswith("Đồng hạng **2/5**")
    assert "Còn 2 tiêu chí không có điểm" in said
    assert "Bản công bố xếp loại **Yếu**, khác với loại Khá tính lại (theo điểm in trên sổ)." in said


@pytest.mark.parametrize(
    ("is_submitted", "start"), [(False, "Đơn vị chưa nộp bảng điểm năm 2000"), (True, "Đơn vị không có điểm nào")]
)
def test_unit_without_points_is_said_to_have_none(is_submitted: bool, start: str):
    nothing = result(is_submitted=is_submitted, points=None, share=None, rank=None, grade_name=None, missing=2)
    assert profile.sentence(nothing, GAPS.iloc[:0], "năm 2000", VI).startswith(start)


def test_unit_to_which_nothing_applies_is_told_so():
    nothing = result(points=None, share=None, rank=None, grade_name=None, not_applicable=2)
    assert profile.sentence(nothing, GAPS.iloc[:0], "năm 2000", VI).startswith("Không tiêu chí nào áp dụng")
    some_blank = result(points=None, share=None, rank=None, grade_name=None, not_applicable=2, missing=1)
    assert profile.sentence(some_blank, GAPS.iloc[:0], "năm 2000", VI).startswith("Đơn vị không có điểm nào")


def test_no_rank_is_of_no_number_and_the_first_round_is_named_once():
    figures = profile.figures(result(rank=None, ranked_units=0, previous_rank=None), None, VI)
    assert (figures[1].number, figures[1].base, figures[1].beside) == ("–", "", "")
    assert figures[2].beside == "chưa có kỳ trước"


def test_counts_of_one_are_right_in_english():
    one = criteria(("I", "not_done", "1"))
    assert profile.criteria_heading(one, words("en")) == "Criteria not done: 1; not done well: 0; done well: 0"


def test_unranked_unit_says_why():
    unranked = result(rank=None, unranked_reason="partial")
    said = profile.sentence(unranked, GAPS, "", VI)
    assert said.startswith("Không xếp hạng trong khối UBND phường vì chưa đủ điểm")


def test_figures_say_what_may_be_compared_and_what_not():
    share, rank, before, grade = profile.figures(
        result(
            comparability="not",
            reason="territory_changed",
            rank_comparability="not",
            rank_reason="members_changed",
            printed_grade="Khá",
        ),
        "năm 1999",
        VI,
    )
    assert (share.number, share.beside) == ("76,00%", "76,00 / 100,00 điểm")
    assert rank.beside == "năm 1999: hạng 3, không so sánh trực tiếp (khối đổi thành phần)"
    assert (before.label, before.number) == ("Năm 1999", "70,00%")
    assert before.beside == "không so sánh trực tiếp: khác địa giới"
    assert grade.beside == "theo điểm; trùng với bản công bố"


@pytest.mark.parametrize(
    ("bonus", "penalty", "said"),
    [
        ("5", "0", "; đã cộng 5,00 điểm thưởng, không tính vào tỷ lệ"),
        ("0", "-2", "; đã trừ 2,00 điểm, không tính vào tỷ lệ"),
        ("5", "-2", "; đã cộng 5,00 điểm thưởng và trừ 2,00 điểm, không tính vào tỷ lệ"),
        ("0", "0", ""),
    ],
)
def test_points_in_the_total_and_not_in_the_share_are_told(bonus: str, penalty: str, said: str):
    given = result(points=Decimal("103.5"), bonus_points=Decimal(bonus), penalty_points=Decimal(penalty))
    assert profile.figures(given, None, VI)[0].beside == f"103,50 / 100,00 điểm{said}"


@pytest.mark.parametrize(
    ("given", "beside"),
    [
        ({}, "so sánh được: +6,00 điểm %"),
        ({"comparability": "by_share"}, "trên các tiêu chí chung của hai bộ: +6,00 điểm %"),
        ({"share_change": Decimal("-0.01"), "caution": "ceiling"}, "so sánh được: −1,00 điểm %; khó tăng thêm"),
        ({"comparability": None, "previous_share": None}, ""),
    ],
)
def test_change_since_last_time_stands_with_what_may_be_said_of_it(given: dict, beside: str):
    assert profile.figures(result(**given), "năm 1999", VI)[2].beside == beside


def test_path_takes_no_more_than_is_needed_and_the_steps_of_each_criterion():
    path = lift.path(result(), GAPS)
    assert list(path["gain"]) == [Decimal(3), Decimal(1)]
    assert list(path["value"]) == [Decimal(79), Decimal(80)]
    stepped = lift.path(result(), GAPS.assign(step=[Decimal(2), None, Decimal("0.75")]))
    assert list(stepped["gain"]) == [Decimal(3), Decimal("1.5")]
    assert list(stepped["value"]) == [Decimal(79), Decimal("80.5")]


def test_point_is_worth_more_where_the_total_is_rescaled():
    rescaled = result(applicable_max_points=Decimal(80), normal_points=Decimal("60.8"))
    assert lift.missing(rescaled) == Decimal(4)
    assert lift.point_worth(rescaled) == Decimal("1.25")
    assert sum(lift.path(rescaled, GAPS)["gain"]) == Decimal("3.2")
    assert list(lift.path(rescaled, GAPS)["value"]) == [Decimal("79.75"), Decimal(80)]


def test_a_total_that_the_database_cut_is_short_of_no_more_than_the_criteria_say():
    cut = result(points=Decimal("66.6666666666"), normal_points=Decimal(60), applicable_max_points=Decimal(90))
    rival = SimpleNamespace(points=Decimal(70))
    assert lift.missing(cut, rival) / lift.point_worth(cut, rival) == Decimal(3)


NOBODY = pd.DataFrame({"unit_name": [], "points": [], "rank": []}, dtype=object)


def test_what_is_missing_adds_up_with_the_total_and_says_what_a_point_counts_where_it_is_rescaled():
    rescaled = result(applicable_max_points=Decimal(80), normal_points=Decimal("60.8"))
    scale = "một điểm ở tiêu chí bằng 1,25 điểm của tổng."
    sentence = profile.sentence(rescaled, GAPS, "năm 2000", VI)
    assert "Thiếu **4,00 điểm** để đạt loại" in sentence
    assert scale in sentence
    (goal,) = goals.goals(rescaled, NOBODY, VI)
    assert goal.finding.startswith("Cần thêm 4,00 điểm để đạt loại")
    assert goal.compared.endswith(scale)
    assert goal.unreachable.endswith(scale)
    (plain,) = goals.goals(result(), NOBODY, VI)
    assert "quy đổi" not in plain.compared + profile.sentence(result(), GAPS, "năm 2000", VI)


def test_a_shortfall_smaller_than_what_is_shown_is_not_none():
    near = result(points=Decimal("79.9996"), normal_points=Decimal("79.9996"))
    assert "Thiếu **chưa đến 0,01 điểm** để đạt loại" in profile.sentence(near, GAPS, "năm 2000", VI)
    assert goals.goals(near, NOBODY, VI)[0].finding.startswith("Cần thêm chưa đến 0,01 điểm")


def test_next_rank_is_the_nearest_ranked_unit_above_and_needs_points_whatever_grades_are_read_from():
    ranking = pd.DataFrame(
        {
            "unit_name": ["A", "B", "C", "D", "E"],
            "points": [Decimal(90), Decimal(78), Decimal(78), Decimal(76), Decimal("76.5")],
            "rank": [1, 2, 2, 4, None],
        },
        dtype=object,
    )
    by_share = result(grade_basis="share", max_points=Decimal(50), applicable_max_points=Decimal(50))
    rival = lift.next_above(by_share, ranking)
    assert (rival.unit_name, rival.rank) == ("B", 2)
    assert lift.missing(by_share, rival) == Decimal(2)
    assert list(lift.path(by_share, GAPS, rival)["value"]) == [Decimal(78)]
    assert lift.next_above(result(points=Decimal(90), rank=1), ranking) is None
    assert lift.next_above(result(rank=None), ranking) is None


def test_grade_by_share_is_reached_in_per_cent_whatever_the_maximum():
    by_share = result(
        grade_basis="share",
        points=Decimal(38),
        normal_points=Decimal(38),
        max_points=Decimal(50),
        applicable_max_points=Decimal(50),
    )
    assert lift.missing(by_share) == Decimal(2)
    assert list(lift.path(by_share, GAPS)["value"]) == [Decimal(80)]


def test_no_path_at_the_top_or_where_the_gaps_are_not_enough():
    assert lift.missing(result(next_grade_min=None)) is None
    assert lift.path(result(next_grade_min=None), GAPS).empty
    assert lift.path(result(next_grade_min=Decimal(99)), GAPS).empty
    nothing = result(points=None, normal_points=None, applicable_max_points=None)
    assert lift.path(nothing, GAPS).empty


def test_remedies_are_set_beside_the_shortfalls_of_their_round():
    asked = pd.DataFrame(
        [("2000", "Văn thư.3"), ("2000", "Con dấu.2"), ("1999", "Lưu trữ.1")],
        columns=["assessment_code", "criterion_code"],
        dtype=object,
    )
    said = profile.remedies_compared(asked, GAPS, "2000", VI)
    assert said.endswith("Kỳ này có kiến nghị cho 1/2 hạn chế.")
    assert "hạn chế." not in profile.remedies_compared(asked, GAPS[GAPS["verdict"] == "done_well"], "2000", VI)


def sections(median: str | None, *units: str) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "unit_code": unit,
                "share": Decimal("0.5"),
                "median_share": None if median is None else Decimal(median),
            }
            for unit in units
        ],
        dtype=object,
    )


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (sections("0.6", "A", "B", "C", "D"), "Thấp hơn trung vị khối ở 1/1 nhóm tiêu chí"),
        (sections("0.5", "A", "B", "C", "D"), "Không thấp hơn trung vị khối ở nhóm tiêu chí nào"),
        (sections(None, "A", "B"), "So với các đơn vị cùng khối, theo nhóm tiêu chí"),
        (sections(None, "A"), "Khối không có đơn vị khác để so sánh"),
        (sections(None, "A", "B").assign(share=None), "Chưa đơn vị nào trong khối có điểm"),
    ],
)
def test_median_is_only_spoken_of_where_there_is_one(table: pd.DataFrame, said: str):
    assert profile.peers_heading(table, "A", VI) == said


def test_criteria_heading_counts_every_verdict():
    assert (
        profile.criteria_heading(GAPS, VI) == "1 tiêu chí chưa thực hiện được, 1 chưa thực hiện tốt, 1 đã thực hiện tốt"
    )
    assert profile.criteria_heading(GAPS.iloc[1:2], VI) == "Tất cả tiêu chí được chấm đã thực hiện tốt"
    assert profile.criteria_heading(GAPS.iloc[:0], VI) == "Chưa có tiêu chí nào được chấm"
