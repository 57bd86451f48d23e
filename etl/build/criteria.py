"""Criteria as the database keeps them: what follows from the tree is worked out here, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_DOWN, Decimal

from etl.office.load import Row

SCORED_KINDS = ("normal", "bonus", "penalty")
LAST_DECIMAL = Decimal(1).scaleb(-10)  # of points in the database


class CriteriaTree:
    """The criteria of one set, in reading order: every parent directly before its children."""

    def __init__(self, criteria: list[Row]) -> None:
        self._by_code = {row["criterion_code"]: row for row in criteria}
        self._children: dict[str, list[Row]] = defaultdict(list)
        for row in criteria:
            parent = row["parent_code"] if row["parent_code"] in self._by_code else ""
            self._children[parent].append(row)
        for children in self._children.values():
            # Rows without a place of their own keep the order of the file, after those that have one.
            children.sort(key=lambda row: (row["sort_order"] is None, row["sort_order"] or 0))

    def rows(self) -> list[Row]:
        """The rows of table `criterion`: `sort_order` counts from 1 in reading order, `level` from 1 at the top.

        A parent without a printed maximum has the sum of what is scored under it; alternatives are never scored.
        `weight` is the criterion's own times that of every line above it; `max_points` are as printed, not weighed.
        """
        return [row | {"sort_order": place} for place, row in enumerate(self._walk("", "", 1, Decimal(1)), start=1)]

    def max_points(self) -> Decimal:
        """The full maximum of the set: its scored normal criteria, weighed, whatever is printed on parents."""
        scored = (row for row in self.rows() if row["is_scored"] and row["kind"] == "normal")
        return sum((_weighed(row["max_points"], row["weight"]) for row in scored), Decimal(0))

    def _walk(self, parent: str, top: str, level: int, above: Decimal) -> Iterator[Row]:
        for row in self._children[parent]:
            code = row["criterion_code"]
            weight = _weighed(above, Decimal(1) if row["weight"] is None else row["weight"])
            yield {
                **row,
                "parent_code": parent or None,
                "top_code": top or code,
                "short_name": row["short_name"] or row["criterion_name"],
                "max_points": self._scored_below(code) if row["max_points"] is None else row["max_points"],
                "weight": weight,
                "is_scored": self._is_scored(row),
                "level": level,
            }
            yield from self._walk(code, top or code, level + 1, weight)

    def _is_scored(self, row: Row) -> bool:
        children = self._children[row["criterion_code"]]
        return row["kind"] in SCORED_KINDS and all(child["kind"] == "alternative" for child in children)

    def _scored_below(self, code: str) -> Decimal:
        total = Decimal(0)
        for row in self._children[code]:
            if not self._is_scored(row):
                total += self._scored_below(row["criterion_code"])
            elif row["kind"] == "normal":
                total += row["max_points"] or 0
        return total


def _weighed(amount: Decimal, weight: Decimal) -> Decimal:
    return (amount * weight).quantize(LAST_DECIMAL, ROUND_DOWN)
