"""The tables of where a number comes from."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.tables.table import Column, LeadsTo, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written


def place(words: Words, leads_to: LeadsTo | None = None) -> tuple[Column, ...]:
    """Where a number was read: its file, its sheet and its cell, which may lead somewhere."""
    return (
        Column("file", words("source.column.file"), once=True),
        Column("sheet", words("source.column.sheet"), once=True),
        Column("cell", words("source.column.cell"), leads_to=leads_to, short=True),
    )


def cells(read: pd.DataFrame, words: Words) -> Table:
    """The cell of every stage: the text in it (before a correction), what it was read as, and where it is."""
    return Table(
        read.assign(
            stage=[_stage(row, words) for row in rows_of(read)],
            text=[_text(row.raw_text if row.seen is None else row.seen, words) for row in rows_of(read)],
            read=[_read(row, words) for row in rows_of(read)],
        ),
        (
            Column("stage", words("source.column.stage")),
            Column("text", words("source.column.seen")),
            Column("read", words("source.column.read"), is_number=True),
            *place(words),
        ),
    )


def corrections(read: pd.DataFrame, words: Words) -> Table:
    """What was declared, seen and put in place of it, and why; the corrected cells only."""
    corrected = read[read["correction_reason"].notna()]
    return Table(
        corrected.assign(
            expect=[_text(value, words) for value in corrected["expect"]],
            seen=[_text(value, words) for value in corrected["seen"]],
            value=[_text(value, words) for value in corrected["value"]],
            decided=[_decided(row, words) for row in rows_of(corrected)],
        ),
        (
            Column("cell", words("source.column.cell"), short=True),
            Column("expect", words("source.column.expect")),
            Column("seen", words("source.column.seen")),
            Column("value", words("source.column.value")),
            Column("correction_reason", words("source.column.reason")),
            Column("decided", words("source.column.decided")),
        ),
    )


def remarks(read: pd.DataFrame, words: Words) -> Table:
    """The inspectors' remarks with their stage and cell; the stages that have one only."""
    said = read[read["remark"] != ""]
    return Table(
        said.assign(stage=[_stage(row, words) for row in rows_of(said)]),
        (
            Column("remark", words("source.column.remark")),
            Column("stage", words("source.column.stage")),
            Column("cell", words("source.column.cell"), short=True),
        ),
    )


def parts(made_of: pd.DataFrame, unit_code: str, words: Words) -> Table:
    """The criteria that a number is the sum of; points lead to their cell, names to the criterion."""
    return Table(
        made_of.assign(
            unit_code=unit_code,
            said=[_points(row, words) for row in rows_of(made_of)],
        ),
        (
            Column("criterion_code", words("source.column.code"), short=True),
            Column("criterion_name", words("source.column.criterion"), leads_to="criterion", heads=True),
            Column("said", words("source.column.points"), is_number=True, leads_to="source"),
            Column("max_points", words("source.column.max_points"), partial(written.shortest, lang=words.lang), True),
            *place(words),
        ),
    )


def total(profile: Any, total_rule: str, words: Words) -> Table:
    """How the points of the criteria become the total: a row of the question `unit_profile`, step by step."""
    rows = [
        ("normal", profile.normal_points, ""),
        ("applicable", profile.applicable_max_points, ""),
    ]
    if profile.applicable_max_points != profile.max_points and total_rule == "sum":
        rescaled = profile.points - profile.bonus_points - profile.penalty_points
        rows.append(("rescaled", rescaled, written.shortest(profile.max_points, words.lang)))
    rows += [(name, getattr(profile, f"{name}_points"), "") for name in ("bonus", "penalty")]
    if profile.printed_points is not None:
        rows.append(("printed", profile.printed_points, ""))
    rows.append(("total", profile.points, ""))
    return Table(
        pd.DataFrame(
            [(words(f"source.sum.{name}", max_points=whole), value) for name, value, whole in rows],
            columns=["step", "value"],
            dtype=object,
        ),
        (
            Column("step", words("source.column.step")),
            Column("value", words("source.column.points"), partial(written.points, lang=words.lang), True),
        ),
    )


def printed(results: pd.DataFrame, words: Words) -> Table:
    """What the sheets print for the unit, each with its stage and place."""
    return Table(
        results.assign(
            what=[words(f"source.printed.{what}") for what in results["what"]],
            stage=[words(f"profile.stage.{stage}") for stage in results["stage_code"]],
        ),
        (
            Column("what", words("source.column.what")),
            Column("raw_text", words("source.column.text"), is_number=True, quotes=True),
            Column("stage", words("source.column.stage")),
            *place(words),
        ),
    )


def files(known: pd.DataFrame, places: pd.DataFrame, words: Words) -> Table:
    """The workbooks that `places` (file) are in, with their hash; `known` are rows of the question `source_files`."""
    return Table(
        known[known["file"].isin(set(places["file"].dropna()))],
        (Column("file", words("source.column.file")), Column("sha256", words("source.column.hash"))),
    )


def _stage(row: Any, words: Words) -> str:
    stage = words(f"profile.stage.{row.stage_code}")
    return words("source.column.official", stage=stage) if row.is_official else stage


def _text(text: str, words: Words) -> str:
    return text if text.strip() else words("source.column.blank")


def _read(row: Any, words: Words) -> str:
    return words(f"figures.state.{row.state}") if row.points is None else written.points(row.points, words.lang)


def _points(row: Any, words: Words) -> str:
    if row.state == "scored":
        return written.points(row.points, words.lang)
    state = words(f"figures.state.{row.state}")
    return state if row.points is None else f"{state} · {written.points(row.points, words.lang)}"


def _decided(row: Any, words: Words) -> str:
    day = "" if row.decided_on is None else written.date(row.decided_on, words.lang)
    return ", ".join(filter(None, (row.decided_by, day))) or written.NOTHING
