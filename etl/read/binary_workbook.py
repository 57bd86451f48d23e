"""Binary workbooks (.xlsb): the values through calamine, the rest but the fonts from the records themselves."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import python_calamine

from etl.read import limits
from etl.read.binary_records import Remainder, remainders
from etl.read.cells import Cell, CellKind, Sheet
from etl.read.content import Fields, of_boolean, of_comment, of_error, of_moment, of_number, of_text
from etl.read.merging import Cells, sheet_of
from etl.read.refused import RefusedError


def read_binary_workbook(content: bytes) -> list[Sheet]:
    """The worksheets in their order. Fonts are not told; a formula cell has `=` alone for its formula."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(content))
    except python_calamine.PasswordError as error:
        raise RefusedError("file_encrypted") from error
    with ZipFile(BytesIO(content)) as package:
        remaining = remainders(package)
    return [
        _sheet(
            book.get_sheet_by_name(about.name),
            remaining.get(about.name) or Remainder(),
            about.visible is not python_calamine.SheetVisibleEnum.Visible,
        )
        for about in book.sheets_metadata
        if about.typ is python_calamine.SheetTypeEnum.WorkSheet
    ]


def _sheet(source: python_calamine.CalamineSheet, remaining: Remainder, is_hidden: bool) -> Sheet:
    if source.total_height * source.total_width > limits.MAX_AREA:
        raise RefusedError("file_too_large")
    contents: dict[tuple[int, int], Fields] = {
        (row, column): _content(value)
        for row, values in enumerate(source.to_python(skip_empty_area=False), start=1)
        for column, value in enumerate(values, start=1)
        if value != ""
    }
    contents |= {place: of_error(text) for place, text in remaining.errors.items()}
    blank: Fields = {"kind": CellKind.BLANK}
    contents |= {place: contents.get(place, blank) for place in (*remaining.formulas, *remaining.comments)}
    cells: Cells = {
        place: Cell(
            *place,
            formula="=" if place in remaining.formulas else "",
            hidden=is_hidden or place[0] in remaining.hidden_rows or place[1] in remaining.hidden_columns,
            **of_comment(((remaining.comments.get(place, ""), ""),)),
            **content,
        )
        for place, content in sorted(contents.items())
    }
    return sheet_of(source.name, cells, remaining.merges, is_hidden)


def _content(value: Any) -> Fields:
    if isinstance(value, bool):
        return of_boolean(value)
    if isinstance(value, int | float):
        return of_number(value, "General")
    if isinstance(value, datetime | date | time | timedelta):
        return of_moment(value)
    return of_text(((str(value), ""),), "") if value is not None else {"kind": CellKind.BLANK}
