"""Criteria sets as trees of lines, put together from all the sheets that print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache

from etl.harmonise.criteria import number_key, places_that_matter
from etl.layout.table import Table
from etl.office.load import Reference
from etl.text.keys import clean, distance, match_key
from etl.text.letters import without_accents

_DIGITS = re.compile(r"\d+")
TYPO_SHARE = 0.1  # of the letters of a name: what a slip of the pen may change, a tone counting a quarter


@lru_cache(maxsize=4096)  # every sheet of a round prints the same names
def is_same_but_for_typos(name: str, other: str) -> bool:
    """Whether two names differ by no more than slips of the pen; another number is another criterion."""
    a, b = match_key(name), match_key(other)
    most = TYPO_SHARE * max(len(a), len(b))
    return a == b or (
        _DIGITS.findall(a) == _DIGITS.findall(b) and _letters_apart(a, b) <= most and distance(a, b) <= most
    )


def _letters_apart(a: str, b: str) -> int:
    """How many letters one has and the other lacks: never more than their distance, and quick to tell."""
    bare, other = Counter(without_accents(a)), Counter(without_accents(b))
    return max((bare - other).total(), (other - bare).total())


@dataclass(eq=False)
class Line:
    """One line of a set: `names` counts the spellings that sheets print, `code` is known for reference lines."""

    number: str
    names: Counter[str]
    kind: str
    parent: Line | None = None
    max_points: Decimal | None = None
    guidance: str = ""
    code: str = ""
    children: list[Line] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The spelling printed most often, the first among equals."""
        return self.names.most_common(1)[0][0]

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The numbers from the top down to the line."""
        return (*(self.parent.path if self.parent else ()), number_key(self.number))

    @property
    def above(self) -> str:
        """The name of the heading right above it, empty at the top."""
        return self.parent.name if self.parent else ""

    @property
    def is_scored(self) -> bool:
        """Whether points on the line are scores."""
        return self.kind != "alternative" and all(child.kind == "alternative" for child in self.children)


class Lines:
    """The lines of one criteria set."""

    def __init__(self) -> None:
        self.tops: list[Line] = []

    def __iter__(self) -> Iterator[Line]:
        """Every line, parents before their children, in the order of the sheet."""
        waiting = list(reversed(self.tops))
        while waiting:
            line = waiting.pop()
            yield line
            waiting.extend(reversed(line.children))

    def add(self, line: Line) -> Line:
        """Put the line below its parent, behind its siblings."""
        (line.parent.children if line.parent else self.tops).append(line)
        return line

    def find(self, number_path: tuple[str, ...], name: str, above: str = "") -> Line | None:
        """The line meant: by its numbers and its name but for typos, or by its name where only one line has it.

        Of lines alike in that the one below the heading named `above` is meant. A sheet that leaves the headings out
        prints a criterion at the top, under whatever number.
        """
        at_path = [line for line in self if line.path == number_path]
        at_path.sort(key=lambda line: match_key(line.above) != match_key(above))
        key = match_key(name)
        for line in at_path:
            if match_key(line.name) == key:
                return line
        for line in at_path:
            if is_same_but_for_typos(line.name, name):
                return line
        namesakes = [line for line in self if match_key(line.name) == key and _may_be_one(line.path, number_path)]
        return namesakes[0] if len(namesakes) == 1 else None

    def take(self, table: Table) -> None:
        """Add what a table prints: lines not met yet, spellings, and maxima that no table gave before."""
        met: dict[int, Line] = {}
        that_matter = places_that_matter(table)
        for place, seen in enumerate(table.criteria):
            if place not in that_matter:
                continue
            parent = None if seen.parent is None else met.get(seen.parent)
            path = (*(parent.path if parent else ()), number_key(seen.number))
            line = self.find(path, seen.name, parent.name if parent else "")
            if line is None or line in met.values():
                line = self.add(Line(seen.number, Counter(), seen.kind, parent))
            met[place] = line
            line.names[clean(seen.name)] += 1
            if line.max_points is None:
                line.max_points = seen.max_points
            line.guidance = line.guidance or seen.guidance


def _may_be_one(path: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return path[-1] == other[-1] or 1 in (len(path), len(other))


def lines_of_tables(tables: Iterable[Table]) -> Lines:
    """The lines that the tables of one round print, the fullest table first."""
    lines = Lines()
    for table in sorted(tables, key=lambda each: -len(places_that_matter(each))):
        lines.take(table)
    return lines


def lines_of_reference(reference: Reference, criteria_set_code: str) -> Lines:
    """The lines that the reference holds of a set."""
    lines = Lines()
    by_code: dict[str, Line] = {}
    rows = [row for row in reference.rows("criteria") if row["criteria_set_code"] == criteria_set_code]
    for row in rows:
        by_code[row["criterion_code"]] = Line(
            row["number"],
            Counter([row["criterion_name"]]),
            row["kind"],
            max_points=row["max_points"],
            guidance=row["guidance"],
            code=row["criterion_code"],
        )
    for row in rows:
        line = by_code[row["criterion_code"]]
        line.parent = by_code.get(row["parent_code"])
        lines.add(line)
    return lines


def is_same_set(lines: Lines, known: Lines) -> bool:
    """Whether two sets are one: every line has its match with the same kind and maximum, but for typos.

    Headings may be missing from a sheet, and maxima may not be printed: neither makes another set.
    """
    matched = set()
    for line in lines:
        twin = known.find(line.path, line.name, line.above)
        if twin is None or twin.kind != line.kind or len({twin.max_points, line.max_points} - {None}) > 1:
            return False
        matched.add(twin)
    return all(line in matched for line in known if line.is_scored)
