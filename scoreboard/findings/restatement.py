"""What a rebuild changed, in sentences and figures."""

from __future__ import annotations

from collections import Counter
from typing import Any

from restatement import Restatement
from restatement.words import words as codes
from scoreboard.findings.key_figures import KeyFigure
from scoreboard.text import Words
from scoreboard.text import numbers as written

FIGURES = ("scores", "totals", "verdicts", "remedies")


def heading(found: Restatement, words: Words) -> str:
    """How many units have another result, or that nothing changed, or that only inputs did."""
    if found.is_empty:
        return words("restatement.nothing")
    units = {row["unit_code"] for row in found.totals}
    if units:
        return words("restatement.units", n=len(units))
    if found.verdicts or found.remedies or found.scores:
        return words("restatement.no_totals")
    return words("restatement.inputs_only")


def figures(found: Restatement, words: Words) -> list[KeyFigure]:
    """How many cells, results, verdicts and outcomes are others."""
    return [
        KeyFigure(words(f"restatement.figure.{part}"), written.integer(len(getattr(found, part)), words.lang), "", "")
        for part in FIGURES
    ]


def part_heading(part: str, count: int, words: Words) -> str:
    """How many rows of one part are others."""
    return words(f"restatement.part.{part}", n=count)


def part_reasons(rows: list[dict[str, Any]], words: Words) -> str:
    """How many rows have each reason, the most frequent first; empty for inputs, which are reasons themselves."""
    counts = Counter(reason for row in rows for reason in row.get("reasons", ()))
    said = [f"{codes(words.lang)['reason'][reason]}: {n}" for reason, n in counts.most_common()]
    return words("restatement.reasons", reasons="; ".join(said)) if said else ""
