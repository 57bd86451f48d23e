"""What the change in a group's mean total is made of, and whether it may be said."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.text import Words
from scoreboard.text import numbers as written

REMAINDER = "remainder"


def heading(change: Any, words: Words) -> str:
    """By how much the group's mean changed, and how much of that is real change of the units it kept.

    `change` is a row of the question `group_changes` with both means.
    """
    said = {"group": change.group_name, "change": written.change(change.mean_change, words.lang)}
    if change.real_change is None:
        return words("trend.group.finding_replaced", **said)
    return words("trend.group.finding", real=written.change(change.real_change, words.lang), **said)


def compared(change: Any, before: str, now: str, words: Words) -> str:
    """What the two means are of, and why their change may not be taken for one where it may not."""
    sentence = words(
        "trend.group.compared",
        before=before,
        now=now,
        from_units=change.from_units,
        to_units=change.to_units,
        common=change.common_units,
    )
    return " ".join([sentence, *_doubt(change, words)])


def drawn(parts: pd.DataFrame) -> pd.DataFrame:
    """The parts without what cutting the means after ten decimals leaves over, which no eye can see."""
    return parts[parts["part"] != REMAINDER]


def missing(change: Any, words: Words) -> str:
    """Why the group's mean has no change: it had no unit with a total in one of the two rounds."""
    return words("trend.group.none", group=change.group_name, reason=words(f"figures.reason.{change.reason}"))


def _doubt(change: Any, words: Words) -> list[str]:
    if change.reason == "members_changed":
        common = written.change(change.common_mean_change, words.lang)
        return [words("trend.group.members_changed", common=common, n=change.common_units)]
    if change.comparability == "not":
        return [words("trend.group.not_comparable", reason=words(f"figures.reason.{change.reason}"))]
    return [words("trend.group.by_share")] if change.comparability == "by_share" else []
