"""Records of a binary workbook (.xlsb) that calamine passes over: errors, formulas, merges, comments, the hidden."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from zipfile import ZipFile

from openpyxl.packaging.relationship import get_dependents, get_rels_path

from etl.read import limits
from etl.read.cells import Merge
from etl.read.refused import RefusedError

_BOOK = "xl/workbook.bin"
_COMMENTS = "/comments"
_ROW, _ERRORS, _FORMULAS = 0, (3, 11), (8, 9, 10, 11)
_COLUMNS, _SHEET, _MERGE, _COMMENT, _COMMENT_TEXT = 60, 156, 176, 635, 637
_HIDDEN_ROW, _HIDDEN_COLUMN = 0x10, 0x01
_ERROR_TEXTS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}  # fmt: skip
Place = tuple[int, int]


@dataclass
class Remainder:
    """What calamine leaves out of a sheet; places are (row, column) from 1."""

    errors: dict[Place, str] = field(default_factory=dict)
    formulas: set[Place] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: dict[Place, str] = field(default_factory=dict)


def remainders(package: ZipFile) -> dict[str, Remainder]:
    """The same for every sheet by its name."""
    targets = get_dependents(package, get_rels_path(_BOOK))
    parts: dict[str, str] = {}
    for code, body in _records(package.read(_BOOK)):
        if code == _SHEET:
            link, end = _text(body, 8)
            name, _ = _text(body, end)
            parts[name] = targets.get(link).target
    return {name: _remainder(package, part) for name, part in parts.items()}


def _remainder(package: ZipFile, part: str) -> Remainder:
    found = Remainder()
    row = cells = 0
    for code, body in _records(package.read(part)):
        if code == _ROW:
            row = _numbers(body, 0, 1)[0] + 1
            found.hidden_rows |= {row} if body[11] & _HIDDEN_ROW else set()
        elif code in _ERRORS or code in _FORMULAS:
            cells += 1
            _add_cell(found, code, body, (row, _numbers(body, 0, 1)[0] + 1))
        elif code == _COLUMNS and body[16] & _HIDDEN_COLUMN:
            first, last = _numbers(body, 0, 2)
            found.hidden_columns.update(range(first + 1, min(last + 1, limits.LAST_COLUMN) + 1))
        elif code == _MERGE:
            top, bottom, left, right = _numbers(body, 0, 4)
            found.merges.append(Merge(top + 1, left + 1, bottom + 1, right + 1))
        if cells > limits.MAX_CELLS or len(found.merges) > limits.MAX_MERGES:
            raise RefusedError("file_too_large")
    found.comments = _comments(package, part)
    return found


def _add_cell(found: Remainder, code: int, body: bytes, place: Place) -> None:
    if code in _FORMULAS:
        found.formulas.add(place)
    if code in _ERRORS:
        found.errors[place] = _ERROR_TEXTS.get(body[8], "#VALUE!")


def _comments(package: ZipFile, sheet: str) -> dict[Place, str]:
    relations = get_rels_path(sheet)
    if relations not in package.namelist():
        return {}
    found: dict[Place, str] = {}
    for link in get_dependents(package, relations):
        if not link.Type.endswith(_COMMENTS):
            continue
        place = (0, 0)
        for code, body in _records(package.read(link.target)):
            if code == _COMMENT:
                top, _, left, _ = _numbers(body, 4, 4)
                place = top + 1, left + 1
            elif code == _COMMENT_TEXT:
                found[place] = _text(body, 1)[0].strip()
    return found


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a part; each begins with its code in one or two bytes and its length in one to four."""
    position = 0
    while position < len(content):
        code, position = _sevens(content, position, 2)
        length, position = _sevens(content, position, 4)
        if position + length > len(content):
            raise ValueError("a record beyond the end of its part")
        yield code, content[position : position + length]
        position += length


def _sevens(content: bytes, position: int, most: int) -> tuple[int, int]:
    """A number in groups of seven bits, the lowest first, and where it ends; a record's code keeps all its bits."""
    value = 0
    for index in range(most):
        byte = content[position + index]
        value |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            return value, position + index + 1
    return value, position + most


def _numbers(body: bytes, start: int, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}I", body, start)


def _text(body: bytes, start: int) -> tuple[str, int]:
    """A text with its length in front, and where it ends."""
    end = start + 4 + 2 * _numbers(body, start, 1)[0]
    return body[start + 4 : end].decode("utf-16-le"), end
