"""What is said of one criterion: how it is scored, how many units stand where, who moved, and in which rounds it is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.findings.key_figures import KeyFigure
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

VERDICTS = ("done_well", "not_well", "not_done")


def facts(criterion: Any, alternatives: pd.DataFrame, assessment: Any, words: Words) -> list[tuple[str, str]]:
    """Section, maximum with its step, the weight if any, how it is scored and by which decision: (label, text) each.

    `criterion` and `alternatives` (those below it) are rows of the question `criteria`, `assessment` of `assessments`.
    """
    points = {"points": written.shortest(criterion.max_points, words.lang)}
    if criterion.step is not None:
        points["step"] = written.shortest(criterion.step, words.lang)
    maximum = words("criterion.fact.points" if criterion.step is None else "criterion.fact.step", **points)
    said = [
        (words("criterion.fact.section"), criterion.section_name),
        (words("criterion.fact.penalty" if criterion.kind == "penalty" else "criterion.fact.max_points"), maximum),
        (words("criterion.fact.guidance"), criterion.guidance or words("criterion.fact.guidance_none")),
    ]
    if criterion.weight != 1:
        weighed = {"weight": criterion.weight, "points": criterion.sheet_max_points}
        weighed = {name: written.shortest(value, words.lang) for name, value in weighed.items()}
        said.insert(2, (words("criterion.fact.weight"), words("criterion.fact.weighed", **weighed)))
    if len(alternatives):
        options = "; ".join(
            words(
                "criterion.fact.alternative",
                name=row.criterion_name,
                points=written.shortest(row.max_points, words.lang),
            )
            for row in rows_of(alternatives)
        )
        said.append((words("criterion.fact.alternatives"), options))
    criteria_set = assessment.criteria_set_name
    if assessment.criteria_decision:
        decision = assessment.criteria_decision
        criteria_set = words("criterion.fact.decision", name=criteria_set, decision=decision)
    said.append((words("criterion.fact.set"), criteria_set))
    return said


def figures(history: pd.DataFrame, before: str | None, words: Words) -> list[KeyFigure]:
    """Units at each level and the share of the maximum now, each beside the assessment `before` (None for the first).

    `history` are rows of the question `criterion_history`, the last of them now.
    """
    now, earlier = history.iloc[-1], history.iloc[-2] if len(history) > 1 else None
    base = words("criterion.figure.units", n=_count(now["scored_units"]))
    return [
        *(
            KeyFigure(
                words(f"figures.verdict.{verdict}"),
                written.integer(now[verdict], words.lang),
                base,
                _level_before(earlier, verdict, before, words),
            )
            for verdict in VERDICTS
        ),
        KeyFigure(
            words("criterion.figure.share"),
            written.share(now["share"], words.lang),
            "",
            _share_before(earlier, before, words),
        ),
    ]


def levels_heading(criterion: Any, units: pd.DataFrame, words: Words) -> str:
    """How many of the units scored on it did it well, were given a bonus or lost points by a penalty."""
    scored = units[units["state"] == "scored"]
    if scored.empty:
        return words("criterion.levels.finding_none")
    if criterion.kind != "normal":
        given = int(scored["points"].map(lambda points: points != 0).sum())
        key = "finding_penalty" if criterion.kind == "penalty" else "finding_bonus"
        return words(f"criterion.levels.{key}", given=given, n=len(scored))
    done_well = int((scored["verdict"] == "done_well").sum())
    key = "finding_all" if done_well == len(scored) else "finding"
    return words(f"criterion.levels.{key}", done_well=done_well, n=len(scored))


def moves_heading(moves: pd.DataFrame, before: str | None, words: Words) -> str:
    """How many units improved and slipped since the assessment `before`, on all that was split where it was.

    `moves` are rows of the question `criterion_moves`.
    """
    if before is None:
        return words("criterion.moves.first")
    told = moves["share_change"].dropna()
    if told.empty:
        return words("criterion.moves.finding_none", before=before)
    key = "finding_split" if moves["together"].max() > 1 else "finding"
    return words(f"criterion.moves.{key}", up=int((told > 0).sum()), down=int((told < 0).sum()), before=before)


def moves_compared(moves: pd.DataFrame, history: pd.DataFrame, words: Words) -> str:
    """Under one set, over a link, as all that was split or not at all; how many could be compared, why the others not.

    `moves` are rows of the question `criterion_moves`, `history` of `criterion_history`.
    """
    if len(history) < 2:
        return ""
    told = moves["share_change"].dropna()
    together = int(moves["together"].max()) if len(moves) else 1
    key = _basis(history.iloc[-1], history.iloc[-2], together)
    if key == "compared_unlinked":
        return words("criterion.moves.compared_unlinked")
    said = words(f"criterion.moves.{key}", n=len(told), same=int((told == 0).sum()), together=together)
    reasons = moves.loc[moves["share_change"].isna(), "reason"].value_counts()
    if reasons.empty:
        return said
    listed = [
        words("criterion.moves.reason", n=n, reason=words(f"figures.reason.{reason}")) for reason, n in reasons.items()
    ]
    return f"{said} {words('criterion.moves.reasons', reasons='; '.join(listed))}"


def _basis(now: pd.Series, earlier: pd.Series, together: int) -> str:
    """On what the two are compared: one set, one linked criterion, all that one was split into, or nothing."""
    if now["criteria_set_code"] == earlier["criteria_set_code"]:
        return "compared"
    if together > 1:
        return "compared_split"
    return "compared_linked" if earlier["criterion_code"] is not None else "compared_unlinked"


def scored_rounds(history: pd.DataFrame) -> pd.DataFrame:
    """The rounds in which some unit has a verdict on the criterion (or on its bundle), with whole counts."""
    counts = history[list(VERDICTS)].fillna(0).astype(int)
    return history.assign(**counts)[counts.sum(axis=1) > 0]


def history_heading(rounds: pd.DataFrame, now: str, words: Words) -> str:
    """The part of the results that were done well in the last of the `rounds`, and how many rounds there are."""
    if rounds.empty:
        return words("criterion.history.none")
    last = rounds.iloc[-1]
    share = written.share(last["done_well"] / sum(last[verdict] for verdict in VERDICTS), words.lang, places=0)
    key = "criterion.history.finding" if len(rounds) > 1 else "criterion.history.finding_one"
    return words(key, share=share, now=names.assessment(last["assessment_name"], words) or now, n=len(rounds))


def bundle_heading(rounds: pd.DataFrame, now: str, words: Words) -> str:
    """What part of the units did the whole well in the last of the `rounds`, rows of the question `bundle_rounds`."""
    last = rounds.iloc[-1]
    share = written.share(last["done_well"] / sum(last[verdict] for verdict in VERDICTS), words.lang, places=0)
    now = names.assessment(last["assessment_name"], words) or now
    return words("criterion.bundle.finding", share=share, now=now, n=len(rounds))


def bundle_members(rounds: pd.DataFrame, words: Words) -> str:
    """Which criteria are the whole under each criteria set of the `rounds`."""
    sets = rows_of(rounds.drop_duplicates("criteria_set_code"))
    listed = [words("criterion.bundle.members", set=row.criteria_set_name, criteria=row.criteria) for row in sets]
    return words("criterion.bundle.compared", members=" ".join(listed))


def not_linked(history: pd.DataFrame, words: Words) -> str:
    """Which rounds are left out because nothing confirmed connects the criterion with their set; empty for none."""
    left_out = history[history["criterion_code"].isna()]
    if left_out.empty:
        return ""
    rounds = [names.assessment(name, words) for name in left_out["assessment_name"]]
    said = f"{rounds[0]} – {rounds[-1]}" if len(rounds) > 2 and _is_run(history) else ", ".join(rounds)
    return words("criterion.history.absent", rounds=said)


def _is_run(history: pd.DataFrame) -> bool:
    """Whether the rounds without the criterion follow one another."""
    absent = history["criterion_code"].isna().astype(int)
    return int((absent.diff().fillna(absent.iloc[0]) == 1).sum()) == 1


def _level_before(earlier: pd.Series | None, verdict: str, before: str | None, words: Words) -> str:
    if before is None or earlier is None:
        return words("criterion.figure.before_none")
    if earlier["criterion_code"] is None:
        return words("criterion.figure.before_unlinked", before=before)
    count, units = _count(earlier[verdict]), _count(earlier["scored_units"])
    return words("criterion.figure.before", before=before, count=count, n=units)


def _share_before(earlier: pd.Series | None, before: str | None, words: Words) -> str:
    if before is None or earlier is None or earlier["criterion_code"] is None:
        return ""
    return words("criterion.figure.share_before", before=before, share=written.share(earlier["share"], words.lang))


def _count(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)
