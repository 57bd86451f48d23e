"""What changed between two assessments, for whom it can be said, and what cannot be compared and why."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd

from scoreboard.findings import caution
from scoreboard.findings.measures import comparable, mean, topmost
from scoreboard.findings.sentence import Sentence
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

NAMED = 4


def read_first(changes: pd.DataFrame, before: Any | None, now: Any, words: Words) -> list[Sentence]:
    """What moved between two assessments, with the rule, and what of it cannot be compared.

    `changes` are rows of the question `unit_changes`; `before` and `now` are rows of the question `assessments`,
    `before` None for the first assessment.
    """
    this = names.assessment(now.assessment_name, words)
    if before is None:
        return [Sentence(moved(changes, None, this, words))]
    first = Sentence(
        moved(changes, names.assessment(before.assessment_name, words), this, words), words("trend.rule.moved")
    )
    return [first, *map(Sentence, limits(changes, before, now, words))]


def moved(changes: pd.DataFrame, before: str | None, now: str, words: Words) -> str:
    """How many comparable units rose, stayed level and fell, and by how much their mean moved.

    `changes` are rows of the question `unit_changes`; `before` is None for the first assessment.
    """
    if before is None:
        return words("trend.moved.first")
    fair = comparable(changes)
    if fair.empty:
        return words("trend.moved.none", before=before, now=now)
    average = mean(fair["share_change"])
    key = "by_share" if (fair["comparability"] == "by_share").any() else "same_set"
    direction = "up" if average > 0 else "down" if average < 0 else "level"
    return words(
        f"trend.moved.{key}",
        n=len(fair),
        before=before,
        now=now,
        up=int((fair["share_change"] > 0).sum()),
        same=int((fair["share_change"] == 0).sum()),
        down=int((fair["share_change"] < 0).sum()),
        change=words(f"trend.moved.{direction}", change=written.percent_number(abs(average), words.lang)),
    )


def limits(changes: pd.DataFrame, before: Any, now: Any, words: Words) -> list[str]:
    """What cannot be compared and why: a sentence on the criteria sets where they differ, and one on the units.

    `before` and `now` are rows of the question `assessments`.
    """
    sentences = []
    if before.criteria_set_code != now.criteria_set_code:
        sentences.append(_set_changed(changes, before, now, words))
    unfair = changes[changes["comparability"] == "not"]
    reasons = [
        words("trend.limit.reason", units=_some(rows, words), reason=words(f"figures.reason.{reason}"))
        for reason, rows in unfair.groupby("reason", sort=False)
    ]
    if reasons:
        sentences.append(words("trend.limit.units", reasons="; ".join(reasons)))
    elif len(changes):
        sentences.append(words("trend.limit.none"))
    return sentences


def changes_heading(changes: pd.DataFrame, before: str, words: Words) -> str:
    """Which comparable unit rose most, and how many rose."""
    fair = comparable(changes)
    if fair.empty:
        return words("trend.changes.none", before=before)
    up = int((fair["share_change"] > 0).sum())
    if not up:
        return words("trend.changes.none_up", before=before)
    first = _some(topmost(fair, "share_change"), words)
    return words("trend.changes.up", up=up, n=len(fair), unit=first)


def changes_compared(changes: pd.DataFrame, before: Any, now: Any, words: Words) -> str:
    """What the two ends of each line are, that they are on common criteria where the sets differ, and every caution."""
    when = {
        "before": names.assessment(before.assessment_name, words),
        "now": names.assessment(now.assessment_name, words),
    }
    is_same_set = before.criteria_set_code == now.criteria_set_code
    by_share = "" if is_same_set else words("trend.changes.by_share")
    said = (words("trend.changes.compared", **when), by_share, caution.explained(changes["caution"], words))
    return " ".join(filter(None, said))


def means_heading(means: pd.DataFrame, assessment_code: str, now: str, words: Words) -> str:
    """The mean of the group in the assessment, or the group that has the highest one."""
    present = means[(means["assessment_code"] == assessment_code) & means["mean_share"].notna()]
    if present.empty:
        return words("trend.means.none")
    first = topmost(present, "mean_share")
    key = "trend.means.finding_many" if means["group_code"].nunique() > 1 else "trend.means.finding"
    share = written.share(first["mean_share"].iloc[0], words.lang)
    return words(key, group=names.listed(list(first["group_name"]), words), now=now, share=share)


def parts_heading(parts: pd.DataFrame, words: Words) -> str:
    """By how much the points changed, and how much of that is real change on linked criteria."""
    real = parts.loc[parts["part"] == "real", "points_change"]
    return words(
        "trend.parts.finding",
        change=written.change(sum(parts["points_change"], Decimal(0)), words.lang),
        real=written.change(sum(real, Decimal(0)), words.lang),
    )


def no_parts(changes: pd.DataFrame, unit: Any, words: Words) -> str:
    """Why the change of the unit cannot be taken apart; empty where its points did not change at all.

    `changes` are rows of the question `unit_changes`, `unit` is one of the question `units`.
    """
    reasons = changes.loc[changes["unit_code"] == unit.unit_code, "reason"].dropna()
    if reasons.empty:
        return ""
    return words("trend.parts.none", unit=unit.unit_name, reason=words(f"figures.reason.{reasons.iloc[0]}"))


def published_points(changes: pd.DataFrame, unit_code: str) -> Decimal:
    """The total that stood for the unit in the earlier assessment; it has one where its change has parts."""
    return changes.loc[changes["unit_code"] == unit_code, "published_from_points"].iloc[0]


def _set_changed(changes: pd.DataFrame, before: Any, now: Any, words: Words) -> str:
    sets = {"from_set": before.criteria_set_name, "to_set": now.criteria_set_name}
    linked = [int(count) for count in changes["linked_criteria"].dropna() if count]
    if not linked:
        return words("trend.limit.not_linked", **sets)
    least, most = min(linked), max(linked)
    return words("trend.limit.set_changed", **sets, linked=most if least == most else f"{least}–{most}")


def _some(units: pd.DataFrame, words: Words) -> str:
    """The names of the first few units, and how many more there are."""
    shown = list(units["unit_name"][:NAMED])
    more = len(units) - len(shown)
    return names.listed([*shown, words("trend.limit.more", n=more)] if more else shown, words)
