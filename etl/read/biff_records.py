"""Records of a BIFF sheet that xlrd passes over: which cells are formulas, and whether they were calculated."""

from __future__ import annotations

import struct

from xlrd.book import Book

_HEADER = struct.Struct("<HH")
_BEGIN = frozenset((0x0009, 0x0209, 0x0409, 0x0809))
_END = 0x000A
_FORMULA = frozenset((0x0006, 0x0206, 0x0406))
_UNCALCULATED = 0x005E
# Of a formula record from BIFF 5 on: where its flags and its first token stand.
_FLAGS, _TOKENS = 14, 22
_CALCULATE_NEXT = 0x0001
_VOLATILE = b"\x19\x01"
_ELSEWHERE = (b"\x01", b"\x02")  # the tokens of a formula that several cells share are in a record of their own

Place = tuple[int, int]


def formulas_of(book: Book, index: int) -> tuple[frozenset[Place], frozenset[Place]]:
    """The places (row, column) from 0 of a sheet's formulas, and of those whose results are not to be trusted.

    Results are not when the sheet was saved before it was calculated, and where a formula is to be calculated next time
    although nothing in it changes by itself. Before BIFF 5 xlrd keeps no records to look at: no formula is known.
    """
    if not book.mem:
        return frozenset(), frozenset()
    formulas: set[Place] = set()
    waiting: set[Place] = set()
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
            place = _HEADER.unpack_from(book.mem, start)
            formulas.add(place)
            if book.biff_version >= 50 and _is_waiting(bytes(book.mem[start : start + length])):
                waiting.add(place)
        elif depth == 1 and record == _UNCALCULATED:
            is_calculated = False
        position = start + length
    return frozenset(formulas), frozenset(waiting if is_calculated else formulas)


def _is_waiting(body: bytes) -> bool:
    """Whether a formula waits for its calculation; one with NOW() or INDIRECT() in it always does, and has a result."""
    if len(body) < _TOKENS + 2 or not body[_FLAGS] & _CALCULATE_NEXT:
        return False
    tokens = body[_TOKENS : _TOKENS + 2]
    return tokens != _VOLATILE and tokens[:1] not in _ELSEWHERE
