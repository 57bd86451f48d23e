"""HTML tables that old programs export under the name of a workbook: one sheet, as Excel shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from etl.read import limits
from etl.read.cells import Cell, Merge, Sheet
from etl.read.content import Runs
from etl.read.merging import Cells, sheet_of
from etl.read.plain_text import fields_of, text_of
from etl.read.refused import RefusedError

_SHEET = "HTML"
_CELL_TAGS = ("td", "th")
_UNSEEN = ("script", "title", "head")
_NEVER_CLOSED = ("br", "img", "meta", "link", "input", "hr", "col", "wbr")
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center", "li")
_SPACES = re.compile(r"\s+")
_FONT_FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;\"',}]+)", re.IGNORECASE)
_CLASS_RULE = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class _Look:
    tag: str = ""
    font: str = ""
    bold: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Open:
    """A cell that is being read."""

    look: _Look
    row_span: int = 1
    column_span: int = 1
    number: str = ""
    runs: list[tuple[str, str]] = field(default_factory=list)


def read_html(content: bytes) -> list[Sheet]:
    """All tables of the page below each other on one sheet, and the text between them in the first column."""
    reader = _TableReader()
    reader.feed(text_of(content))
    reader.close()
    reader.end_row()
    if not reader.has_table:
        raise RefusedError("file_not_workbook", "HTML")
    return [sheet_of(_SHEET, reader.cells, reader.merges)]


class _TableReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.cells: Cells = {}
        self.merges: list[Merge] = []
        self.has_table = False
        self._row, self._column = 1, 0
        self._looks = [_Look()]
        self._fonts_of_classes: dict[str, str] = {}
        self._open: _Open | None = None
        self._taken: dict[int, int] = {}  # column -> the last row that a cell from above reaches down to
        self._area = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "br":
            self._add("\n")
        if tag in _NEVER_CLOSED:
            return
        if tag in (*_CELL_TAGS, "tr", "table", *_BLOCKS):
            self._begin(tag)
        look = self._look(tag, given)
        self._looks.append(look)
        if tag in _CELL_TAGS:
            self._open = _Open(
                look,
                _span(given.get("rowspan"), limits.LAST_ROW),
                _span(given.get("colspan"), limits.LAST_COLUMN),
                given.get("x:num", ""),
            )
        self.has_table = self.has_table or tag == "table"

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELL_TAGS:
            self._end_cell()
        elif tag in ("tr", "table") or (tag in _BLOCKS and not self._is_in("table")):
            self.end_row()
        if self._is_in(tag):
            while self._looks.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._is_in("style"):
            self._fonts_of_classes |= dict(_fonts_of_classes(data))
        elif not any(self._is_in(tag) for tag in _UNSEEN):
            self._add(_SPACES.sub(" ", data))

    def end_row(self) -> None:
        """Whatever comes next stands on a new row; an empty one is not used up outside of a table."""
        self._end_cell()
        if self._column or self._is_in("tr"):
            self._row, self._column = self._row + 1, 0
        if self._row > limits.LAST_ROW:
            raise RefusedError("file_too_large")

    def _begin(self, tag: str) -> None:
        """Old exports leave out closing tags: a new cell or row ends the one before it."""
        if tag in _CELL_TAGS:
            self._end_cell()
        elif tag in ("tr", "table") or not self._is_in("table"):
            self.end_row() if self._column or self._open else None

    def _look(self, tag: str, given: dict[str, str]) -> _Look:
        above, style = self._looks[-1], given.get("style", "")
        family = _FONT_FAMILY.search(style)
        by_class = (self._fonts_of_classes.get(name) for name in given.get("class", "").split())
        font = family[1].strip() if family else given.get("face", "").split(",")[0].strip()
        return replace(
            above,
            tag=tag,
            font=font or next(filter(None, by_class), "") or above.font,
            bold=above.bold or tag in ("b", "strong", "th"),
            hidden=above.hidden or "display:none" in style.replace(" ", "").lower(),
        )

    def _is_in(self, tag: str) -> bool:
        return any(look.tag == tag for look in self._looks)

    def _add(self, text: str) -> None:
        if self._open is None:
            if not text.strip() or self._is_in("table"):
                return
            self._open = _Open(self._looks[-1])
        self._open.runs.append((text, self._looks[-1].font))

    def _end_cell(self) -> None:
        if self._open is None:
            return
        cell, self._open = self._open, None
        self._column += 1
        while self._taken.get(self._column, 0) >= self._row:
            self._column += 1
        left, self._column = self._column, self._column + cell.column_span - 1
        self._area += cell.column_span
        if self._area > limits.MAX_CELLS or self._column > limits.LAST_COLUMN:
            raise RefusedError("file_too_large")
        if cell.row_span > 1:
            self._taken |= dict.fromkeys(range(left, self._column + 1), self._row + cell.row_span - 1)
        if cell.row_span > 1 or cell.column_span > 1:
            self.merges.append(Merge(self._row, left, self._row + cell.row_span - 1, self._column))
        self._keep(cell, left)

    def _keep(self, cell: _Open, column: int) -> None:
        runs = _trimmed(cell.runs)
        text = "".join(text for text, _ in runs)
        if text:
            font = runs[0][1]
            fields = fields_of(cell.number or text, font, () if cell.number else runs)
            bold = cell.look.bold or self._looks[-1].bold
            self.cells[self._row, column] = Cell(
                self._row, column, font=font, bold=bold, hidden=cell.look.hidden, **fields
            )


def _trimmed(runs: list[tuple[str, str]]) -> Runs:
    """The runs without the spaces that a browser would not show."""
    pieces = [(text, font) for text, font in runs if text.strip() or text == "\n" or font == runs[0][1]]
    if not pieces:
        return ()
    pieces[0] = (pieces[0][0].lstrip(), pieces[0][1])
    pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
    return tuple(piece for piece in pieces if piece[0])


def _span(value: str | None, most: int) -> int:
    return min(max(int(value), 1), most) if value and value.strip().isdecimal() and len(value) < 9 else 1


def _fonts_of_classes(style: str) -> Iterator[tuple[str, str]]:
    for name, rule in _CLASS_RULE.findall(style):
        family = _FONT_FAMILY.search(rule)
        if family:
            yield name, family[1].strip()
