"""Groups, and who belongs to which from when on."""

from __future__ import annotations

from etl.draft.proposal import free_code, proposed
from etl.draft.rounds import Round
from etl.draft.words import say
from etl.harmonise.assessments import last_day, years_in
from etl.harmonise.layouts import Layouts
from etl.harmonise.memberships import Memberships
from etl.harmonise.units import UnitBook
from etl.layout.table import SeenUnit, Table
from etl.office.load import Reference, Row
from etl.office.reference import Status
from etl.text.keys import clean, match_key


def group_name_of(unit: SeenUnit, table: Table) -> str:
    """The group that the sheet gives the unit, or else the folder below that of the year; empty without either."""
    return clean(unit.group_name) or _group_folder(table.file)


def _group_folder(file: str) -> str:
    folders = file.split("/")[:-1]
    for place, folder in enumerate(folders[:-1]):
        if years_in(folder) and not years_in(folders[place + 1]):
            return clean(folders[place + 1])
    return ""


class _Groups:
    """Group codes by name, minted as they are asked for."""

    def __init__(self, reference: Reference) -> None:
        self._codes = {match_key(row["group_name"]): row["group_code"] for row in reference.rows("groups")}
        self._taken = {row["group_code"] for row in reference.rows("groups")}
        self.rows: list[Row] = []

    def code(self, name: str) -> str:
        key = match_key(name)
        if key not in self._codes:
            code = free_code(name, self._taken)
            place = len(self._taken) + 1
            self._taken.add(code)
            self._codes[key] = code
            self.rows.append(proposed("groups", group_code=code, group_name=name, sort_order=place))
        return self._codes[key]


def missing_groups(rounds: list[Round], reference: Reference) -> tuple[list[Row], list[Row]]:
    """Rows of `groups` and of `memberships` that the sheets call for.

    A unit whose sheets tell no group stays where it was before; one that never was anywhere joins the fallback group. A
    membership that a person decided is not contradicted.
    """
    groups = _Groups(reference)
    added: list[Row] = []
    for each in rounds:
        for unit_code, group_code in _stated(each, reference, groups).items():
            row = Memberships(reference).row(unit_code, each.assessment_code)
            if row and (not group_code or row["group_code"] == group_code or row["status"] == Status.CONFIRMED):
                continue
            new = proposed(
                "memberships",
                unit_code=unit_code,
                from_assessment=each.assessment_code,
                group_code=group_code or groups.code(say("fallback_group")),
            )
            added.append(new)
            reference = reference.with_rows("memberships", [new])
    return groups.rows, added


def _stated(each: Round, reference: Reference, groups: _Groups) -> dict[str, str]:
    """The group code of every unit of the round, empty where no sheet tells one."""
    book, layouts = UnitBook(reference), Layouts(reference)
    on = last_day(next(row for row in reference.rows("assessments") if row["assessment_code"] == each.assessment_code))
    stated: dict[str, str] = {}
    for table in each.tables:
        decided = layouts.row(table)
        for unit in table.units:
            codes = book.find(unit.name, on)
            if len(codes) != 1:
                codes = [decided["unit_code"]] if decided["unit_code"] else []
            for code in codes:
                name = group_name_of(unit, table)
                group = decided["group_code"] or (groups.code(name) if name else "")
                stated[code] = stated.get(code) or group
    return stated
