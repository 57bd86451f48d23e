"""The words of the command line."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("vi", "en")


@cache
def words(lang: str) -> dict[str, Any]:
    """Every sentence of a language by name; those of `progress` by stage."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))[lang]


def say(lang: str, name: str, /, **values: object) -> str:
    """The sentence of that name, filled in; of a sentence with a form for `one`, the one that `count` asks for."""
    sentence = words(lang)[name]
    if isinstance(sentence, dict):
        sentence = sentence["one" if values["count"] == 1 else "other"]
    return sentence.format(**values)
