"""Whose sheet a sheet is: what its heading says against the names of its tab and its file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from etl.harmonise.units import UnitBook
from etl.layout.table import Family, Table
from etl.problem import Problem


def owner_contradictions(table: Table, units: UnitBook, on: date) -> Iterator[Problem]:
    """A problem where the tab or the file of a unit's own sheet is called like another unit than its heading names."""
    if table.family is not Family.UNIT_SHEET or len(table.units) != 1 or table.units[0].cell is None:
        return
    unit = table.units[0]
    said = set(units.find(unit.name, on))
    for name in (table.sheet, PurePosixPath(table.file).stem):
        called = units.find(name, on)
        if said and called and not said & set(called):
            yield Problem("unit_contradiction", table.file, table.sheet, unit.cell.address, unit.name, {"called": name})
            return
