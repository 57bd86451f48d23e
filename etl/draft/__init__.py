"""From workbooks alone, the reference rows that are missing: how a new office starts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from etl.draft.criteria import give_codes, missing_criteria, missing_criterion_aliases
from etl.draft.evidence import infer
from etl.draft.groups import missing_groups
from etl.draft.layouts import missing_layouts
from etl.draft.links import missing_links
from etl.draft.rounds import rounds_of
from etl.draft.sets import missing_assessments, missing_sets, sets_of_rounds
from etl.draft.units import missing_units
from etl.harmonise.corrections import correct
from etl.layout.table import Table
from etl.office.load import Reference, Row

__all__ = ["draft"]


class _Draft:
    """The reference as it grows, and the rows that made it grow."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.rows: dict[str, list[Row]] = defaultdict(list)

    def add(self, table: str, rows: list[Row]) -> None:
        self.reference = self.reference.with_rows(table, rows)
        self.rows[table] += rows

    def revise(self, table: str, rows: list[Row]) -> None:
        """Put these in the place of the rows added to the table so far."""
        others = [row for row in self.reference.rows(table) if row not in self.rows[table]]
        self.reference = replace(self.reference, tables={**self.reference.tables, table: [*others, *rows]})
        self.rows[table] = rows


def draft(tables: list[Table], reference: Reference) -> dict[str, list[Row]]:
    """The rows to add to every reference table, status `proposed`; none where nothing is missing.

    Rows already there are never touched, whoever wrote them, and the second draft of the same workbooks is empty.
    """
    as_read = tables
    tables, _, _ = correct(as_read, reference.rows("corrections"))
    growing = _Draft(reference)
    rounds = rounds_of(tables, reference)
    set_codes, lines_of_sets = sets_of_rounds(rounds, reference)
    growing.add("criteria_sets", missing_sets(rounds, set_codes, reference))
    growing.add("assessments", missing_assessments(rounds, set_codes))
    for code, lines in lines_of_sets.items():
        give_codes(lines)
        growing.add("criteria", missing_criteria(code, lines, growing.reference))
        growing.add("criterion_aliases", missing_criterion_aliases(code, lines, growing.reference))
    units, aliases = missing_units(rounds, growing.reference)
    growing.add("units", units)
    growing.add("unit_aliases", aliases)
    groups, memberships = missing_groups(rounds, growing.reference)
    growing.add("groups", groups)
    growing.add("memberships", memberships)
    growing.add("layouts", missing_layouts(tables, growing.reference))
    growing.add("criterion_links", missing_links(growing.reference))
    inferred = infer(as_read, growing.reference, growing.rows["criteria_sets"], growing.rows["criteria"])
    growing.revise("criteria_sets", inferred.sets)
    growing.revise("criteria", inferred.criteria)
    growing.add("grades", inferred.grades)
    return {table: rows for table, rows in growing.rows.items() if rows}
