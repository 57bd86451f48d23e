"""Names on sheets to units."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from etl.office.load import Reference, Row
from etl.problem import Problem
from etl.text.keys import distance, match_key, unit_key

NEAREST = 3


class UnitBook:
    """The units of the office by every name that they are known by."""

    def __init__(self, reference: Reference) -> None:
        self._units = {row["unit_code"]: row for row in reference.rows("units")}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        for code, row in self._units.items():
            self._add(row["unit_name"], code)
            self._add(row["short_name"], code)
        for row in reference.rows("unit_aliases"):
            self._add(row["alias"], row["unit_code"])

    def _add(self, name: str, code: str) -> None:
        for key in {match_key(name), unit_key(name)} - {""}:
            self._by_key[key].add(code)

    def find(self, name: str, on: date) -> list[str]:
        """The codes of the units so called: none, one, or several that the name alone does not tell apart.

        A name in full goes before a name without its kind of unit; among namesakes, those that exist on the day do.
        """
        codes = self._by_key.get(match_key(name)) or self._by_key.get(unit_key(name)) or set()
        existing = {code for code in codes if _exists(self._units.get(code), on)}
        return sorted(existing or codes)

    def nearest(self, name: str) -> list[tuple[str, str]]:
        """The unit names most like this one, nearest first, each with its code."""
        key = unit_key(name)
        names = [(row["unit_name"], row["unit_code"]) for row in self._units.values()]
        return sorted(names, key=lambda each: (distance(key, unit_key(each[0])), each[0]))[:NEAREST]

    def problem(self, name: str, file: str, sheet: str, cell: str, found: list[str]) -> Problem:
        """What to say of a name that is nobody's, or several units'."""
        if found:
            values = {"codes": ", ".join(found), "line": f"{file},{sheet},unit_sheet,,,{found[0]}"}
            return Problem("ambiguous_unit", file, sheet, cell, name, values)
        nearest = self.nearest(name)
        values = {
            "nearest": ", ".join(unit_name for unit_name, _ in nearest) or "–",
            "line": f"{name},{nearest[0][1] if nearest else ''}",
        }
        return Problem("unknown_unit", file, sheet, cell, name, values)


def _exists(unit: Row | None, on: date) -> bool:
    if unit is None:
        return False
    return (unit["valid_from"] or on) <= on <= (unit["valid_to"] or on)
