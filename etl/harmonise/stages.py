"""The stage that a whole sheet tells, where its columns say no more than "điểm"."""

from __future__ import annotations

import re

from etl.layout.table import Table
from etl.text.keys import match_key
from etl.text.vocabulary import vocabulary

_NOT_WORD = re.compile(r"\W+")


def stage_told(table: Table) -> str:
    """The stage that the sheet's name tells, or else its title; empty where they tell none, or several at once."""
    for text in (table.sheet, table.title):
        stages = _stages_in(text)
        if stages:
            return stages.pop() if len(stages) == 1 else ""
    return ""


def _stages_in(text: str) -> set[str]:
    words = f" {_NOT_WORD.sub(' ', match_key(text))} "
    return {
        stage
        for stage, lists in vocabulary()["title_stage"].items()
        if any(f" {match_key(phrase)} " in words for phrase in lists["within"])
    }
