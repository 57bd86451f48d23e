"""Headings printed in capitals, in the letters of running text."""

from __future__ import annotations

import re

from etl.text.letters import clean, without_accents

_SYLLABLE = re.compile(r"(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"\w+")


def in_sentence_case(text: str) -> str:
    """`LƯU TRỮ CƠ QUAN` gives `Lưu trữ cơ quan`; a text that is not all capitals comes back as it is.

    A word that no Vietnamese syllable spells, such as CNTT or UBND, is an abbreviation and keeps its capitals.
    """
    text = clean(text)
    if not text.isupper() or not any(_is_syllable(word) for word in _WORD.findall(text)):
        return text
    small = _WORD.sub(lambda word: word[0].lower() if _is_syllable(word[0]) else word[0], text)
    return small[:1].upper() + small[1:]


def _is_syllable(word: str) -> bool:
    return _SYLLABLE.fullmatch(without_accents(word).lower()) is not None
