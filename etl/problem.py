"""One thing found wrong, and how it is said.

A problem never raises: every stage collects what it finds, and the command shows all of it at once. What each code
means, how severe it is and what to do about it is data, in `problems.toml`, in Vietnamese and in English.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

_ELSEWHERE = {"vi": "Còn {} chỗ khác cũng như vậy.", "en": "Other places with the same: {}."}
_EXPECTED = {"vi": "Mong đợi: {}.", "en": "Expected: {}."}
_NUMBER = re.compile(r"-?\d+\.\d+")


class Severity(StrEnum):
    """`ERROR` stops the build; `WARNING` is shown and stored with the version."""

    ERROR = "error"
    WARNING = "warning"


class _Sentence(Formatter):
    """Fills a template; `{name:n}` is a number written with the decimal mark of the language, if it is one."""

    def __init__(self, lang: str) -> None:
        self._mark = {"vi": ","}.get(lang, ".")

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec != "n":
            return super().format_field(value, format_spec)
        return value.replace(".", self._mark) if _NUMBER.fullmatch(value) else value


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """Every problem code with its severity and, per language, its `message`, `expected` and `action` templates."""
    return tomllib.loads(Path(__file__).with_name("problems.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong: where, what was seen, and the values that its sentences need.

    `code` is a stable word of the catalogue that tests, documents and the database refer to. `file` is the path below
    the office folder's `raw/` (or the reference file's name), with forward slashes; `sheet` and `cell` are empty when
    the problem is about a whole file or a reference row. `decided` is the severity that the office gives it, None for
    the catalogue's. `elsewhere` counts the other places of which the same is to be said; the message tells it.
    """

    code: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    seen: str = ""
    values: dict[str, str] = field(default_factory=dict, hash=False)
    decided: Severity | None = None
    elsewhere: int = 0

    @property
    def severity(self) -> Severity:
        """How severe the office says it is, or else the catalogue."""
        return self.decided or Severity(catalogue()[self.code]["severity"])

    @property
    def place(self) -> str:
        """`2024/phuong.xlsx > "Hòa Minh" > F17`, without the parts that are not known."""
        sheet = f'"{self.sheet}"' if self.sheet else ""
        return " > ".join(part for part in (self.file, sheet, self.cell) if part)

    def said(self, part: str, lang: str = "vi") -> str:
        """The `message`, `expected` or `action` sentence, filled in; empty where the catalogue has none."""
        template = catalogue()[self.code][lang].get(part, "")
        place = {"file": self.file, "sheet": self.sheet, "cell": self.cell}
        sentence = _Sentence(lang).vformat(template, (), {"seen": self.seen, **place, **self.values})
        if part == "message" and self.elsewhere:
            return f"{sentence} {_ELSEWHERE[lang].format(self.elsewhere)}"
        return sentence

    def as_line(self, lang: str = "vi") -> str:
        """The text form: one line, the place first, then what was seen, what was expected and what to do."""
        parts = self.said("message", lang), self._expectation(lang), self.said("action", lang)
        sentences = " ".join(filter(None, parts))
        return f"{self.place}: {sentences}" if self.place else sentences

    def _expectation(self, lang: str) -> str:
        """What was expected, as a sentence; empty where the sentences around it say the same words."""
        said = catalogue()[self.code][lang]
        if said["expected"] in said["message"] or said["expected"] in said["action"]:
            return ""
        return _EXPECTED[lang].format(self.said("expected", lang))

    def as_json(self, lang: str = "vi") -> dict[str, str]:
        """The machine form, with exactly the keys of the contract."""
        return {
            "severity": str(self.severity),
            "code": self.code,
            "file": self.file,
            "sheet": self.sheet,
            "cell": self.cell,
            "seen": self.seen,
            "expected": self.said("expected", lang),
            "action": self.said("action", lang),
            "message": self.said("message", lang),
        }


def in_reading_order(problems: Iterable[Problem]) -> list[Problem]:
    """Errors first, then by file, sheet and place in the sheet."""
    return sorted(
        problems, key=lambda p: (p.severity is not Severity.ERROR, p.file, p.sheet, len(p.cell), p.cell, p.code)
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem stops the build."""
    return any(problem.severity is Severity.ERROR for problem in problems)
