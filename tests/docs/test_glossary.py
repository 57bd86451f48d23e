"""The glossary defines every word that the database and the reference files use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from etl.office import reference

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = (ROOT / "etl" / "build" / "schema.sql").read_text("utf-8")
DEFINED = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "glossary.md").read_text("utf-8")))

TABLES = re.findall(r"create table (\w+)", SCHEMA)
NOUNS = sorted(
    {re.sub(r"^(from|to|next)_", "", noun) for noun in re.findall(r"^    (\w+)_code ", SCHEMA, re.MULTILINE)}
)
CHOICES = [
    *reference.KINDS,
    *reference.STAGES,
    *reference.LINK_KINDS,
    *reference.SUCCESSION_KINDS,
    *(str(status) for status in reference.Status),
]


def test_schema_was_read():
    assert len(TABLES) > 20
    assert {"unit", "criterion", "assessment"} <= set(NOUNS)


@pytest.mark.parametrize("word", [*TABLES, *NOUNS, *CHOICES])
def test_word_is_defined(word: str):
    assert word in DEFINED
