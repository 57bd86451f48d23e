"""The waterfall: every part begins where the one before it ended, and the last ends at the later total."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from scoreboard.figures.change_waterfall import CONNECTOR, change_waterfall
from scoreboard.figures.labels import bold
from scoreboard.figures.theme import LIGHT
from scoreboard.text import words
from tests.drawn import checked

VI = words("vi")
PARTS = {"real": "3.25", "criteria_in": "5", "criteria_out": "-4.75", "bonus_penalty": "-2"}


def parts(changes: dict[str, str]) -> pd.DataFrame:
    rows = [{"part": part, "points_change": Decimal(change)} for part, change in changes.items()]
    return pd.DataFrame(rows, dtype=object)


def drawn(changes: dict[str, str], from_points: str = "71.25"):
    steps = parts(changes)
    return checked(
        change_waterfall(steps, LIGHT, VI, before="Năm 2021", now="Năm 2022", from_points=Decimal(from_points))
    )


def steps(figure) -> list[tuple[float, float]]:
    return [(bar.base[0], bar.base[0] + bar.x[0]) for bar in figure.data if bar.type == "bar"]


def said(figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


def test_steps_lead_from_one_total_to_the_other():
    figure = drawn(PARTS)
    assert steps(figure) == [(71.25, 74.5), (74.5, 79.5), (74.75, 79.5), (72.75, 74.75)]
    assert said(figure)[0] == bold("Năm 2021: 71,25")
    assert said(figure)[-1] == bold("Năm 2022: 72,75")


def test_only_real_change_has_the_accent():
    colours = [bar.marker.color for bar in drawn(PARTS).data if bar.type == "bar"]
    assert colours == [LIGHT.accent, LIGHT.peer2, LIGHT.peer2, LIGHT.peer2]


def test_a_rise_is_told_right_of_its_step_and_a_fall_left_of_it():
    sides = {label.text: label.xanchor for label in drawn(PARTS).layout.annotations}
    assert (sides[bold("+3,25")], sides[bold("−2,00")]) == ("left", "right")


def test_lines_connect_every_row_with_the_next_at_its_level():
    line = next(trace for trace in drawn(PARTS).data if trace.name == CONNECTOR)
    assert list(line.x) == [
        71.25,
        71.25,
        None,
        74.5,
        74.5,
        None,
        79.5,
        79.5,
        None,
        74.75,
        74.75,
        None,
        72.75,
        72.75,
        None,
    ]


@pytest.mark.parametrize("changes", [{"real": "-3.75"}, {"real": "1", "max_changed": "-1"}, PARTS])
def test_everything_is_inside_the_axis(changes: dict[str, str]):
    figure = drawn(changes)
    low, high = figure.layout.xaxis.range
    assert all(low < start and stop < high for start, stop in steps(figure))
