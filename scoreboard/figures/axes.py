"""Ticks that neither collide nor get cut on the narrowest screen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import count

from scoreboard.figures.measure import width
from scoreboard.figures.theme import TEXT_SIZE
from scoreboard.text import numbers as written

STEPS = (1, 2, 5, 10, 20, 25, 50)
BETWEEN = 12


def with_ends(low: float, high: float, room: float) -> tuple[float, float]:
    """A range of shares over `room` pixels, wider where it reaches 0% or 100% without the room for that label."""
    half = width("100%", TEXT_SIZE) / 2 / room
    free = half / (1 - 2 * half) * (min(high, 1) - max(low, 0)) * 1.01
    return (min(low, -free) if low <= 0 else low), (max(high, 1 + free) if high >= 1 else high)


def percent_ticks(low: float, high: float, room: float, extent: float | None = None) -> tuple[list[float], list[str]]:
    """Round shares between `low` and `high` and their texts (`40%`), as many as stand apart in `room` pixels.

    `extent` is how much of the room one text takes, by default its width. A text that would be cut at an end of the
    axis is empty; its gridline stays.
    """
    broadest = extent or width("100%", TEXT_SIZE)
    most = max(1, int(room // (broadest + BETWEEN)))
    step = next((step for step in STEPS if (high - low) * 100 / step <= most), STEPS[-1])
    percents = range(math.ceil(low * 100 / step) * step, math.floor(high * 100) + 1, step)
    edge = broadest / 2 / room * (high - low)
    texts = [f"{percent}%" if low + edge <= percent / 100 <= high - edge else "" for percent in percents]
    return [percent / 100 for percent in percents], texts


def point_ticks(low: float, high: float, room: float, lang: str) -> tuple[list[int], list[str]]:
    """Round points between `low` and `high` and their texts, as many as stand apart in `room` pixels."""
    broadest = max(width(written.integer(end, lang), TEXT_SIZE) for end in (low, high))
    most = max(1, int(room // (broadest + BETWEEN)))
    steps = (step * 10**power for power in count() for step in (1, 2, 5))
    step = next(step for step in steps if (high - low) / step <= most)
    points = range(math.ceil(low / step) * step, math.floor(high) + 1, step)
    return list(points), [written.integer(value, lang) for value in points]


def spread(texts: Sequence[str], candidates: Sequence[int], room: float) -> list[int]:
    """Those of `candidates` (positions in `texts`, evenly spread over `room` pixels) whose texts do not collide.

    Earlier candidates take precedence; the answer is in order of position.
    """
    per_step = room / max(1, len(texts) - 1)
    chosen: list[int] = []
    for candidate in candidates:
        if all(
            abs(candidate - other) * per_step
            >= (width(texts[candidate], TEXT_SIZE) + width(texts[other], TEXT_SIZE)) / 2 + BETWEEN
            for other in chosen
        ):
            chosen.append(candidate)
    return sorted(chosen)
