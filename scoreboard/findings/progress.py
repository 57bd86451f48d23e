"""Whether the units rise and their shortfalls close from round to round."""

from __future__ import annotations

import pandas as pd

from scoreboard.findings.closure import Closure, heading, untold
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

NAMED = 3


def directions_heading(history: pd.DataFrame, now: str, words: Words) -> str:
    """How many of the units that can be compared rose in the last round; `history` answers `direction_history`."""
    last = history.iloc[-1]
    compared = int(last["improved"] + last["unchanged"] + last["worse"])
    if not compared:
        return words("trend.directions.none", now=now)
    share = written.share(last["improved_share"], words.lang, places=1)
    return words("trend.directions.finding", up=int(last["improved"]), n=compared, share=share, now=now)


def directions_compared(history: pd.DataFrame, reasons: pd.DataFrame, now: str, words: Words) -> str:
    """How to read the bars; who could not be compared in the last round and why; who had hardly any room to move.

    `reasons` are rows of the question `not_compared_history`.
    """
    last = history.iloc[-1]
    sentences = [words("trend.directions.compared")]
    own = reasons[reasons["assessment_code"] == last["assessment_code"]]
    if len(own):
        is_one = len(own) == 1
        said = words(f"figures.reason.{own['reason'].iloc[0]}") if is_one else reasons_of(own, words)
        sentences.append(words("trend.directions.not_compared", now=now, n=int(last["not_compared"]), reasons=said))
    sentences += [
        words(f"trend.directions.{caution}", n=int(last[caution])) for caution in ("ceiling", "floor") if last[caution]
    ]
    return " ".join(sentences)


def reasons_of(reasons: pd.DataFrame, words: Words) -> str:
    """Why units cannot be compared in one round, each reason with how many; empty when all can.

    `reasons` are the round's rows of the question `not_compared_history`.
    """
    return "; ".join(
        words("trend.directions.reason", n=int(row.units), reason=words(f"figures.reason.{row.reason}"))
        for row in rows_of(reasons)
    )


def closures_heading(history: pd.DataFrame, before: str, words: Words) -> str:
    """How many of the last round's shortfalls are closed, of those of which it can be told.

    `history` are rows of the question `closure_history`; none where the assessment before left no shortfall.
    """
    if history.empty:
        return words("overview.outcomes.none", before=before)
    return heading(_last(history), before, words)


def closures_compared(history: pd.DataFrame, words: Words) -> str:
    """What a shortfall and its outcome are, and how many of the last round's cannot be told."""
    unsure = "" if history.empty else untold(_last(history), words)
    return " ".join(filter(None, (words("trend.closures.compared"), unsure)))


def _last(history: pd.DataFrame) -> Closure:
    last = history.iloc[-1]
    unsure = int(last["cannot_tell"])
    return Closure(int(last["closed"]), int(last["gaps"]) - unsure, unsure)


def more_equal(closures: pd.DataFrame, shown: int, words: Words) -> str:
    """How many rows after the first `shown` have the closed share of the last of these; empty when none."""
    told = closures[closures["closed_share"].notna()]
    if len(told) <= shown:
        return ""
    more = int((told["closed_share"][shown:] == told["closed_share"].iloc[shown - 1]).sum())
    return words("trend.closures.more_equal", n=more) if more else ""


def slowest_criteria(closures: pd.DataFrame, words: Words) -> str:
    """How many criteria closed none of their shortfalls, or which closed least, by `closure_by_criterion`."""
    told = closures[closures["closed_share"].notna()]
    unmoved = int((told["closed"] == 0).sum())
    if unmoved:
        return words("trend.closures.unmoved_criteria", n=unmoved, base=len(told))
    return _slowest("criterion", told, "short_name", words)


def slowest_units(closures: pd.DataFrame, words: Words) -> str:
    """How many units closed none of their shortfalls, or which closed least; `closures` answer `closure_by_unit`."""
    told = closures[closures["closed_share"].notna()]
    unmoved = int((told["closed"] == 0).sum())
    if unmoved:
        return words("trend.closures.unmoved_units", n=unmoved, base=len(told))
    return _slowest("unit", told, "unit_name", words)


def _slowest(kind: str, told: pd.DataFrame, name: str, words: Words) -> str:
    """Who has the smallest closed share; how many, where more tie for it than are named."""
    slowest = list(told.loc[told["closed_share"] == told["closed_share"].min(), name])
    if len(slowest) > NAMED:
        return words(f"trend.closures.slowest_many_{kind}", n=len(slowest))
    return words(f"trend.closures.slowest_{kind}", n=len(slowest), named=names.listed(slowest, words))
