"""One row per sheet that holds a table, for an analyst to look over."""

from __future__ import annotations

from collections import defaultdict

from etl.draft.proposal import proposed
from etl.draft.rounds import assessment_code_of
from etl.draft.words import say
from etl.harmonise.assessments import last_day, year_contradictions
from etl.harmonise.layouts import Layouts
from etl.harmonise.owners import owner_contradictions
from etl.harmonise.units import UnitBook
from etl.layout.obstacles import UNSETTLED
from etl.layout.table import Family, Table
from etl.office.load import Reference, Row
from etl.problem import Problem

PROPOSED_COLUMNS = ("family", "header_row", "name_column", "max_column", "points_columns")


def unsettled_layouts(problems: list[Problem], reference: Reference, drafted: list[Row]) -> list[Row]:
    """The drafted rows, and one for every sheet that was not understood: how it may be laid out, for a person to see.

    A sheet that was understood but for a column keeps what its row says of it beside that.
    """
    layouts = Layouts(reference)
    rows = {(row["file"], row["sheet"]): row for row in drafted}
    settled: set[tuple[str, str]] = set()
    for problem in problems:
        place = problem.file, problem.sheet
        if problem.code in UNSETTLED and place not in settled and not layouts.has_row(*place):
            guessed = {name: problem.values[name] for name in PROPOSED_COLUMNS}
            guessed["header_row"] = int(guessed["header_row"]) if guessed["header_row"] else None
            known = rows.get(place, proposed("layouts", file=problem.file, sheet=problem.sheet))
            notes = filter(None, (known["note"], say("settle_layout")))
            rows[place] = known | guessed | {"note": "; ".join(notes)}
            settled.add(place)
    return list(rows.values())


def missing_layouts(tables: list[Table], reference: Reference) -> list[Row]:
    """A row for every sheet that has none: how it is laid out, and which assessment and unit it is taken for."""
    layouts, book = Layouts(reference), UnitBook(reference)
    days = {row["assessment_code"]: last_day(row) for row in reference.rows("assessments")}
    rows: dict[tuple[str, str], Row] = {}
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for table in tables:
        owners[table.file, table.sheet] |= {unit.name for unit in table.units}
    for table in tables:
        if layouts.has(table) or (table.file, table.sheet) in rows:
            continue
        code = assessment_code_of(table, reference, layouts)
        unit_codes = []
        is_one_year = not year_contradictions(table)
        is_open = code in days and any(owner_contradictions(table, book, days[code]))
        is_of_one = table.family is Family.UNIT_SHEET and len(owners[table.file, table.sheet]) == 1
        if is_of_one and code in days and not is_open:
            unit_codes = book.find(table.units[0].name, days[code])
        rows[table.file, table.sheet] = proposed(
            "layouts",
            file=table.file,
            sheet=table.sheet,
            family=str(table.family),
            assessment_code=code if is_one_year else "",
            unit_code=unit_codes[0] if len(unit_codes) == 1 else "",
            note=_open_questions(
                fill_assessment=not code,
                choose_assessment=not is_one_year,
                fill_unit=is_open,
                letterhead_unit=not is_open and any(unit.is_letterhead for unit in table.units),
            ),
        )
    return list(rows.values())


def _open_questions(**asked: bool) -> str:
    """What the sheet leaves to a person, in words; empty where it leaves nothing."""
    return "; ".join(say(words) for words, is_asked in asked.items() if is_asked)
