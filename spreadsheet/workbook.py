"""Tables as an .xlsx file ready to be read: headers in sight, filters, links, typed numbers, text that stays text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_HEAD = PatternFill("solid", fgColor="F3F5F7")
_UNDER_HEAD = Border(bottom=Side("thin", color="8895A2"))
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_TOP_RIGHT = Alignment(horizontal="right", vertical="top", wrap_text=True, indent=1)
_FIGURE = Alignment(horizontal="right", vertical="top", indent=1)
_BOLD = Font(name="Calibri", size=11, bold=True)
_LINE = 15  # points of height of a line, in the font that every workbook begins with
_INDENT = 2  # characters that margin and indent take of a column
_MOST_LINES = 20
_PAGE = 230  # characters of width that are still legible on a lying page of A4
_DAY, _MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
_LONGEST_TEXT = 32_767  # characters that a cell can hold


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and whether it is of numbers, which stand on the right."""

    label: str
    width: int
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a file, or to a place inside it; `target` is a relative path or an address."""

    text: str
    target: str
    location: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its whole value, of which `places` decimals are shown; without `places`, as many as there are.

    One that `is_share` is a part of 1 shown as a percentage, one that `is_signed` shows its plus; `unit` follows it.
    """

    value: Decimal | int | float
    places: int | None = None
    is_share: bool = False
    is_signed: bool = False
    unit: str = ""

    @property
    def number_format(self) -> str:
        """How a spreadsheet shows it; the marks of decimals and thousands are those of the reader's computer."""
        if self.places is None:
            return "General"
        digits = "#,##0" + ("." + "0" * self.places if self.places else "")
        digits += "%" * self.is_share + (f'" {self.unit}"' if self.unit else "")
        return f"+{digits};-{digits};{digits}" if self.is_signed else digits


Value = str | Link | Number | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, at most 31 characters, its columns and its rows."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]


def as_xlsx(title: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> bytes:
    """The bytes of a workbook with one sheet called `title`; nothing in it is ever taken for a formula."""
    return as_workbook([Sheet(title, columns, rows)])


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a workbook with these sheets, the first one open; nothing in it is ever taken for a formula.

    None is an empty cell; dates, truth values and numbers are typed, everything else is text.
    """
    workbook = Workbook()
    workbook.remove(workbook.active)
    for sheet in sheets:
        _write(workbook.create_sheet(sheet.title), sheet)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write(sheet: Worksheet, given: Sheet) -> None:
    for place, column in enumerate(given.columns, start=1):
        head = sheet.cell(1, place)
        _put(head, column.label, column)
        head.font, head.fill, head.border = _BOLD, _HEAD, _UNDER_HEAD
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(given.rows, start=2):
        for place, (value, column) in enumerate(zip(row, given.columns, strict=True), start=1):
            if value is not None:
                _put(sheet.cell(number, place), value, column)
    for number, row in enumerate(([column.label for column in given.columns], *given.rows), start=1):
        lines = max(map(_lines, row, given.columns), default=1)
        if lines > 1:  # LibreOffice gives a row the height of one line, whatever its texts need
            sheet.row_dimensions[number].height = _LINE * lines
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(given.columns))}{len(given.rows) + 1}"
    _set_page(sheet, sum(column.width for column in given.columns))


def _set_page(sheet: Worksheet, width: int) -> None:
    """A lying page of A4, as many beside each other as `width` needs to be legible, heads and first column on each."""
    sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:A"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = ceil(width / _PAGE), 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(value: Value, column: Column) -> int:
    """How many lines a cell's text takes, at most as many as a screen shows."""
    text = value.text if isinstance(value, Link) else value
    if not isinstance(text, str):
        return 1
    needed = sum(max(1, ceil(len(line) / (column.width - _INDENT))) for line in text.split("\n"))
    return min(needed, _MOST_LINES)


def _put(cell: Cell, value: Value, column: Column) -> None:
    if isinstance(value, str | Link):
        _put_text(cell, value)
        cell.alignment = _TOP_RIGHT if column.is_number else _TOP
        return
    cell.alignment = _FIGURE
    if isinstance(value, Number):
        cell.value, cell.number_format = value.value, value.number_format
    else:
        cell.value = value
    if isinstance(value, datetime):
        cell.number_format = _MOMENT
    elif isinstance(value, date):
        cell.number_format = _DAY


def _put_text(cell: Cell, value: str | Link) -> None:
    text = value.text if isinstance(value, Link) else value
    text = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_TEXT]
    cell.value = text
    if text:
        cell.data_type = "s"
    if isinstance(value, Link):
        cell.hyperlink = Hyperlink(ref=cell.coordinate, target=value.target, location=value.location or None)
        cell.style = "Hyperlink"
    cell.quotePrefix = text.startswith(_FORMULA_SIGNS)
