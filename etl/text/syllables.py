"""Whether a word can be Vietnamese: the spelling of syllables, as far as it tells an encoding from another."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from etl.text.letters import TONES

_STOPPED = ("c", "ch", "p", "t")
_TONES_OF_STOPPED = frozenset("\u0301\u0323")


@lru_cache(maxsize=16_384)
def is_syllable(word: str) -> bool:
    """Whether the word is spelled as one Vietnamese syllable with one tone at most, in small letters or capitals.

    Capitals stand in front or everywhere; one inside a word is no spelling but the sign of a wrong encoding.
    """
    if word not in (word.lower(), word.upper(), word.capitalize()):
        return False
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONES))
    if len(tones) > 1 or bare not in _syllables():
        return False
    return not bare.endswith(_STOPPED) or (bool(tones) and tones[0] in _TONES_OF_STOPPED)


@cache
def _syllables() -> frozenset[str]:
    parts = tomllib.loads(Path(__file__).with_name("syllables.toml").read_text("utf-8"))
    beginnings = ["", *parts["beginnings"].split()]
    plain = {beginning + rhyme for beginning in beginnings for rhyme in parts["rhymes"].split()}
    return frozenset(plain | {f"qu{rhyme}" for rhyme in parts["after_qu"].split()})
