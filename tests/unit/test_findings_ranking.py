"""The ranking's sentences: leaders, ties, and rises in points with a fall in rank."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from scoreboard.findings import ranking as findings
from scoreboard.tables.ranking import in_order
from scoreboard.text import words

W = words("vi")
COLUMNS = [
    "unit_code", "rank", "is_tied", "points", "share", "share_change", "comparability", "places_up", "not_done",
]  # fmt: skip


def table(*rows: tuple) -> pd.DataFrame:
    data = pd.DataFrame(rows, columns=COLUMNS, dtype=object).astype({"is_tied": bool})
    return data.assign(unit_name="Phòng " + data["unit_code"].astype(str), ranked_units=len(data))


GROUP = table(
    ("A", 1, False, Decimal(90), Decimal("0.9"), Decimal("0.01"), "comparable", 0, 0),
    ("B", 2, True, Decimal(80), Decimal("0.8"), Decimal("0.05"), "comparable", -1, 2),
    ("C", 2, True, Decimal(80), Decimal("0.8"), Decimal("0.09"), "comparable", 3, 5),
    ("D", 4, False, Decimal(60), Decimal("0.6"), Decimal("0.02"), "comparable", -2, 5),
    ("E", None, False, None, None, None, "not", None, 0),
)


def test_leader_tie_and_contradiction_make_one_line():
    assert findings.standing(GROUP, W) == (
        "Phòng A dẫn đầu; 2 đơn vị đồng hạng 2; Phòng D tăng tỷ lệ đạt nhưng giảm 2 bậc"
    )


def test_nobody_ranked():
    assert findings.standing(GROUP[GROUP["rank"].isna()], W) == "Khối này chưa có đơn vị nào được xếp hạng"


def test_rise_that_is_not_comparable_is_no_contradiction():
    unsure = GROUP.assign(comparability="not")
    assert "tăng tỷ lệ đạt" not in findings.standing(unsure, W)


def test_units_above_the_mean_are_counted_among_those_with_points():
    assert findings.above_mean(GROUP, W) == "3/4 đơn vị cao hơn điểm bình quân của khối (77,50 điểm)"


@pytest.mark.parametrize(("chosen", "focus"), [("B", "B"), (None, "C"), ("E", "C"), ("X", "C")])
def test_focus_is_the_chosen_unit_or_the_one_that_moved_most(chosen: str | None, focus: str):
    assert findings.in_focus(GROUP, chosen) == focus


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("A", "Phòng A giữ hạng 1"),
        ("C", "Phòng C tăng từ hạng 5 lên hạng 2"),
        ("D", "Phòng D giảm từ hạng 2 xuống hạng 4"),
    ],
)
def test_course_of_one_unit(unit: str, said: str):
    assert findings.course(GROUP, unit, W) == said


def test_course_without_comparable_places_is_the_place():
    still = GROUP.assign(places_up=None)
    assert findings.course(still, "A", W) == "Phòng A xếp hạng 1/5"
    assert findings.course(still, "B", W) == "Phòng B đồng hạng 2/5"


def test_a_group_in_which_all_are_first_has_no_leader():
    alike = table(*((code, 1, True, Decimal(70), Decimal("0.7"), None, "not", None, 1) for code in "ABCD"))
    assert findings.standing(alike, W) == "Cả 4 đơn vị đồng hạng 1"
    assert findings.above_mean(alike, W) == "Cả 4 đơn vị cùng được 70,00 điểm"
    assert findings.standing(alike[:1], W) == "Chỉ có Phòng A được xếp hạng"
    assert findings.above_mean(alike[:1], W) == "Khối có một đơn vị có điểm: 70,00 điểm"


@pytest.mark.parametrize(
    ("order", "codes"), [("rank", "ABCDE"), ("change", "CBDAE"), ("not_done", "CDBAE"), ("name", "EDCBA")]
)
def test_orders(order: str, codes: str):
    assert "".join(in_order(GROUP, order, list("EDCBA"))["unit_code"]) == codes
