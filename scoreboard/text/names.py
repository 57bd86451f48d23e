"""Names from the data as they stand inside a sentence."""

from __future__ import annotations

import re

from scoreboard.text import Words

_GRADE_WORD = re.compile(r"^loại\s+", re.IGNORECASE)
_GROUP_WORD = re.compile(r"^khối\s+", re.IGNORECASE)
_YEAR_NAME = re.compile(r"(?:năm\s+)?(\d{4})", re.IGNORECASE)


def in_sentence(name: str) -> str:
    """`name` with a small first letter, unless it begins with an abbreviation: `chỉnh lý tài liệu`, `CNTT`."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def assessment(name: str, words: Words) -> str:
    """An assessment's name in the reader's language when it is only a year, else the name as the office gave it."""
    match = _YEAR_NAME.fullmatch(name.strip())
    return words("common.year", year=match[1]) if match else in_sentence(name)


def assessment_headed(name: str, words: Words) -> str:
    """An assessment's name as it begins a line: `Năm 2023`, in English `2023`."""
    return capital(assessment(name, words))


def capital(text: str) -> str:
    """The text as it begins a line."""
    return text[:1].upper() + text[1:]


def grade(name: str) -> str:
    """A grade's name behind a word that says that it is one: `A` for `Loại A`."""
    return _GRADE_WORD.sub("", name.strip())


def group(name: str) -> str:
    """A group's name behind the word `khối`: `phòng chuyên môn` for `Khối phòng chuyên môn`, others as they are."""
    return _GROUP_WORD.sub("", name.strip()) or name


def is_same_grade(name: str | None, other: str | None) -> bool:
    """Whether two names are of one grade, however they are written: `Loại A` and `a`; none is like none only."""
    if name is None or other is None:
        return name is other
    return grade(name).casefold() == grade(other).casefold()


def listed(names: list[str], words: Words) -> str:
    """`a`, `a và b`, `a, b và c`."""
    if len(names) < 2:
        return "".join(names)
    return words("common.and", first=", ".join(names[:-1]), last=names[-1])
