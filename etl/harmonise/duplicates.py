"""The same score given twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from etl.harmonise.scores import Score, State
from etl.problem import Problem

Identity = tuple[str, str, str, str]
SheetPlace = tuple[str, str]  # file, sheet
Pair = tuple[str, SheetPlace, SheetPlace]  # unit_code and the two sheets


@dataclass
class _Clash:
    """The cells of one unit on one sheet that repeat what another sheet already gave."""

    repeats: list[Score] = field(default_factory=list)
    firsts: list[Score] = field(default_factory=list)

    def add(self, first: Score, repeat: Score) -> None:
        """Take in one more cell that repeats another."""
        self.firsts.append(first)
        self.repeats.append(repeat)


def without_duplicates(
    scores: list[Score], own_sheets: Collection[SheetPlace] = ()
) -> tuple[list[Score], list[Problem]]:
    """One score per assessment, unit, criterion and stage, and a problem per unit and pair of sheets that clash.

    A blank cell contradicts nothing: where another sheet fills it, the filled one stands. A sheet that repeats what
    another says, as one for each region does, contradicts nothing either, unless both are a unit's own: then one may be
    another unit's, with a heading copied along. Of two filled cells the first stays; nothing is overwritten.
    """
    kept: dict[Identity, Score] = {}
    clashes: dict[Pair, _Clash] = defaultdict(_Clash)
    copies: dict[Pair, _Clash] = defaultdict(_Clash)
    for score in scores:
        identity = (score.assessment_code, score.unit_code, score.criterion_code, score.stage_code)
        first = kept.get(identity)
        if first is None or (first.state is State.BLANK and score.state is not State.BLANK):
            kept[identity] = score
        elif score.state is not State.BLANK:
            places = (first.file, first.sheet), (score.file, score.sheet)
            if not _is_repetition(first, score):
                clashes[score.unit_code, *places].add(first, score)
            elif all(place in own_sheets for place in places):
                copies[score.unit_code, *places].add(first, score)
    problems = [_problem("duplicate_score", clash) for clash in clashes.values()]
    return list(kept.values()), [
        *problems,
        *(_problem("unit_sheet_repeated", copy) for pair, copy in copies.items() if pair not in clashes),
    ]


def _is_repetition(first: Score, score: Score) -> bool:
    is_other_sheet = (first.file, first.sheet) != (score.file, score.sheet)
    return is_other_sheet and (first.state, first.points) == (score.state, score.points)


def _problem(code: str, clash: _Clash) -> Problem:
    first, repeat = clash.firsts[0], clash.repeats[0]
    values = {
        "unit": repeat.unit_code,
        "criterion": repeat.criterion_code,
        "first_place": f'{first.file} > "{first.sheet}" > {first.cell}',
        "first_seen": first.raw_text,
        "cells": str(len(clash.repeats)),
        "assessment": repeat.assessment_code,
    }
    return Problem(code, repeat.file, repeat.sheet, repeat.cell, repeat.raw_text, values)
