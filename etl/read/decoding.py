"""The texts of a workbook from legacy encodings into Unicode, once all of its cells are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from etl.problem import Problem
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.legacy import Decoded, Encoding, Habits, Run, decode_runs, habits_of


def decode_sheets(sheets: tuple[Sheet, ...], file: str) -> tuple[tuple[Sheet, ...], list[Problem]]:
    """The sheets with their texts in Unicode, and a problem for every text that could be read in two ways.

    What a font is used for in the rest of the workbook decides the words that alone would be unsure.
    """
    habits = habits_of(_runs(cell) for sheet in sheets for cell in _texts(sheet))
    problems: list[Problem] = []
    decoded = tuple(_decoded_sheet(sheet, file, habits, problems) for sheet in sheets)
    return decoded, problems


def _decoded_sheet(sheet: Sheet, file: str, habits: Habits, problems: list[Problem]) -> Sheet:
    changed: dict[tuple[int, int], Cell] = {}
    for cell in _texts(sheet):
        found = decode_runs(_runs(cell), habits)
        if not found.is_sure:
            problems.append(_unsure(cell, found, file, sheet.name))
        elif found.encoding is not Encoding.UNICODE:
            changed[cell.row, cell.column] = replace(cell, text=found.text, encoding=str(found.encoding))
    return replace(sheet, cells=sheet.cells | changed) if changed else sheet


def _texts(sheet: Sheet) -> Iterable[Cell]:
    return (cell for cell in sheet.cells.values() if cell.kind is CellKind.TEXT)


def _runs(cell: Cell) -> tuple[Run, ...]:
    return cell.runs or ((cell.text, cell.font),)


def _unsure(cell: Cell, found: Decoded, file: str, sheet: str) -> Problem:
    fonts = ", ".join(dict.fromkeys(font for _, font in _runs(cell) if font))
    values = {"font": fonts or "–", "encoding": found.encoding.label, "other": found.other}
    return Problem("encoding_unsure", file, sheet, cell.address, found.text, values)
