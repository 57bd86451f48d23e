"""Keys under which two spellings of one name meet. What is shown is always the spelling of the sheet."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from etl.text.distance import distance
from etl.text.letters import clean, without_accents
from etl.text.tones import tone_on_first_vowel
from etl.text.vocabulary import vocabulary

__all__ = ["clean", "distance", "match_key", "slug", "unit_key", "unit_kind"]

_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=65_536)
def match_key(text: str) -> str:
    """The key of any text: clean, casefolded, one tone placement, one kind of dash without spaces around it."""
    return _DASHES.sub("-", tone_on_first_vowel(clean(text).casefold())).strip(" .:;,")


def unit_key(text: str) -> str:
    """The key of a unit's name: abbreviations written out, and without the words that sheets leave out at will.

    `UBND P. Hòa Minh` and `phường Hoà Minh` share a key; `Trường Tiểu học Hòa Minh` and `quận Liên Chiểu` keep theirs.
    """
    return _taken_apart(text)[1]


def unit_kind(text: str) -> str:
    """The kind of unit that a name states among those that `unit_key` leaves out: `phường`; empty when it states none.

    Two names with one key but different kinds are two units. `P.` may stand for any kind.
    """
    return _taken_apart(text)[0]


def slug(text: str) -> str:
    """The text as a code: bare lower-case letters and digits joined by `-`; `Đà Nẵng` gives `da-nang`."""
    return _NOT_WORD.sub("-", without_accents(clean(text)).lower()).strip("-")


@lru_cache(maxsize=16_384)
def _taken_apart(text: str) -> tuple[str, str]:
    """The kind and the key of a unit's name."""
    key = match_key(text)
    for short, long in _abbreviations():
        key = short.sub(long, key)
    kind = ""
    key = bare = key.strip()
    for prefix in vocabulary()["unit"]["optional_prefixes"]:
        rest = re.sub(rf"^{re.escape(prefix)}(?!\w)\.?\s*", "", bare)
        if rest != bare and prefix in vocabulary()["unit"]["kinds"]:
            kind = prefix
        bare = rest
    return (kind, bare) if bare else ("", key)


@cache
def _abbreviations() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = sorted(vocabulary()["unit"]["abbreviations"].items(), key=lambda pair: -len(pair[0]))
    return tuple(
        (re.compile(rf"(?<!\w){re.escape(match_key(short))}(?!\w)\.?\s*"), f"{long} ") for short, long in found
    )
