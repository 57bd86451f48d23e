"""What the numbers rest on that nobody has confirmed yet."""

from __future__ import annotations

from typing import Any

from scoreboard.text import Words


def unconfirmed(waiting: Any, words: Words) -> str:
    """The parts that wait for confirmation, listed; empty when people stand behind all of it.

    `waiting` is the row of the question `unconfirmed`.
    """
    parts = [words("frame.unconfirmed_set")] if waiting.is_set else []
    for name in ("criteria", "units"):
        count = getattr(waiting, name)
        parts += [words(f"frame.unconfirmed_{name}", n=count)] if count else []
    return ", ".join(parts)
