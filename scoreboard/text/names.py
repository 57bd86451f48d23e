"""Names from the data as they stand inside a sentence."""

from __future__ import annotations

import re

from scoreboard.text import Words

_YEAR_NAME = re.compile(r"(?:năm\s+)?(\d{4})", re.IGNORECASE)


def in_sentence(name: str) -> str:
    """`name` with a small first letter, unless it begins with an abbreviation: `chỉnh lý tài liệu`, `CNTT`."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def assessment(name: str, words: Words) -> str:
    """An assessment's name in the reader's language when it is only a year, else the name as the office gave it."""
    match = _YEAR_NAME.fullmatch(name.strip())
    return words("common.year", year=match[1]) if match else in_sentence(name)


def listed(names: list[str], words: Words) -> str:
    """`a`, `a và b`, `a, b và c`."""
    if len(names) < 2:
        return "".join(names)
    return words("common.and", first=", ".join(names[:-1]), last=names[-1])
