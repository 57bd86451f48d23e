"""A result in print that differs is told with the reason, and the reason is in words that every page shares."""

from __future__ import annotations

import re
from decimal import Decimal
from types import SimpleNamespace

import duckdb
import pytest

from etl.build.statements import comment_on_tables, create_tables
from scoreboard.findings import printed
from scoreboard.tables import profile as tables
from scoreboard.text import words

VI = words("vi")


def result(**given: object) -> SimpleNamespace:
    """A unit with 76 points, second, graded Khá, nothing in print; `given` replaces what is given."""
    row: dict[str, object] = {"points": Decimal(76), "rank": 2, "grade_name": "Khá", "grade_override_reason": None}
    for what in printed.RESULTS:
        row |= {f"printed_{what}": None, f"printed_{what}_reason": None}
    return SimpleNamespace(**row | given)


def test_only_results_that_differ_are_told_with_their_reason():
    one = result(
        printed_points=Decimal("76.0000"),
        printed_rank=3,
        printed_rank_reason="tie_rule",
        printed_grade="Loại khá",
        printed_grade_reason="unexplained",
    )
    assert printed.differences(one) == [("rank", 3, 2, "tie_rule")]


def test_a_cut_behind_the_shown_decimals_is_no_difference():
    cut = {"points": Decimal("74.3589743590"), "printed_points_reason": "rounding"}
    assert printed.differences(result(**cut, printed_points=Decimal("74.3589"))) == []
    assert printed.differences(result(**cut, printed_points=Decimal("74.4")))[0].reason == "rounding"


def test_a_grade_printed_by_its_code_is_the_grade():
    """The method compares codes too; where it sees no difference there is none."""
    assert printed.differences(result(printed_grade="kha")) == []
    held = {"grade_override_reason": "Mất tài liệu", "printed_grade_reason": "override"}
    assert printed.differences(result(printed_grade="kha", **held)) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"grade_override_reason": "Mất tài liệu"}, "theo điểm, chưa xét điều kiện khống chế"),
        ({"grade_name": None}, "bộ tiêu chí không có thang xếp loại"),
        ({"printed_grade_reason": "printed_points"}, "theo điểm in trên sổ"),
    ],
)
def test_why_a_printed_grade_differs(given: dict[str, object], said: str):
    (found,) = printed.differences(result(printed_grade="Tốt", **given))
    assert printed.why(found.what, found.reason, VI) == said


def test_table_has_numbers_difference_and_reason():
    differing = result(
        printed_points=Decimal("78.5"), printed_points_reason="without_bonus_penalty", printed_rank=1, grade_name=None
    )
    assert tables.printed(printed.differences(differing), VI).written() == [
        ["Tổng điểm", "78,50", "76,00", "+2,50", "chưa tính điểm thưởng, điểm trừ"],
        ["Thứ hạng", "1", "2", "–", "–"],
    ]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("what", printed.RESULTS)
def test_every_reason_of_the_method_has_words(what: str, lang: str):
    """The column's comment lists the codes that the method gives."""
    with duckdb.connect() as connection:
        create_tables(connection)
        comment_on_tables(connection)
        (comment,) = connection.execute(
            "select comment from duckdb_columns() where table_name = 'total' and column_name = $name",
            {"name": f"printed_{what}_reason"},
        ).fetchone()
    codes = re.split(r", | or ", re.search(r": (.*?);", comment)[1])
    assert "unexplained" in codes
    assert all(printed.why(what, code, words(lang)) for code in codes)
