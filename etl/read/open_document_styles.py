"""The styles of an OpenDocument workbook: of each the font and whether it is bold, and which tables are hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from openpyxl.xml.functions import iterparse

from etl.read.open_document_names import DRAWING, FORMAT, OFFICE, STYLE, TABLE

_PARTS = ("styles.xml", "content.xml")
_DEFAULT = "Default"
_DEEPEST = 20  # parents of parents; more of them go in a circle
_BOLD = ("bold", "600", "700", "800", "900")


class Look(NamedTuple):
    """How a style shows text; an empty font is the program's own."""

    font: str = ""
    is_bold: bool = False


class _Style(NamedTuple):
    parent: str
    font: str
    is_bold: bool | None


@dataclass
class Styles:
    """The styles of cells and of pieces of text, by name."""

    hidden_tables: set[str] = field(default_factory=set)
    _own: dict[str, _Style] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)

    def look(self, name: str) -> Look:
        """The look of a style, with what it has from its parents; of an unknown one that of the default style."""
        if name not in self._looks:
            self._looks[name] = self._inherited(name)
        return self._looks[name]

    def _inherited(self, name: str) -> Look:
        font, is_bold = "", None
        style = self._own.get(name) or self._own.get(_DEFAULT)
        for _ in range(_DEEPEST):
            if style is None:
                break
            font, is_bold = font or style.font, style.is_bold if is_bold is None else is_bold
            style = self._own.get(style.parent)
        return Look(font, bool(is_bold))

    def add(self, style: Element, faces: dict[str, str]) -> None:
        """Takes a style in; `faces` are the families by the names under which the file refers to them."""
        text = style.find(f"{STYLE}text-properties")
        properties = style.find(f"{STYLE}table-properties")
        if properties is not None and properties.get(f"{TABLE}display") == "false":
            self.hidden_tables.add(style.get(f"{STYLE}name", ""))
        said = {} if text is None else text.attrib
        face = said.get(f"{STYLE}font-name", "")
        weight = said.get(f"{FORMAT}font-weight")
        self._own[style.get(f"{STYLE}name", "")] = _Style(
            style.get(f"{STYLE}parent-style-name", ""),
            said.get(f"{FORMAT}font-family") or faces.get(face, face),
            None if weight is None else weight in _BOLD,
        )


def styles_of(package: ZipFile) -> Styles:
    """The named styles of the workbook and those that its content gives to single cells."""
    styles = Styles()
    for part in _PARTS:
        if part in package.namelist():
            faces: dict[str, str] = {}
            for element in _declared(package, part):
                if element.tag == f"{STYLE}font-face":
                    family = element.get(f"{DRAWING}font-family", "").strip("'\"")
                    faces[element.get(f"{STYLE}name", "")] = family
                elif element.tag == f"{STYLE}style":
                    styles.add(element, faces)
    return styles


def _declared(package: ZipFile, part: str) -> Iterator[Element]:
    """The elements before the sheets: styles stand in front of what they are the style of."""
    with package.open(part) as stream:
        for event, element in iterparse(stream, ("start", "end")):
            if element.tag == f"{OFFICE}body":
                return
            if event == "end":
                yield element
