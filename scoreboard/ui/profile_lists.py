"""The lists of a unit's profile: its criteria by verdict, those without points, and what became of the unit itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pandas as pd

from scoreboard.findings import succession
from scoreboard.findings.course import COURSES, of_course, said, split_into
from scoreboard.findings.peers import CLAIMS, of_claim
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written
from scoreboard.ui import links, lists
from scoreboard.ui.lists import Line

WORST_FIRST = ("not_done", "not_well", "done_well")


def verdicts(criteria: pd.DataFrame, words: Words) -> Iterator[str]:
    """A list per verdict that any criterion has, the worst first; by points lost, what is well done by the set's order.

    `criteria` are rows of the question `unit_criteria` with their unit_code and assessment_code: names lead to the
    criterion, points to the cell.
    """
    for verdict in WORST_FIRST:
        rows = criteria[criteria["verdict"] == verdict]
        if rows.empty:
            continue
        if verdict != "done_well":
            rows = rows.sort_values("gap_points", ascending=False, kind="stable")
        yield lists.list_of(
            words(f"figures.verdict.{verdict}"),
            _count(rows, verdict, words),
            [_line(row, _points(row, words)) for row in rows_of(rows)],
            more=_more(rows, words),
            mark=verdict,
        )


def absences(criteria: pd.DataFrame, words: Words) -> str:
    """The criteria that were not scored, each with why in words; empty when there are none.

    Where the criteria set gives points for what does not apply, the points stand beside the reason.
    """
    rows = criteria[criteria["state"] != "scored"]
    lines = [_line(row, _why(row, words)) for row in rows_of(rows)]
    return _list("absent", rows, lines, words)


def extras(criteria: pd.DataFrame, words: Words) -> str:
    """Bonus and penalty points that were given; empty when there are none."""
    given = criteria["points"].map(lambda points: points is not None and points != 0)
    rows = criteria[criteria["kind"].isin(["bonus", "penalty"]) & given]
    lines = [_line(row, written.change(row.points, words.lang)) for row in rows_of(rows)]
    return _list("extra", rows, lines, words)


def courses(followed: pd.DataFrame, words: Words) -> Iterator[str]:
    """A list per course since the round before that has any criterion: lost, recurring, recovered.

    `followed` are rows of the question `unit_followed`. What was split has no cell of its own to lead to.
    """
    for name in COURSES:
        rows = of_course(followed, name)
        if len(rows):
            lines = [
                _course_line(row, said(row, words))._replace(
                    beneath=split_into(row, words), **({"value_leads_to": ""} if row.parts else {})
                )
                for row in rows_of(rows)
            ]
            yield lists.list_of(words(f"profile.course.{name}"), _count_of(rows, words), lines, more=_more(rows, words))


def claims(told: pd.DataFrame, words: Words) -> Iterator[str]:
    """Weaknesses, then strengths against peers; only those that have any. `told` are rows of `unit_peer_claims`."""
    for claim in CLAIMS:
        rows = of_claim(told, claim)
        if len(rows):
            lines = [
                _course_line(row, written.share_change(row.share_above_peers, words.lang)) for row in rows_of(rows)
            ]
            yield lists.list_of(
                words(f"profile.claims.{claim}"), _count_of(rows, words), lines, more=_more(rows, words)
            )


def _course_line(row: Any, value: str) -> Line:
    criterion = links.criterion(row.criterion_code, row.assessment_code)
    source = links.source(row.unit_code, row.criterion_code, row.assessment_code)
    return Line(row.criterion_code, row.criterion_name, value, "", criterion, source)


def _count_of(rows: pd.DataFrame, words: Words) -> str:
    return words("profile.criteria.count", n=len(rows))


def successions(rows: pd.DataFrame, words: Words) -> str:
    """What the unit came from and what became of it, each with its day and its legal source."""
    return lists.events(
        [
            (
                written.date(row.effective_on, words.lang),
                succession.event(row, words),
                row.legal_source,
            )
            for row in rows_of(rows)
        ]
    )


def _list(kind: str, rows: pd.DataFrame, lines: list[Line], words: Words) -> str:
    if not lines:
        return ""
    count = words("profile.criteria.count", n=len(lines))
    return lists.list_of(words(f"profile.criteria.{kind}"), count, lines, more=_more(rows, words))


def _line(row: Any, value: str) -> Line:
    criterion = links.criterion(row.criterion_code, row.assessment_code)
    source = links.source(row.unit_code, row.criterion_code, row.assessment_code)
    return Line(row.criterion_code, row.criterion_name, value, row.remark, criterion, source)


def _why(row: Any, words: Words) -> str:
    state = words(f"figures.state.{row.state}")
    return state if row.points is None else f"{state} · {_points(row, words)}"


def _points(row: Any, words: Words) -> str:
    return f"{written.points(row.points, words.lang)}/{written.shortest(row.max_points, words.lang)}"


def _count(rows: pd.DataFrame, verdict: str, words: Words) -> str:
    if verdict == "done_well":
        return words("profile.criteria.count", n=len(rows))
    lost = written.points(sum(rows["gap_points"], Decimal(0)), words.lang)
    return words("profile.criteria.lost", n=len(rows), points=lost)


def _more(rows: pd.DataFrame, words: Words) -> str:
    return words("profile.criteria.more", n=max(0, len(rows) - lists.SHOWN))
