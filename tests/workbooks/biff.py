"""Excel 97-2003 workbooks record by record: what no writer that we have can write."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any

GLOBALS, SHEET = 0x05, 0x10
GENERAL, DATE = 0, 14
NOT_CALCULATED = struct.pack("<HHH", 0x5E, 2, 0)
HIDDEN_ROW, HIDDEN_COLUMN = 0x20, 0x01


def record(code: int, layout: str = "", *values: Any, tail: bytes = b"") -> bytes:
    body = struct.pack("<" + layout, *values) + tail
    return struct.pack("<HH", code, len(body)) + body


def begin(kind: int) -> bytes:
    return record(0x809, "HHHHII", 0x600, kind, 0, 0, 0, 0x600)


END = record(0x0A)


def font(name: str, bold: bool = False) -> bytes:
    head = (200, 0, 0x7FFF, 700 if bold else 400, 0, 0, 0, 0, 0)
    return record(0x31, "HHHHHBBBB", *head, tail=struct.pack("<BB", len(name), 0) + name.encode("latin-1"))


def look(font_index: int, number_format: int = GENERAL) -> bytes:
    return record(0xE0, "HHHBBBBIiH", font_index, number_format, 0, 0, 0, 0, 0, 0, 0, 0)


def string(text: str, runs: Sequence[tuple[int, int]] = ()) -> bytes:
    """A text of the shared table, with the fonts that begin at places in it."""
    head = struct.pack("<HB", len(text), 0x09 if runs else 0x01) + (struct.pack("<H", len(runs)) if runs else b"")
    return head + text.encode("utf-16-le") + b"".join(struct.pack("<HH", *run) for run in runs)


def text_cell(row: int, column: int, index: int, style: int = 0) -> bytes:
    return record(0xFD, "HHHI", row, column, style, index)


def number_cell(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, "HHHd", row, column, style, value)


def error_cell(row: int, column: int, code: int) -> bytes:
    return record(0x205, "HHHBB", row, column, 0, code, 1)


def formula_cell(row: int, column: int, value: float, flags: int = 0, tokens: bytes = b"\x1e\x01\x00") -> bytes:
    return record(0x06, "HHHdHIH", row, column, 0, value, flags, 0, len(tokens), tail=tokens)


def row_info(row: int, options: int = 0) -> bytes:
    return record(0x208, "HHHHHHI", row, 0, 1, 255, 0, 0, options)


def column_info(column: int, options: int = 0) -> bytes:
    return record(0x7D, "HHHHHH", column, column, 2000, 0, options, 0)


def merge(top: int, bottom: int, left: int, right: int) -> bytes:
    return record(0xE5, "HHHHH", 1, top, bottom, left, right)


def workbook(
    sheets: dict[str, bytes],
    *,
    fonts: Sequence[bytes] = (font("Arial"),),
    looks: Sequence[bytes] = (look(0),),
    strings: Sequence[bytes] = (),
    hidden: Sequence[str] = (),
) -> bytes:
    """The file: what is common to all sheets, then the records of each sheet."""
    bodies = [begin(SHEET) + content + END for content in sheets.values()]
    table = record(0xFC, "II", len(strings), len(strings), tail=b"".join(strings))
    head = begin(GLOBALS) + record(0x42, "H", 1200) + b"".join((*fonts, *looks))
    names = [struct.pack("<BB", len(name), 1) + name.encode("utf-16-le") for name in sheets]
    position = len(head) + sum(len(name) + 10 for name in names) + len(table) + len(END)
    bounds = b""
    for name, title, body in zip(names, sheets, bodies, strict=True):
        bounds += record(0x85, "IBB", position, title in hidden, 0, tail=name)
        position += len(body)
    return head + bounds + table + END + b"".join(bodies)
