"""Finding names the way people type them: with or without accents, either tone placement, đ or d."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """Small letters without any accent, marks as spaces: `Hoà` and `HÒA` are `hoa`, `Đội` is `doi`."""
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = (letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() or letter == "." else " " for letter in letters).split())


def is_found(typed: str, text: str) -> bool:
    """Whether every word typed begins a word of `text`; nothing typed finds nothing."""
    begun, words = bare(typed).split(), bare(text).split()
    return bool(begun) and all(any(word.startswith(start) for word in words) for start in begun)


def found(typed: str, texts: Iterable[str]) -> list[int]:
    """The places of the texts that are found, in their order, those first that hold what was typed as it was typed."""
    names = list(texts)
    places = [place for place, name in enumerate(names) if is_found(typed, name)]
    return sorted(places, key=lambda place: bare(typed) not in bare(names[place]))
