"""A table as an .xlsx file that opens ready to be read: header in sight, filters, links, and text that stays text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_HEAD = PatternFill("solid", fgColor="F3F5F7")
_TOP = Alignment(vertical="top", wrap_text=True)
_LONGEST_TEXT = 32_767  # characters that a cell can hold


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and its width in characters."""

    label: str
    width: int


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a file, or to a place inside it; `target` is a relative path or an address."""

    text: str
    target: str
    location: str = ""


def as_xlsx(title: str, columns: Sequence[Column], rows: Sequence[Sequence[str | Link]]) -> bytes:
    """The bytes of a workbook with one sheet called `title`; nothing in it is ever taken for a formula."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for place, column in enumerate(columns, start=1):
        head = sheet.cell(1, place)
        _put(head, column.label)
        head.font, head.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            _put(sheet.cell(number, place), value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _put(cell: Cell, value: str | Link) -> None:
    text = value.text if isinstance(value, Link) else value
    text = ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST_TEXT]
    cell.value = text
    if text:
        cell.data_type = "s"
    if isinstance(value, Link):
        cell.hyperlink = Hyperlink(ref=cell.coordinate, target=value.target, location=value.location or None)
        cell.style = "Hyperlink"
    cell.alignment = _TOP
    cell.quotePrefix = text.startswith(_FORMULA_SIGNS)
