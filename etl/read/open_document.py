"""OpenDocument workbooks (.ods): what LibreOffice writes, cell by cell, from the package's own XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from openpyxl.xml.functions import iterparse

from etl.read import limits
from etl.read.cells import Cell, CellKind, Merge, Sheet
from etl.read.content import Fields, Runs, of_boolean, of_comment, of_error, of_moment, of_number, of_text
from etl.read.merging import Cells, sheet_of
from etl.read.open_document_names import CALC_EXTENSION, OFFICE, TABLE, TEXT
from etl.read.open_document_styles import Styles, styles_of
from etl.read.refused import RefusedError

_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_STYLE, _FORMULA = f"{TABLE}style-name", f"{TABLE}formula"
_COLUMN_STYLE = f"{TABLE}default-cell-style-name"
_COLUMNS_REPEATED, _ROWS_REPEATED = f"{TABLE}number-columns-repeated", f"{TABLE}number-rows-repeated"
_VALUE_TYPE, _VALUE, _ANNOTATION = f"{OFFICE}value-type", f"{OFFICE}value", f"{OFFICE}annotation"
_PARAGRAPH, _SPAN = f"{TEXT}p", f"{TEXT}span"
_SPACES = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_NUMBERS = {"float": "General", "currency": "General", "percentage": "0.############%"}
# What LibreOffice shows in place of a result; the file says `error` of it only since an extension to the standard.
_ERROR = re.compile(r"#(?:N/A|[^\s#]+[!?])|Err:\d{3}")


class _Column(NamedTuple):
    last: int
    style: str
    is_hidden: bool


def read_open_document(content: bytes) -> list[Sheet]:
    """The worksheets in their order, hidden ones too."""
    with ZipFile(BytesIO(content)) as package:
        styles = styles_of(package)
        with package.open("content.xml") as part:
            return list(_sheets(part, styles))


def _sheets(part: object, styles: Styles) -> Iterator[Sheet]:
    path: list[Element] = []
    reader: _SheetReader | None = None
    for event, element in iterparse(part, ("start", "end")):
        if event == "start":
            # Tables may also be kept copies of another file's, or stand inside a drawing: those are no sheets.
            if element.tag == f"{TABLE}table" and path and path[-1].tag == f"{OFFICE}spreadsheet":
                reader = _SheetReader(element, styles)
            path.append(element)
            continue
        path.pop()
        if reader is None:
            continue
        if element is reader.table:
            yield reader.sheet()
            reader = None
        elif element.tag == f"{TABLE}table-column":
            reader.add_column(element)
        elif element.tag == f"{TABLE}table-row":
            reader.add_row(element)
            path[-1].remove(element)


class _SheetReader:
    """One sheet as its rows come in; rows and cells that are said to repeat count as often as they repeat."""

    def __init__(self, table: Element, styles: Styles) -> None:
        self.table = table
        self._styles = styles
        self._is_hidden = table.get(_STYLE, "") in styles.hidden_tables
        self._columns: list[_Column] = []
        self._row = 0
        self._cells: Cells = {}
        self._merges: list[Merge] = []

    def sheet(self) -> Sheet:
        """What was read."""
        return sheet_of(self.table.get(f"{TABLE}name", ""), self._cells, self._merges, self._is_hidden)

    def add_column(self, element: Element) -> None:
        """Columns of one look."""
        before = self._columns[-1].last if self._columns else 0
        last = before + _count(element, _COLUMNS_REPEATED, limits.LAST_COLUMN)
        self._columns.append(_Column(last, element.get(_COLUMN_STYLE, ""), _is_collapsed(element)))

    def add_row(self, element: Element) -> None:
        """The cells of a row, and of its repetitions where it holds anything."""
        first, self._row = self._row + 1, self._row + _count(element, _ROWS_REPEATED, limits.LAST_ROW)
        column = 1
        for cell in element:
            if cell.tag not in _CELLS:
                continue
            repeated = _count(cell, _COLUMNS_REPEATED, limits.LAST_COLUMN)
            if len(cell) or _VALUE_TYPE in cell.attrib or _FORMULA in cell.attrib:
                self._add_cell(cell, element, range(first, self._row + 1), range(column, column + repeated))
            column += repeated

    def _add_cell(self, element: Element, row: Element, rows: range, columns: range) -> None:
        over = _count(element, f"{TABLE}number-rows-spanned"), _count(element, f"{TABLE}number-columns-spanned")
        if over != (1, 1):
            self._merges.append(Merge(rows[0], columns[0], rows[0] + over[0] - 1, columns[0] + over[1] - 1))
        own = element.get(_STYLE) or row.get(_COLUMN_STYLE) or ""
        for column in columns:
            under = next((each for each in self._columns if column <= each.last), _Column(column, "", False))
            fields = self._fields(element, own or under.style)
            if fields["kind"] is CellKind.BLANK and not fields["comment"] and not fields["formula"]:
                return
            if len(self._cells) + len(rows) > limits.MAX_CELLS:
                raise RefusedError("file_too_large")
            hidden = self._is_hidden or _is_collapsed(row) or under.is_hidden
            self._cells.update({(each, column): Cell(each, column, hidden=hidden, **fields) for each in rows})

    def _fields(self, element: Element, style: str) -> Fields:
        look = self._styles.look(style)
        paragraphs = [_runs(each, self._styles, look.font) for each in element if each.tag == _PARAGRAPH]
        remark = element.find(_ANNOTATION)
        said = () if remark is None else [_runs(each, self._styles, "") for each in remark.iter(_PARAGRAPH)]
        return {
            "formula": element.get(_FORMULA, ""),
            "font": look.font,
            "bold": look.is_bold,
            **of_comment(_joined(said)),
            **_content(element, _joined(paragraphs), look.font),
        }


def _content(element: Element, runs: Runs, font: str) -> Fields:
    kind, text = element.get(_VALUE_TYPE, ""), "".join(text for text, _ in runs)
    is_formula = _FORMULA in element.attrib
    if element.get(f"{CALC_EXTENSION}value-type") == "error" or (is_formula and _ERROR.fullmatch(text)):
        return of_error(text or "#VALUE!")
    if kind in _NUMBERS:
        return of_number(float(element.get(_VALUE, "")), _NUMBERS[kind])
    if kind == "date":
        return of_moment(date.fromisoformat(element.get(f"{OFFICE}date-value", "")[:10]))
    if kind == "boolean":
        return of_boolean(element.get(f"{OFFICE}boolean-value") == "true")
    if is_formula and not kind and not text:
        return {"kind": CellKind.UNCACHED}
    written = of_text(runs or ((element.get(f"{OFFICE}string-value", ""), font),), font)
    return {"kind": CellKind.DATE, "text": text} if kind == "time" else written


def _runs(paragraph: Element, styles: Styles, font: str) -> list[tuple[str, str]]:
    """The pieces of a paragraph with their fonts; spans and links may hold others."""
    runs = [(paragraph.text or "", font)]
    for piece in paragraph:
        if piece.tag == f"{TEXT}s":
            runs.append((" " * _count(piece, f"{TEXT}c", limits.LAST_COLUMN), font))
        elif piece.tag in _SPACES:
            runs.append((_SPACES[piece.tag], font))
        else:
            own = styles.look(piece.get(f"{TEXT}style-name", "")).font if piece.tag == _SPAN else ""
            runs += _runs(piece, styles, own or font)
        runs.append((piece.tail or "", font))
    return runs


def _joined(paragraphs: list[list[tuple[str, str]]] | tuple[()]) -> Runs:
    """The pieces of all paragraphs, each on a line of its own."""
    runs: list[tuple[str, str]] = []
    for index, paragraph in enumerate(paragraphs):
        runs += [("\n", paragraph[0][1])] if index else []
        runs += paragraph
    return tuple(run for run in runs if run[0])


def _is_collapsed(element: Element) -> bool:
    return element.get(f"{TABLE}visibility", "visible") != "visible"


def _count(element: Element, name: str, most: int = limits.LAST_ROW) -> int:
    return max(1, min(int(element.get(name, 1)), most))
