"""Figures of peers and of rounds: dots and medians, lines that break, bars that add up."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pandas as pd
import pytest

from scoreboard.figures.labels import bold, bubble
from scoreboard.figures.mean_lines import mean_lines
from scoreboard.figures.outcome_rounds import closure_key, closure_rounds, direction_key, direction_rounds
from scoreboard.figures.peer_dots import peer_dots
from scoreboard.figures.round_bars import grade_key, grade_rounds, verdict_rounds
from scoreboard.figures.theme import LIGHT
from scoreboard.text import words
from tests.drawn import drawn

VI = words("vi")


def section(shares: dict[str, str | None], median: str | None) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "section_code": "I",
                "number": "I",
                "section_name": "Chỉ đạo",
                "unit_code": unit,
                "unit_name": f"Phòng {unit}",
                "share": None if share is None else Decimal(share),
                "median_share": None if median is None else Decimal(median),
            }
            for unit, share in shares.items()
        ],
        dtype=object,
    )


def said(figure) -> str:
    return " ".join(annotation.text for annotation in figure.layout.annotations)


def test_every_unit_with_a_share_has_a_dot_and_the_one_in_focus_the_accent():
    figure = drawn(peer_dots)(section({"A": "0.8", "B": "0.5", "C": None, "D": "0.7"}, None), LIGHT, VI, focus="A")
    others, own = (trace for trace in figure.data if trace.mode == "markers")
    assert (list(others.x), list(own.x)) == ([0.5, 0.7], [0.8])
    assert own.marker.color == LIGHT.accent
    assert others.hovertext[0] == bubble("Phòng B", "50,00%")


def test_median_is_drawn_and_named_only_where_it_is_given():
    few = drawn(peer_dots)(section({"A": "0.8", "B": "0.5"}, None), LIGHT, VI, focus="A")
    many = drawn(peer_dots)(section({"A": "0.8", "B": "0.5", "C": "0.6", "D": "0.7"}, "0.65"), LIGHT, VI, focus="A")
    assert "trung vị" not in said(few)
    assert not [trace for trace in few.data if trace.name == "median"]
    assert "+15 so với trung vị" in said(many)
    assert [list(trace.x) for trace in many.data if trace.name == "median"] == [[0.65, 0.65]]


def test_unit_without_a_share_in_a_section_is_said_to_have_none():
    figure = drawn(peer_dots)(section({"A": None, "B": "0.5"}, None), LIGHT, VI, focus="A")
    assert "Không có điểm" in said(figure)
    assert "0%" not in said(figure)


def means(*rows: tuple[str, int, str, str | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "group_code": group,
                "group_name": f"Khối {group}",
                "assessment_code": str(year),
                "assessment_name": f"Năm {year}",
                "year": year,
                "sort_order": year,
                "criteria_set_code": code,
                "criteria_set_name": f"Bộ {code}",
                "units": 3,
                "mean_share": None if share is None else Decimal(share),
                "is_other_units": False,
            }
            for group, year, code, share in rows
        ],
        dtype=object,
    )


def test_line_of_means_breaks_at_a_new_set_and_at_a_round_without_one():
    lines = means(("A", 1, "x", "0.5"), ("A", 2, "x", None), ("A", 3, "x", "0.6"), ("A", 4, "y", "0.7"))
    (line,) = drawn(mean_lines)(lines, LIGHT, VI).data
    assert list(line.x) == [0, None, 2, None, 3]
    assert list(line.y) == [0.5, None, 0.6, None, 0.7]


def test_line_of_means_breaks_where_the_group_has_none_of_its_units_any_more():
    lines = means(("A", 1, "x", "0.5"), ("A", 2, "x", "0.6"), ("A", 3, "x", "0.7"))
    (line,) = drawn(mean_lines)(lines.assign(is_other_units=[False, False, True]), LIGHT, VI).data
    assert list(line.x) == [0, 1, None, 2]


def test_group_without_a_mean_in_the_last_round_has_no_label_at_its_end():
    ended = means(("A", 1, "x", "0.5"), ("A", 2, "x", None))
    assert not [label for label in drawn(mean_lines)(ended, LIGHT, VI).layout.annotations if "Khối" in label.text]


def test_labels_of_equal_means_do_not_touch():
    equal = means(("A", 1, "x", "0.5"), ("B", 1, "x", "0.5"), ("C", 1, "x", "0.5"))
    labels = [label for label in drawn(mean_lines)(equal, LIGHT, VI).layout.annotations if "Khối" in label.text]
    shifts = sorted(label.yshift for label in labels)
    assert all(later - earlier >= 34 for earlier, later in pairwise(shifts))


def rounds(**counts: list[int]) -> pd.DataFrame:
    years = range(1, 1 + len(next(iter(counts.values()))))
    return pd.DataFrame(
        {
            "assessment_code": [str(year) for year in years],
            "assessment_name": [f"Năm {year}" for year in years],
            "year": list(years),
            "criteria_set_code": ["x", *["y"] * (len(years) - 1)],
            "criteria_set_name": ["Bộ x", *["Bộ y"] * (len(years) - 1)],
            **counts,
        }
    )


def test_parts_of_every_round_add_up_to_a_whole():
    figure = drawn(verdict_rounds)(rounds(done_well=[1, 3], not_well=[1, 0], not_done=[1, 1]), LIGHT, VI)
    assert [sum(part.x[place] for part in figure.data) for place in (0, 1)] == pytest.approx([1, 1])
    assert [part.marker.color for part in figure.data] == [LIGHT.done_well, LIGHT.not_well, LIGHT.not_done]


def test_new_set_is_ruled_off_and_named():
    figure = drawn(verdict_rounds)(rounds(done_well=[1, 3, 3], not_well=[1, 0, 1], not_done=[1, 1, 1]), LIGHT, VI)
    assert len(figure.layout.shapes) == 1
    assert "Bộ x" in said(figure)
    assert "Bộ y" in said(figure)


def test_grades_are_told_apart_without_the_colours_of_verdicts():
    names = ("Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu", "Kém")
    counts = {f"place_{place}": [1, 1] for place in range(1, 7)}
    fills = [part.marker.color for part in drawn(grade_rounds)(rounds(**counts), LIGHT, VI, names).data]
    assert not {LIGHT.done_well, LIGHT.not_well, LIGHT.not_done} & set(fills)
    assert [entry.label for entry in grade_key(names, LIGHT)] == list(names)
    assert [entry.fill for entry in grade_key(names, LIGHT)] == fills
    assert LIGHT.background not in fills[:5]


def test_a_part_of_nobody_leaves_no_line_and_an_outline_has_both_its_edges():
    counts = {"improved": [3, 0], "unchanged": [0, 0], "worse": [1, 0], "not_compared": [0, 2]}
    shares = [Decimal("0.75"), None]
    figure = drawn(direction_rounds)(rounds(**counts, improved_share=shares), LIGHT, VI)
    assert [tuple(part.marker.line.width) for part in figure.data] == [(1, 0), (0, 0), (1, 0), (0, 1)]
    low, high = figure.layout.xaxis.range
    assert low < 0
    assert high > 1


def test_counts_stand_in_the_bars_and_the_share_that_matters_at_their_end():
    shares = [Decimal("0.75"), None]
    counts = rounds(improved=[3, 0], unchanged=[0, 0], worse=[1, 0], not_compared=[0, 2], improved_share=shares)
    figure = drawn(direction_rounds)(counts, LIGHT, VI)
    assert [tuple(part.text) for part in figure.data] == [("3", ""), ("", ""), ("1", ""), ("", "2")]
    assert [label.text for label in figure.layout.annotations if label.x == 1] == [bold("75,0%"), bold("–")]
    assert figure.layout.margin.r > 0


def test_share_in_a_bubble_is_that_at_the_end_of_the_bar():
    counts = {"improved": [3], "unchanged": [0], "worse": [1], "not_compared": [4]}
    figure = drawn(direction_rounds)(rounds(**counts, improved_share=[Decimal("0.75")]), LIGHT, VI)
    rose, *_, unknown = figure.data
    assert "3/4 · 75,0%" in rose.hovertext[0]
    assert "4, ở ngoài tỷ lệ" in unknown.hovertext[0]
    assert rose.x[0] == 0.375


def test_key_of_directions_has_the_fills_of_the_bars():
    counts = rounds(improved=[3], unchanged=[1], worse=[1], not_compared=[1], improved_share=[Decimal("0.6")])
    fills = [part.marker.color for part in drawn(direction_rounds)(counts, LIGHT, VI).data]
    assert [entry.fill for entry in direction_key(LIGHT, VI)] == fills
    assert len(set(fills)) == 4


def test_outcomes_of_a_round_are_closed_first_and_unknown_last():
    outcomes = {"closed": [1], "improved": [2], "unchanged": [3], "worse": [4], "cannot_tell": [5]}
    figure = drawn(closure_rounds)(rounds(**outcomes, closed_share=[Decimal("0.1")]), LIGHT, VI)
    assert [part.name for part in figure.data] == [entry.code for entry in closure_key(LIGHT, VI)] == list(outcomes)
    assert bold("10,0%") in said(figure)
