"""Tables with our identities: which assessment, units, criteria and stage their lines and columns stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from etl.harmonise.assessments import assessment_of, last_day
from etl.harmonise.criteria import CriteriaSet, identify_criteria
from etl.harmonise.layouts import IGNORED, Layouts
from etl.harmonise.owners import owner_contradictions, told_by_letterhead
from etl.harmonise.stages import stage_told
from etl.harmonise.units import UnitBook
from etl.layout.table import Family, Table
from etl.office.load import Reference, Row
from etl.office.reference import Status
from etl.problem import Problem

DEFAULT_STAGE = "final"  # of a column of points that says no more than "điểm"


@dataclass(frozen=True)
class Sheet:
    """A table whose words are resolved.

    `unit_codes` and `criterion_codes` stand beside `table.units` and `table.criteria`, None where a line is unknown.
    `stage_code` and `group_code` are what the layout row decides, else empty.
    """

    table: Table
    assessment_code: str
    criteria_set: CriteriaSet
    unit_codes: tuple[str | None, ...]
    criterion_codes: tuple[str | None, ...]
    stage_code: str = ""
    group_code: str = ""
    is_declared_summary: bool = False

    @property
    def has_scores(self) -> bool:
        """Whether its points are scores, and not only printed results."""
        return self.table.family is not Family.SUMMARY and not self.is_declared_summary

    @cached_property
    def _has_one_stage(self) -> bool:
        return len({points.stage_code for points in self.table.points}) <= 1

    def stage(self, seen: str) -> str:
        """The stage of a column that says it is `seen`; a layout row decides only where all columns say the same.

        A column of bare points has the stage that the sheet's name or its title tells.
        """
        stated = seen or DEFAULT_STAGE
        if not self._has_one_stage:
            return stated
        return self.stage_code or (self._told if stated == DEFAULT_STAGE else "") or stated

    @cached_property
    def _told(self) -> str:
        return stage_told(self.table)


class Identities:
    """Every lookup that identifying a sheet needs, made once per reference."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.layouts = Layouts(reference)
        self.units = UnitBook(reference)
        self._sets: dict[str, CriteriaSet] = {}

    def criteria_set(self, code: str) -> CriteriaSet:
        """The criteria set of that code; empty when the reference has no criteria for it."""
        if code not in self._sets:
            self._sets[code] = CriteriaSet(self.reference, code)
        return self._sets[code]

    def identify(self, table: Table) -> tuple[Sheet | None, list[Problem]]:
        """The table resolved, None when it is to be ignored or its assessment is unknown, and what is wrong."""
        layout = self.layouts.row(table)
        if layout["family"] == IGNORED:
            return None, []
        assessment, problems = assessment_of(table, self.reference, self.layouts)
        if assessment is None:
            return None, problems
        criteria_set = self.criteria_set(layout["criteria_set_code"] or assessment["criteria_set_code"])
        unit_codes, unknown_units = self._units(table, assessment, layout)
        criterion_codes, unknown_criteria = identify_criteria(table, criteria_set)
        resolved = Sheet(
            table,
            assessment["assessment_code"],
            criteria_set,
            unit_codes,
            criterion_codes,
            layout["stage_code"],
            layout["group_code"],
            layout["family"] == Family.SUMMARY and layout["status"] == Status.CONFIRMED,
        )
        return resolved, [*problems, *unknown_units, *unknown_criteria]

    def _units(self, table: Table, assessment: Row, layout: Row) -> tuple[tuple[str | None, ...], list[Problem]]:
        decided = layout["unit_code"]
        if decided and layout["status"] == Status.CONFIRMED and len(table.units) == 1:
            return (decided,), []
        codes: list[str | None] = []
        on = last_day(assessment)
        problems = list(owner_contradictions(table, self.units, on)) or list(told_by_letterhead(table))
        for unit in table.units:
            found = self.units.find(unit.name, on)
            if len(found) != 1 and decided and len(table.units) == 1:
                found = [decided]
            codes.append(found[0] if len(found) == 1 else None)
            if len(found) != 1:
                cell = unit.cell.address if unit.cell else ""
                problems.append(self.units.problem(unit.name, table.file, table.sheet, cell, found))
        return tuple(codes), problems
