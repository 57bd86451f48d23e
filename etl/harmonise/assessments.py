"""Which assessment a sheet belongs to."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from etl.harmonise.layouts import Layouts
from etl.harmonise.periods import code_of, of_same_part, part_in
from etl.layout.table import Table
from etl.office.load import Reference, Row
from etl.office.reference import Status
from etl.problem import Problem

_YEAR = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)"
    r"(?:\s*(?:[-–_]|(?:đến|den|tới|toi)\s+(?:(?:hết|het)\s+)?)\s*(?:(?:năm|nam)\s*)?(?P<last>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)


def years_in(text: str) -> list[int]:
    """Every year that the text names, in its order, each once; `2011-2016` and `2011 đến năm 2016` name all six."""
    spans = [
        (int(found["first"]), int(found["last"] or found["first"])) for found in _YEAR.finditer(normalize("NFC", text))
    ]
    return list(dict.fromkeys(year for first, last in spans for year in range(first, last + 1)))


def year_of_place(file: str) -> int | None:
    """The year that the file's name tells, or else its nearest folder; a name with several years tells none."""
    for part in reversed(file.split("/")):
        years = years_in(part)
        if len(years) == 1:
            return years[0]
    return None


def year_of(table: Table) -> int | None:
    """The year of a sheet: as it states itself, or else as its place tells."""
    return table.year_seen if table.year_seen is not None else year_of_place(table.file)


def last_day(assessment: Row) -> date:
    """The day that an assessment looks at: the end of its period, or else its date, or else the end of its year."""
    return assessment["period_end"] or assessment["assessed_on"] or date(assessment["year"], 12, 31)


def in_time_order(assessments: list[Row]) -> list[Row]:
    """Assessments, earliest first."""
    return sorted(assessments, key=lambda row: (row["year"], last_day(row), row["assessment_code"]))


def assessment_of(table: Table, reference: Reference, layouts: Layouts) -> tuple[Row | None, list[Problem]]:
    """The row of the assessment that a sheet belongs to, None when nothing tells it, and what is wrong about it.

    A layout row that a person confirmed decides. Otherwise the year that the sheet states does, then the year in the
    names of its file and folders, then a layout row that is only proposed. A sheet about a part of the year
    belongs only to an assessment of that part.
    """
    known = {row["assessment_code"]: row for row in reference.rows("assessments")}
    layout = layouts.row(table)
    if layout["status"] == Status.CONFIRMED and layout["assessment_code"]:
        return known.get(layout["assessment_code"]), []
    year = year_of(table)
    if year is None:
        decided = known.get(layout["assessment_code"])
        return decided, [] if decided else [Problem("no_year", table.file, table.sheet, seen=table.title)]
    problems = year_contradictions(table)
    of_year = of_same_part([row for row in known.values() if row["year"] == year], table)
    if len(of_year) > 1:
        of_year = [row for row in of_year if row["assessment_code"] == layout["assessment_code"]] or of_year
    if len(of_year) == 1:
        return of_year[0], problems
    code = "ambiguous_assessment" if of_year else "unknown_assessment"
    values = {"codes": ", ".join(row["assessment_code"] for row in of_year)}
    return None, [*problems, Problem(code, table.file, table.sheet, seen=code_of(year, part_in(table)), values=values)]


def year_contradictions(table: Table) -> list[Problem]:
    """A problem where the year that the sheet states is not among those that its name, or its place, names."""
    for name in (table.sheet, table.file):
        in_name = years_in(name)
        if table.year_seen is not None and in_name and table.year_seen not in in_name:
            values = {"place_year": ", ".join(str(year) for year in in_name)}
            return [Problem("year_contradiction", table.file, table.sheet, seen=str(table.year_seen), values=values)]
    return []
