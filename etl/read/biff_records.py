"""Records of a BIFF sheet that xlrd passes over: which cells are formulas, and whether they were calculated."""

from __future__ import annotations

import struct

from xlrd.book import Book

_HEADER = struct.Struct("<HH")
_BEGIN = frozenset((0x0009, 0x0209, 0x0409, 0x0809))
_END = 0x000A
_FORMULA = frozenset((0x0006, 0x0206, 0x0406))
_UNCALCULATED = 0x005E


def formulas_of(book: Book, index: int) -> tuple[frozenset[tuple[int, int]], bool]:
    """The places (row, column) from 0 of a sheet's formulas, and whether Excel had calculated them when it saved.

    Before BIFF 5 xlrd keeps no records to look at: no formula is known.
    """
    if not book.mem:
        return frozenset(), True
    formulas: set[tuple[int, int]] = set()
    is_calculated = True
    depth, position = 0, book._sh_abs_posn[index]
    while position + _HEADER.size <= len(book.mem):
        record, length = _HEADER.unpack_from(book.mem, position)
        start = position + _HEADER.size
        if record in _BEGIN:
            depth += 1
        elif record == _END:
            depth -= 1
            if depth <= 0:
                break
        # A chart inside the sheet has records of its own, one level down.
        elif depth == 1 and record in _FORMULA and start + 4 <= len(book.mem):
            formulas.add(_HEADER.unpack_from(book.mem, start))
        elif depth == 1 and record == _UNCALCULATED:
            is_calculated = False
        position = start + length
    return frozenset(formulas), is_calculated
