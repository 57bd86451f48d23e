"""What analysts decided, as the rows of the database: blanks filled with what a blank means."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from etl.build.criteria import CriteriaTree
from etl.harmonise.assessments import in_time_order
from etl.harmonise.scores import Membership
from etl.office.blanks import without_blanks
from etl.office.load import Reference, Row


def reference_rows(reference: Reference, memberships: list[Membership]) -> dict[str, list[Row]]:
    """Rows by database table. An assessment in which no unit takes part yet is left out."""
    trees = _trees(reference.rows("criteria"))
    return {
        "criteria_set": [_criteria_set(row, trees) for row in reference.rows("criteria_sets")],
        "criterion": [row for tree in trees.values() for row in tree.rows()],
        "grade": _grades(reference.rows("grades")),
        "grade_override": reference.rows("grade_overrides"),
        "criterion_link": [
            _unknown_as_null(row, "from_criterion_code", "to_criterion_code")
            for row in reference.rows("criterion_links")
        ],
        "assessment": _assessments(reference.rows("assessments"), memberships),
        "peer_group": _in_order(reference.rows("groups")),
        "unit": [row | {"short_name": row["short_name"] or row["unit_name"]} for row in reference.rows("units")],
        "unit_succession": [_unknown_as_null(row, "successor_code") for row in reference.rows("unit_successions")],
        "remedy_request": [_unknown_as_null(row, "unit_code") for row in reference.rows("remedies")],
    }


def _unknown_as_null(row: Row, *columns: str) -> Row:
    return row | {column: row[column] or None for column in columns}


def _trees(criteria: list[Row]) -> dict[str, CriteriaTree]:
    by_set: dict[str, list[Row]] = defaultdict(list)
    for row in criteria:
        by_set[row["criteria_set_code"]].append(row)
    return {code: CriteriaTree(rows) for code, rows in by_set.items()}


def _criteria_set(row: Row, trees: dict[str, CriteriaTree]) -> Row:
    tree = trees.get(row["criteria_set_code"])
    maximum = tree.max_points() if tree else Decimal(0)
    return {
        **_unknown_as_null(without_blanks(row), "official_stage", "printed_ties", "printed_scope"),
        "max_points": maximum,
    }


def _in_order(rows: list[Row]) -> list[Row]:
    """Rows with `sort_order` from 1: those that have a place first, then the rest in the order of the file."""
    ordered = sorted(rows, key=lambda row: (row["sort_order"] is None, row["sort_order"] or 0))
    return [row | {"sort_order": place} for place, row in enumerate(ordered, start=1)]


def _grades(rows: list[Row]) -> list[Row]:
    by_set: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["min_value"], reverse=True):
        by_set[row["criteria_set_code"]].append(row)
    return [row for grades in by_set.values() for row in _in_order(grades)]


def _assessments(rows: list[Row], memberships: list[Membership]) -> list[Row]:
    held = {membership.assessment_code for membership in memberships}
    ordered = in_time_order([row for row in rows if row["assessment_code"] in held])
    previous = [None, *(row["assessment_code"] for row in ordered)]
    return [
        row | {"sort_order": place, "previous_code": before}
        for place, (row, before) in enumerate(zip(ordered, previous, strict=False), start=1)
    ]
