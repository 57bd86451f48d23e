"""The words for the codes of a restatement."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def words(lang: str) -> dict[str, dict[str, str]]:
    """By `reason`, `kind` and `change`, the words for every code of it in a language."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))[lang]


def reasons(codes: Iterable[str], lang: str) -> str:
    """Reasons in words, one after the other."""
    return ", ".join(words(lang)["reason"][code] for code in codes)
