"""Excel 2007 and later (.xlsx, .xlsm), through openpyxl's parsers.

openpyxl's own sheets drop what a merged range covers and take two readings for values and formulas; its parser of one
sheet, used here directly, tells all of it in one.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, MERGE_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import COMMENTS_NS
from openpyxl.xml.functions import fromstring, iterparse

from etl.read import limits
from etl.read.cells import Cell, CellKind, Merge, Sheet
from etl.read.content import Fields, Runs, of_boolean, of_comment, of_error, of_moment, of_number, of_text
from etl.read.merging import Cells, sheet_of
from etl.read.strict import transitional

# What Excel writes into the old form of a threaded comment, before what the person wrote.
_THREADED = re.compile(r"\A\[.+?linkid=870924\s+\S+:\s+", re.DOTALL)
_TEXT_TYPES = ("s", "str", "inlineStr")


class _Look(NamedTuple):
    font: str
    bold: bool
    number_format: str


def read_ooxml(content: bytes) -> list[Sheet]:
    """The worksheets in their order; chart sheets hold no cells and are left out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of drawings and validations, which hold no scores
        workbook = openpyxl.load_workbook(BytesIO(content), read_only=True, rich_text=True, keep_links=False)
        looks = [_look(workbook, style) for style in workbook._cell_styles]
        return [_sheet(sheet, looks) for sheet in workbook.worksheets]


def read_strict_ooxml(content: bytes) -> list[Sheet]:
    """The same of a workbook in the strict form of ISO 29500."""
    return read_ooxml(transitional(content))


def _look(workbook: Workbook, style: Any) -> _Look:
    font = workbook._fonts[style.fontId]
    own = style.numFmtId - BUILTIN_FORMATS_MAX_SIZE
    number_format = workbook._number_formats[own] if own >= 0 else BUILTIN_FORMATS.get(style.numFmtId, "General")
    return _Look(font.name or "", bool(font.bold), number_format)


def _sheet(source: ReadOnlyWorksheet, looks: list[_Look]) -> Sheet:
    workbook = source.parent
    is_hidden = source.sheet_state != "visible"
    # Excel says so of a workbook that was saved while it waited to be calculated: results are those of older numbers.
    is_calculated = getattr(workbook.calculation, "calcCompleted", None) is not False
    comments = _comments(workbook._archive, source._worksheet_path)
    cells: Cells = {}
    with source._get_source() as part:
        parser = _SheetParser(
            part,
            source._shared_strings,
            data_only=True,
            epoch=workbook.epoch,
            date_formats=workbook._date_formats,
            timedelta_formats=workbook._timedelta_formats,
            rich_text=True,
        )
        for found, formula, row_is_hidden in parser.cells():
            place = found["row"], found["column"]
            comment = comments.pop(place, None)
            if found["value"] is None and not formula and not comment:
                continue
            look = looks[found["style_id"]]
            cells[place] = Cell(
                *place,
                formula=formula,
                font=look.font,
                bold=look.bold,
                hidden=is_hidden or row_is_hidden or place[1] in parser.hidden_columns,
                **(comment or {}),
                **({"kind": CellKind.UNCACHED} if formula and not is_calculated else _content(found, formula, look)),
            )
    cells |= {place: Cell(*place, CellKind.BLANK, hidden=is_hidden, **said) for place, said in comments.items()}
    return sheet_of(source.title, cells, parser.merges, is_hidden)


class _SheetParser(WorkSheetParser):
    """openpyxl's parser, told to give cells with their formulas, and to leave alone what no score depends on."""

    def cells(self) -> Iterator[tuple[dict[str, Any], str, bool]]:
        """Every cell as openpyxl's parser describes it, its formula, and whether its row is hidden."""
        self.formulas: dict[tuple[int, int], str] = {}
        self.hidden_columns: set[int] = set()
        self.merges: list[Merge] = []
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                self.formulas.clear()
                _, row = self.parse_row(element)
                is_hidden = element.get("hidden") in ("1", "true")
                for cell in row:
                    yield cell, self.formulas.get((cell["row"], cell["column"]), ""), is_hidden
                element.clear()
            elif element.tag == COL_TAG and element.get("hidden") in ("1", "true"):
                last = min(int(element.get("max", 0)), limits.LAST_COLUMN)
                self.hidden_columns.update(range(int(element.get("min", 1)), last + 1))
            elif element.tag == MERGE_TAG:
                self.merges = [_merge(each.get("ref")) for each in element]

    def parse_cell(self, element: Element) -> dict[str, Any]:
        """The cell with its cached value; its formula is set aside in `formulas`.

        A number stored with leading zeros is a code that some program wrote: it stays as written.
        """
        cell = super().parse_cell(element)
        if isinstance(cell["value"], int) and cell["data_type"] == "n":
            written = element.findtext(VALUE_TAG)
            if written.startswith("0") and written != "0":
                cell |= {"value": written, "data_type": "s"}
        if element.find(FORMULA_TAG) is not None:
            formula = self.parse_formula(element)
            self.formulas[cell["row"], cell["column"]] = str(getattr(formula, "text", None) or formula)
        return cell


def _merge(reference: str) -> Merge:
    left, top, right, bottom = range_boundaries(reference)
    return Merge(top, left, bottom, right)


def _content(found: dict[str, Any], formula: str, look: _Look) -> Fields:
    value, kind = found["value"], found["data_type"]
    if value is None:
        # A formula calculated to "" keeps its text type; one that was never calculated has no type of its own.
        return {"kind": CellKind.UNCACHED if formula and kind not in _TEXT_TYPES else CellKind.BLANK}
    if kind == "e":
        return of_error(str(value))
    if isinstance(value, bool):
        return of_boolean(value)
    if isinstance(value, int | float):
        return of_number(value, look.number_format)
    if isinstance(value, str | CellRichText):
        return of_text(_runs(value, look.font), look.font)
    return of_moment(value)


def _runs(value: str | CellRichText, font: str) -> Runs:
    """The pieces of a text with their fonts; a piece without one of its own has the cell's."""
    if isinstance(value, str):
        return ((value, font),)
    pieces = ((str(piece), getattr(getattr(piece, "font", None), "rFont", None) or font) for piece in value)
    return tuple(piece for piece in pieces if piece[0])


def _comments(archive: ZipFile, sheet: str) -> dict[tuple[int, int], Fields]:
    """Every comment of a sheet that says something, by its cell."""
    relations = get_rels_path(sheet)
    if relations not in archive.namelist():
        return {}
    comments = {
        coordinate_to_tuple(record.ref): _comment(record.text)
        for relation in get_dependents(archive, relations).find(COMMENTS_NS)
        for record in CommentSheet.from_tree(fromstring(archive.read(relation.target))).commentList
    }
    return {place: said for place, said in comments.items() if said["comment"]}


def _comment(text: Any) -> Fields:
    pieces = [(run.t or "", (run.rPr.rFont if run.rPr else None) or "") for run in text.r] or [(text.t or "", "")]
    notice = _THREADED.match("".join(piece for piece, _ in pieces))
    return of_comment(tuple(pieces), notice.end() if notice else 0)
