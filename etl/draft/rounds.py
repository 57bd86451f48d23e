"""The scoring rounds that the workbooks tell of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from etl.harmonise.assessments import in_time_order, year_of
from etl.harmonise.layouts import IGNORED, Layouts
from etl.harmonise.periods import Part, code_of, of_same_part, part_in
from etl.layout.table import Table
from etl.office.load import Reference, Row
from etl.office.reference import Status


@dataclass(frozen=True)
class Round:
    """One assessment with the tables that belong to it; `row` is None while the reference does not know it.

    `part` is the part of the year that it looks at, None for the whole.
    """

    assessment_code: str
    year: int
    tables: tuple[Table, ...]
    row: Row | None = None
    part: Part | None = None

    @property
    def decision(self) -> str:
        """The decision that the first table to name one names."""
        return next((table.decision for table in self.tables if table.decision), "")


def assessment_code_of(table: Table, reference: Reference, layouts: Layouts) -> str:
    """The code of the assessment of a table, minted from its year for a year without any; empty when nothing tells.

    A year with several assessments is told apart only by a layout row.
    """
    layout = layouts.row(table)
    if layout["status"] == Status.CONFIRMED and layout["assessment_code"]:
        return layout["assessment_code"]
    year = year_of(table)
    if year is None:
        return layout["assessment_code"]
    rows = of_same_part([row for row in reference.rows("assessments") if row["year"] == year], table)
    of_year = [row["assessment_code"] for row in rows]
    if len(of_year) > 1:
        return layout["assessment_code"] if layout["assessment_code"] in of_year else ""
    return of_year[0] if of_year else code_of(year, part_in(table))


def rounds_of(tables: list[Table], reference: Reference) -> list[Round]:
    """The rounds with at least one table, earliest first."""
    layouts = Layouts(reference)
    known = {row["assessment_code"]: row for row in reference.rows("assessments")}
    by_code: dict[str, list[Table]] = defaultdict(list)
    for table in tables:
        code = assessment_code_of(table, reference, layouts)
        if code and layouts.row(table)["family"] != IGNORED:
            by_code[code].append(table)
    order = {row["assessment_code"]: place for place, row in enumerate(in_time_order(list(known.values())))}
    rounds = []
    for code, of_round in by_code.items():
        row = known.get(code)
        year = row["year"] if row else next(filter(None, map(year_of, of_round)), None)
        if year is not None:
            rounds.append(Round(code, year, tuple(of_round), row, None if row else part_in(of_round[0])))
    return sorted(rounds, key=lambda each: (each.year, order.get(each.assessment_code, -1), _last_month(each)))


def _last_month(each: Round) -> int:
    return each.part.last if each.part else 12
