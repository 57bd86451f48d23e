"""A unit's criteria beside the round before and its peers: what is said, and what is not claimed."""

from __future__ import annotations

from collections.abc import Iterator

import duckdb
import pandas as pd
import pytest

from scoreboard import queries
from scoreboard.findings import course, peers
from scoreboard.text import words
from scoreboard.ui import profile_lists
from tests.app.reading import words_of
from tests.spec.chapters.continuity import (
    CHANGED_SET,
    SPLIT_AND_MERGED,
    SPLIT_AND_MERGED_LINKS,
    SPLIT_AND_MERGED_SCORES,
    TWO_SETS,
)
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


SPLIT = {
    "criteria_sets": TWO_SETS,
    "criteria": SPLIT_AND_MERGED,
    "criterion_links": SPLIT_AND_MERGED_LINKS,
    "assessments": CHANGED_SET,
    "scores": SPLIT_AND_MERGED_SCORES,
}
BEFORE = "năm 2019"


@pytest.fixture(scope="module")
def answers() -> dict[str, pd.DataFrame]:
    with built(OFFICE) as connection:
        return {
            unit: queries.unit_peer_claims(connection, assessment="2020", unit=unit).assign(criterion_name="Tên")
            for unit in "AB"
        }


@pytest.fixture(scope="module")
def followed() -> dict[str, pd.DataFrame]:
    with built(OFFICE) as connection:
        return {
            unit: queries.unit_followed(connection, assessment="2020", unit=unit).assign(criterion_name="Tên")
            for unit in "AB"
        }


@pytest.fixture(scope="module")
def split() -> Iterator[duckdb.DuckDBPyConnection]:
    with built(SPLIT) as connection:
        yield connection


def test_closed_shortfalls_are_told_as_on_every_page(followed):
    said = "Đã khắc phục 1/2 hạn chế kết luận được của năm 2019 (50,0%); 1 tiêu chí giảm mức"
    assert course.heading(followed["A"], None, BEFORE, VI) == said


def test_what_cannot_be_told_says_why(followed):
    untold = followed["A"].assign(outcome="cannot_tell", reason="territory_changed")
    assert course.heading(untold, None, BEFORE, VI) == "Không so sánh được với kỳ trước ở tiêu chí nào"
    assert "Chưa kết luận: 2 hạn chế (khác địa giới)." in course.compared(untold, BEFORE, VI)


def test_unit_that_was_not_there_before_has_nothing_to_look_back_at(followed):
    assert course.heading(followed["B"], None, BEFORE, VI).startswith("Kỳ trước đơn vị không được đánh giá")
    assert course.compared(followed["B"], BEFORE, VI) == ""


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("absent_before", "Kỳ trước đơn vị không được đánh giá nên không có hạn chế để đối chiếu"),
        ("territory_changed", "Địa giới đơn vị đã thay đổi từ sau kỳ trước nên không đối chiếu hạn chế của kỳ trước"),
        ("not_submitted", "Kỳ trước đơn vị không có điểm nên không có hạn chế để đối chiếu"),
    ],
)
def test_nothing_to_look_back_at_has_the_reason_of_the_result(followed, reason: str, said: str):
    assert course.heading(followed["B"], reason, BEFORE, VI) == said


def test_what_was_well_and_still_is_needs_no_following(followed):
    well = followed["A"].assign(from_verdict="done_well", to_verdict="done_well", outcome="closed", reason=None)
    assert course.heading(well, None, BEFORE, VI) == "Các tiêu chí của năm 2019 đều đã thực hiện tốt và được giữ vững"


def test_lists_tell_verdicts_or_rounds(followed):
    said = [words_of(part) for part in profile_lists.courses(followed["A"], VI)]
    assert said[0].endswith("1 Tên tốt › chưa tốt")
    assert said[1].endswith("3 Tên 2 kỳ liền")
    assert said[2].endswith("2 Tên chưa tốt › tốt")


def test_what_was_split_is_followed_as_a_whole(split):
    rows = queries.unit_followed(split, assessment="2021", unit="A").assign(criterion_name="Tên")
    assert course.of_course(rows, "recurring")["parts"].tolist() == ["b1, b2"]
    assert "Tiêu chí được tách" in course.compared(rows, "năm 2020", VI)
    (recurring,) = profile_lists.courses(rows, VI)
    assert words_of(recurring).endswith("b1 Tên tách thành b1, b2 chưa tốt › chưa tốt")
    assert "nguon-goc" not in recurring


@pytest.mark.parametrize("office", [OFFICE, SPLIT], ids=["one_set", "split"])
def test_every_unit_closes_as_many_as_the_method_counts(office):
    with built(office) as connection:
        counted = connection.sql("""
            select to_assessment, unit_code, closed, gaps - cannot_tell, cannot_tell
            from gap_closure
            where unit_code is not null
        """).fetchall()
        assert counted
        for assessment, unit, *closure in counted:
            rows = queries.unit_followed(connection, assessment=assessment, unit=unit)
            weak = rows[rows["from_verdict"] != "done_well"]
            recovered, recurring = (len(course.of_course(rows, name)) for name in ("recovered", "recurring"))
            assert [recovered, recovered + recurring, (weak["outcome"] == "cannot_tell").sum()] == closure


def test_what_all_do_alike_is_neither_strength_nor_weakness(answers):
    assert peers.heading(answers["A"], VI) == "So với các đơn vị cùng khối: 1 điểm mạnh, 1 điểm yếu"
    weakness, strength = (words_of(part) for part in profile_lists.claims(answers["A"], VI))
    assert "1 Tên −53,33 điểm %" in weakness
    assert "2 Tên +50,00 điểm %" in strength


def test_too_few_peers_make_no_claim(answers):
    few = answers["A"].assign(claim=None, no_claim_reason="too_few_peers")
    assert peers.heading(few, VI) == "Khối có quá ít đơn vị để nêu điểm mạnh, điểm yếu"
    assert peers.compared(few, VI) == ""
    assert peers.compared(answers["A"], VI).startswith("Tỷ lệ đạt của đơn vị trừ")
    near = few.assign(no_claim_reason="near_mean")
    assert peers.heading(near, VI) == "Không tiêu chí nào hơn hoặc kém rõ so với các đơn vị cùng khối"
