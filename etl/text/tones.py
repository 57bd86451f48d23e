"""Where the tone mark sits: `hoà` and `hòa` are the same word, and both are official."""

from __future__ import annotations

import re
import unicodedata

from etl.text.letters import TONES, without_tones

# Only an open syllable has two places for the mark. After `q` the `u` belongs to the consonant, so `quý` has one.
_OPEN_SYLLABLE = re.compile(r"(?<![qQ])(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)


def _on_the_first_vowel(match: re.Match[str]) -> str:
    first, second = match.group()
    tone = next(mark for mark in unicodedata.normalize("NFD", second) if mark in TONES)
    return unicodedata.normalize("NFC", first + tone) + without_tones(second)


def tone_on_first_vowel(text: str) -> str:
    """The NFC text with every movable tone mark on the first vowel: `Hoà` gives `Hòa`, `hoàn` and `quý` stay."""
    return _OPEN_SYLLABLE.sub(_on_the_first_vowel, text)
