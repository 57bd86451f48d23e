"""A unit's criteria beside the round before and its peers: what is said, and what is not claimed."""

from __future__ import annotations

import pandas as pd
import pytest

from scoreboard import queries
from scoreboard.findings import course
from scoreboard.text import words
from scoreboard.ui import profile_lists
from tests.app.reading import words_of
from tests.spec.office import built

VI = words("vi")
OFFICE = {
    "criteria": """
        criterion_code | max_points
        1              | 10
        2              | 10
        3              | 10
        4              | 10
    """,
    "assessments": """
        assessment_code
        2019
        2020
    """,
    "scores": """
        assessment_code | unit_code | 1  | 2  | 3 | 4
        2019            | A         | 9  | 2  | 3 | 8
        2020            | A         | 4  | 10 | 3 |
        2020            | B         | 9  | 5  | 3 | 8
        2020            | C         | 9  | 5  | 3 | 8
        2020            | D         | 10 | 5  | 3 | 8
    """,
}


@pytest.fixture(scope="module")
def answers() -> dict[str, pd.DataFrame]:
    with built(OFFICE) as connection:
        return {
            unit: queries.unit_course(connection, assessment="2020", unit=unit).assign(criterion_name="Tên")
            for unit in "AB"
        }


def test_lost_recurring_and_recovered_are_counted(answers):
    assert course.heading(answers["A"], VI) == ("Từ kỳ trước: 1 tiêu chí đã khắc phục, 1 giảm mức, 1 hạn chế lặp lại")


def test_what_cannot_be_told_says_why(answers):
    assert course.heading(answers["B"], VI) == "Không so sánh được với kỳ trước ở tiêu chí nào"
    assert "4 tiêu chí (kỳ trước không có)" in course.compared(answers["B"], "năm 2019", VI)


def test_lists_tell_verdicts_or_rounds(answers):
    said = [words_of(part) for part in profile_lists.courses(answers["A"], VI)]
    assert said[0].endswith("1 Tên tốt › chưa tốt")
    assert said[1].endswith("3 Tên 2 kỳ liền")
    assert said[2].endswith("2 Tên chưa tốt › tốt")


def test_what_all_do_alike_is_neither_strength_nor_weakness(answers):
    assert course.claims_heading(answers["A"], VI) == "So với các đơn vị cùng khối: 1 điểm mạnh, 1 điểm yếu"
    weakness, strength = (words_of(part) for part in profile_lists.claims(answers["A"], VI))
    assert "1 Tên −53,33 điểm %" in weakness
    assert "2 Tên +50,00 điểm %" in strength


def test_too_few_peers_make_no_claim(answers):
    few = answers["A"].assign(claim=None, no_claim_reason="too_few_peers")
    assert course.claims_heading(few, VI) == "Khối có quá ít đơn vị để nêu điểm mạnh, điểm yếu"
    near = few.assign(no_claim_reason="near_mean")
    assert course.claims_heading(near, VI) == "Không tiêu chí nào hơn hoặc kém rõ so với các đơn vị cùng khối"
