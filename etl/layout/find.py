"""Workbooks into tables: every sheet is understood, or a problem says how far we got."""

from __future__ import annotations

from etl.layout.criteria_down import read_criteria_down
from etl.layout.segment import Obstacle, Segment, segments_of
from etl.layout.table import Table
from etl.layout.units_down import read_units_down
from etl.problem import Problem
from etl.read.cells import CellKind, Sheet, Workbook
from etl.text.letters import clean

FEWEST_NUMBERS = 6  # a sheet of fewer numbers is a cover page or a note
MOST_NAMED = 5


def find_tables(workbook: Workbook) -> tuple[list[Table], list[Problem]]:
    """The tables of a workbook in the order of its sheets, and a problem for each sheet that gave none.

    Hidden sheets are not read; a warning names them.
    """
    tables: list[Table] = []
    problems: list[Problem] = []
    for sheet in workbook.sheets:
        if sheet.is_hidden and sheet.cells:
            problems.append(Problem("hidden_sheet", workbook.file, sheet.name))
        elif sheet.cells:
            found, failed = _read_sheet(sheet, workbook.file)
            tables.extend(found)
            problems.extend(failed)
    return tables, problems


def _read_sheet(sheet: Sheet, file: str) -> tuple[list[Table], list[Problem]]:
    tables: list[Table] = []
    problems: list[Problem] = []
    segments = segments_of(sheet, file)
    for segment in segments:
        read = read_criteria_down if segment.header.lead_role == "criterion" else read_units_down
        found = read(segment)
        if isinstance(found, Table):
            tables.append(found)
            problems.extend(_hidden_scores(found))
        else:
            problems.append(_not_understood(segment, found))
    return tables, problems if segments else [_no_segment(sheet, file)]


def _hidden_scores(table: Table) -> list[Problem]:
    """A warning about the scores in hidden rows and columns: they count, but nobody sees them."""
    hidden = [seen.cell for seen in table.points if seen.cell.hidden and seen.cell.kind is not CellKind.BLANK]
    if not hidden:
        return []
    seen = ", ".join(cell.address for cell in hidden[:MOST_NAMED])
    return [Problem("hidden_scores", table.file, table.sheet, hidden[0].address, seen, {"n": str(len(hidden))})]


def _no_segment(sheet: Sheet, file: str) -> Problem:
    numbers = sum(cell.kind is CellKind.NUMBER for cell in sheet.cells.values())
    code = "no_table" if numbers < FEWEST_NUMBERS else "no_header"
    return Problem(code, file, sheet.name, values={"numbers": str(numbers)})


def _not_understood(segment: Segment, obstacle: Obstacle) -> Problem:
    header = segment.header
    return Problem(
        code=str(obstacle),
        file=segment.file,
        sheet=segment.sheet.name,
        cell=segment.sheet.seen_at(header.bottom, header.lead).address,
        seen=", ".join(f"“{clean(column.label)}”" for column in header.columns),
        values={"rows": "–".join(map(str, sorted({header.top, header.bottom})))},
    )
