"""Which criteria of two criteria sets are compared with which, and which are one criterion through all, naively."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import NamedTuple

import duckdb

from tests.naive import Key, Office, Row, read

Node = tuple[str, str]
ONE_TO_ONE = ("same", "renamed", "rescaled")


class Bundle(NamedTuple):
    """What is compared as a whole between two sets, and whether it is."""

    before: list[str]
    now: list[str]
    comparability: str
    reason: str | None
    name: str


class Links:
    """What a database says of its criteria through the sets."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, office: Office) -> None:
        assessments = sorted(office.assessments.values(), key=lambda row: row["sort_order"])
        self.used = [row["criteria_set_code"] for row in assessments]
        self.links = read(connection, "criterion_link")
        self.criteria = {
            (row["criteria_set_code"], row["criterion_code"]): row for row in read(connection, "criterion")
        }
        self.normal = {
            (set_code, row["criterion_code"]): row
            for set_code, rows in office.criteria.items()
            for row in rows
            if row["kind"] == "normal"
        }
        self.between = cache(self._between)

    def codes(self, set_code: str) -> list[str]:
        """The scored normal criteria of a set."""
        return [code for its, code in self.normal if its == set_code]

    def _between(self, from_set: str, to_set: str) -> list[Bundle]:
        """Every bundle of two sets; of one set with itself, every criterion."""
        if from_set == to_set:
            return [Bundle([code], [code], "comparable", None, "") for code in self.codes(from_set)]
        low, high = sorted((self.used.index(from_set), self.used.index(to_set)))
        sets = {code for code in self.used if low <= self.used.index(code) <= high}
        links = [
            ((row["from_set_code"], row["from_criterion_code"]), (row["to_set_code"], row["to_criterion_code"]), row)
            for row in self.links
            if row["from_set_code"] in sets and row["to_set_code"] in sets
        ]
        held = [(a, b) for a, b, row in links if row["status"] == "confirmed" and a[1] and b[1]]
        ends = [node for node in self.normal if node[0] in (from_set, to_set)]
        found = []
        for members in _joined(held, ends):
            if any(node in members for node in ends):
                found.append(self._bundle(members, (from_set, to_set), links, held))
        return found

    def _bundle(
        self,
        members: frozenset[Node],
        sets: tuple[str, str],
        links: list[tuple[Node, Node, Row]],
        held: list[tuple[Node, Node]],
    ) -> Bundle:
        before, now = (sorted((node for node in members if node[0] == code), key=self._place) for code in sets)
        through = {a for a, _ in held} & {b for _, b in held}
        verdict: tuple[str, str | None] = ("not", "chain_broken")
        if not (before and now):
            verdict = ("not", _why_alone(members, links))
        elif all(node in through for node in members if node[0] not in sets):
            verdict = self._comparability(before, now)
        earliest = min(members, key=lambda node: (self.used.index(node[0]), *self._place(node)))
        return Bundle([code for _, code in before], [code for _, code in now], *verdict, ":".join(earliest))

    def _comparability(self, before: list[Node], now: list[Node]) -> tuple[str, str | None]:
        if any(node not in self.normal for node in (*before, *now)):
            return "not", "not_scored"
        most = [sum(self._weighed_maximum(node) for node in side) for side in (before, now)]
        return "comparable" if len(before) == len(now) == 1 and most[0] == most[1] else "by_share", None

    def _weighed_maximum(self, node: Node) -> Fraction:
        return Fraction(self.normal[node]["max_points"]) * Fraction(self.normal[node]["weight"])

    def _place(self, node: Node) -> tuple[int, str]:
        return self.criteria[node]["sort_order"], node[1]

    def set_pairs(self) -> set[tuple[str, str]]:
        """Every two different sets, one used before the other."""
        return {two for two in combinations(self.used, 2) if two[0] != two[1]}

    def bundles(self) -> dict[Key, Row]:
        """Expected values of `criterion_bundle` by earlier set, later set, side and criterion."""
        expected = {}
        for pair in self.set_pairs():
            for bundle in self.between(*pair):
                row = {
                    "bundle_code": bundle.name,
                    "from_criteria": len(bundle.before),
                    "to_criteria": len(bundle.now),
                    "comparability": bundle.comparability,
                    "reason": bundle.reason,
                }
                for side, set_code, codes in (("from", pair[0], bundle.before), ("to", pair[1], bundle.now)):
                    expected |= {(*pair, side, code): row for code in codes if (set_code, code) in self.normal}
        return expected

    def families(self) -> dict[Key, Row]:
        """Expected values of `criterion_family` by criteria set and criterion."""
        confirmed = [
            ((row["from_set_code"], row["from_criterion_code"]), (row["to_set_code"], row["to_criterion_code"]), row)
            for row in self.links
            if row["status"] == "confirmed" and row["from_criterion_code"] and row["to_criterion_code"]
        ]
        froms = Counter((a, b[0]) for a, b, _ in confirmed)
        tos = Counter((a[0], b) for a, b, _ in confirmed)
        held = [(a, b) for a, b, row in confirmed if row["kind"] in ONE_TO_ONE and froms[a, b[0]] == tos[a[0], b] == 1]
        return {
            node: {"family_code": ":".join(min(members, key=self._age))}
            for members in _joined(held, [*self.criteria])
            for node in members
        }

    def _age(self, node: Node) -> tuple[int, int, str]:
        first = self.used.index(node[0]) if node[0] in self.used else len(self.used)
        return first, *self._place(node)


def _joined(links: list[tuple[Node, Node]], alone: list[Node]) -> set[frozenset[Node]]:
    """Everything that links tie together, and what no link touches by itself."""
    group: dict[Node, frozenset[Node]] = {node: frozenset([node]) for node in alone}
    for a, b in links:
        joined = group.get(a, frozenset([a])) | group.get(b, frozenset([b]))
        group |= dict.fromkeys(joined, joined)
    return set(group.values())


def _why_alone(members: frozenset[Node], links: list[tuple[Node, Node, Row]]) -> str:
    touching = [row for a, b, row in links if a in members or b in members]
    if any(row["status"] != "confirmed" for row in touching):
        return "link_proposed"
    kinds = {row["kind"] for row in touching}
    return next((kind for kind in ("dropped", "new") if kind in kinds), "no_links")
