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

from tests.naive import POINT_DIGITS, SHARE_DIGITS, Key, Office, Row, cut, read

Node = tuple[str, str]


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
        self.links = [row for row in read(connection, "criterion_link") if row["status"] == "confirmed"]
        self.successions = [row for row in read(connection, "unit_succession") if row["status"] == "confirmed"]
        self.order = sorted(office.assessments, key=lambda code: office.assessments[code]["sort_order"])
        self.normal = {
            (set_code, row["criterion_code"]): row
            for set_code, rows in office.criteria.items()
            for row in rows
            if row["kind"] == "normal"
        }
        self.pairs = [pair for two in combinations(self.order, 2) for pair in self._pairs(*two)]
        self._bundles: dict[Key, list[tuple[list[str], list[str]]]] = {}

    def _pairs(self, earlier: str, later: str) -> list[Pair]:
        names = [self._names(earlier), self._names(later)]
        days = [self._day(earlier), self._day(later)]
        found = []
        for series in names[0].keys() | names[1].keys():
            is_broken = any(
                days[0] < row["effective_on"] <= days[1]
                for row in self.successions
                if row["kind"] != "rename"
                and series in (self._series(row["predecessor_code"]), self._series(row["successor_code"]))
            )
            found.append(Pair(earlier, later, names[0].get(series), names[1].get(series), is_broken))
        return found

    def _names(self, assessment: str) -> dict[str, str]:
        units = [row["unit_code"] for row in self.office.members if row["assessment_code"] == assessment]
        series = [self._series(unit) for unit in units]
        return {(its if series.count(its) == 1 else unit): unit for unit, its in zip(units, series, strict=True) if its}

    def _series(self, unit: str | None) -> str | None:
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

    def bundles(self, from_set: str, to_set: str) -> list[tuple[list[str], list[str]]]:
        """What is compared with what between two sets: criteria of the one, criteria of the other."""
        if from_set == to_set:
            return [([code], [code]) for set_code, code in self.normal if set_code == from_set]
        if (from_set, to_set) not in self._bundles:
            self._bundles[from_set, to_set] = self._linked(from_set, to_set)
        return self._bundles[from_set, to_set]

    def _linked(self, from_set: str, to_set: str) -> list[tuple[list[str], list[str]]]:
        used = [self.office.assessments[code]["criteria_set_code"] for code in self.order]
        low, high = sorted((used.index(from_set), used.index(to_set)))
        between = {code for code in used if low <= used.index(code) <= high}
        group: dict[Node, set[Node]] = {}
        back, on = set(), set()
        for link in self.links:
            if None in (link["from_criterion_code"], link["to_criterion_code"]):
                continue
            a = (link["from_set_code"], link["from_criterion_code"])
            b = (link["to_set_code"], link["to_criterion_code"])
            if a[0] in between and b[0] in between:
                on.add(a)
                back.add(b)
                joined = group.get(a, {a}) | group.get(b, {b})
                group |= dict.fromkeys(joined, joined)
        found = []
        for members in {frozenset(members) for members in group.values()}:
            ends = [node for node in members if node[0] in (from_set, to_set)]
            middle = members - set(ends)
            sides = [sorted((n for n in ends if n[0] == code), key=self._place) for code in (from_set, to_set)]
            if all(sides) and middle <= back & on and all(node in self.normal for node in ends):
                found.append(([code for _, code in sides[0]], [code for _, code in sides[1]]))
        return found

    def _place(self, node: Node) -> int:
        return self.normal[node]["sort_order"] if node in self.normal else 0

    def like_for_like(self) -> dict[Key, Row]:
        """Expected shares of `like_for_like` by earlier and later assessment and unit."""
        return {pair.key: self._shares(pair) for pair in self.pairs if self._is_compared(pair)}

    def _is_compared(self, pair: Pair) -> bool:
        points = self._points(pair.earlier, pair.before), self._points(pair.later, pair.now)
        return not pair.is_broken and None not in points

    def _points(self, assessment: str, unit: str | None) -> Decimal | None:
        return self.totals.get((assessment, unit), {}).get("points")

    def _sides(self, pair: Pair) -> list[tuple[list[Row], list[Row]]]:
        sets = [self.office.set_of(code)["criteria_set_code"] for code in (pair.earlier, pair.later)]
        return [
            (
                [self.results[pair.earlier, pair.before, code] | {"code": code} for code in before],
                [self.results[pair.later, pair.now, code] | {"code": code} for code in now],
            )
            for before, now in self.bundles(*sets)
        ]

    def _shares(self, pair: Pair) -> Row:
        scored = [(a, b) for a, b in self._sides(pair) if _states([*a, *b]) == {"scored"}]
        row: Row = {"linked_criteria": len(scored)}
        for side, name in enumerate(("from_share", "to_share")):
            points = _sum([row for both in scored for row in both[side]], "points")
            most = _sum([row for both in scored for row in both[side]], "max_points")
            row[name] = cut(points / most, SHARE_DIGITS) if most else None
        return row

    def parts(self) -> dict[Key, dict[Any, Decimal]]:
        """Expected rows of `change_part` by pair: points by part, earlier and later criterion."""
        return {pair.key: self._parts(pair) for pair in self.pairs if self._is_compared(pair)}

    def _parts(self, pair: Pair) -> dict[Any, Decimal]:
        parts: dict[Any, Decimal] = defaultdict(Decimal)
        linked: tuple[set[str], set[str]] = (set(), set())
        for before, now in self._sides(pair):
            linked[0].update(row["code"] for row in before)
            linked[1].update(row["code"] for row in now)
            where = (before[0]["code"], now[0]["code"])
            change = cut(_sum(now, "points") - _sum(before, "points"), POINT_DIGITS) or Decimal(0)
            states = _states([*before, *now])
            if states == {"scored"}:
                earned, most = _sum(before, "points"), _sum(before, "max_points")
                worth = (
                    cut(earned * _sum(now, "max_points") / most, POINT_DIGITS) if most else cut(earned, POINT_DIGITS)
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

    def groups(self) -> dict[Key, Row]:
        """Expected means of `group_change` by earlier and later assessment and group."""
        group_of = {(row["assessment_code"], row["unit_code"]): row["group_code"] for row in self.office.members}
        sides: dict[Key, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
        for pair in self.pairs:
            before, now = (pair.earlier, pair.before), (pair.later, pair.now)
            groups = [group_of.get(place) for place in (before, now)]
            points = [self.totals.get(place, {}).get("points") for place in (before, now)]
            is_common = self._is_compared(pair) and groups[0] == groups[1]
            for name, group, amount in zip(("from", "to"), groups, points, strict=True):
                if group is not None:
                    row = sides[pair.earlier, pair.later, group]
                    row[name] += [] if amount is None else [amount]
                    row[f"common_{name}"] += [amount] if is_common and amount is not None else []
        return {place: _means(row) for place, row in sides.items()}


def _states(rows: list[Row]) -> set[str]:
    return {row["state"] for row in rows}


def _sum(rows: list[Row], name: str) -> Fraction:
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


def _means(sides: dict[str, list[Decimal]]) -> Row:
    row: Row = {
        "from_units": len(sides["from"]),
        "to_units": len(sides["to"]),
        "common_units": len(sides["common_from"]),
    }
    for name, amounts in (
        ("from_mean", sides["from"]),
        ("to_mean", sides["to"]),
        ("common_from_mean", sides["common_from"]),
        ("common_to_mean", sides["common_to"]),
    ):
        row[name] = cut(Fraction(sum(amounts)) / len(amounts), POINT_DIGITS) if amounts else None
    return row
