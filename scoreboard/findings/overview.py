"""What a leader reads first: level and change, concentration, what is left undone, what cannot be concluded."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd

from scoreboard.findings import caution, closure
from scoreboard.findings.measures import comparable, direction, mean, topmost
from scoreboard.findings.method import least_level
from scoreboard.findings.sentence import Sentence
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

CONCENTRATION = 3
NAMED = 3


def read_first(
    ranking: pd.DataFrame,
    changes: pd.DataFrame,
    criteria: pd.DataFrame,
    outcomes: pd.DataFrame,
    *,
    assessment: Any,
    before: str | None,
    words: Words,
) -> list[Sentence]:
    """The sentences that a leader reads and stops, each with its rule; what cannot be concluded comes last.

    The tables answer the questions `ranking`, `change_by_unit`, `costliest_criteria` and `gap_outcome_counts`;
    `assessment` is a row of the question `assessments`, `before` names the one before it.
    """
    thresholds = {
        "done_well": written.share(assessment.done_well_min_share, words.lang, places=0),
        "not_done": least_level(assessment, words),
    }
    sentences = [
        Sentence(level(ranking, changes, before, words), words("overview.rule.level")),
        Sentence(concentration(criteria, ranking, words), words("overview.rule.concentration")),
        Sentence(undone(ranking, outcomes, before, words), words("overview.rule.undone", **thresholds)),
        Sentence(unsure(ranking, words), words("overview.rule.unsure")),
    ]
    return [sentence for sentence in sentences if sentence.text]


def level(ranking: pd.DataFrame, change: pd.DataFrame, before: str | None, words: Words) -> str:
    """The mean share and, over comparable units only, its change since the assessment named `before`."""
    average = mean(ranking["share"])
    if average is None:
        return words("overview.level.none")
    sentence = words(
        "overview.level.mean", n=int(ranking["share"].notna().sum()), share=written.share(average, words.lang)
    )
    if before is None:
        return sentence
    fair = comparable(change)
    if fair.empty:
        return f"{sentence} {words('overview.level.not_comparable', before=before)}"
    moved = mean(fair["share_change"])
    key = "overview.level.by_share" if (fair["comparability"] == "by_share").any() else "overview.level.change"
    compared = words(
        f"{key}.{direction(moved)}",
        n=len(fair),
        change=written.percent_number(abs(moved), words.lang),
        before=before,
        up=int((fair["share_change"] > 0).sum()),
    )
    return f"{sentence} {compared}"


def concentration(criteria: pd.DataFrame, ranking: pd.DataFrame, words: Words) -> str:
    """How much of what was lost is lost on the few costliest criteria, and whether that is common to most units.

    Empty where no unit of the `ranking` has points: then nothing is known to be lost or not.
    """
    if not _any_points(ranking):
        return ""
    if criteria.empty:
        return words("overview.concentration.none")
    first = criteria[criteria["place"] <= CONCENTRATION]
    listed = names.listed(
        [f"{names.in_sentence(row.short_name)} ({row.criterion_code})" for row in rows_of(first)], words
    )
    share = written.share(sum(first["gap_share"], Decimal(0)), words.lang, places=1)
    sentence = words("overview.concentration.share", n=len(first), share=share, criteria=listed)
    if not first["is_systemic"].all():
        return sentence
    return f"{sentence} {words('overview.concentration.systemic', lacking=_lacking(first, words))}"


def undone(ranking: pd.DataFrame, outcomes: pd.DataFrame, before: str | None, words: Words) -> str:
    """How often nothing was done and where most of it is; how many shortfalls of the assessment before are closed."""
    total = int(ranking["not_done"].sum())
    sentence = words("overview.undone.none" if _any_points(ranking) else "overview.undone.no_points")
    if total:
        most = topmost(ranking, "not_done")
        sentence = words("overview.undone.count", n=written.integer(total, words.lang))
        if len(most) == 1 and len(ranking) > 1:
            unit, count = most["unit_name"].iloc[0], int(most["not_done"].iloc[0])
            key = "overview.undone.all" if count == total else "overview.undone.most"
            sentence += words(key, n=count, unit=unit)
    if before is None or not outcomes["shortfalls"].sum():
        return f"{sentence}."
    return f"{sentence}; {_closed(closure.closure_of(outcomes), before, words)}"


def unsure(ranking: pd.DataFrame, words: Words) -> str:
    """What cannot be concluded and why, units in the order of their names; empty when everything can."""
    concerned = {
        "not_submitted": ranking[ranking["unranked_reason"] == "not_submitted"],
        "no_points": ranking[ranking["unranked_reason"] == "no_points"],
        "partial": ranking[ranking["is_partial"] & ranking["share"].notna()],
        "territory_changed": ranking[ranking["reason"] == "territory_changed"],
    }
    reasons = [
        words(f"overview.unsure.{reason}", units=_some(units.sort_values("name_place"), words))
        for reason, units in concerned.items()
        if len(units)
    ]
    return words("overview.unsure.sentence", reasons="; ".join(reasons)) if reasons else ""


def weakest_section(sections: pd.DataFrame, words: Words) -> str:
    """Which section has the smallest share of its results done well, all that tie, with the share."""
    judged = sections[sections["verdicts"] > 0]
    if judged.empty:
        return words("overview.sections.none")
    shares = [Decimal(int(row.done_well)) / int(row.verdicts) for row in rows_of(judged)]
    lowest = judged[[share == min(shares) for share in shares]]
    share = written.share(min(shares), words.lang, places=1)
    if len(lowest) == len(judged) > 1:
        return words("overview.sections.equal", share=share)
    section = names.listed(list(lowest["section_name"]), words)
    return words("overview.sections.weakest", n=len(lowest), section=section, share=share)


def costliest(criteria: pd.DataFrame, scored: int, limit: int, words: Words) -> str:
    """How much of what was lost the costliest criteria make up, or that none of the `scored` units lost any."""
    if not scored:
        return words("overview.costliest.no_points")
    if criteria.empty:
        return words("overview.costliest.none")
    first = criteria[criteria["place"] <= limit]
    share = written.share(sum(first["gap_share"], Decimal(0)), words.lang, places=1)
    return words("overview.costliest.finding", n=len(first), share=share)


def largest_rise(change: pd.DataFrame, before: str | None, words: Words) -> str:
    """Which comparable unit rose most, or that none rose, or that none can be compared."""
    if before is None:
        return words("overview.change.first")
    fair = comparable(change)
    if fair.empty:
        return words("overview.change.none", before=before)
    first = topmost(fair, "share_change")
    key = f"overview.change.{direction(first['share_change'].iloc[0])}"
    return words(key, unit=_some(first, words))


def change_compared(change: pd.DataFrame, now: str, before: str | None, words: Words) -> str:
    """What the picture of changes compares with what, with every caution; empty when there is nothing."""
    if change.empty:
        return ""
    by_share = words("overview.change.by_share") if (change["comparability"] == "by_share").any() else ""
    compared = words("overview.change.compared", now=now, before=before)
    return " ".join(filter(None, (compared, by_share, caution.explained(change["caution"], words))))


def real_change(change: pd.DataFrame, words: Words) -> str:
    """How many totals rose and fell where the criteria set changed, and how many did by real change alone; else empty.

    `change` are rows of the question `change_by_unit`.
    """
    changed_set = change[change["comparability"] == "by_share"]
    if changed_set.empty:
        return ""
    counts = {
        f"{name}_{way}": int((changed_set[column] * sign > 0).sum())
        for name, column in (("total", "points_change"), ("real", "real_change"))
        for way, sign in (("up", 1), ("down", -1))
    }
    return words("overview.change.real", n=len(changed_set), **counts)


def closed_gaps(outcomes: pd.DataFrame, before: str | None, words: Words) -> str:
    """How many shortfalls of the assessment before are closed, of those of which it can be told."""
    if before is None:
        return words("overview.outcomes.first")
    if not outcomes["shortfalls"].sum():
        return words("overview.outcomes.none", before=before)
    return closure.heading(closure.closure_of(outcomes), before, words)


def outcomes_compared(outcomes: pd.DataFrame, now: str, before: str | None, words: Words) -> str:
    """What a shortfall is set against, and of how many nothing can be told; empty when there is none to follow."""
    if outcomes.empty:
        return ""
    compared = words("overview.outcomes.compared", now=now, before=before)
    return " ".join(filter(None, (compared, closure.untold(closure.closure_of(outcomes), words))))


def _closed(followed: closure.Closure, before: str, words: Words) -> str:
    """How many are closed of those of which it can be told, and of how many it cannot."""
    if not followed.told:
        return words("overview.undone.closed_none", before=before)
    closed, told = (written.integer(count, words.lang) for count in (followed.closed, followed.told))
    sentence = words("overview.undone.closed", closed=closed, told=told, before=before)
    if not followed.untold:
        return f"{sentence}."
    count = written.integer(followed.untold, words.lang)
    return f"{sentence}; {words('overview.undone.untold', n=followed.untold, count=count)}."


def _any_points(ranking: pd.DataFrame) -> bool:
    return bool(ranking["share"].notna().any())


def _lacking(criteria: pd.DataFrame, words: Words) -> str:
    """How many of how many units lack the criteria: one range where as many were scored on all, else each by its code.

    So `4–5/6`, or `5/5 (I.1), 4/4 (I.2) và 5/5 (I.3)`.
    """
    if criteria["scored_units"].nunique() > 1:
        each = [f"{row.lacking_units}/{row.scored_units} ({row.criterion_code})" for row in rows_of(criteria)]
        return names.listed(each, words)
    least, most = criteria["lacking_units"].min(), criteria["lacking_units"].max()
    lacking = str(most) if least == most else f"{least}–{most}"
    return f"{lacking}/{criteria['scored_units'].iloc[0]}"


def _some(units: pd.DataFrame, words: Words) -> str:
    """The names of the first few units, and how many more there are."""
    shown = list(units["unit_name"][:NAMED])
    more = len(units) - len(shown)
    return names.listed([*shown, words("overview.unsure.more", n=more)] if more else shown, words)
