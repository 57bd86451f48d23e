"""Which columns are sums of others, where the sheet does not say so but the numbers do."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

NOISE = Decimal("0.0001")  # sums of numbers that were floats in another program
FEWEST_ROWS = 3

Values = Sequence[Decimal | None]


def parents_by_sums(columns: Sequence[Values]) -> list[int | None]:
    """Per column the index of the column before it that it is a part of, None at the top.

    A column is a parent when it equals the sum of two or more columns right after it in every row that has them all,
    and at least three rows show it. The parts of a part are not counted twice.
    """
    parents: list[int | None] = [None] * len(columns)
    after = list(range(1, len(columns) + 1))
    for index in range(len(columns) - 1, -1, -1):
        parts: list[int] = []
        following = index + 1
        while following < len(columns):
            parts.append(following)
            following = after[following]
            if len(parts) > 1 and is_sum(columns[index], [columns[part] for part in parts]):
                after[index] = following
                for part in parts:
                    parents[part] = index
                break
    return parents


def is_sum(whole: Values, parts: Sequence[Values]) -> bool:
    """Whether the whole equals the sum of the parts in every complete row, with enough rows that prove anything."""
    proofs = 0
    for stated, *values in zip(whole, *parts, strict=True):
        known = [value for value in values if value is not None]
        if stated is None or len(known) < len(values):
            continue
        if abs(stated - sum(known)) > NOISE:
            return False
        proofs += sum(value != 0 for value in known) > 1
    return proofs >= FEWEST_ROWS
