"""A progress bar for a person who watches a terminal."""

from __future__ import annotations

import sys
from typing import TextIO

from etl.commands.words import words

WIDTH = 30


class Bar:
    """Shows how much of a stage is done, on one line of the error stream. Says nothing where nobody watches."""

    def __init__(self, lang: str, stream: TextIO | None = None) -> None:
        self._labels = words(lang)["progress"]
        self._stream = stream or sys.stderr
        self._is_watched = self._stream.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw the stage with `done` of `total` parts; a finished one ends its line."""
        if not self._is_watched:
            return
        filled = WIDTH * done // total if total else WIDTH
        label = self._labels.get(stage, stage)
        self._stream.write(f"\r{label} [{'█' * filled}{' ' * (WIDTH - filled)}] {done}/{total}\x1b[K")
        self._stream.write("\n" if done >= total else "")
        self._stream.flush()
