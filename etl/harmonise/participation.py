"""The units of every assessment, from sheets and from what analysts declare."""

from __future__ import annotations

from etl.harmonise.identify import Sheet
from etl.harmonise.memberships import Memberships
from etl.harmonise.scores import Membership
from etl.office.load import Reference
from etl.problem import Problem
from etl.text.keys import clean, match_key

Participant = tuple[str, str]  # assessment_code, unit_code


class Participation:
    """Collects who takes part, sheet by sheet."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._memberships = Memberships(reference)
        self._groups = {match_key(row["group_name"]): row["group_code"] for row in reference.rows("groups")}
        self._names = {row["unit_code"]: row["unit_name"] for row in reference.rows("units")}
        self._printed: dict[Participant, str] = {}
        self._seen_group: dict[Participant, str] = {}
        self._not_submitted: set[Participant] = set()
        self._place: dict[Participant, tuple[str, str, str]] = {}
        self._group_clashes: dict[tuple[Participant, str], Problem] = {}

    def add_sheet(self, sheet: Sheet, not_submitted: set[str]) -> None:
        """Take the units of a sheet, of which some gave no scoresheet."""
        for unit, unit_code in zip(sheet.table.units, sheet.unit_codes, strict=True):
            if unit_code is None:
                continue
            participant = (sheet.assessment_code, unit_code)
            self._printed.setdefault(participant, clean(unit.name))
            cell = unit.cell.address if unit.cell else ""
            self._place.setdefault(participant, (sheet.table.file, sheet.table.sheet, cell))
            group = sheet.group_code or self._groups.get(match_key(unit.group_name), "")
            if group and self._seen_group.setdefault(participant, group) != group:
                self._note_clash(participant, group, sheet, cell)
        self._not_submitted |= {(sheet.assessment_code, unit_code) for unit_code in not_submitted}

    def _note_clash(self, participant: Participant, group: str, sheet: Sheet, cell: str) -> None:
        file, name, _ = self._place[participant]
        first, assessment = self._seen_group[participant], participant[0]
        values = {"first": first, "second": group, "first_place": f'{file} > "{name}"', "assessment": assessment}
        seen = self._printed[participant]
        problem = Problem("unit_in_two_groups", sheet.table.file, sheet.table.sheet, cell, seen, values)
        self._group_clashes.setdefault((participant, group), problem)

    def memberships(self) -> tuple[list[Membership], list[Problem]]:
        """Every unit of every assessment in its group, and units whose group nobody tells, or sheets tell two of."""
        declared = {(row["assessment_code"], row["unit_code"]) for row in self._reference.rows("submissions")}
        for participant in sorted(declared - self._printed.keys()):
            self._printed[participant] = self._names[participant[1]]
        found = []
        problems = list(self._group_clashes.values())
        for participant, printed_name in self._printed.items():
            group = self._memberships.group(participant[1], participant[0]) or self._seen_group.get(participant, "")
            is_submitted = participant not in declared | self._not_submitted
            if group:
                found.append(Membership(*participant, group, printed_name, is_submitted))
            else:
                values = {"unit": participant[1], "assessment": participant[0]}
                problems.append(Problem("unknown_group", *self._place.get(participant, ("",)), printed_name, values))
        return found, problems
