"""What the words of a text say about its encoding: which readings are Vietnamese, and which cannot be."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from etl.text.charts import Chart, Encoding, chart_of
from etl.text.letters import clean
from etl.text.syllables import is_syllable

# A word ends at spaces, digits, ASCII marks and typographic marks, but not at a bullet: TCVN3 text may have it for ư.
_WORD = re.compile(r"[^\s\d!-/:-@\[-`{-~\u2010-\u2021\u2023-\u206f]+")
SHORTEST_WORD = 3  # that is no chance: `µm` would be the Vietnamese `àm`
SCARCE = 5  # in Vietnamese at least one word in so many bears a mark; fewer in a foreign text are chance
# Programs that show or mend text have turned the soft hyphen, which is TCVN3's code of ư, into a bullet.
_BULLET, _CODE_OF_HORNED_U = "•", "\xad"


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of a text with letters beyond ASCII, by the readings that make them Vietnamese.

    `word_by_word` is the text with every word converted that only the legacy encoding explains; `words` counts all
    words, plain ones included.
    """

    only_legacy: tuple[str, ...]
    only_unicode: tuple[str, ...]
    either: tuple[str, ...]
    neither: tuple[str, ...]
    word_by_word: str
    words: int

    @property
    def is_chance(self) -> bool:
        """Whether what speaks for the legacy encoding is a single short word, or little in a long text."""
        is_short = len(self.only_legacy) == 1 and len(self.only_legacy[0]) < SHORTEST_WORD
        return is_short or len(self.only_legacy) * SCARCE < self.words


@lru_cache(maxsize=8192)
def spelling_of(text: str, encoding: Encoding) -> Spelling:
    """The spelling of a text under Unicode and under one legacy encoding."""
    sorts: dict[tuple[bool, bool], list[str]] = defaultdict(list)

    def sorted_word(match: re.Match[str]) -> str:
        word = match.group()
        legacy = decoded(word, encoding)
        if word.isascii() or (legacy == word and not _has_letter_of_unicode(word)):
            return word
        as_unicode = _has_letter_of_unicode(word) or is_syllable(clean(word))
        as_legacy = legacy != word and is_syllable(legacy)
        sorts[as_unicode, as_legacy].append(word)
        return legacy if as_legacy and not as_unicode else word

    word_by_word, words = _WORD.subn(sorted_word, unicodedata.normalize("NFC", text))
    return Spelling(
        only_legacy=tuple(sorts[False, True]),
        only_unicode=tuple(sorts[True, False]),
        either=tuple(sorts[True, True]),
        neither=tuple(sorts[False, False]),
        word_by_word=word_by_word,
        words=words,
    )


def decoded(text: str, encoding: Encoding) -> str:
    """The text as the legacy encoding reads it, a bullet inside a TCVN3 word included."""
    chart = chart_of(encoding)
    if encoding is Encoding.TCVN3 and _BULLET in text:
        text = _WORD.sub(lambda word: _with_code(word.group(), chart), text)
    return chart.decoded(text)


def _with_code(word: str, chart: Chart) -> str:
    """The word with the code of ư for its bullets, where that spells a syllable; else the bullet is a bullet."""
    meant = word.replace(_BULLET, _CODE_OF_HORNED_U)
    return meant if len(word) > 1 and is_syllable(chart.decoded(meant)) else word


def _has_letter_of_unicode(word: str) -> bool:
    """Whether a letter settles the matter: one that no legacy code shows as."""
    return any(letter.isalpha() and ord(letter) > 0xFF for letter in word)
