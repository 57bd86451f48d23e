"""Units that the reference does not know yet, and spellings that are only slips of the pen."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from etl.draft.groups import group_name_of
from etl.draft.proposal import free_code, proposed
from etl.draft.rounds import Round
from etl.draft.words import say
from etl.harmonise.assessments import last_day
from etl.harmonise.layouts import Layouts
from etl.harmonise.units import UnitBook
from etl.layout.table import SeenUnit, Table
from etl.office.load import Reference, Row
from etl.text.keys import clean, distance, unit_key, unit_kind

SHEET_NAME_LENGTH = 31  # the longest name that a spreadsheet program gives a sheet
WRONG_ACCENTS = 0.5
WRONG_LETTER = 1.0
LONG_NAME = 12
LONG_WORD = 4
_COMMITTEE = re.compile(r"^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+", re.IGNORECASE)
_SHORT = re.compile(r"^p\.\s*", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass
class Newcomer:
    """A unit that nobody knows: its spellings, and the rounds that name it."""

    names: Counter[str] = field(default_factory=Counter)
    groups: set[str] = field(default_factory=set)
    rounds: set[str] = field(default_factory=set)
    is_sheet_name: bool = True

    def absorb(self, other: Newcomer) -> None:
        """Take over what another spelling of the same unit brought."""
        self.names += other.names
        self.groups |= other.groups
        self.rounds |= other.rounds
        self.is_sheet_name = self.is_sheet_name and other.is_sheet_name

    @property
    def name(self) -> str:
        """The fullest spelling, rather not in capitals and the one used most, without the committee over its area."""
        spellings = Counter[str]()
        for name, count in self.names.items():
            bare = _COMMITTEE.sub("", name)
            spellings[bare[:1].upper() + bare[1:]] += count

        def merit(name: str) -> tuple[bool, bool, int, int]:
            return not _SHORT.match(name), not name.isupper(), len(_WORD.findall(name)), spellings[name]

        return _SHORT.sub(f"{self._kind} ", max(spellings, key=merit))

    @property
    def _kind(self) -> str:
        """What `P.` stands for: an office among offices, a ward among all others."""
        return "Phòng" if any("phòng" in group.casefold() for group in self.groups) else "Phường"


def missing_units(rounds: list[Round], reference: Reference) -> tuple[list[Row], list[Row]]:
    """Rows of `units` and of `unit_aliases` for the names on the sheets that lead to no unit."""
    book = UnitBook(reference)
    newcomers, known_in = _newcomers(rounds, reference, book)
    units: list[Row] = []
    aliases: list[Row] = []
    taken = {row["unit_code"] for row in reference.rows("units")}
    settled = [(row["unit_code"], row["unit_name"], known_in[row["unit_code"]]) for row in reference.rows("units")]
    for newcomer in sorted(newcomers, key=lambda each: each.is_sheet_name):
        twin, note = _twin(newcomer, settled)
        if not twin:
            twin = free_code(newcomer.name, taken)
            taken.add(twin)
            settled.append((twin, newcomer.name, newcomer.rounds))
            units.append(proposed("units", unit_code=twin, unit_name=newcomer.name))
        else:
            aliases.append(proposed("unit_aliases", alias=next(iter(newcomer.names)), unit_code=twin, note=note))
    return units, aliases


def _newcomers(rounds: list[Round], reference: Reference, book: UnitBook) -> tuple[list[Newcomer], dict[str, set[str]]]:
    """The unknown units in the order they appear, and the rounds in which every known unit is named."""
    found: dict[tuple[str, str], Newcomer] = defaultdict(Newcomer)
    known_in: dict[str, set[str]] = defaultdict(set)
    assessments = {row["assessment_code"]: row for row in reference.rows("assessments")}
    layouts = Layouts(reference)
    for each in rounds:
        on = last_day(assessments[each.assessment_code])
        for table in each.tables:
            for unit in table.units:
                codes = book.find(unit.name, on)
                for code in codes:
                    known_in[code].add(each.assessment_code)
                if not codes and not layouts.row(table)["unit_code"]:
                    newcomer = found[unit_key(unit.name), unit_kind(unit.name)]
                    newcomer.rounds.add(each.assessment_code)
                    _note(newcomer, unit, table)
    return _told_apart(found), known_in


def _told_apart(found: dict[tuple[str, str], Newcomer]) -> list[Newcomer]:
    """One newcomer per unit: names without their kind go to the only kind there is; among several nobody can tell."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for key, kind in found:
        kinds[key] |= {kind} - {""}
    units: dict[tuple[str, str], Newcomer] = {}
    for (key, kind), newcomer in found.items():
        if kind or len(kinds[key]) < 2:
            of_unit = key, kind or next(iter(kinds[key]), "")
            units.setdefault(of_unit, Newcomer()).absorb(newcomer)
    return list(units.values())


def _note(newcomer: Newcomer, unit: SeenUnit, table: Table) -> None:
    newcomer.names[clean(unit.name)] += 1
    newcomer.groups.add(group_name_of(unit, table))
    newcomer.is_sheet_name = newcomer.is_sheet_name and unit.cell is None


def _twin(newcomer: Newcomer, settled: list[tuple[str, str, set[str]]]) -> tuple[str, str]:
    """The code of the unit that the newcomer merely misspells, with the note to that effect; blanks for a new unit.

    Two names of one round are two units, however alike: nobody but a person can tell a slip from a neighbour.
    """
    name = next(iter(newcomer.names))
    if newcomer.is_sheet_name and len(name) >= SHEET_NAME_LENGTH - 1:
        longer = [each for each in settled if unit_key(each[1]).startswith(unit_key(name))]
        if len(longer) == 1:
            return longer[0][0], say("cut_sheet_name", name=longer[0][1])
    alike = [
        (code, other)
        for code, other, rounds in settled
        if not rounds & newcomer.rounds and _may_be_one(name, other) and is_slip(unit_key(name), unit_key(other))
    ]
    return (alike[0][0], say("spelling_variant", name=alike[0][1])) if len(alike) == 1 else ("", "")


def _may_be_one(name: str, other: str) -> bool:
    """Whether two names do not state two kinds of unit."""
    return len({unit_kind(name), unit_kind(other)} - {""}) < 2


def is_slip(a: str, b: str) -> bool:
    """Whether two keys differ by accents on one letter, or by one letter of a long word in a long name."""
    if abs(len(a) - len(b)) > 1 or any(letter.isdigit() for letter in a + b):
        return False
    apart = distance(a, b)
    if apart <= WRONG_ACCENTS:
        return len(a) > LONG_NAME // 2
    words, others = a.split(), b.split()
    changed = [word for word, other in zip(words, others, strict=False) if word != other]
    return (
        apart <= WRONG_LETTER
        and len(words) == len(others)
        and len(a) >= LONG_NAME
        and all(len(word) >= LONG_WORD for word in changed)
    )
