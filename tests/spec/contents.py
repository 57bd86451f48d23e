"""The chapters of the method, in the order of the page."""

from __future__ import annotations

from tests.spec.chapters import (
    changes,
    comparison,
    continuity,
    followup,
    grading,
    history,
    nearness,
    not_applicable,
    peers,
    points,
    printed,
    ranking,
    stages,
    totals,
    verdicts,
    weights,
)

CHAPTERS = (
    points.CHAPTER,
    totals.CHAPTER,
    weights.CHAPTER,
    not_applicable.CHAPTER,
    stages.CHAPTER,
    ranking.CHAPTER,
    grading.CHAPTER,
    nearness.CHAPTER,
    printed.CHAPTER,
    verdicts.CHAPTER,
    peers.CHAPTER,
    continuity.CHAPTER,
    comparison.CHAPTER,
    changes.CHAPTER,
    followup.CHAPTER,
    history.CHAPTER,
)

EXAMPLES = {
    f"{c}.{s}.{e}": example
    for c, chapter in enumerate(CHAPTERS, start=1)
    for s, section in enumerate(chapter.sections, start=1)
    for e, example in enumerate(section.examples, start=1)
}
