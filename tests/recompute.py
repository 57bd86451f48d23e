"""Holds a database against an independent recomputation from its `score` rows, to the last decimal.

`differences` works on the database of any office; as a program it takes the file: `python -m tests.recompute FILE`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from decimal import Decimal
from typing import Any

import duckdb

from etl.build.mart_keys import MART_KEYS
from tests.naive import Key, Office, Row, read
from tests.naive_bundles import bundle_summaries
from tests.naive_cells import official_scores, parents, printed_values
from tests.naive_changes import Changes
from tests.naive_comparison import claims, peers
from tests.naive_followed import closures, followed, gaps, remedies, summary_changes
from tests.naive_groups import group_changes, group_parts
from tests.naive_history import histories
from tests.naive_printed import printed_grades, printed_points, printed_ranks
from tests.naive_units import like_for_like, unit_changes

Mart = dict[Any, Row]


def differences(connection: duckdb.DuckDBPyConnection, expected: dict[str, Mart] | None = None) -> list[str]:
    """One line per value of a mart that is not what it should be, and per row that is missing or should not be there.

    Also one line per change of a total or of a group's mean that its parts do not add up to. Empty when the database
    is right. `expected` is what `recomputed` gave of the same scores, to save doing it again.
    """
    expected = recomputed(connection) if expected is None else expected
    return [
        *(line for mart, rows in expected.items() for line in _compared(connection, mart, rows)),
        *_unexplained(connection, "unit_change", "unit_code", "points_change", "change_part"),
        *_unexplained(connection, "group_change", "group_code", "mean_change", "group_change_part"),
    ]


def recomputed(connection: duckdb.DuckDBPyConnection) -> dict[str, Mart]:
    """What every mart should hold, by its key, every other column named."""
    office = Office(connection)
    changes = Changes(connection, office)
    results = changes.results
    linked = like_for_like(changes)
    units = unit_changes(changes, linked)
    rows = followed(changes)
    outcomes = gaps(rows)
    return {
        "official_score": official_scores(office),
        "criterion_result": results,
        "parent_result": parents(changes.links.criteria, results, office),
        "total": _totals(office, results, changes.totals),
        "stage_total": office.stage_totals(),
        **claims(office, results),
        "group_summary": office.group_summaries(changes.totals),
        "criterion_summary": office.summaries(results),
        "peer_comparison": peers(results),
        "criterion_family": changes.links.families(),
        "criterion_bundle": changes.links.bundles(),
        "bundle_summary": bundle_summaries(changes),
        "unit_series": {(row["unit_code"],): {"series_code": changes.series(row["unit_code"])} for row in office.units},
        "like_for_like": linked,
        "unit_change": units,
        "change_part": {
            (*pair, *part): {"points_change": points}
            for pair, parts in changes.parts().items()
            for part, points in parts.items()
        },
        "criterion_followed": rows,
        "group_change": group_changes(changes, units, linked),
        "group_change_part": group_parts(changes),
        "gap_outcome": outcomes,
        "gap_closure": closures(outcomes),
        "criterion_summary_change": summary_changes(rows),
        "remedy": remedies(connection, changes, rows),
        "criterion_history": histories(changes),
    }


def _totals(office: Office, results: dict[Key, Row], totals: dict[Key, Row]) -> dict[Key, Row]:
    own = {place[:2]: row["points"] for place, row in office.stage_totals().items() if place[2] == "self"}
    told = {
        place: total | printed_values(office, place) | {"self_points": own.get(place)}
        for place, total in totals.items()
    }
    # Why a rank or a grade was printed may rest on why the total was.
    for place, reason in printed_points(office, results, told).items():
        told[place]["printed_points_reason"] = reason
    ranks, grades = printed_ranks(office, told), printed_grades(office, told)
    return {
        place: row | {"printed_rank_reason": ranks[place], "printed_grade_reason": grades[place]}
        for place, row in told.items()
    }


def _compared(connection: duckdb.DuckDBPyConnection, mart: str, expected: Mart) -> list[str]:
    key = MART_KEYS[mart]
    found = {tuple(row[column] for column in key): row for row in read(connection, mart)}
    lines = [f"{mart} {place}: missing" for place in expected.keys() - found.keys()]
    lines += [f"{mart} {place}: should not be there" for place in found.keys() - expected.keys()]
    for place in expected.keys() & found.keys():
        for column in found[place].keys() - set(key):
            value = expected[place].get(column, "compared with something")
            if found[place][column] != value:
                lines.append(f"{mart} {place} {column}: {found[place][column]} should be {value}")
    return lines


def _unexplained(connection: duckdb.DuckDBPyConnection, mart: str, who: str, column: str, parts: str) -> list[str]:
    explained: dict[Key, Decimal] = defaultdict(Decimal)
    for row in read(connection, parts):
        explained[row["from_assessment"], row["to_assessment"], row[who]] += row["points_change"]
    lines = []
    for row in read(connection, mart):
        place = (row["from_assessment"], row["to_assessment"], row[who])
        if row[column] is not None and row[column] != explained[place]:
            lines.append(f"{parts} {place}: adds up to {explained[place]}, not {row[column]}")
    return lines


if __name__ == "__main__":
    with duckdb.connect(sys.argv[1], read_only=True) as opened:
        sys.exit("\n".join(differences(opened)) or 0)
