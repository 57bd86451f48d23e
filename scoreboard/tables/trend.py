"""The tables of the page on trends."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from scoreboard.findings import caution
from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words, names
from scoreboard.text import numbers as written


def changes(data: pd.DataFrame, before: str, now: str, words: Words) -> Table:
    """Every unit: what was published for both, what may be compared, and whether, why not and with what caution."""
    share = partial(written.share, lang=words.lang)
    labels = {name: words(f"trend.column.{name}", before=before, now=now) for name in _SHARES}
    said = data.assign(
        places=[_places(row, words) for row in rows_of(data)],
        compared=[
            "; ".join(filter(None, (_compared(row, words), caution.mark(row.caution, words)))) for row in rows_of(data)
        ],
        share_change=[_change(row, words) for row in rows_of(data)],
    )
    return Table(
        said,
        (
            Column("unit_name", words("trend.column.unit"), leads_to="unit"),
            Column("published_from_share", labels["published_from"], share, is_number=True),
            Column("published_to_share", labels["published_to"], share, is_number=True),
            Column("linked_criteria", words("trend.column.linked"), _count(words), is_number=True),
            Column("from_share", labels["from_share"], share, is_number=True),
            Column("to_share", labels["to_share"], share, is_number=True),
            Column("share_change", words("trend.column.share_change"), is_number=True),
            Column("places", words("trend.column.places")),
            Column("compared", words("trend.column.comparability")),
        ),
    )


def means(data: pd.DataFrame, words: Words) -> Table:
    """The mean of every group in every round, with the range and the units it is of."""
    share = partial(written.share, lang=words.lang)
    return Table(
        data,
        (
            Column("group_name", words("trend.column.group")),
            *_rounds(words),
            Column("units", words("trend.column.units"), _count(words), is_number=True),
            Column("mean_share", words("trend.column.mean_share"), share, is_number=True),
            Column("lowest_share", words("trend.column.lowest"), share, is_number=True),
            Column("highest_share", words("trend.column.highest"), share, is_number=True),
        ),
    )


def history(data: pd.DataFrame, words: Words) -> Table:
    """The unit's share and its group's mean in every round, and where its territory changed."""
    share = partial(written.share, lang=words.lang)
    changed = words("trend.column.territory_changed")
    return Table(
        data.assign(territory=[changed if is_new else "" for is_new in data["is_new_territory"]]),
        (
            *_rounds(words),
            Column("share", words("trend.column.share"), share, is_number=True),
            Column("mean_share", words("trend.unit.mean"), share, is_number=True),
            Column("territory", words("trend.column.territory")),
        ),
    )


def verdicts(data: pd.DataFrame, words: Words) -> Table:
    """Counts of each verdict in every round."""
    counts = [
        Column(verdict, words(f"figures.verdict.{verdict}"), _count(words), is_number=True)
        for verdict in ("done_well", "not_well", "not_done")
    ]
    return Table(data, (*_rounds(words), *counts))


def grades(data: pd.DataFrame, names: tuple[str, ...], words: Words) -> Table:
    """Counts of each grade in every round; `names` are the grades by place."""
    counts = [
        Column(f"place_{place}", name, _count(words), is_number=True) for place, name in enumerate(names, start=1)
    ]
    return Table(data, (*_rounds(words), *counts))


def parts(data: pd.DataFrame, words: Words) -> Table:
    """What a change in points is made of, its sum last."""
    said = [words(f"trend.parts.{part}") for part in data["part"]]
    whole = pd.DataFrame({"said": [words("trend.column.total")], "points_change": [sum(data["points_change"])]})
    return Table(
        pd.concat([data.assign(said=said)[["said", "points_change"]], whole], ignore_index=True),
        (
            Column("said", words("trend.column.part")),
            Column(
                "points_change", words("trend.column.points_change"), partial(written.change, lang=words.lang), True
            ),
        ),
    )


def group_changes_in_brief(data: pd.DataFrame, words: Words) -> Table:
    """The change of every group's mean, how much of it is real, and whether it may be said."""
    whole = group_changes(data, words)
    brief = ("group_name", "mean_change", "real_change", "compared")
    return Table(whole.data, tuple(column for column in whole.columns if column.name in brief))


def group_changes(data: pd.DataFrame, words: Words) -> Table:
    """The mean total of every group then and now, how much of its change is real, and whether it may be said."""
    points = partial(written.points, lang=words.lang)
    change = partial(written.change, lang=words.lang)
    return Table(
        data.assign(compared=[_compared(row, words) for row in rows_of(data)]),
        (
            Column("group_name", words("trend.column.group")),
            Column("from_mean", words("trend.column.from_mean"), points, is_number=True),
            Column("to_mean", words("trend.column.to_mean"), points, is_number=True),
            Column("mean_change", words("trend.column.mean_change"), change, is_number=True),
            Column("real_change", words("trend.column.real_change"), change, is_number=True),
            Column("common_units", words("trend.column.common_units"), _count(words), is_number=True),
            Column("compared", words("trend.column.comparability")),
        ),
    )


_SHARES = ("published_from", "published_to", "from_share", "to_share")


def _rounds(words: Words) -> tuple[Column, Column]:
    return (
        Column(
            "assessment_name",
            words("trend.column.assessment"),
            partial(names.assessment_headed, words=words),
            short=True,
        ),
        Column("criteria_set_name", words("trend.column.set")),
    )


def _count(words: Words):
    return partial(written.integer, lang=words.lang)


def _change(row: Any, words: Words) -> str:
    """The change, in brackets where it may not be taken for one."""
    change = written.share_change_number(row.share_change, words.lang)
    return f"({change})" if row.comparability == "not" and row.share_change is not None else change


def _compared(row: Any, words: Words) -> str:
    if row.comparability == "not":
        return words(f"figures.reason.{row.reason}")
    return words(f"trend.column.{row.comparability}")


def _places(row: Any, words: Words) -> str:
    """How many places the unit moved, or why places are not compared."""
    if row.rank_comparability != "comparable":
        return words(f"reason.rank.{row.rank_reason}") if row.rank_reason else written.NOTHING
    if not row.places_up:
        return words("trend.column.kept")
    return words("trend.column.up" if row.places_up > 0 else "trend.column.down", n=abs(row.places_up))
