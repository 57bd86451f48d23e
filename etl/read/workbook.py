"""Workbooks into cells. Whatever the file is, the answer is a workbook or a problem, never an exception."""

from __future__ import annotations

import hashlib
import warnings
from io import BytesIO
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from etl.problem import Problem
from etl.read.cells import Cell, Merge, Sheet, Workbook
from etl.read.convert import convert
from etl.read.precheck import glance

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".htm", ".html")


def find_workbooks(raw: Path) -> list[Path]:
    """Every spreadsheet below the folder, in the order of their paths, those we shall refuse included.

    Lock files that Excel leaves (`~$...`) and hidden files are not workbooks.
    """
    found = (path for path in raw.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not path.name.startswith(("~$", ".")))


def read_workbook(path: Path, file: str) -> tuple[Workbook | None, list[Problem]]:
    """The workbook, or None and the problem that kept it out. `file` is its path below `raw/`, as problems name it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem("file_unreadable", file, seen=error.strerror or type(error).__name__)]
    first = glance(content, path.suffix.lower())
    if first.refusal:
        return None, [Problem(first.refusal, file, seen=path.suffix.lower())]
    try:
        sheets = _read_sheets(content, first.has_formulas)
    # A damaged package makes openpyxl raise nearly anything; each of them means the same to the person who sent it.
    except Exception as error:
        return None, [Problem("file_corrupt", file, seen=type(error).__name__)]
    workbook = Workbook(file, hashlib.sha256(content).hexdigest(), len(content), sheets)
    is_empty = not any(sheet.cells for sheet in sheets)
    return workbook, [Problem("workbook_empty", file)] if is_empty else []


def _read_sheets(content: bytes, has_formulas: bool) -> tuple[Sheet, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of drawings and validations, which hold no scores
        values = openpyxl.load_workbook(BytesIO(content), data_only=True)
        formulas = openpyxl.load_workbook(BytesIO(content)) if has_formulas else None
        return tuple(_read_sheet(sheet, formulas[sheet.title] if formulas else None) for sheet in values.worksheets)


def _read_sheet(sheet: Worksheet, formulas: Worksheet | None) -> Sheet:
    is_hidden = sheet.sheet_state != "visible"
    hidden_rows = {row for row, dimension in sheet.row_dimensions.items() if dimension.hidden}
    hidden_columns = _hidden_columns(sheet)
    cells: dict[tuple[int, int], Cell] = {}
    for source in _cells_of(sheet):
        place = source.row, source.column
        formula = _formula(formulas, *place)
        if source.value is None and not formula and not source.comment:
            continue
        hidden = is_hidden or source.row in hidden_rows or source.column in hidden_columns
        cells[place] = convert(source, formula, hidden)
    merges = tuple(
        Merge(area.min_row, area.min_col, area.max_row, area.max_col)
        for area in sorted(sheet.merged_cells.ranges, key=lambda area: (area.min_row, area.min_col))
    )
    return Sheet(sheet.title, cells, merges, is_hidden)


def _cells_of(sheet: Worksheet) -> list[openpyxl.cell.cell.Cell]:
    # A sheet with one cell in its last corner claims 17 thousand million cells; only those stored are looked at.
    return [cell for cell in sheet._cells.values() if isinstance(cell, openpyxl.cell.cell.Cell)]


def _formula(formulas: Worksheet | None, row: int, column: int) -> str:
    cell = formulas._cells.get((row, column)) if formulas is not None else None
    if cell is None or cell.data_type != "f":
        return ""
    return str(getattr(cell.value, "text", None) or cell.value)


def _hidden_columns(sheet: Worksheet) -> set[int]:
    return {
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden and dimension.min
        for column in range(dimension.min, dimension.max + 1)
    }
