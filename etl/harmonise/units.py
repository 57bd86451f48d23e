"""Names on sheets to units."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from etl.harmonise.likely import likely
from etl.office.csv_file import csv_line
from etl.office.load import Reference, Row
from etl.problem import Problem
from etl.text.keys import clean, distance, match_key, unit_key, unit_kind

NEAREST = 3
TO_FILL_IN = "<unit_code>"


class UnitBook:
    """The units of the office by every name that they are known by."""

    def __init__(self, reference: Reference) -> None:
        self._units = {row["unit_code"]: row for row in reference.rows("units")}
        self._by_key: dict[str, set[str]] = defaultdict(set)
        self._kinds: dict[str, set[str]] = defaultdict(set)
        for code, row in self._units.items():
            self._add(row["unit_name"], code)
            self._add(row["short_name"], code)
        for row in reference.rows("unit_aliases"):
            self._add(row["alias"], row["unit_code"])

    def _add(self, name: str, code: str) -> None:
        for key in {match_key(name), unit_key(name)} - {""}:
            self._by_key[key].add(code)
        self._kinds[code] |= {unit_kind(name)} - {""}

    def find(self, name: str, on: date) -> list[str]:
        """The codes of the units so called: none, one, or several that the name alone does not tell apart.

        A name in full goes before a name without its kind of unit, which is never taken for a unit known to be of
        another kind; among namesakes, those that exist on the day do.
        """
        codes = self._by_key.get(match_key(name)) or self._of_its_kind(name)
        existing = {code for code in codes if _exists(self._units.get(code), on)}
        return sorted(existing or codes)

    def _of_its_kind(self, name: str) -> set[str]:
        codes = self._by_key.get(unit_key(name), set())
        kind = unit_kind(name)
        return {code for code in codes if not kind or not self._kinds[code] or kind in self._kinds[code]}

    def nearest(self, name: str) -> list[tuple[str, str]]:
        """The unit names most like this one, nearest first, each with its code."""
        key = unit_key(name)
        names = [(row["unit_name"], row["unit_code"]) for row in self._units.values()]
        return sorted(names, key=lambda each: (distance(key, unit_key(each[0])), each[0]))[:NEAREST]

    def problem(self, name: str, file: str, sheet: str, cell: str, found: list[str]) -> Problem:
        """What to say of a name that is nobody's, or several units'."""
        if found:
            values = {"codes": ", ".join(found), "line": csv_line(file, sheet, "unit_sheet", "", "", found[0])}
            return Problem("ambiguous_unit", file, sheet, cell, name, values)
        known = [(unit_key(row["unit_name"]), code) for code, row in self._units.items()]
        values = {
            "nearest": ", ".join(unit_name for unit_name, _ in self.nearest(name)) or "–",
            "line": csv_line(clean(name), likely(unit_key(name), known) or TO_FILL_IN),
        }
        return Problem("unknown_unit", file, sheet, cell, name, values)


def _exists(unit: Row | None, on: date) -> bool:
    if unit is None:
        return False
    return (unit["valid_from"] or on) <= on <= (unit["valid_to"] or on)
