"""Invented chance that never changes: a number that hangs on nothing but the words it is asked for."""

from __future__ import annotations

import hashlib

SEED = "minh họa 48"


def chance(*words: str | int) -> float:
    """A number from 0 up to but not including 1; the same words give the same number on every machine."""
    digest = hashlib.sha256("|".join((SEED, *map(str, words))).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def swing(*words: str | int) -> float:
    """The same, from -1 to 1 and mostly near 0."""
    return chance(*words, "a") + chance(*words, "b") - 1
