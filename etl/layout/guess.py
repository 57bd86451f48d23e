"""How a sheet that no words explain may be laid out: a proposal for a person to correct, never used unconfirmed."""

from __future__ import annotations

from etl.layout.declared import Declared
from etl.layout.grid import own_texts
from etl.layout.header import Header
from etl.layout.table import Family
from etl.read.cells import CellKind, Sheet

MOST_STAGES = 3  # more columns of numbers than a unit has stages are units or criteria


def guess(sheet: Sheet, header: Header | None = None) -> Declared:
    """The likeliest layout from where texts and numbers stand; where none do, no more than what the header tells."""
    rows = [row for row, _ in sheet.rows() if header is None or row > header.bottom]
    body = [row for row in rows if own_texts(sheet, row) and _number_columns(sheet, row)]
    if not body:
        return Declared(_family(header, []), header.bottom if header else None, header.lead if header else None)
    names = header.lead if header else _longest_texts(sheet, body)
    numbers = _usual_numbers(sheet, body, names)
    maximum, points = _apart(sheet, body, numbers)
    above = [row for row in range(1, body[0]) if own_texts(sheet, row)]
    bottom = header.bottom if header else (above[-1] if above else None)
    return Declared(_family(header, points), bottom, names, maximum, tuple(points))


def _family(header: Header | None, points: list[int]) -> Family:
    if len(points) <= MOST_STAGES and (header is None or header.lead_role == "criterion"):
        return Family.UNIT_SHEET
    is_criteria = header is not None and header.lead_role == "criterion"
    return Family.CRITERIA_BY_UNITS if is_criteria else Family.UNITS_BY_CRITERIA


def _number_columns(sheet: Sheet, row: int) -> list[int]:
    return [cell.column for cell in sheet.row(row) if cell.kind is CellKind.NUMBER]


def _longest_texts(sheet: Sheet, rows: list[int]) -> int:
    letters: dict[int, int] = {}
    for row in rows:
        for cell in own_texts(sheet, row):
            letters[cell.column] = letters.get(cell.column, 0) + len(cell.text)
    return max(letters, key=lambda column: (letters[column], -column))


def _usual_numbers(sheet: Sheet, rows: list[int], names: int) -> list[int]:
    """The columns right of the names that hold a number in at least half of the rows."""
    found = [column for row in rows for column in _number_columns(sheet, row) if column > names]
    return [column for column in sorted(set(found)) if found.count(column) * 2 >= len(rows)]


def _apart(sheet: Sheet, rows: list[int], numbers: list[int]) -> tuple[int | None, list[int]]:
    """The column of maxima, None without one, and the columns of points: no row has more points than its maximum."""
    if len(numbers) < 2:
        return None, numbers
    first, *others = numbers
    pairs = [(sheet.at(row, first).number, sheet.at(row, other).number) for row in rows for other in others]
    known = [(maximum, points) for maximum, points in pairs if maximum is not None and points is not None]
    is_maximum = bool(known) and all(points <= maximum for maximum, points in known)
    return (first, others) if is_maximum else (None, numbers)
