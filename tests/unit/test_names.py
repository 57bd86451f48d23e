"""Names from the data as they stand inside a sentence."""

from __future__ import annotations

import pytest

from scoreboard.text import names


@pytest.mark.parametrize(("name", "said"), [("Loại A", "A"), ("loại  Tốt ", "Tốt"), ("Tốt", "Tốt"), ("Loại", "Loại")])
def test_grade_is_said_without_the_word_for_grade(name: str, said: str):
    assert names.grade(name) == said


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [("Loại A", "a", True), ("TỐT", "Tốt", True), ("Tốt", "Khá", False), ("Tốt", None, False), (None, None, True)],
)
def test_one_grade_may_be_written_in_several_ways(name: str | None, other: str | None, same: bool):
    assert names.is_same_grade(name, other) is same


@pytest.mark.parametrize(
    ("name", "said"),
    [("Khối các phường", "các phường"), ("KHỐI phòng", "phòng"), ("UBND phường", "UBND phường"), ("Khối", "Khối")],
)
def test_a_group_is_not_called_a_group_twice(name: str, said: str):
    assert names.group(name) == said
