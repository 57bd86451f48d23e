"""Lines of criteria into a tree: what stands under what, what is an alternative, what is bonus or penalty."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from etl.layout.line import Line, Rank, ranks_of
from etl.layout.numbering import LETTER, rank_of
from etl.layout.table import SeenCriterion
from etl.text.words import meaning, meanings

_WORD = re.compile(r"\w+")
LONGEST_KIND = 5  # words; a longer name that begins with such a word is a criterion


def outline(lines: list[Line], proven: list[int | None] | None = None) -> tuple[SeenCriterion, ...]:
    """The criteria in the order of the lines, each with its parent, its kind and whether it is a heading.

    `proven` gives the parents where something better than numbers and fonts tells them.
    """
    parents = proven or parents_of(lines)
    kinds = _kinds(lines, parents)
    headings = {parent for parent, kind in zip(parents, kinds, strict=True) if kind != "alternative"}
    return tuple(
        SeenCriterion(
            number=line.number,
            name=line.name,
            kind=kind,
            parent=parent,
            has_children=index in headings,
            max_points=abs(line.max_points) if kind == "penalty" and line.max_points else line.max_points,
            cell=line.cell,
            max_cell=line.max_cell,
            guidance=line.guidance,
        )
        for index, (line, parent, kind) in enumerate(zip(lines, parents, kinds, strict=True))
    )


def without_remarks(lines: list[Line]) -> list[Line]:
    """The lines that are criteria.

    A sentence without number explains. A leaf with neither a maximum nor a score is a remark where maxima are printed;
    where none are, it is one without number among numbered lines that are scored.
    """
    kept = [line for line in lines if not line.is_sentence]
    if any(line.max_points is not None for line in kept):
        return _without_leaves(kept, lambda line: line.max_points is None and not line.has_scores)
    if any(line.number and line.has_scores for line in kept):
        return _without_leaves(kept, lambda line: not line.number and not line.has_scores)
    return kept


def _without_leaves(lines: list[Line], is_remark: Callable[[Line], bool]) -> list[Line]:
    while True:
        headings = set(parents_of(lines))
        kept = [line for index, line in enumerate(lines) if index in headings or not is_remark(line)]
        if len(kept) == len(lines):
            return kept
        lines = kept


def parents_of(lines: list[Line]) -> list[int | None]:
    """Per line the index of the one it stands under, None at the top."""
    parents: list[int | None] = []
    open_lines: list[tuple[Rank, int]] = []
    for index, rank in enumerate(ranks_of(lines)):
        while open_lines and open_lines[-1][0] >= rank:
            open_lines.pop()
        parents.append(open_lines[-1][1] if open_lines else None)
        open_lines.append((rank, index))
    return parents


def _kinds(lines: list[Line], parents: list[int | None]) -> list[str]:
    kinds: list[str] = []
    headings = set(parents)
    has_groups = any(parent is None and index in headings for index, parent in enumerate(parents))
    for index, (line, parent) in enumerate(zip(lines, parents, strict=True)):
        is_block = index in headings or (parent is None and has_groups)
        own = _kind_said(line, is_block)
        inherited = kinds[parent] if parent is not None else "normal"
        kinds.append(own if own and inherited == "normal" else inherited)
    children: dict[int | None, list[int]] = defaultdict(list)
    for child, parent in enumerate(parents):
        children[parent].append(child)
    for index, line in enumerate(lines):
        parts = children.get(index, [])
        if kinds[index] == "normal" and _are_alternatives(line, [lines[part] for part in parts]):
            for child in parts:
                kinds[child] = "alternative"
    return kinds


def _kind_said(line: Line, is_block: bool) -> str | None:
    """The kind that a line says it is of; None where it says none, or both.

    A long name inside a list only describes: `Trừ điểm đối với văn bản sai thể thức` is scored like its neighbours.
    """
    if line.max_points is not None and line.max_points < 0:
        return "penalty"
    said = meaning("row", line.name)
    is_label = is_block or line.max_points is None or len(line.name.split()) <= LONGEST_KIND
    is_mixed = len(meanings("kind", " ".join(_WORD.findall(line.name)))) > 1
    return said if said in ("bonus", "penalty") and is_label and not is_mixed else None


def _are_alternatives(whole: Line, parts: list[Line]) -> bool:
    """Options a), b) of one criterion: each fits into its maximum, together they exceed it."""
    maxima = [part.max_points for part in parts if part.max_points is not None]
    if whole.max_points is None or len(maxima) < 2 or any(rank_of(part.number) < LETTER for part in parts):
        return False
    return max(maxima) <= whole.max_points < sum(maxima)
