"""How a criteria set ranks, in sentences made from its own rules."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written


def least_level(assessment: Any, words: Words) -> str:
    """What is not done at all: `đạt không quá 20%`, or `được 0 điểm` in a set that allows no more than nothing.

    `assessment` is a row of the question `assessments`.
    """
    most = assessment.not_done_max_share
    if not most:
        return words("ranking.method.not_done.nothing")
    return words("ranking.method.not_done.up_to", share=written.share(most, words.lang, places=0))


def ranking_rules(assessment: Any, grades: pd.DataFrame, words: Words) -> list[str]:
    """The rules by which one assessment (a row of the question `assessments`) is ranked and graded."""
    rules = [
        words("ranking.method.rank"),
        words("ranking.method.share"),
        words(f"ranking.method.total.{assessment.total_rule}"),
        words(f"ranking.method.not_applicable.{assessment.not_applicable_rule}"),
        words(f"ranking.method.partial.{assessment.partial_rule}"),
        words(
            "ranking.method.verdict",
            done_well=written.share(assessment.done_well_min_share, words.lang, places=0),
            not_done=least_level(assessment, words),
        ),
    ]
    if len(grades):
        bands = "; ".join(
            words("ranking.method.band", grade=row.grade_name, value=written.shortest(row.min_value, words.lang))
            for row in rows_of(grades)
        )
        basis = words(f"ranking.method.basis.{assessment.grade_basis}")
        rules.append(words("ranking.method.grades", basis=basis, bands=bands))
    return rules
