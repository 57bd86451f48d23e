"""The words of proposed rows."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _words() -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def say(name: str, /, **values: object) -> str:
    """The words of that name, filled in."""
    return _words()[name].format(**values)
