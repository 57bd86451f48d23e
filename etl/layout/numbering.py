"""The numbers in front of criteria: `A`, `I`, `1`, `1.1`, `I.1`, `a)`, `đ)`, `-`, and which stands under which."""

from __future__ import annotations

import re

from etl.text.letters import clean

PART, ROMAN, NUMBER, LETTER, DASH, PLUS = 1, 2, 3, 20, 21, 22
UNNUMBERED = 30

_LEADING_WORD = re.compile(r"^(?:phần|mục|nhóm|chương|tiêu chí)\s+(?=[0-9IVXA-Z]+\b)", re.IGNORECASE)
_FORMS = (
    (ROMAN, r"[IVX]+"),
    (NUMBER, r"\d+(?:\.\d+)*|(?:[IVX]+|[A-ZĐ])(?:\.\d+)+"),
    (PART, r"[A-ZĐ]"),
    (LETTER, r"[a-zđ]"),
    (DASH, r"[-–—•]"),
    (PLUS, r"\+"),
)
_ALONE = tuple((rank, re.compile(rf"\(?({form})[.):/]*")) for rank, form in _FORMS)
_IN_FRONT = re.compile(
    r"\(?(?P<dotted>(?:\d+|[IVX]+|[A-ZĐ])(?:\.\d+)+)[.):]*\s+|\(?(?P<marked>[IVX]+|[A-ZĐ]|\d+|[a-zđ])\s*[.):/]+\s+|(?P<dash>[-–—•+])\s*(?=\D)"
)


def rank_of(number: str) -> int:
    """How deep a number stands: a smaller rank is a heading over a larger one; `1.1` is one deeper than `1`."""
    for rank, form in _ALONE:
        match = form.fullmatch(number)
        if match:
            return rank + match[1].count(".") if rank == NUMBER else rank
    return UNNUMBERED


def number_in(text: str) -> str:
    """The number of a cell that holds nothing else, without its full stop or bracket; empty when it holds more."""
    stripped = _LEADING_WORD.sub("", clean(text))
    for _, form in _ALONE:
        match = form.fullmatch(stripped)
        if match:
            return match[1]
    return ""


def number_in_front(text: str) -> tuple[str, str]:
    """`1.1. Ban hành kế hoạch` taken apart into the number and the name; the number is empty where there is none."""
    stripped = _LEADING_WORD.sub("", clean(text))
    match = _IN_FRONT.match(stripped)
    if not match or match.end() == len(stripped):
        return "", clean(text)
    return next(filter(None, match.groups())), stripped[match.end() :]
