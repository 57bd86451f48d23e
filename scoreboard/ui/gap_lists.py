"""The lists of the page on gaps: shared shortfalls, those of single units, and what the numbers on the map mean."""

from __future__ import annotations

import pandas as pd

from scoreboard.findings import gaps
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written
from scoreboard.ui import links, lists
from scoreboard.ui.lists import Line

NAMED_UNITS = 4


def common(criteria: pd.DataFrame, assessment: str, words: Words) -> str:
    """Those of the `criteria` that are shared shortfalls, each with how many of how many; or why there is none."""
    shared = gaps.common(criteria)
    if shared.empty:
        return lists.list_of(words("gaps.kind.common"), gaps.no_common(criteria, words), [])
    return _list("common", shared, {}, assessment, words)


def own(criteria: pd.DataFrame, lacking: pd.DataFrame, assessment: str, words: Words) -> str:
    """Those of the `criteria` that are shortfalls of single units, with their names where they are few (`lacking`)."""
    few = gaps.own(criteria)
    if few.empty:
        return lists.list_of(words("gaps.kind.own"), words("gaps.kind.no_own"), [])
    units = {
        code: ", ".join(rows["short_name"]) if len(rows) <= NAMED_UNITS else ""
        for code, rows in lacking.groupby("criterion_code", sort=False)
    }
    return _list("own", few, units, assessment, words)


def criteria_of(cells: pd.DataFrame, words: Words) -> str:
    """The criteria under a map of one section: the label of the column, the name, the maximum."""
    known = cells.dropna(subset=["criterion_code", "max_points"])
    criteria = known.drop_duplicates("criterion_code").sort_values("sort_order")
    return lists.numbered(
        [
            (
                row.criterion_code,
                row.criterion_name,
                words("gaps.map.max_points", max_points=written.shortest(row.max_points, words.lang)),
            )
            for row in rows_of(criteria)
        ]
    )


def _list(kind: str, criteria: pd.DataFrame, units: dict[str, str], assessment: str, words: Words) -> str:
    lines = [
        Line(
            row.criterion_code,
            row.criterion_name,
            f"{row.lacking_units}/{row.scored_units}",
            units.get(row.criterion_code, ""),
            links.criterion(row.criterion_code, assessment),
        )
        for row in rows_of(criteria)
    ]
    more = words("gaps.kind.more", n=max(0, len(lines) - lists.SHOWN))
    return lists.list_of(words(f"gaps.kind.{kind}"), words("gaps.kind.count", n=len(lines)), lines, more=more)
