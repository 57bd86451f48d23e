"""How wide a text is, before it is drawn, so that labels wrap and margins fit without a browser.

Widths are those of Be Vietnam Pro, kerning left out, with every digit as wide as a zero: an upper bound by a hair.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

NARROWEST = 352
"""The least width in pixels that a figure gets: a phone of 400 less the page's padding."""

ELLIPSIS = "…"

_ADVANCES = Path(__file__).parents[2] / "static" / "fonts" / "advances.json"
_DIGITS_AS_ZERO = str.maketrans("123456789", "000000000")


@cache
def _advances(weight: int) -> dict[str, int]:
    return json.loads(_ADVANCES.read_text("utf-8"))[str(weight)]


def width(text: str, size: float, weight: int = 400) -> float:
    """The width in pixels of `text` at type size `size`; a character the font lacks counts as a wide one."""
    advances = _advances(weight)
    widest = advances["W"]
    return sum(advances.get(character, widest) for character in text.translate(_DIGITS_AS_ZERO)) * size / 1000


def wrapped(text: str, size: float, room: float, weight: int = 400, lines: int | None = None) -> list[str]:
    """`text` in lines no wider than `room` pixels, broken at plain spaces; beyond `lines` lines it ends in an ellipsis.

    One word wider than the room stays whole on a line of its own.
    """
    return list(_broken(text, size, room, weight, lines))


@lru_cache(maxsize=10_000)  # a map wraps the same names once for every cell
def _broken(text: str, size: float, room: float, weight: int, lines: int | None) -> tuple[str, ...]:
    broken: list[str] = []
    for word in filter(None, text.split(" ")):
        longer = f"{broken[-1]} {word}" if broken else word
        if broken and width(longer, size, weight) <= room:
            broken[-1] = longer
        else:
            broken.append(word)
    if lines is None or len(broken) <= lines:
        return tuple(broken)
    return (*broken[: lines - 1], _cut(broken[lines - 1], size, room, weight))


def _cut(line: str, size: float, room: float, weight: int) -> str:
    """`line` with an ellipsis after as many of its words as leave room for it."""
    words = line.split()
    while len(words) > 1 and width(" ".join(words) + ELLIPSIS, size, weight) > room:
        words.pop()
    return " ".join(words) + ELLIPSIS
