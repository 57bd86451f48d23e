"""Binary workbooks (.xlsb) and OpenDocument (.ods), through calamine: values and merged ranges, no looks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import python_calamine

from etl.read import limits
from etl.read.cells import Cell, CellKind, Merge, Sheet
from etl.read.content import Fields, of_boolean, of_moment, of_number, of_text
from etl.read.merging import sheet_of
from etl.read.refused import RefusedError


def read_with_calamine(content: bytes) -> list[Sheet]:
    """The worksheets in their order. Fonts, comments, formulas, hidden rows and error values are not told."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    except python_calamine.PasswordError as error:
        raise RefusedError("file_encrypted") from error
    return [
        _sheet(book.get_sheet_by_name(about.name), about.visible is not python_calamine.SheetVisibleEnum.Visible)
        for about in book.sheets_metadata
        if about.typ is python_calamine.SheetTypeEnum.WorkSheet
    ]


def _sheet(source: python_calamine.CalamineSheet, is_hidden: bool) -> Sheet:
    if source.total_height * source.total_width > limits.MAX_AREA:
        raise RefusedError("file_too_large")
    cells = {
        (row, column): Cell(row, column, hidden=is_hidden, **_content(value))
        for row, values in enumerate(source.to_python(skip_empty_area=False), start=1)
        for column, value in enumerate(values, start=1)
        if value != ""
    }
    ranges = source.merged_cell_ranges or ()
    merges = [Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges]
    return sheet_of(source.name, cells, merges, is_hidden)


def _content(value: Any) -> Fields:
    if isinstance(value, bool):
        return of_boolean(value)
    if isinstance(value, int | float):
        return of_number(value, "General")
    if isinstance(value, datetime | date | time | timedelta):
        return of_moment(value)
    return of_text(((str(value), ""),), "") if value is not None else {"kind": CellKind.BLANK}
