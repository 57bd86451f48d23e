"""What a word on a scoresheet stands for: the office's many spellings, one meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from etl.text.keys import match_key
from etl.text.vocabulary import vocabulary

LONGEST_LABEL = 8  # words; a longer text is a criterion that merely contains the phrase
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_DASH = frozenset("-–—−")


@lru_cache(maxsize=16_384)
def meaning(area: str, text: str) -> str | None:
    """What the text means in an area of `words.toml` (`column`, `row`, `stage`, `state`); None when it is no such word.

    The whole text is the best evidence, then how it begins, then what it contains; among equals the longest phrase.
    """
    return max(_found(area, text), default=(0, 0, None))[2]


def meanings(area: str, text: str) -> set[str]:
    """Everything that the text says in an area, the lesser evidence included."""
    return {name for *_, name in _found(area, text)}


def state_word(text: str) -> str | None:
    """`dash`, `not_applicable` or `not_submitted` for a text that stands where points would; None for any other."""
    stripped = text.strip()
    if stripped and set(stripped) <= _DASH:
        return "dash"
    return meaning("state", stripped)


def _found(area: str, text: str) -> Iterator[tuple[int, int, str]]:
    """What the text says, each with the strength of the evidence: how it says so, and the length of the phrase."""
    key = match_key(text)
    bare = match_key(_IN_BRACKETS.sub(" ", key))
    return (
        ({"exact": 3, "start": 2, "end": 2, "within": 1}[how], len(phrase), name)
        for name, how, phrase in _phrases(area)
        if _says(key, how, phrase) or _says(bare, how, phrase)
    )


def _says(key: str, how: str, phrase: str) -> bool:
    if how == "exact":
        return key == phrase
    if how == "start":
        return key == phrase or (key.startswith(phrase) and not key[len(phrase)].isalnum())
    if how == "end":
        return f" {key}".endswith(f" {phrase}") and len(key.split()) <= LONGEST_LABEL
    return f" {phrase} " in f" {key} " and len(key.split()) <= LONGEST_LABEL


@cache
def _phrases(area: str) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (name, how, match_key(phrase))
        for name, lists in vocabulary()[area].items()
        for how, phrases in lists.items()
        for phrase in phrases
    )
