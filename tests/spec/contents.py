"""The chapters of the method, in the order of the page."""

from __future__ import annotations

from tests.spec.chapters import (
    changes,
    comparison,
    continuity,
    followup,
    grading,
    not_applicable,
    points,
    ranking,
    totals,
    verdicts,
)

CHAPTERS = (
    points.CHAPTER,
    totals.CHAPTER,
    not_applicable.CHAPTER,
    ranking.CHAPTER,
    grading.CHAPTER,
    verdicts.CHAPTER,
    continuity.CHAPTER,
    comparison.CHAPTER,
    changes.CHAPTER,
    followup.CHAPTER,
)

EXAMPLES = {
    f"{c}.{s}.{e}": example
    for c, chapter in enumerate(CHAPTERS, start=1)
    for s, section in enumerate(chapter.sections, start=1)
    for e, example in enumerate(section.examples, start=1)
}
