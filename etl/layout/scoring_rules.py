"""Sentences that say how points are given: guidance of the criterion above them, never criteria of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from etl.layout.line import Line
from etl.layout.numbering import DASH, rank_of
from etl.layout.outline import parents_of

_NUMBER = r"(?<![\d.,/])[+-]?\d+(?:[.,]\d+)?"
_POINTS = r"(?:điểm|diểm|đ)\b"
_GIVES = re.compile(
    rf"(?<!điểm )(?<!điểm bị )\b(?:trừ|phạt|cộng|thưởng|đạt|được|tính|chấm|cho|còn)"
    rf"(?:\s+(?:đi|thêm|tính|chấm|cộng|là|không quá|tối đa))*\s+(?P<number>{_NUMBER})\s*(?:%\s*)?{_POINTS}"
    rf"|\btrừ\s+{_NUMBER}\s*%"
    rf"|(?<![\d.,/])0+\s*{_POINTS}"
    rf"|[:=]\s*(?:điểm\s+)?tối đa\s*$",
    re.IGNORECASE,
)
_FOR_EACH = re.compile(
    rf"(?:mỗi|cứ)(?:\s+[^\W\d]+,?){{1,4}}\s+(?:\w+\s+)?(?P<number>{_NUMBER})\s*(?:{_POINTS})?", re.IGNORECASE
)
_OPTION = re.compile(
    rf"[:=]\s*(?:điểm\s+)?(?:tối đa|trừ\b[^;,/]*|{_NUMBER}\s*%?\s*(?:{_POINTS})?)\s*(?=[;,/]|\.?$)", re.IGNORECASE
)
FEWEST_OPTIONS = 2


def says_how_points_are_given(text: str) -> bool:
    """Whether a text without a number of its own is such a sentence; a heading in capitals never is."""
    if text.isupper():
        return False
    options = _OPTION.findall(text)
    return bool(_GIVES.search(text) or _FOR_EACH.fullmatch(text.rstrip(" ."))) or len(options) >= FEWEST_OPTIONS


def with_guidance(lines: list[Line]) -> tuple[list[Line], set[int]]:
    """The lines without those that only say how points are given, added to the guidance above; and the rows of these.

    Where the sentences themselves bear the points and the line above bears none, they are what is scored.
    """
    kept, rows = _without_sentences(lines)
    parts = _parts_only_told(kept)
    for index, parent in parts.items():
        kept[parent] = _guided(kept[parent], kept[index])
    rows |= {kept[index].cell.row for index in parts}
    return [line for index, line in enumerate(kept) if index not in parts], rows


def _without_sentences(lines: list[Line]) -> tuple[list[Line], set[int]]:
    kept: list[Line] = []
    rows: set[int] = set()
    for run, is_rule in _runs(lines):
        above = kept[-1] if kept else None
        if not is_rule:
            kept += run
        elif any(line.has_scores for line in run) and not (above and above.has_scores):
            kept += [replace(line, name=line.text, max_points=None, max_cell=None) for line in run]
        else:
            rows |= {line.cell.row for line in run}
            for line in run if above else ():
                kept[-1] = _guided(kept[-1], line)
    return kept, rows


def _runs(lines: list[Line]) -> Iterator[tuple[list[Line], bool]]:
    """The lines in runs of sentences and of others."""
    run: list[Line] = []
    for line in lines:
        if run and _is_rule(run[-1]) != _is_rule(line):
            yield run, _is_rule(run[-1])
            run = []
        run.append(line)
    if run:
        yield run, _is_rule(run[-1])


def _is_rule(line: Line) -> bool:
    return _is_unnumbered(line) and not _has_own_maximum(line) and says_how_points_are_given(line.text)


def _is_unnumbered(line: Line) -> bool:
    return not line.number or rank_of(line.number) >= DASH


def _has_own_maximum(line: Line) -> bool:
    """Whether a cell of its own states the maximum, and not merely repeats the points that the sentence gives."""
    is_beside = line.max_cell is not None and line.max_cell is not line.cell
    return is_beside and line.max_points not in _numbers_given(line.text)


def _numbers_given(text: str) -> set[Decimal]:
    found = [match["number"] for form in (_GIVES, _FOR_EACH) for match in form.finditer(text)]
    return {Decimal(number.replace(",", ".")) for number in found if number}


def _parts_only_told(lines: list[Line]) -> dict[int, int]:
    """The lowest lines under one with points that bear none, whose maxima in words do not make it up; with that one."""
    children: dict[int, list[int]] = defaultdict(list)
    for index, parent in enumerate(parents_of(lines)):
        if parent is not None:
            children[parent].append(index)
    return {
        index: parent
        for parent, parts in children.items()
        if lines[parent].has_scores and not any(index in children for index in parts)
        if all(_may_be_guidance(lines[index]) for index in parts)
        if len(parts) == 1 or sum(lines[index].max_points or 0 for index in parts) != lines[parent].max_points
        for index in parts
    }


def _may_be_guidance(line: Line) -> bool:
    is_named_only = line.max_cell is None or line.max_cell is line.cell
    return _is_unnumbered(line) and is_named_only and line.max_points is not None and not line.has_scores


def _guided(line: Line, by: Line) -> Line:
    texts = (line.guidance, by.text, by.guidance)
    return replace(line, guidance="\n".join(text for text in texts if text))
