"""What became of a unit, in words, with the other unit's name or without any."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from etl.office.reference import SUCCESSION_KINDS
from scoreboard.findings import succession
from scoreboard.text import words


def row(relation: str, kind: str, other: str | None) -> SimpleNamespace:
    return SimpleNamespace(relation=relation, kind=kind, other_name=other, extent="full")


def test_the_other_unit_is_named_where_there_is_one():
    said = succession.event(row("successor", "boundary", "Phường B"), words("vi"))
    assert said == "chuyển một phần địa giới cho Phường B"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("relation", ["predecessor", "successor"])
@pytest.mark.parametrize("kind", SUCCESSION_KINDS)
def test_no_sentence_waits_for_the_name_of_a_unit_that_there_is_not(lang: str, relation: str, kind: str):
    said = succession.event(row(relation, kind, None), words(lang))
    assert "None" not in said
    assert said.split()[-1] not in {"cho", "vào", "thành", "từ", "to", "into", "from", "of"}
    assert "  " not in said


def test_territory_given_to_nobody_named():
    assert succession.event(row("successor", "boundary", None), words("vi")) == "chuyển đi một phần địa giới"
