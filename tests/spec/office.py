"""A small office out of an example's tables: loaded as a build loads it, with the real rules run on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import duckdb

from etl.build.reference_rows import reference_rows
from etl.build.source_rows import source_rows
from etl.build.statements import create_tables, load_rows, run_rules
from etl.harmonise.scores import Harmonised, Membership, PrintedResult, Score, State
from etl.office.load import Reference, full_row
from etl.office.reference import TABLE, OfficeFacts
from etl.office.values import parse
from tests.spec.example import parse_table

Rows = list[dict[str, str]]

# What an example need not say: one criteria set, one assessment, one group, one stage.
DEFAULTS: dict[str, Rows] = {
    "criteria_sets": [{"criteria_set_code": "BTC"}],
    "assessments": [{"assessment_code": "2020"}],
}
ASSUMED: dict[str, dict[str, str]] = {
    "criteria_sets": {"criteria_set_name": "Bộ tiêu chí", "not_applicable_rule": "zero"},
    "criteria": {"criteria_set_code": "BTC", "kind": "normal"},
    "grades": {"criteria_set_code": "BTC"},
    "grade_overrides": {"assessment_code": "2020"},
    "assessments": {"criteria_set_code": "BTC"},
    "unit_successions": {"extent": "full"},
    "criterion_links": {},
    "remedies": {},
}
PLACE = {"assessment_code": "2020", "unit_code": "A", "stage_code": "appraised"}
GROUP = "khoi"
SAID = {
    "": State.BLANK,
    "-": State.DASH,
    "KAD": State.NOT_APPLICABLE,
    "Chưa nộp": State.NOT_SUBMITTED,
    "???": State.UNREADABLE,
}
NO_CELL = "(không có ô)"


def reference_of(given: dict[str, Rows]) -> Reference:
    """The reference rows that an example gives or leaves to be assumed; units and groups follow from the members."""
    rows = DEFAULTS | {name: rows for name, rows in given.items() if name in ASSUMED}
    tables = {name: [_typed(name, ASSUMED[name] | row) for row in table] for name, table in rows.items()}
    for row in tables["assessments"]:
        row["year"] = row["year"] or int(row["assessment_code"][:4])
    members = memberships_of(given)
    units = {member.unit_code for member in members}
    units |= {
        row[column] for row in tables.get("unit_successions", []) for column in ("predecessor_code", "successor_code")
    }
    tables["units"] = [full_row("units", unit_code=code, unit_name=code) for code in sorted(units - {""})]
    tables["groups"] = [
        full_row("groups", group_code=code, group_name=code)
        for code in sorted({member.group_code for member in members})
    ]
    return Reference(OfficeFacts("co-quan", "Cơ quan"), tables)


def _typed(table: str, row: dict[str, str]) -> dict[str, object]:
    columns = {column.name: column for column in TABLE[table].columns}
    values = {name: parse(columns[name], text) if name in columns else text for name, text in row.items()}
    if "criterion_name" in columns:
        values.setdefault("criterion_name", row["criterion_code"])
    return full_row(table, **values)


def memberships_of(given: dict[str, Rows]) -> list[Membership]:
    """The members the example lists, and every other unit with scores, in the one group."""
    members = {
        (row["assessment_code"], row["unit_code"]): Membership(
            row["assessment_code"],
            row["unit_code"],
            row.get("group_code", GROUP),
            row["unit_code"],
            row.get("is_submitted", "true") == "true",
        )
        for row in (PLACE | row for row in given.get("memberships", []))
    }
    for row in (PLACE | row for row in (*given.get("scores", []), *given.get("printed_results", []))):
        place = (row["assessment_code"], row["unit_code"])
        members.setdefault(place, Membership(*place, GROUP, row["unit_code"]))
    return list(members.values())


def harmonised_of(given: dict[str, Rows]) -> Harmonised:
    """Scores and printed results as read: a column of `scores` that is not a place is a criterion."""
    scores = [
        score_of(PLACE | row, criterion, text)
        for row in given.get("scores", [])
        for criterion, text in row.items()
        if criterion not in PLACE and text != NO_CELL
    ]
    printed = [
        PrintedResult(
            **{column: (PLACE | row)[column] for column in PLACE},
            what=row["what"],
            raw_text=row["raw_text"],
            points=Decimal(row["raw_text"]) if row["raw_text"].replace(".", "").isdigit() else None,
            file="bang-diem.xlsx",
            sheet="Tổng hợp",
            cell="A1",
        )
        for row in given.get("printed_results", [])
    ]
    return Harmonised(scores, printed, memberships_of(given))


def score_of(place: dict[str, str], criterion: str, text: str) -> Score:
    """The score that a cell with this text is."""
    state = SAID.get(text, State.SCORED)
    return Score(
        **{column: place[column] for column in PLACE},
        criterion_code=criterion,
        state=state,
        points=Decimal(text) if state is State.SCORED else None,
        raw_text=text,
        file="bang-diem.xlsx",
        sheet="Bảng điểm",
        cell="A1",
    )


def office_of(given: dict[str, str]) -> tuple[Reference, Harmonised]:
    """What a build would be given of the example's tables."""
    tables = {name: parse_table(text) for name, text in given.items()}
    return reference_of(tables), harmonised_of(tables)


@contextmanager
def built(given: dict[str, str]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory with the example's tables loaded and every rule run."""
    with built_from(*office_of(given)) as connection:
        yield connection


@contextmanager
def built_from(reference: Reference, harmonised: Harmonised) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory out of what a build would be given."""
    with duckdb.connect() as connection:
        create_tables(connection)
        load_rows(connection, source_rows([], harmonised, []))
        load_rows(connection, reference_rows(reference, harmonised.memberships))
        run_rules(connection)
        yield connection
