"""The lists of one criterion: units by level, those that moved, and what became of it in other sets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written
from scoreboard.ui import html, links, lists
from scoreboard.ui.lists import Line

WORST_FIRST = ("not_done", "not_well", "done_well")


def levels(units: pd.DataFrame, criterion_code: str, assessment: str, words: Words) -> Iterator[str]:
    """A list per verdict that any unit has, the worst first, each unit with its points and the inspectors' remark.

    `units` are rows of the question `criterion_units`. What has points without a verdict is one list of its own.
    """
    if (units["verdict"].isna() & (units["state"] == "scored")).any():
        given = units[units["state"] == "scored"]
        yield _units("given", given, criterion_code, assessment, words)
        return
    if units["verdict"].isna().all():
        return
    for verdict in WORST_FIRST:
        rows = units[units["verdict"] == verdict]
        if len(rows):
            yield _units(verdict, rows, criterion_code, assessment, words)


def absences(units: pd.DataFrame, criterion_code: str, assessment: str, words: Words) -> str:
    """The units that were not scored on it, each with why; empty when there are none."""
    rows = units[units["state"] != "scored"]
    return _units("absent", rows, criterion_code, assessment, words) if len(rows) else ""


def moves(rows: pd.DataFrame, way: str, words: Words) -> str:
    """The units that improved (`up`) or slipped (`down`), those that moved most first."""
    told = rows[rows["share_change"].notna()]
    is_up = way == "up"
    moved = told[(told["share_change"] > 0) if is_up else (told["share_change"] < 0)]
    lines = [
        Line(
            "",
            row.unit_name,
            written.share_change(row.share_change, words.lang),
            words(
                f"criterion.moves.change.{way}",
                from_share=written.share(row.from_share, words.lang),
                to_share=written.share(row.to_share, words.lang),
            ),
            links.unit(row.unit_code),
        )
        for row in rows_of(moved if is_up else moved[::-1])
    ]
    count = words("criterion.moves.count", n=len(lines)) if lines else words(f"criterion.moves.none_{way}")
    return lists.list_of(words(f"criterion.moves.{way}"), count, lines, more=_more(lines, words))


def sets(rows: pd.DataFrame, words: Words) -> str:
    """What the criterion came from and what became of it, each with how sure that is."""
    return html.facts(
        (words(f"criterion.links.{row.direction}", set=row.criteria_set_name), _link(row, words))
        for row in rows_of(rows)
    )


def _units(kind: str, rows: pd.DataFrame, criterion_code: str, assessment: str, words: Words) -> str:
    lines = [
        Line(
            "",
            row.unit_name,
            _value(row, words),
            row.remark,
            links.unit(row.unit_code),
            links.source(row.unit_code, criterion_code, assessment),
        )
        for row in rows_of(rows)
    ]
    is_verdict = kind in WORST_FIRST
    heading = words(f"figures.verdict.{kind}" if is_verdict else f"criterion.levels.{kind}")
    mark = kind if is_verdict else ""
    count = words("criterion.levels.count", n=len(lines))
    return lists.list_of(heading, count, lines, more=_more(lines, words), mark=mark)


def _value(row: Any, words: Words) -> str:
    if row.state != "scored":
        return words(f"figures.state.{row.state}")
    if row.verdict is None:
        return written.change(row.points, words.lang)
    return f"{written.points(row.points, words.lang)}/{written.shortest(row.max_points, words.lang)}"


def _more(lines: list[Line], words: Words) -> str:
    return words("criterion.levels.more", n=max(0, len(lines) - lists.SHOWN))


def _link(row: Any, words: Words) -> str:
    other = f"{row.other_criterion_code} {row.other_criterion_name}"
    what = words(f"criterion.links.{row.kind}", criterion=other)
    return f"{what}; {words(f'criterion.links.{row.status}', reason=row.reason).strip()}"
