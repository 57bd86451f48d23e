"""What changed between two assessments, once more, naively: who is still who, what is still what, and by how much.

Nothing here is taken from the rules or the marts; like `tests.naive`, it is the clerk with a list and a pencil.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any, NamedTuple

import duckdb

from tests.naive import POINT_DIGITS, Key, Office, Row, cut, read
from tests.naive_links import Links


class Pair(NamedTuple):
    """A unit in two assessments: its name in each (None: not there), and whether it is one unit."""

    earlier: str
    later: str
    before: str | None
    now: str | None
    is_broken: bool

    @property
    def key(self) -> Key:
        return self.earlier, self.later, self.now or self.before or ""


class Changes:
    """What a database says of its units, criteria and assessments, and what follows for every two of them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, office: Office) -> None:
        self.office = office
        self.results = office.criterion_results()
        self.totals = office.totals(self.results)
        self.links = Links(connection, office)
        self.groups = {(row["assessment_code"], row["unit_code"]): row["group_code"] for row in office.members}
        self.successions = [row for row in read(connection, "unit_succession") if row["status"] == "confirmed"]
        self.order = sorted(office.assessments, key=lambda code: office.assessments[code]["sort_order"])
        self.pairs = [pair for two in combinations(self.order, 2) for pair in self._pairs(*two)]

    def _pairs(self, earlier: str, later: str) -> list[Pair]:
        names = [self._names(earlier), self._names(later)]
        days = [self._day(earlier), self._day(later)]
        found = []
        for series in names[0].keys() | names[1].keys():
            is_broken = any(
                days[0] < row["effective_on"] <= days[1]
                for row in self.successions
                if row["kind"] != "rename"
                and series in (self.series(row["predecessor_code"]), self.series(row["successor_code"]))
            )
            found.append(Pair(earlier, later, names[0].get(series), names[1].get(series), is_broken))
        return found

    def _names(self, assessment: str) -> dict[str, str]:
        units = [row["unit_code"] for row in self.office.members if row["assessment_code"] == assessment]
        series = [self.series(unit) for unit in units]
        return {(its if series.count(its) == 1 else unit): unit for unit, its in zip(units, series, strict=True) if its}

    def series(self, unit: str | None) -> str | None:
        """The last name of a unit that was renamed in full, once or more."""
        for _ in self.successions:
            unit = next(
                (
                    row["successor_code"]
                    for row in self.successions
                    if row["predecessor_code"] == unit and row["kind"] == "rename" and row["extent"] == "full"
                ),
                unit,
            )
        return unit

    def _day(self, assessment: str) -> date:
        row = self.office.assessments[assessment]
        return row["period_end"] or row["assessed_on"] or date(row["year"], 12, 31)

    def group_of(self, pair: Pair) -> str:
        """The later group of a unit, or its earlier one."""
        later = self.groups.get((pair.later, pair.now or ""))
        return later or self.groups[pair.earlier, pair.before or ""]

    def is_compared(self, pair: Pair) -> bool:
        """Whether it is one unit that has a total both times."""
        return not pair.is_broken and None not in self.points(pair)

    def points(self, pair: Pair) -> list[Decimal | None]:
        """The totals then and now."""
        return [total.get("points") for total in self.totals_of(pair)]

    def totals_of(self, pair: Pair) -> list[Row]:
        """The results then and now; empty where the unit takes no part."""
        places = ((pair.earlier, pair.before), (pair.later, pair.now))
        return [self.totals.get(place, {}) for place in places]

    def sides(self, pair: Pair) -> list[tuple[list[Row], list[Row]]]:
        """The results of everything that is compared, then and now."""
        sets = [self.office.set_of(code)["criteria_set_code"] for code in (pair.earlier, pair.later)]
        return [
            (
                [self.results[pair.earlier, pair.before, code] | {"code": code} for code in bundle.before],
                [self.results[pair.later, pair.now, code] | {"code": code} for code in bundle.now],
            )
            for bundle in self.links.between(*sets)
            if bundle.comparability != "not"
        ]

    def parts(self) -> dict[Key, dict[Any, Decimal]]:
        """Expected rows of `change_part` by pair: points by part, earlier and later criterion."""
        return {pair.key: self._parts(pair) for pair in self.pairs if self.is_compared(pair)}

    def _parts(self, pair: Pair) -> dict[Any, Decimal]:
        parts: dict[Any, Decimal] = defaultdict(Decimal)
        linked: tuple[set[str], set[str]] = (set(), set())
        for before, now in self.sides(pair):
            linked[0].update(row["code"] for row in before)
            linked[1].update(row["code"] for row in now)
            where = (before[0]["code"], now[0]["code"])
            change = cut(sum_of(now, "points") - sum_of(before, "points"), POINT_DIGITS) or Decimal(0)
            states = states_of([*before, *now])
            if states == {"scored"}:
                earned, most = sum_of(before, "points"), sum_of(before, "max_points")
                worth = (
                    cut(earned * sum_of(now, "max_points") / most, POINT_DIGITS) if most else cut(earned, POINT_DIGITS)
                )
                by_maximum = (worth or Decimal(0)) - (cut(earned, POINT_DIGITS) or Decimal(0))
                parts["max_changed", *where] += by_maximum
                parts["real", *where] += change - by_maximum
            else:
                name = "not_applicable" if "not_applicable" in states - {"not_submitted"} else "missing"
                parts[name, *where] += change
        for (assessment, unit, code), row in self.results.items():
            if row["kind"] == "normal" and row["points"]:
                if (assessment, unit) == (pair.earlier, pair.before) and code not in linked[0]:
                    parts["criteria_out", code, None] -= row["points"]
                if (assessment, unit) == (pair.later, pair.now) and code not in linked[1]:
                    parts["criteria_in", None, code] += row["points"]
        for sign, place in ((-1, (pair.earlier, pair.before)), (1, (pair.later, pair.now))):
            for name, points in _beside_criteria(self.totals[place]).items():
                parts[name, None, None] += sign * points
        return {place: points for place, points in parts.items() if points}


def states_of(rows: list[Row]) -> set[str]:
    """The states that occur."""
    return {row["state"] for row in rows}


def sum_of(rows: list[Row], name: str) -> Fraction:
    """The sum of a column, an absent value adding nothing."""
    return sum((Fraction(row[name] or 0) for row in rows), Fraction(0))


def _beside_criteria(total: Row) -> dict[str, Decimal]:
    """What stands in a total beside the points of its normal criteria."""
    earned, most = Fraction(total["normal_points"] or 0), Fraction(total["applicable_max_points"] or 0)
    on_scale = (cut(earned * Fraction(total["max_points"]) / most, POINT_DIGITS) if most else None) or Decimal(0)
    extra = (total["bonus_points"] or Decimal(0)) + (total["penalty_points"] or Decimal(0))
    return {
        "bonus_penalty": extra,
        "rescaling": on_scale - (total["normal_points"] or Decimal(0)),
        "printed": total["points"] - on_scale - extra,
    }
