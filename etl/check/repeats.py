"""Problems of which one stands for many, so that a list stays one that people read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import replace

from etl.problem import Problem

REMEDY = "line"
UNREAD_FILE = "unread_file"
CROWDING = frozenset({"subtotal_mismatch", "total_mismatch", "dangling_code", UNREAD_FILE})
MOST_OF_A_KIND = 20


def without_repeats(problems: list[Problem]) -> list[Problem]:
    """The problems in their order; of those that stand for one another the first, with the number of the others.

    Problems that the same line of a reference file solves stand for one another. So do wrong sums of one kind on one
    sheet, undefined codes in one reference file, or files of one kind that are not read, when there are more than
    anybody looks up one by one.
    """
    alike: dict[Hashable, list[Problem]] = defaultdict(list)
    for place, problem in enumerate(problems):
        alike[_kind(problem, place)].append(problem)
    kept: list[Problem] = []
    for (code, *_), same in alike.items():
        if code in CROWDING and len(same) <= MOST_OF_A_KIND:
            kept += same
        else:
            kept.append(replace(same[0], elsewhere=len(same) - 1))
    return kept


def _kind(problem: Problem, place: int) -> tuple[Hashable, ...]:
    """What problems that may stand for one another have in common; the place in the list where none may."""
    if problem.values.get(REMEDY):
        return problem.code, problem.values[REMEDY]
    if problem.code == UNREAD_FILE:
        return problem.code, problem.seen
    if problem.code in CROWDING:
        return problem.code, problem.file, problem.sheet
    return problem.code, place
