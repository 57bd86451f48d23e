"""Names of files that every system and every mail programme takes: letters of ASCII, digits, points and hyphens."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_OTHERS = re.compile(r"[^A-Za-z0-9.]+")


def stem(*parts: str) -> str:
    """The parts without accents, joined by hyphens, never longer than 120 letters: `thu-hang-2025-Phuong`."""
    joined = "-".join(filter(None, map(_plain, parts)))
    return joined[:LONGEST].strip("-.")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _OTHERS.sub("-", letters).strip("-.")
