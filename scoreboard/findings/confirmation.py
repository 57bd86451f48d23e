"""What the numbers rest on that nobody has confirmed yet."""

from __future__ import annotations

from typing import Any

from scoreboard.text import Words


def unconfirmed(assessment: Any, words: Words) -> str:
    """The parts that wait for confirmation, listed; empty when people stand behind all of it.

    `assessment` is a row of the question `assessments`.
    """
    parts = [words("frame.unconfirmed_set")] if assessment.is_set_proposed else []
    for name in ("criteria", "units"):
        count = getattr(assessment, f"proposed_{name}")
        parts += [words(f"frame.unconfirmed_{name}", n=count)] if count else []
    return ", ".join(parts)
