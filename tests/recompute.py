"""Holds a database against an independent recomputation from its `score` rows, to the last decimal.

`differences` works on the database of any office; as a program it takes the file: `python -m tests.recompute FILE`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from decimal import Decimal
from typing import Any

import duckdb

from tests.naive import Key, Office, Row, read
from tests.naive_changes import Changes
from tests.naive_comparison import claims, peers
from tests.naive_history import histories
from tests.naive_printed import printed_grades, printed_points, printed_ranks

RESULT = ("assessment_code", "unit_code", "criterion_code")


def differences(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """One line per value of a mart about one assessment, or of `criterion_history`, that is not what it should be.

    Likewise of `like_for_like`, `change_part` and `group_change`. Also one line per change of a total or of a group's
    mean that its parts do not add up to. Empty when the database is right.
    """
    office = Office(connection)
    results = office.criterion_results()
    totals = office.totals(results)
    claimed = claims(office, results)
    changes = Changes(connection, office)
    two = ("from_assessment", "to_assessment")
    return [
        *_compare(connection, "criterion_result", RESULT, results),
        *_compare(connection, "peer_comparison", RESULT, peers(results)),
        *_compare(connection, "criterion_history", RESULT, histories(connection, office, results)),
        *_compare(connection, "stage_total", ("assessment_code", "unit_code", "stage_code"), office.stage_totals()),
        *_compare(connection, "over_claim", RESULT, claimed["over_claim"]),
        *_compare(connection, "over_claim_unit", ("assessment_code", "unit_code"), claimed["over_claim_unit"]),
        *_compare(connection, "over_claim_group", ("assessment_code", "group_code"), claimed["over_claim_group"]),
        *_compare(connection, "total", ("assessment_code", "unit_code"), totals),
        *_compare(
            connection,
            "criterion_summary",
            ("assessment_code", "group_code", "criterion_code"),
            office.summaries(results),
        ),
        *_compare(connection, "like_for_like", (*two, "unit_code"), changes.like_for_like()),
        *_compare(connection, "group_change", (*two, "group_code"), changes.groups()),
        *_unequal_parts(connection, changes),
        *_unequal_changes(connection, totals),
        *_unequal_means(connection),
        *_unequal_reasons(connection, office, results, totals),
    ]


def _compare(connection: duckdb.DuckDBPyConnection, table: str, key: Key, expected: dict[Any, Row]) -> list[str]:
    found = {tuple(row[column] for column in key): row for row in read(connection, table)}
    lines = [f"{table} {place}: missing" for place in expected.keys() - found.keys()]
    lines += [f"{table} {place}: should not be there" for place in found.keys() - expected.keys()]
    for place in expected.keys() & found.keys():
        for column, value in expected[place].items():
            if found[place][column] != value:
                lines.append(f"{table} {place} {column}: {found[place][column]} should be {value}")
    return lines


def _unequal_reasons(
    connection: duckdb.DuckDBPyConnection, office: Office, results: dict[Key, Row], totals: dict[Key, Row]
) -> list[str]:
    found = {(row["assessment_code"], row["unit_code"]): row for row in read(connection, "total")}
    there = {place: total for place, total in totals.items() if place in found}
    unstated = {
        place: total
        for place, total in there.items()
        if not (office.set_of(place[0])["printed_ties"] or office.set_of(place[0])["printed_scope"])
    }
    expected = {
        "printed_points_reason": printed_points(office, results, there, found),
        "printed_rank_reason": printed_ranks(unstated, found),
        "printed_grade_reason": printed_grades(office, there, found),
    }
    return [
        f"total {place} {column}: {found[place][column]} should be {reason}"
        for column, reasons in expected.items()
        for place, reason in reasons.items()
        if found[place][column] != reason
    ]


def _unequal_parts(connection: duckdb.DuckDBPyConnection, changes: Changes) -> list[str]:
    expected = changes.parts()
    found: dict[Key, dict[Any, Decimal]] = {place: {} for place in expected}
    for row in read(connection, "change_part"):
        unit = found.setdefault((row["from_assessment"], row["to_assessment"], row["unit_code"]), {})
        unit[row["part"], row["from_criterion_code"], row["to_criterion_code"]] = row["points_change"]
    return [
        f"change_part {place}: {parts} should be {expected.get(place)}"
        for place, parts in found.items()
        if parts != expected.get(place)
    ]


def _unequal_means(connection: duckdb.DuckDBPyConnection) -> list[str]:
    explained: dict[Key, Decimal] = defaultdict(Decimal)
    for row in read(connection, "group_change_part"):
        explained[row["from_assessment"], row["to_assessment"], row["group_code"]] += row["points_change"]
    lines = []
    for row in read(connection, "group_change"):
        place = (row["from_assessment"], row["to_assessment"], row["group_code"])
        if row["mean_change"] is not None and row["mean_change"] != explained[place]:
            lines.append(f"group_change_part {place}: adds up to {explained[place]}, not {row['mean_change']}")
    return lines


def _unequal_changes(connection: duckdb.DuckDBPyConnection, totals: dict[Key, Row]) -> list[str]:
    explained: dict[Key, Decimal] = defaultdict(Decimal)
    for row in read(connection, "change_part"):
        explained[row["from_assessment"], row["to_assessment"], row["unit_code"]] += row["points_change"]
    lines = []
    for row in read(connection, "unit_change"):
        place = (row["from_assessment"], row["to_assessment"], row["unit_code"])
        now = totals.get((row["to_assessment"], row["unit_code"]), {}).get("points")
        if row["points_change"] is not None and row["points_change"] != explained[place]:
            lines.append(f"change_part {place}: adds up to {explained[place]}, not {row['points_change']}")
        if row["to_points"] != now:
            lines.append(f"unit_change {place} to_points: {row['to_points']} should be {now}")
    return lines


if __name__ == "__main__":
    with duckdb.connect(sys.argv[1], read_only=True) as opened:
        sys.exit("\n".join(differences(opened)) or 0)
