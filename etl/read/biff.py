"""Excel before 2007 (.xls, BIFF 2 to 8), through xlrd."""

from __future__ import annotations

import os
from pathlib import Path

import xlrd
from xlrd.book import Book
from xlrd.formatting import Font
from xlrd.sheet import Cell as SourceCell
from xlrd.sheet import Note
from xlrd.sheet import Sheet as SourceSheet

from etl.read.biff_records import formulas_of
from etl.read.cells import Cell, CellKind, Merge, Sheet
from etl.read.content import Fields, Runs, of_boolean, of_comment, of_error, of_moment, of_number, of_text
from etl.read.merging import Cells, sheet_of
from etl.read.refused import RefusedError

_UNREADABLE_DATE = "#VALUE!"
_BOLD_WEIGHT = 600
# What xlrd says only in its messages -> what it means.
_REFUSALS = {
    "encrypted": "file_encrypted",
    "Can't find workbook": "file_not_workbook",
    "Unsupported format": "file_not_workbook",
    "Can't determine file's BIFF version": "file_not_workbook",
}


def read_biff(content: bytes) -> list[Sheet]:
    """The worksheets in their order. xlrd does not tell formulas: a formula cell has `=` alone for its formula."""
    try:
        with (
            Path(os.devnull).open("w") as log,
            xlrd.open_workbook(
                file_contents=content, formatting_info=True, on_demand=True, ragged_rows=True, logfile=log
            ) as book,
        ):
            return [_sheet(book, index) for index in range(book.nsheets)]
    except xlrd.XLRDError as error:
        for said, code in _REFUSALS.items():
            if said in str(error):
                raise RefusedError(code, "OLE") from error
        raise


def _sheet(book: Book, index: int) -> Sheet:
    source = book.sheet_by_index(index)
    formulas, waiting = formulas_of(book, index)
    is_hidden = bool(source.visibility)
    hidden_rows = {row for row, info in source.rowinfo_map.items() if info.hidden}
    hidden_columns = {column for column, info in source.colinfo_map.items() if info.hidden}
    notes = {
        place: _note(book, note) for place, note in source.cell_note_map.items() if note.text and note.text.strip()
    }
    cells: Cells = {}
    for row in range(source.nrows):
        for column, found in enumerate(source.row(row)):
            is_formula = (row, column) in formulas
            note = notes.pop((row, column), None)
            if found.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and not note and not is_formula:
                continue
            font = _font(book, found)
            cells[row + 1, column + 1] = Cell(
                row + 1,
                column + 1,
                formula="=" if is_formula else "",
                font=font.name,
                bold=font.weight >= _BOLD_WEIGHT,
                hidden=is_hidden or row in hidden_rows or column in hidden_columns,
                **(note or {}),
                **(
                    {"kind": CellKind.UNCACHED}
                    if (row, column) in waiting
                    else _content(book, source, row, column, found)
                ),
            )
    for (row, column), note in notes.items():
        cells[row + 1, column + 1] = Cell(row + 1, column + 1, CellKind.BLANK, hidden=is_hidden, **note)
    merges = [Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in source.merged_cells]
    return sheet_of(source.name, cells, merges, is_hidden)


def _font(book: Book, found: SourceCell) -> Font:
    return book.font_list[book.xf_list[found.xf_index].font_index]


def _content(book: Book, sheet: SourceSheet, row: int, column: int, found: SourceCell) -> Fields:
    number_format = book.format_map[book.xf_list[found.xf_index].format_key].format_str
    match found.ctype:
        case xlrd.XL_CELL_TEXT:
            return of_text(_runs(book, sheet, row, column, found), _font(book, found).name)
        case xlrd.XL_CELL_NUMBER:
            return of_number(found.value, number_format)
        case xlrd.XL_CELL_DATE:
            return _date(found.value, book.datemode)
        case xlrd.XL_CELL_BOOLEAN:
            return of_boolean(bool(found.value))
        case xlrd.XL_CELL_ERROR:
            return of_error(xlrd.error_text_from_code.get(found.value, _UNREADABLE_DATE))
    return {"kind": CellKind.BLANK}


def _date(value: float, datemode: int) -> Fields:
    try:
        moment = xlrd.xldate_as_datetime(value, datemode)
    except (xlrd.XLDateError, OverflowError, ValueError):
        return of_error(_UNREADABLE_DATE)
    return of_moment(moment if value >= 1 else moment.time())


def _runs(book: Book, sheet: SourceSheet, row: int, column: int, found: SourceCell) -> Runs:
    """The pieces of a text with their fonts: the cell's up to the first change, then that of each change."""
    text = found.value
    changes = [(0, book.xf_list[found.xf_index].font_index), *sheet.rich_text_runlist_map.get((row, column), ())]
    ends = [start for start, _ in changes[1:]] + [len(text)]
    pieces = ((text[start:end], book.font_list[font].name) for (start, font), end in zip(changes, ends, strict=True))
    return tuple(piece for piece in pieces if piece[0])


def _note(book: Book, note: Note) -> Fields:
    """A comment in its runs: up to the first change of font nothing is told of the font."""
    changes = [(0, None), *(note.rich_text_runlist or ())]
    ends = [start for start, _ in changes[1:]] + [len(note.text)]
    return of_comment(
        tuple(
            (note.text[start:end], book.font_list[font].name if font is not None and font < len(book.font_list) else "")
            for (start, font), end in zip(changes, ends, strict=True)
        )
    )
