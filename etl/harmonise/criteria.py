"""Lines on sheets to criteria of a set."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import cached_property

from etl.harmonise.likely import likely
from etl.layout.table import SeenCriterion, Table
from etl.office.csv_file import csv_line
from etl.office.load import Reference, Row
from etl.problem import Problem
from etl.text.keys import clean, distance, match_key

NEAREST = 3
TO_FILL_IN = "<criterion_code>"
SCORED_KINDS = frozenset({"normal", "bonus", "penalty"})
Path = tuple[str, ...]


def number_key(number: str) -> str:
    """A line's number without what only punctuates it: `a)` and `a.` are `a`."""
    return match_key(number).rstrip(".)").lstrip("(").strip()


def seen_path(criteria: tuple[SeenCriterion, ...], place: int) -> Path:
    """The numbers from the top of the table down to a line."""
    line = criteria[place]
    above = () if line.parent is None else seen_path(criteria, line.parent)
    return (*above, number_key(line.number))


def name_above(criteria: tuple[SeenCriterion, ...], place: int) -> str:
    """The name of the heading right above a line of the table, empty at the top."""
    parent = criteria[place].parent
    return "" if parent is None else criteria[parent].name


class CriteriaSet:
    """One criteria set of the reference, and how its lines are called."""

    def __init__(self, reference: Reference, criteria_set_code: str) -> None:
        self.code = criteria_set_code
        self.rows: dict[str, Row] = {
            row["criterion_code"]: row
            for row in reference.rows("criteria")
            if row["criteria_set_code"] == criteria_set_code
        }
        self._aliases: dict[str, str] = {
            match_key(row["alias"]): row["criterion_code"]
            for row in reference.rows("criterion_aliases")
            if row["criteria_set_code"] == criteria_set_code
        }
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for code, row in self.rows.items():
            self._by_name[match_key(row["criterion_name"])].append(code)

    def weight(self, code: str) -> Decimal:
        """What points of a line are multiplied by before they are added: its weight times those above it."""
        weight = Decimal(1)
        climbed: set[str] = set()
        while code in self.rows and code not in climbed:
            climbed.add(code)
            own = self.rows[code]["weight"]
            weight *= 1 if own is None else own
            code = self.rows[code]["parent_code"]
        return weight

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """The codes directly below each code, `""` for the top; codes without any have no entry."""
        below: dict[str, list[str]] = defaultdict(list)
        for code, row in self.rows.items():
            below[row["parent_code"]].append(code)
        return dict(below)

    @cached_property
    def scored(self) -> frozenset[str]:
        """The criteria that are scored: no options, and nothing but options below them."""
        return frozenset(
            code
            for code, row in self.rows.items()
            if row["kind"] in SCORED_KINDS
            and all(self.rows[child]["kind"] == "alternative" for child in self.children.get(code, []))
        )

    def scored_below(self, code: str) -> list[str]:
        """The scored criteria in the branch of a criterion, itself included when it is scored."""
        if code in self.scored:
            return [code]
        return [leaf for child in self.children.get(code, []) for leaf in self.scored_below(child)]

    def path(self, code: str) -> Path:
        """The numbers from the top of the set down to a criterion."""
        row = self.rows[code]
        above = self.path(row["parent_code"]) if row["parent_code"] in self.rows else ()
        return (*above, number_key(row["number"]))

    def find(self, name: str, path: Path, above: str = "") -> list[str]:
        """The codes of the criteria so called: none, one, or several that name and numbers do not tell apart.

        Namesakes are told apart by their numbers from the top, then by their own number, then by the name `above` them.
        A number alone never identifies a line: another year may have given it to another criterion.
        """
        named = self._by_name.get(match_key(name), [])
        if not named:
            alias = self._aliases.get(match_key(name))
            return [alias] if alias else []
        for same in (
            [code for code in named if self.path(code) == path],
            [code for code in named if self.path(code)[-1:] == path[-1:]],
        ):
            if len(same) == 1 or (same and len(named) > 1):
                return self._below(same, above)
        return self._below(named, above)

    def _below(self, codes: list[str], above: str) -> list[str]:
        """Those of several codes that stand below a heading of that name; all of them where none does."""
        if len(codes) < 2 or not above:
            return codes
        key = match_key(above)
        parents = {code: self.rows.get(self.rows[code]["parent_code"]) for code in codes}
        return [code for code, row in parents.items() if row and match_key(row["criterion_name"]) == key] or codes

    def called(self, *, with_lines_below: bool) -> list[tuple[str, str]]:
        """The names, as keys, and codes of the criteria that a line with lines below it, or one without, may be.

        A group, whose criteria are scored, is never what a line that is scored itself stands for.
        """
        return [
            (match_key(row["criterion_name"]), code)
            for code, row in self.rows.items()
            if (code in self.children if with_lines_below else code in self.scored or code not in self.children)
        ]

    def nearest(self, name: str, *, with_lines_below: bool) -> list[str]:
        """The codes of those of them whose names are most like this one, nearest first."""
        key = match_key(name)
        ranked = sorted(self.called(with_lines_below=with_lines_below), key=lambda each: distance(key, each[0]))
        return [code for _, code in ranked[:NEAREST]]


def places_that_matter(table: Table) -> set[int]:
    """The places in `table.criteria` of lines that are criteria.

    A line without a maximum, without lines below it and without anything where points would be asks for data only.
    """
    filled = {points.criterion for points in table.points if points.cell.text.strip()}
    return {
        place
        for place, line in enumerate(table.criteria)
        if place in filled or line.has_children or line.max_points is not None
    }


def identify_criteria(table: Table, criteria_set: CriteriaSet) -> tuple[tuple[str | None, ...], list[Problem]]:
    """The code of every line of the table, None where it is unknown, and a problem per line that matters."""
    codes: list[str | None] = []
    problems = []
    that_matter = places_that_matter(table)
    for place, line in enumerate(table.criteria):
        found = criteria_set.find(line.name, seen_path(table.criteria, place), name_above(table.criteria, place))
        codes.append(found[0] if len(found) == 1 else None)
        if len(found) != 1 and place in that_matter:
            problems.append(_problem(table, line, criteria_set, found))
    return tuple(codes), problems


def _problem(table: Table, line: SeenCriterion, criteria_set: CriteriaSet, found: list[str]) -> Problem:
    values = {"set": criteria_set.code, "number": line.number}
    if found:
        values["codes"] = ", ".join(found)
        return Problem("ambiguous_criterion", table.file, table.sheet, line.cell.address, line.name, values)
    nearest = criteria_set.nearest(line.name, with_lines_below=line.has_children)
    values["nearest"] = ", ".join(f"{code} {criteria_set.rows[code]['criterion_name']}" for code in nearest) or "–"
    meant = likely(match_key(line.name), criteria_set.called(with_lines_below=line.has_children))
    values["line"] = csv_line(criteria_set.code, clean(line.name), meant or TO_FILL_IN)
    return Problem("unknown_criterion", table.file, table.sheet, line.cell.address, line.name, values)
