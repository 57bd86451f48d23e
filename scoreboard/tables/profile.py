"""The tables of a unit's profile."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import partial
from typing import Any

import pandas as pd

from scoreboard.findings.course import said, split_into
from scoreboard.findings.printed import Difference, why
from scoreboard.rows import rows_of
from scoreboard.tables.source import place
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words, names
from scoreboard.text import numbers as written


def peers(sections: pd.DataFrame, unit_code: str, words: Words) -> Table:
    """The unit's share in every section beside the range and the median of its group."""
    ends = sections.dropna(subset=["share"]).groupby("section_code", sort=False)["share"].agg(["min", "max"])
    own = sections[sections["unit_code"] == unit_code]
    data = own.assign(
        section=[f"{row.number}. {row.section_name}" if row.number else row.section_name for row in rows_of(own)],
        lowest=own["section_code"].map(ends["min"]),
        highest=own["section_code"].map(ends["max"]),
    )
    share = partial(written.share, lang=words.lang)
    return Table(
        data,
        (
            Column("section", words("profile.column.section")),
            Column("share", words("profile.column.share"), share, is_number=True),
            Column("median_share", words("profile.column.median"), share, is_number=True),
            Column("lowest", words("profile.column.lowest"), share, is_number=True),
            Column("highest", words("profile.column.highest"), share, is_number=True),
        ),
    )


def courses(rows: pd.DataFrame, words: Words) -> Table:
    """Criteria that were lost, recur or were recovered since the round before, each with its verdicts or its rounds."""
    return Table(
        rows.assign(
            said=[", ".join(filter(None, (said(row, words), split_into(row, words)))) for row in rows_of(rows)]
        ),
        (*_criterion(words), Column("said", words("profile.column.course"))),
    )


def claims(rows: pd.DataFrame, words: Words) -> Table:
    """Criteria that stand out against the peers, each with how far."""
    change = partial(written.share_change_number, lang=words.lang)
    return Table(
        rows, (*_criterion(words), Column("share_above_peers", words("profile.column.above_peers"), change, True))
    )


def lift(path: pd.DataFrame, profile: Any, when: str, words: Words, rival: Any | None = None) -> Table:
    """The criteria that lead to the next grade, or to the total of `rival`: what each adds and what it leads to."""
    last = len(path) - 1
    data = path.assign(
        points_of=[_points_of(row, words) for row in rows_of(path)],
        after=[_after(value, profile, rival, place == last, words) for place, value in enumerate(path["value"])],
    )
    return Table(
        data,
        (
            *_criterion(words),
            Column("points_of", words("profile.column.points_of", assessment=when), is_number=True),
            Column("gain", words("profile.column.gain"), partial(written.change, lang=words.lang), True),
            Column("after", words("profile.column.after"), is_number=True),
        ),
    )


def remedies(data: pd.DataFrame, words: Words) -> Table:
    """What was asked, when, and what the next assessment shows of it."""
    said = data.assign(
        criterion=[f"{row.criterion_code} {row.criterion_name}" for row in rows_of(data)],
        asked=[_asked(row, words) for row in rows_of(data)],
        shown=[_outcome(row, words) for row in rows_of(data)],
    )
    return Table(
        said,
        (
            Column(
                "assessment_name",
                words("profile.column.asked"),
                partial(names.assessment_headed, words=words),
                short=True,
            ),
            Column("criterion", words("profile.column.criterion"), leads_to="criterion"),
            Column("asked", words("profile.column.remedy")),
            Column("shown", words("profile.column.outcome")),
        ),
    )


def printed(differences: Iterable[Difference], words: Words) -> Table:
    """Results in print and computed side by side, with their difference where both are numbers, and the reason."""
    rows = [
        (
            words(f"profile.printed.{found.what}"),
            _result(found.printed, words),
            _result(found.computed, words),
            _difference(found, words),
            why(found.what, found.reason, words),
        )
        for found in differences
    ]
    return Table(
        pd.DataFrame(rows, columns=["what", "printed", "computed", "difference", "why"], dtype=object),
        (
            Column("what", words("profile.column.what")),
            Column("printed", words("profile.column.printed"), is_number=True),
            Column("computed", words("profile.column.computed"), is_number=True),
            Column("difference", words("profile.column.difference"), is_number=True),
            Column("why", words("profile.column.why")),
        ),
    )


def sources(data: pd.DataFrame, words: Words) -> Table:
    """The cell of every score, and the text in it."""
    return _sources(data, place(words, leads_to="source"), words)


def sources_on_paper(data: pd.DataFrame, words: Words) -> Table:
    """The same with file, sheet and cell in one column, for a narrow page that leads nowhere."""
    where = [f"{row.file} > {row.sheet} > {row.cell}" for row in rows_of(data)]
    return _sources(data.assign(place=where), (Column("place", words("profile.column.place")),), words)


def _sources(data: pd.DataFrame, where: tuple[Column, ...], words: Words) -> Table:
    return Table(
        data.assign(
            criterion=[f"{row.criterion_code} {row.criterion_name}" for row in rows_of(data)],
            stage=[words(f"profile.stage.{stage}") for stage in data["stage_code"]],
            read=[_read(row, words) for row in rows_of(data)],
        ),
        (
            Column("criterion", words("profile.column.criterion"), leads_to="criterion"),
            Column("stage", words("profile.column.stage"), short=True),
            Column("raw_text", words("profile.column.seen")),
            Column("read", words("profile.column.read"), is_number=True),
            *where,
        ),
    )


def _criterion(words: Words) -> tuple[Column, Column]:
    return (
        Column("criterion_code", words("profile.column.code"), short=True),
        Column("criterion_name", words("profile.column.criterion"), leads_to="criterion", heads=True),
    )


def _points_of(row: Any, words: Words) -> str:
    return f"{written.points(row.points, words.lang)}/{written.shortest(row.max_points, words.lang)}"


def _after(value: Decimal, profile: Any, rival: Any | None, is_last: bool, words: Words) -> str:
    if rival is not None:
        said = written.points(value, words.lang)
        return words("profile.next_rank.reached", value=said, rank=rival.rank) if is_last else said
    said = written.points(value, words.lang) + ("%" if profile.grade_basis == "share" else "")
    return words("profile.lift.reached", value=said, grade=names.grade(profile.next_grade_name)) if is_last else said


def _asked(row: Any, words: Words) -> str:
    due = words("profile.remedies.due", date=written.date(row.due_on, words.lang)) if row.due_on else ""
    return "; ".join(filter(None, (row.remedy, due, row.legal_source)))


def _outcome(row: Any, words: Words) -> str:
    if row.next_name is None:
        return words("profile.remedies.pending")
    said = words(f"figures.outcome.{row.outcome}")
    key = f"figures.reason.{row.reason}"
    return f"{said} ({words(key) if key in words else row.reason})" if row.reason else said


def _result(value: Any, words: Words) -> str:
    if isinstance(value, Decimal):
        return written.points(value, words.lang)
    return written.NOTHING if value is None else str(value)


def _difference(row: Any, words: Words) -> str:
    both = isinstance(row.printed, Decimal) and isinstance(row.computed, Decimal)
    return written.change(row.printed - row.computed, words.lang) if both else written.NOTHING


def _read(row: Any, words: Words) -> str:
    said = words(f"figures.state.{row.state}") if row.points is None else written.points(row.points, words.lang)
    return words("profile.column.corrected", points=said) if row.is_corrected else said
