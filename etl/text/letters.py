"""Vietnamese letters: one normal form, look-alikes undone, accents taken apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff", "")
_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "Ƣ": "Ư", "ƣ": "ư"} | _INVISIBLE)
_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=65_536)
def clean(text: str) -> str:
    """The text in NFC with Vietnamese letters for their look-alikes and single spaces; what it says is unchanged."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_LOOK_ALIKES)).strip()


def without_accents(text: str) -> str:
    """The same letters bare: `Đà Nẵng` gives `Da Nang`."""
    decomposed = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def without_tones(text: str) -> str:
    """The same letters with their hats and horns but no tone: `Hiệp` gives `Hiêp`."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(letter for letter in decomposed if letter not in TONES))


def vietnamese_letters(text: str) -> int:
    """How many letters of the text only Vietnamese spelling explains."""
    return sum(letter != bare for letter, bare in zip(text, without_accents(text), strict=True))
