"""Every word a reader sees: one TOML file per language and topic.

A key is `topic.name`, the topic being the file's name. A text with placeholders is filled by keyword. A text that
depends on a count is a table `one`/`other`, chosen by the placeholder `n`. Both languages have the same keys and the
same placeholders; a test holds them together.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"

_FOLDER = Path(__file__).parent
_FORMS = {"one", "other"}

Text = str | dict[str, str]


class MissingWordsError(KeyError):
    """A key that the language's files do not have."""


def _flat(topic: str, entries: dict) -> Iterator[tuple[str, Text]]:
    for name, entry in entries.items():
        key = f"{topic}.{name}"
        if isinstance(entry, dict) and set(entry) != _FORMS:
            yield from _flat(key, entry)
        else:
            yield key, entry


class Words:
    """The words of one language; call it with a key and what fills the placeholders."""

    def __init__(self, lang: str, texts: dict[str, Text]):
        self.lang = lang
        self.texts = texts

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key`, filled in; raises `MissingWordsError` for a key that is not there."""
        try:
            text = self.texts[key]
        except KeyError:
            raise MissingWordsError(f"{self.lang}: {key}") from None
        if isinstance(text, dict):
            text = text["one" if str(values.get("n")) == "1" else "other"]
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        """Whether the language has `key`."""
        return key in self.texts


@cache
def words(lang: str = DEFAULT_LANGUAGE) -> Words:
    """All words of one language, read once."""
    texts: dict[str, Text] = {}
    for file in sorted((_FOLDER / lang).glob("*.toml")):
        texts.update(_flat(file.stem, tomllib.loads(file.read_text("utf-8"))))
    return Words(lang, texts)
