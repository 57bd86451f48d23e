"""Text in the encodings of the years before Unicode, told by its fonts and by what it spells.

A font says how its text is meant to be read, but fonts outlive the text they were chosen for: Unicode pasted into a
column that still has its `.VnTime` is common. Hence the font's word counts as long as the spelling does not contradict
it, and where neither decides the text stays as it is and is said to be unsure.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from etl.text.charts import LEGACY, Encoding
from etl.text.evidence import Spelling, decoded, spelling_of
from etl.text.fonts import encoding_of_font, is_capital_font

__all__ = ["NO_HABITS", "Decoded", "Encoding", "Habits", "decode_beside", "decode_runs", "habits_of"]

Run = tuple[str, str]  # text, font name (empty where the file tells none)
Habits = Mapping[str, Encoding]  # font name -> the encoding that its text in this workbook proves, without exception
NO_HABITS: Habits = {}
CONVINCING_WORDS = 2  # that only a legacy encoding explains, where no font tells anything


@dataclass(frozen=True, slots=True)
class Decoded:
    """A cell's text in Unicode NFC.

    `encoding` is what it was in; a legacy one as soon as any part was. When `is_sure` is false nothing was converted:
    `text` is the text as stored, and `other` is how it would read in `encoding`.
    """

    text: str
    encoding: Encoding = Encoding.UNICODE
    is_sure: bool = True
    other: str = ""


def decode_runs(runs: Sequence[Run], habits: Habits = NO_HABITS) -> Decoded:
    """The text of a cell made of runs, each with its font; `habits` decide runs that alone could be read either way."""
    parts = [_decoded(text, font, habits) for text, font in _joined(runs)]
    encoding = next((part.encoding for part in parts if part.encoding is not Encoding.UNICODE), Encoding.UNICODE)
    stored = _nfc("".join(text for text, _ in runs))
    if all(part.is_sure for part in parts):
        return Decoded(_nfc("".join(part.text for part in parts)), encoding)
    return Decoded(stored, encoding, False, _nfc("".join(part.other or part.text for part in parts)))


def decode_beside(runs: Sequence[Run], beside: Set[Encoding], habits: Habits = NO_HABITS) -> Decoded:
    """The same of words without a font of their own, or with a program's: a sheet's name, a comment.

    `beside` is what the texts beside them prove to be in. Where that is one legacy encoding, they are in it too as soon
    as only that explains some of their words and nothing speaks against it; what could be read either way stays.
    """
    legacy = [encoding for encoding in beside if encoding is not Encoding.UNICODE]
    own = [font for _, font in runs if encoding_of_font(font) is not Encoding.UNICODE]
    text = "".join(text for text, _ in runs)
    if own or len(legacy) != 1 or text.isascii():
        return decode_runs(runs, habits)
    spelling = spelling_of(text, legacy[0])
    if spelling.only_legacy and not spelling.only_unicode and not spelling.neither:
        return Decoded(_nfc(decoded(text, legacy[0])), legacy[0])
    return decode_runs(runs, habits)


def habits_of(cells: Iterable[Sequence[Run]]) -> Habits:
    """The encoding of every legacy font of a workbook whose text proves one and never another."""
    proven: dict[str, set[Encoding]] = defaultdict(set)
    for runs in cells:
        for text, font in _joined(runs):
            meant = encoding_of_font(font)
            if meant is not Encoding.UNICODE:
                proven[font] |= _proven(spelling_of(text, meant), meant)
    return {font: next(iter(found)) for font, found in proven.items() if len(found) == 1}


def _proven(spelling: Spelling, meant: Encoding) -> set[Encoding]:
    """The encodings that at least one word leaves no other explanation for."""
    return ({meant} if spelling.only_legacy else set()) | ({Encoding.UNICODE} if spelling.only_unicode else set())


def _decoded(text: str, font: str, habits: Habits) -> Decoded:
    meant = encoding_of_font(font)
    if meant is Encoding.UNICODE:
        return _without_legacy_font(text, font)
    return _with_legacy_font(text, font, meant, habits)


def _with_legacy_font(text: str, font: str, meant: Encoding, habits: Habits) -> Decoded:
    spelling = spelling_of(text, meant)
    if text.isascii() or (spelling.only_legacy and not spelling.only_unicode):
        return _converted(text, font, meant)
    if spelling.only_unicode and not spelling.only_legacy:
        return Decoded(text)
    if spelling.only_legacy and not spelling.either:
        return Decoded(spelling.word_by_word, meant)
    if not spelling.only_legacy and (font in habits or not spelling.either):
        return Decoded(text) if habits.get(font) is Encoding.UNICODE else _converted(text, font, meant)
    return Decoded(text, meant, False, _converted(text, font, meant).text)


def _without_legacy_font(text: str, font: str) -> Decoded:
    """The text of an ordinary or unknown font: Unicode, unless its spelling speaks for something else."""
    if text.isascii():
        return Decoded(text)
    found = [(encoding, spelling_of(text, encoding)) for encoding in LEGACY]
    suspects = [(encoding, each) for encoding, each in found if each.only_legacy and not each.is_chance]
    if not suspects:
        return Decoded(text)
    encoding, spelling = max(suspects, key=lambda pair: (-len(pair[1].neither), len(pair[1].only_legacy)))
    is_alone = not spelling.only_unicode and not spelling.neither and len(suspects) == 1
    if not font and is_alone and len(spelling.only_legacy) >= CONVINCING_WORDS:
        return Decoded(decoded(text, encoding), encoding)
    return Decoded(text, encoding, False, spelling.word_by_word)


def _converted(text: str, font: str, encoding: Encoding) -> Decoded:
    reading = decoded(text, encoding)
    return Decoded(reading.upper() if is_capital_font(font) else reading, encoding)


def _joined(runs: Sequence[Run]) -> list[Run]:
    """The runs, neighbours of one font together: a word that is half bold is still one word."""
    return [("".join(text for text, _ in same), font) for font, same in groupby(runs, key=lambda run: run[1])]


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
