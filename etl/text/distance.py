"""How far apart two spellings are, when a wrong accent is a smaller slip than a wrong letter."""

from __future__ import annotations

from functools import cache

from etl.text.letters import without_accents, without_tones

WRONG_TONE = 0.25
WRONG_ACCENT = 0.5
WRONG_LETTER = 1.0


@cache
def _slip(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if without_tones(a) == without_tones(b):
        return WRONG_TONE
    return WRONG_ACCENT if without_accents(a) == without_accents(b) else WRONG_LETTER


def distance(a: str, b: str) -> float:
    """Edits that turn `a` into `b`, 0 when equal: a letter or two swapped neighbours 1, an accent 0.5, a tone 0.25."""
    before: list[float] = []
    row = [float(j) for j in range(len(b) + 1)]
    for i, letter in enumerate(a, start=1):
        previous, row = row, [float(i)]
        for j, other in enumerate(b, start=1):
            cost = min(previous[j] + WRONG_LETTER, row[j - 1] + WRONG_LETTER, previous[j - 1] + _slip(letter, other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other != letter:
                cost = min(cost, before[j - 2] + WRONG_LETTER)
            row.append(cost)
        before = previous
    return row[-1]
