"""Whose sheet a sheet is: what its heading says against the names of its tab and its file, and its letterhead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from etl.harmonise.units import UnitBook
from etl.layout.table import Family, Table
from etl.office.csv_file import csv_line
from etl.problem import Problem
from etl.text.words import meaning


def owner_contradictions(table: Table, units: UnitBook, on: date) -> Iterator[Problem]:
    """A problem where the tab or the file of a unit's own sheet is called like another unit than its heading names.

    A letterhead is weaker than a line that names the unit: against a name nobody can tell which of the two is right.
    """
    if table.family is not Family.UNIT_SHEET or len(table.units) != 1:
        return
    unit = table.units[0]
    said = set(units.find(unit.name, on))
    if unit.cell is None:
        yield from _against_letterhead(table, said, units, on)
        return
    for name in (table.sheet, PurePosixPath(table.file).stem):
        called = units.find(name, on)
        if said and called and not said & set(called):
            if unit.is_letterhead:
                yield _contradiction(table, name, called)
            else:
                values = {"called": name}
                yield Problem("unit_contradiction", table.file, table.sheet, unit.cell.address, unit.name, values)
            return


def told_by_letterhead(table: Table) -> Iterator[Problem]:
    """A warning where only the letterhead tells whose sheet it is: it may be that of the office that scores."""
    for unit in table.units:
        if unit.is_letterhead and unit.cell:
            yield Problem("unit_from_letterhead", table.file, table.sheet, unit.cell.address, unit.name)


def _against_letterhead(table: Table, said: set[str], units: UnitBook, on: date) -> Iterator[Problem]:
    """A tab or a file called like one unit under the letterhead of another, unless that one scores the others."""
    if table.letterhead is None or meaning("issuer", table.letterhead.name) == "scorer":
        return
    issued_by = set(units.find(table.letterhead.name, on))
    if said and issued_by and not said & issued_by:
        yield _contradiction(table, table.units[0].name, sorted(said))


def _contradiction(table: Table, called: str, codes: list[str]) -> Problem:
    letterhead = table.letterhead or table.units[0]
    cell = letterhead.cell.address if letterhead.cell else ""
    line = csv_line(table.file, table.sheet, str(Family.UNIT_SHEET), "", "", codes[0])
    values = {"called": called, "line": line}
    return Problem("letterhead_contradiction", table.file, table.sheet, cell, letterhead.name, values)
