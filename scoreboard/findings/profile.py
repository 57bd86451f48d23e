"""What is said of one unit: its standing, where it loses points, how it compares with its peers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd

from scoreboard.findings import caution
from scoreboard.findings import grade as grades
from scoreboard.findings.key_figures import KeyFigure
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

SECTIONS = 2
LEAST_PEERS = 3


def sentence(profile: Any, criteria: pd.DataFrame, when: str, words: Words) -> str:
    """The unit's rank and grade, where it loses points, what it lacks to the next grade; or why there is none.

    `profile` is a row of the question `unit_profile`, `criteria` are rows of `unit_criteria`.
    """
    if profile.points is None:
        return words(f"profile.sentence.{_no_points(profile)}", assessment=when)
    grade = words("profile.sentence.grade", grade=names.grade(profile.grade_name)) if profile.grade_name else ""
    said = [f"{_place(profile, words)}{grade}.", _lost(criteria, words), *grades.sentences(profile, words)]
    if profile.is_partial:
        said.append(words("profile.sentence.partial", n=profile.missing))
    return " ".join(said)


def figures(profile: Any, before: str | None, words: Words) -> list[KeyFigure]:
    """Share, rank, the assessment before (named `before`, None for the first) and grade, each with its comparison."""
    return [
        KeyFigure(
            words("profile.figure.share"),
            written.share(profile.share, words.lang),
            "",
            _points_of(profile, words),
        ),
        KeyFigure(
            words("profile.figure.tied" if profile.is_tied else "profile.figure.rank"),
            written.integer(profile.rank, words.lang),
            "" if profile.rank is None else words("profile.figure.ranked", n=profile.ranked_units),
            _rank_before(profile, before, words),
        ),
        KeyFigure(
            words("profile.figure.before") if before is None else names.capital(before),
            written.share(profile.previous_share, words.lang),
            "",
            _compared(profile, before, words),
        ),
        KeyFigure(
            words("profile.figure.grade"), profile.grade_name or written.NOTHING, "", grades.beside(profile, words)
        ),
    ]


def criteria_heading(criteria: pd.DataFrame, words: Words) -> str:
    """How many criteria were not done, not done well and done well."""
    counts = criteria["verdict"].value_counts()
    if counts.empty:
        return words("profile.criteria.finding_none")
    told = {verdict: int(counts.get(verdict, 0)) for verdict in ("not_done", "not_well", "done_well")}
    if told["done_well"] == sum(told.values()):
        return words("profile.criteria.finding_well")
    return words("profile.criteria.finding", **told)


def criteria_compared(criteria: pd.DataFrame, words: Words) -> str:
    """What the lists of criteria are, and what stands beneath their names; empty where none was scored."""
    if criteria["verdict"].isna().all():
        return ""
    remarks = [words("profile.criteria.remarks")] if (criteria["remark"] != "").any() else []
    return " ".join([words("profile.criteria.compared"), *remarks])


def peers_heading(sections: pd.DataFrame, unit_code: str, words: Words) -> str:
    """In how many sections the unit is below the median of its group, where there are peers enough for one.

    `sections` are rows of the question `section_peers`.
    """
    if sections["share"].isna().all():
        return words("profile.peers.no_points")
    if sections["unit_code"].nunique() < 2:
        return words("profile.peers.alone")
    own = sections[(sections["unit_code"] == unit_code) & sections["share"].notna() & sections["median_share"].notna()]
    if own.empty:
        return words("profile.peers.few")
    below = int((own["share"] < own["median_share"]).sum())
    key = "profile.peers.below" if below else "profile.peers.none_below"
    return words(key, n=below, sections=len(own))


def peers_compared(sections: pd.DataFrame, words: Words) -> str:
    """What the dots are; without a median where the group is too small, and nothing where there is no dot."""
    if sections["share"].isna().all():
        return ""
    if sections["unit_code"].nunique() < 2:
        return words("profile.peers.compared_alone")
    has_median = sections["median_share"].notna().any()
    return words("profile.peers.compared" if has_median else "profile.peers.compared_few")


def remedies_heading(remedies: pd.DataFrame, words: Words) -> str:
    """How many of the remedies asked for are done, of those of which it can be told, and of how many it cannot."""
    closed = int((remedies["outcome"] == "closed").sum())
    untold = int((remedies["outcome"] == "cannot_tell").sum())
    told = len(remedies) - untold
    if not told:
        return words("profile.remedies.finding_none", n=untold)
    sentence = words("profile.remedies.finding", closed=closed, n=told)
    return f"{sentence}; {words('profile.remedies.untold', n=untold)}" if untold else sentence


def remedies_compared(remedies: pd.DataFrame, criteria: pd.DataFrame, assessment_code: str, words: Words) -> str:
    """What the remedies are, and how many of the unit's shortfalls in the assessment one was asked for.

    `remedies` are rows of the question `unit_remedies`, `criteria` of `unit_criteria`.
    """
    shortfalls = criteria.loc[criteria["verdict"].isin(["not_done", "not_well"]), "criterion_code"]
    asked = remedies.loc[remedies["assessment_code"] == assessment_code, "criterion_code"]
    covered = words("profile.remedies.covered", n=len(shortfalls), asked=int(shortfalls.isin(asked).sum()))
    return " ".join([words("profile.remedies.compared"), *([covered] if len(shortfalls) else [])])


def _no_points(profile: Any) -> str:
    """Why a unit has no total."""
    if not profile.is_submitted:
        return "not_submitted"
    return "nothing_applies" if profile.not_applicable and not profile.missing else "no_points"


def _place(profile: Any, words: Words) -> str:
    if profile.rank is None:
        reason = words(f"reason.unranked.{profile.unranked_reason}")
        return words("profile.sentence.unranked", group=names.group(profile.group_name), reason=reason)
    key = "profile.sentence.tied" if profile.is_tied else "profile.sentence.rank"
    return words(key, rank=profile.rank, ranked=profile.ranked_units, group=names.group(profile.group_name))


def _lost(criteria: pd.DataFrame, words: Words) -> str:
    """The sections that lost most points, as many as two and all that tie for the second place."""
    lost = criteria.dropna(subset=["gap_points"]).groupby("section_name", sort=False)["gap_points"].sum()
    lost = lost[lost > Decimal(0)].sort_values(ascending=False, kind="stable")
    if lost.empty:
        return words("profile.sentence.nothing_lost")
    least = lost.iloc[min(SECTIONS, len(lost)) - 1]
    sections = [names.in_sentence(name) for name in lost.index[lost >= least]]
    return words("profile.sentence.lost", sections=names.listed(sections, words))


def _points_of(profile: Any, words: Words) -> str:
    if profile.points is None:
        return ""
    points, whole = written.points(profile.points, words.lang), written.points(profile.max_points, words.lang)
    said = words("profile.figure.points", points=points, max_points=whole)
    extras = {"bonus": profile.bonus_points, "penalty": profile.penalty_points}
    given = [
        words(f"profile.figure.{kind}", points=written.points(abs(points), words.lang))
        for kind, points in extras.items()
        if points
    ]
    if not given:
        return said
    return f"{said}; {words('profile.figure.outside_share', extras=names.listed(given, words))}"


def _rank_before(profile: Any, before: str | None, words: Words) -> str:
    if before is None or profile.previous_rank is None:
        return ""
    if profile.rank_comparability == "comparable":
        return words("profile.figure.rank_before", before=before, rank=profile.previous_rank)
    reason = words(f"reason.rank.{profile.rank_reason}")
    return words("profile.figure.rank_not_compared", before=before, rank=profile.previous_rank, reason=reason)


def _compared(profile: Any, before: str | None, words: Words) -> str:
    if before is None:
        return words("profile.figure.before_none")
    if profile.comparability == "not":
        reason = words(f"figures.reason.{profile.reason}")
        return words("profile.figure.not_comparable", reason=reason)
    if not profile.comparability:
        return ""
    change = written.share_change(profile.share_change, words.lang)
    said = words(f"profile.figure.{profile.comparability}", change=change)
    return "; ".join(filter(None, (said, caution.mark(profile.caution, words))))
