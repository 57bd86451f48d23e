"""Declared replacements of known errors in the workbooks."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from unicodedata import normalize

from etl.harmonise.points import number_in
from etl.harmonise.scores import AppliedCorrection
from etl.layout.table import Table
from etl.office.load import Row
from etl.problem import Problem
from etl.read.cells import Cell, CellKind
from etl.text.keys import clean
from etl.text.numbers import points_in

Place = tuple[str, str, str]


def correct(
    tables: list[Table], corrections: list[Row]
) -> tuple[list[Table], dict[Place, AppliedCorrection], list[Problem]]:
    """The tables with the corrections applied, those by the place that they correct, and corrections that do not fit.

    A correction applies only where the cell still holds what it expects; a blank `expect` expects a blank cell.
    """
    wanted = {_place(row["file"], row["sheet"], row["cell"]): row for row in corrections}
    if not wanted:
        return tables, {}, []
    met: dict[Place, tuple[Table, Cell]] = {}
    sheets = {place[:2] for place in wanted}

    def corrected_in(table: Table) -> Callable[[Cell], Cell]:
        def corrected(cell: Cell) -> Cell:
            place = _place(table.file, table.sheet, cell.address)
            row = wanted.get(place)
            if row is None:
                return cell
            met[place] = table, cell
            return _replaced(cell, row["value"]) if _is_expected(cell, row["expect"]) else cell

        return corrected

    after = [
        _with_cells(table, corrected_in(table)) if _place(table.file, table.sheet, "")[:2] in sheets else table
        for table in tables
    ]
    applied = {
        place: _applied(wanted[place], table, cell)
        for place, (table, cell) in met.items()
        if _is_expected(cell, wanted[place]["expect"])
    }
    problems = [
        _mismatch(row, met[place][1] if place in met else None) for place, row in wanted.items() if place not in applied
    ]
    return after, applied, problems


def _applied(row: Row, table: Table, cell: Cell) -> AppliedCorrection:
    declared = {column: row[column] for column in ("expect", "value", "reason", "decided_by", "decided_on")}
    return AppliedCorrection(table.file, table.sheet, cell.address, seen=cell.text, **declared)


def _place(file: str, sheet: str, cell: str) -> Place:
    return normalize("NFC", file).replace("\\", "/"), normalize("NFC", sheet).strip(), cell.replace("$", "").upper()


def was_corrected(corrected: Collection[Place], table: Table, cell: Cell) -> bool:
    """Whether the cell of the table is one of the corrected places."""
    return bool(corrected) and _place(table.file, table.sheet, cell.address) in corrected


def _with_cells(table: Table, corrected: Callable[[Cell], Cell]) -> Table:
    return replace(
        table,
        criteria=tuple(
            replace(line, max_cell=new, max_points=line.max_points if new is line.max_cell else new.number)
            if line.max_cell and (new := corrected(line.max_cell))
            else line
            for line in table.criteria
        ),
        points=tuple(replace(points, cell=corrected(points.cell)) for points in table.points),
        results=tuple(replace(result, cell=corrected(result.cell)) for result in table.results),
    )


def _is_expected(cell: Cell, expect: str) -> bool:
    if not expect:
        return not cell.text.strip()
    if clean(expect) in {clean(cell.text), clean(cell.formula)} or (cell.date and expect == cell.date.isoformat()):
        return True
    expected = points_in(expect)
    return expected is not None and expected == number_in(cell)


def _replaced(cell: Cell, value: str) -> Cell:
    number = points_in(value) if value else None
    kind = CellKind.NUMBER if number is not None else CellKind.TEXT if value else CellKind.BLANK
    return replace(cell, kind=kind, text=value, number=number, date=None, formula="")


def _mismatch(row: Row, cell: Cell | None) -> Problem:
    code = "correction_mismatch" if cell else "correction_without_cell"
    values = {"expect": row["expect"] or "–", "value": row["value"] or "–"}
    return Problem(code, row["file"], row["sheet"], row["cell"], cell.text if cell else "", values)
