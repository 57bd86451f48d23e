"""What is said of units side by side: ties for the largest difference are all told."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from scoreboard.findings import comparison
from scoreboard.text import words

VI = words("vi")


def sections(**shares: tuple[str, str]) -> pd.DataFrame:
    """The shares of two units in each section."""
    return pd.DataFrame(
        [
            {"code": code, "section_name": f"Văn thư {code}", "share": Decimal(share)}
            for code, pair in shares.items()
            for share in pair
        ],
        dtype=object,
    )


def criteria(*spreads: str) -> pd.DataFrame:
    rows = [(f"{place}", f"Việc {place}", Decimal(spread)) for place, spread in enumerate(spreads, start=1)]
    return pd.DataFrame(rows, columns=["code", "criterion_name", "spread"], dtype=object)


def test_all_sections_that_differ_most_are_named():
    tied = sections(a=("0.5", "0.7"), b=("0.9", "0.7"), c=("0.5", "0.6"))
    assert (
        comparison.sections_heading(tied, VI)
        == "Khác nhau nhiều nhất ở nhóm văn thư a và văn thư b: 20,00 điểm phần trăm"
    )


def test_criteria_that_tie_with_the_last_named_are_counted():
    said = comparison.criteria_heading(criteria("0.9", "0.4", "0.4", "0.4", "0.4", "0.1"), VI)
    assert said == ("Khác nhau nhiều nhất ở 1 việc 1, 2 việc 2, 3 việc 3 và 2 tiêu chí khác cùng mức với tiêu chí cuối")
    assert "khác cùng mức" not in comparison.criteria_heading(criteria("0.9", "0.4", "0.3", "0.2"), VI)


def profiles(**shares: str) -> pd.DataFrame:
    """One row per unit, as far as a heading of totals asks for it."""
    rows = [(f"Phòng {name}", Decimal(share)) for name, share in shares.items()]
    return pd.DataFrame(rows, columns=["unit_name", "share"], dtype=object)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"a": "0.7", "b": "0.9", "c": "0.9"},
            "Phòng b và Phòng c cùng có tỷ lệ đạt cao nhất, hơn Phòng a 20,00 điểm phần trăm",
        ),
        (
            {"a": "0.7", "b": "0.9", "c": "0.7"},
            "Phòng b có tỷ lệ đạt cao hơn Phòng a và Phòng c 20,00 điểm phần trăm",
        ),
        (
            {"a": "0.7", "b": "0.9", "c": "0.8"},
            "Phòng b có tỷ lệ đạt cao nhất, hơn Phòng a 20,00 điểm phần trăm",
        ),
        ({"a": "0.7", "b": "0.7", "c": "0.7"}, "Các đơn vị có tỷ lệ đạt bằng nhau"),
    ],
    ids=["at_the_top", "at_the_bottom", "nowhere", "everywhere"],
)
def test_units_that_tie_for_the_highest_or_lowest_share_are_all_named(given, said):
    assert comparison.totals_heading(profiles(**given), "năm 2025", VI) == said
