"""The numbers in front of criteria: `A`, `I`, `1`, `1.1`, `I.1`, `a)`, `đ)`, `-`, and which stands under which."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.text.letters import clean

PART, ROMAN, GROUP_WORD, CRITERION_WORD, INDICATOR_WORD, NUMBER, LETTER, DASH, PLUS = 1, 2, 3, 4, 5, 6, 20, 21, 22
UNNUMBERED = 30

_RANK_OF_WORD = {
    "phần": PART,
    "chương": PART,
    "dimension": PART,
    "mục": GROUP_WORD,
    "nhóm": GROUP_WORD,
    "lĩnh vực": GROUP_WORD,
    "tiêu chí": CRITERION_WORD,
    "chỉ tiêu": INDICATOR_WORD,
}
_LEADING_WORD = re.compile(rf"^(?P<word>{'|'.join(_RANK_OF_WORD)})\s+(?=[0-9IVXA-Z]+\b)", re.IGNORECASE)
_FORMS = (
    (ROMAN, r"[IVX]+"),
    (NUMBER, r"\d+(?:\.\d+)*[a-z]?|(?:[IVX]+|[A-ZĐ])(?:\.\d+)+[a-z]?"),
    (PART, r"[A-ZĐ]"),
    (LETTER, r"[a-zđ]"),
    (DASH, r"[-–—•]"),
    (PLUS, r"\+"),
)
_CODE = re.compile(r"[A-ZĐ]{1,3}[-.]?\d+[a-z]?")
_ALONE = tuple((rank, re.compile(rf"\(?({form})[.):/]*")) for rank, form in _FORMS)
_IN_FRONT = re.compile(
    r"\(?(?P<dotted>(?:\d+|[IVX]+|[A-ZĐ])(?:\.\d+)+[a-z]?)[.):]*\s+|\(?(?P<marked>[IVX]+|[A-ZĐ]|\d+[a-z]?|[a-zđ])\s*[.):/]+\s+|(?P<dash>[-–—•+])\s*(?=\D)"
)


@lru_cache(maxsize=16_384)
def rank_of(number: str) -> int:
    """How deep a number stands: a smaller rank is a heading over a larger one; `1.1` is one deeper than `1`."""
    for rank, form in _ALONE:
        match = form.fullmatch(number)
        if match:
            return rank + match[1].count(".") if rank == NUMBER else rank
    return NUMBER if _CODE.fullmatch(number) else UNNUMBERED


def rank_of_word(text: str, number: str) -> int | None:
    """How deep a word before its number puts a line: `Chỉ tiêu 1` is under `Tiêu chí 1`; None without such a word."""
    match = _LEADING_WORD.match(clean(text))
    return min(_RANK_OF_WORD[match["word"].lower()] + number.count("."), rank_of(number)) if match else None


def continues(number: str, stem: str) -> bool:
    """Whether a number is a lettered part of another: `6a` of `6`, `2.3b` of `2.3`."""
    return number[:-1] == stem and stem[-1:].isdigit() and number[-1:].islower()


@lru_cache(maxsize=16_384)
def number_in(text: str) -> str:
    """The number of a cell that holds nothing else, without its full stop or bracket; empty when it holds more."""
    stripped = _LEADING_WORD.sub("", clean(text))
    for _, form in _ALONE:
        match = form.fullmatch(stripped)
        if match:
            return match[1]
    return ""


def code_in(text: str) -> str:
    """The number of a cell in a column of numbers, where `R1` is one too; empty when it holds anything else."""
    code = _CODE.fullmatch(clean(text))
    return code.group() if code else number_in(text)


def number_in_front(text: str) -> tuple[str, str]:
    """`1.1. Ban hành kế hoạch` taken apart into the number and the name; the number is empty where there is none."""
    stripped = _LEADING_WORD.sub("", clean(text))
    match = _IN_FRONT.match(stripped)
    if not match or match.end() == len(stripped):
        return "", clean(text)
    return next(filter(None, match.groups())), stripped[match.end() :]
