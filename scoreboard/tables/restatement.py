"""What a rebuild changed, row by row: before, after, and why."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from restatement import Restatement
from restatement.words import reasons
from restatement.words import words as codes
from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written


def parts(found: Restatement, words: Words) -> dict[str, Table]:
    """A table for every part that has rows, what went in first."""
    of_part = {"inputs": inputs, "totals": totals, "scores": scores, "verdicts": verdicts, "remedies": remedies}
    return {part: make(getattr(found, part), words) for part, make in of_part.items() if getattr(found, part)}


def inputs(rows: list[dict[str, Any]], words: Words) -> Table:
    """What went into the versions: which, and whether it was added, removed or changed."""
    said = codes(words.lang)
    return _table(
        rows,
        words,
        {"kind": lambda row: said["kind"][row["kind"]], "change": lambda row: said["change"][row["change"]]},
        ("kind", "name", "change"),
    )


def totals(rows: list[dict[str, Any]], words: Words) -> Table:
    """Points, rank, grade and group of units, each as `before > after` where it is another."""
    points = partial(written.points, lang=words.lang)
    said = {
        "points": lambda row: _pair(row["old_points"], row["new_points"], points),
        "rank": lambda row: _pair(row["old_rank"], row["new_rank"], written.integer),
        "grade": lambda row: _pair(row["old_grade_name"], row["new_grade_name"], str),
        "group": lambda row: _pair(row["old_group_name"], row["new_group_name"], str),
    }
    return _table(rows, words, said, ("assessment_code", "unit_name", *said, "reasons"))


def scores(rows: list[dict[str, Any]], words: Words) -> Table:
    """Cells of scoresheets: whose, where, and the text before and after."""
    said = {
        "seen": lambda row: _pair(row["old_text"], row["new_text"], str),
        "place": lambda row: " › ".join(row[f"new_{part}"] or row[f"old_{part}"] for part in ("file", "sheet", "cell")),
    }
    return _table(rows, words, said, ("assessment_code", "unit_name", "criterion_code", "seen", "place", "reasons"))


def verdicts(rows: list[dict[str, Any]], words: Words) -> Table:
    """Criteria that are judged otherwise."""
    write = partial(_named, words=words, key="figures.verdict")
    said = {"verdict": lambda row: _pair(row["old_verdict"], row["new_verdict"], write)}
    return _table(
        rows,
        words,
        said,
        ("assessment_code", "unit_name", "criterion_code", "criterion_name", "verdict", "reasons"),
    )


def remedies(rows: list[dict[str, Any]], words: Words) -> Table:
    """Requests to remedy whose outcome is another."""
    write = partial(_named, words=words, key="figures.outcome")
    said = {"outcome": lambda row: _pair(row["old_outcome"], row["new_outcome"], write)}
    return _table(rows, words, said, ("assessment_code", "unit_name", "criterion_code", "remedy", "outcome", "reasons"))


def _table(rows: list[dict[str, Any]], words: Words, said: dict[str, Any], columns: tuple[str, ...]) -> Table:
    shown = [row | {name: say(row) for name, say in said.items()} for row in rows]
    if "reasons" in columns:
        shown = [row | {"reasons": reasons(row["reasons"], words.lang)} for row in shown]
    leads = {"unit_name": "unit", "criterion_code": "source", "criterion_name": "criterion"}
    return Table(
        pd.DataFrame(shown, dtype=object),
        tuple(Column(name, words(f"restatement.column.{name}"), leads_to=leads.get(name)) for name in columns),
    )


def _pair(old: Any, new: Any, write: Any) -> str:
    """`before › after`, or one value where they are equal; what is on neither side is a dash."""
    before, after = (written.NOTHING if value is None or value == "" else write(value) for value in (old, new))
    return after if before == after else f"{before} › {after}"


def _named(code: str, words: Words, key: str) -> str:
    return words(f"{key}.{code}")
