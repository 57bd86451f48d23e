"""A worksheet to print on: cells with the looks of an office's scoresheet, merged where they span."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
_LINE = Side(style="thin", color="000000")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_NO_GRID = Border()
_SHADE = PatternFill("solid", fgColor="EDEDED")
_NO_SHADE = PatternFill()
A4, A3 = 9, 8  # as Excel numbers paper sizes


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is printed. `turned` text runs upwards, for narrow columns."""

    size: float = 12
    bold: bool = False
    italic: bool = False
    color: str = "000000"
    align: str = "center"
    has_grid: bool = False
    is_shaded: bool = False
    turned: bool = False
    number_format: str = "General"


FREE = Look()
CELL = Look(has_grid=True, size=11)
HEADER = replace(CELL, bold=True)
NAME = replace(CELL, align="left")
POINTS = replace(CELL, number_format="0.00")


def group_look(look: Look) -> Look:
    """The look on the row of a group of criteria or units."""
    return replace(look, bold=True, is_shaded=True)


class Paper:
    """One worksheet with its page set up for printing."""

    def __init__(self, sheet: Worksheet, widths: list[float], *, landscape: bool = False, size: int = A4) -> None:
        self.sheet = sheet
        self.widths = widths
        self.last_column = len(widths)
        self._dressed: dict[Look, Cell] = {}
        for column, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.paperSize = size
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left, sheet.page_margins.right = 0.6, 0.4
        sheet.print_options.horizontalCentered = True
        sheet.sheet_view.showGridLines = False

    def write(self, row: int, column: int, value: Any, look: Look = CELL, *, down: int = 1, across: int = 1) -> Cell:
        """Put the value there, over `down` rows and `across` columns, and give back the cell that holds it."""
        for place in ((r, c) for r in range(row, row + down) for c in range(column, column + across)):
            self._dress(self.sheet.cell(*place), look)
        cell = self.sheet.cell(row, column, value)
        if down > 1 or across > 1:
            last_row, last_column = row + down - 1, column + across - 1
            self.sheet.merge_cells(None, row, column, last_row, last_column)
        return cell

    def _dress(self, cell: Cell, look: Look) -> None:
        """Give the cell its look, copied from the first one that had it: building a style anew is slow."""
        if look not in self._dressed:
            self._dressed[look] = _styled(cell, look)
        else:
            cell._style = copy(self._dressed[look]._style)

    def line(self, row: int, value: str, look: Look = FREE) -> None:
        """Put a line of text over the whole width of the table."""
        self.write(row, 1, value, look, across=self.last_column)

    def remark(self, row: int, column: int, text: str) -> None:
        """Pin a comment to the cell."""
        comment = Comment(text, "Đoàn kiểm tra")
        comment.width, comment.height = 260, 80
        self.sheet.cell(row, column).comment = comment

    def height(self, row: int, points: float) -> None:
        """Fix the height of the row."""
        self.sheet.row_dimensions[row].height = points

    def break_page(self, before: int) -> None:
        """Begin a new page at the row."""
        self.sheet.row_breaks.append(Break(id=before - 1))


def _styled(cell: Cell, look: Look) -> Cell:
    cell.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.color)
    cell.alignment = Alignment(
        horizontal=look.align, vertical="center", wrap_text=True, text_rotation=90 if look.turned else 0
    )
    cell.border = _GRID if look.has_grid else _NO_GRID
    cell.fill = _SHADE if look.is_shaded else _NO_SHADE
    cell.number_format = look.number_format
    return cell
