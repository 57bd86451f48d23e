"""Why a change says less than it seems to: a unit so near the top that it can hardly rise, or so near zero to fall."""

from __future__ import annotations

from collections.abc import Iterable

from scoreboard.text import Words

_CAUTIONS = ("ceiling", "floor")


def mark(caution: str | None, words: Words) -> str:
    """What stands beside the change of one unit, in two or three words; empty where there is no caution."""
    return words(f"reason.caution.{caution}") if caution else ""


def explained(cautions: Iterable[str | None], words: Words) -> str:
    """What the marks among `cautions` mean, a sentence for each kind; empty where there is none."""
    found = set(cautions)
    return " ".join(words(f"reason.caution_explained.{caution}") for caution in _CAUTIONS if caution in found)
