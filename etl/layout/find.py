"""Workbooks into tables: every sheet is understood, or a problem says how far we got."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from etl.layout.criteria_down import read_criteria_down
from etl.layout.declared import Declarations, Declared
from etl.layout.ledger import merged_points, unread_numbers
from etl.layout.obstacles import no_segment, not_understood, unknown_stage_columns
from etl.layout.segment import Obstacle, Segment, declared_segment, segments_of
from etl.layout.table import Table
from etl.layout.unit_lists import has_unit_lists, read_unit_lists
from etl.layout.units_down import read_units_down
from etl.problem import Problem
from etl.read.cells import CellKind, Sheet, Workbook
from etl.text.keys import match_key

MOST_NAMED = 5


def find_tables(
    workbook: Workbook, declarations: Declarations = MappingProxyType({})
) -> tuple[list[Table], list[Problem]]:
    """The tables of a workbook in the order of its sheets, and a problem for each sheet that gave none.

    A sheet that a person described is read as described. Hidden sheets are not read; a warning names them. Numbers of
    a table that were read as nothing are problems as well.
    """
    tables: list[Table] = []
    problems: list[Problem] = []
    for sheet in workbook.sheets:
        if sheet.is_hidden and sheet.cells:
            problems.append(Problem("hidden_sheet", workbook.file, sheet.name))
        elif sheet.cells:
            found, failed = _read_sheet(sheet, workbook.file, declarations.get((workbook.file, sheet.name)))
            tables.extend(found)
            problems.extend(failed)
    return _without_issuer(tables), problems


def _without_issuer(tables: list[Table]) -> list[Table]:
    """The tables, those of several units under one letterhead without it: it is that of the office that scores them."""
    over: dict[str, set[str]] = {}
    for table in tables:
        if table.letterhead:
            over.setdefault(match_key(table.letterhead.name), set()).update(unit.name for unit in table.units)
    issuers = {name for name, units in over.items() if len(units) > 1}
    return [
        replace(table, letterhead=None) if table.letterhead and match_key(table.letterhead.name) in issuers else table
        for table in tables
    ]


def _read_sheet(sheet: Sheet, file: str, declared: Declared | None) -> tuple[list[Table], list[Problem]]:
    tables: list[Table] = []
    problems: list[Problem] = []
    described = declared_segment(sheet, file, declared) if declared and declared.says_where else None
    segments = [described] if described else segments_of(sheet, file)
    for segment in segments:
        if unknown := unknown_stage_columns(segment):
            problems += unknown
            continue
        found = _reader_of(segment)(segment)
        if isinstance(found, Table):
            tables.append(found)
            problems += [*_hidden_scores(found), *unread_numbers(segment, found), *merged_points(segment, found)]
        else:
            problems.append(not_understood(segment, found))
    return tables, problems if segments else [no_segment(sheet, file)]


def _reader_of(segment: Segment) -> Callable[[Segment], Table | Obstacle]:
    if segment.header.lead_role == "criterion":
        return read_criteria_down
    return read_unit_lists if has_unit_lists(segment.header) else read_units_down


def _hidden_scores(table: Table) -> list[Problem]:
    """A warning about the scores in hidden rows and columns: they count, but nobody sees them."""
    hidden = [seen.cell for seen in table.points if seen.cell.hidden and seen.cell.kind is not CellKind.BLANK]
    if not hidden:
        return []
    seen = ", ".join(cell.address for cell in hidden[:MOST_NAMED])
    return [Problem("hidden_scores", table.file, table.sheet, hidden[0].address, seen, {"n": str(len(hidden))})]
