"""What holds of the changes between any two assessments of any office."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

import duckdb
from hypothesis import given

from tests.naive import Key, Row, read
from tests.spec.any_office import NEW_NAMES, YEARS, AnyOffice, few, offices
from tests.spec.office import built_from

MIRROR = 4042  # the years of the office, 2020 to 2022, taken from it are 2022 to 2020
# By mart: whom a row is about, what changes its sign when time runs backwards, and what stays. The part of a change
# that is real is measured on the later maximum, so it has an opposite only together with what the maximum did.
MIRRORED: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "unit_change": ("unit_code", ("points_change", "share_change", "places_up"), ("comparability", "rank_reason")),
    "like_for_like": ("unit_code", ("share_change",), ("linked_criteria",)),
    "group_change": ("group_code", ("mean_change", "common_mean_change"), ("common_units", "comparability")),
}
MIRRORED_PARTS = {"criteria_in": "criteria_out", "criteria_out": "criteria_in"} | {
    part: part for part in ("bonus_penalty", "rescaling", "not_applicable", "missing")
}


@few
@given(offices())
def test_parts_add_up_to_every_change(office):
    with built_from(*office) as connection:
        for mart, who, change, parts in (
            ("unit_change", "unit_code", "points_change", "change_part"),
            ("group_change", "group_code", "mean_change", "group_change_part"),
        ):
            sums: dict[Key, Decimal] = defaultdict(Decimal)
            for row in read(connection, parts):
                assert row["points_change"] != 0
                sums[row["from_assessment"], row["to_assessment"], row[who]] += row["points_change"]
            changes = by_pair(connection, mart, who)
            assert {place: sums.get(place, 0) for place in changes} == {
                place: row[change] or 0 for place, row in changes.items()
            }
            assert sums.keys() <= changes.keys()


@few
@given(offices())
def test_two_changes_in_a_row_make_the_change_over_both(office):
    with built_from(*office) as connection:
        changes = {
            (earlier, later, own_name(unit)): row["points_change"]
            for (earlier, later, unit), row in by_pair(connection, "unit_change", "unit_code").items()
        }
    first, middle, last = sorted(YEARS)
    for unit in {unit for *_, unit in changes}:
        steps = [changes.get((*pair, unit)) for pair in ((first, middle), (middle, last))]
        if None not in steps:
            assert sum(steps) == changes[first, last, unit]


@few
@given(offices())
def test_change_backwards_is_the_change_with_the_other_sign(office):
    with built_from(*office) as forward, built_from(*backwards(office)) as mirrored:
        for mart, (who, opposed, kept) in MIRRORED.items():
            there, back = by_pair(forward, mart, who), by_pair(mirrored, mart, who)
            mirror = {(later, earlier, own_name(unit)): row for (earlier, later, unit), row in back.items()}
            for (earlier, later, unit), row in there.items():
                other = mirror.pop((earlier, later, own_name(unit)))
                for column in opposed:
                    assert row[column] == (None if other[column] is None else -other[column]), column
                for column in kept:
                    assert row[column] == other[column], column
                # Where every unit stayed in its group, it is counted there from both ends.
                if mart == "group_change" and row["from_units"] == row["to_units"] == row["common_units"]:
                    assert (row["improved"], row["unchanged"]) == (other["worse"], other["unchanged"])
            assert mirror == {}
        for part, opposite in MIRRORED_PARTS.items():
            assert points_of(forward, part) == {
                (later, earlier, unit): -points
                for (earlier, later, unit), points in points_of(mirrored, opposite).items()
            }, part


def points_of(connection: duckdb.DuckDBPyConnection, part: str) -> dict[Key, Decimal]:
    sums: dict[Key, Decimal] = defaultdict(Decimal)
    for row in read(connection, "change_part"):
        if row["part"] == part:
            sums[row["from_assessment"], row["to_assessment"], own_name(row["unit_code"])] += row["points_change"]
    return {place: points for place, points in sums.items() if points}


def by_pair(connection: duckdb.DuckDBPyConnection, mart: str, who: str) -> dict[Key, Row]:
    return {(row["from_assessment"], row["to_assessment"], row[who]): row for row in read(connection, mart)}


def own_name(unit: str) -> str:
    """One name for a unit before and after it was renamed."""
    return next((before for before, now in NEW_NAMES.items() if now == unit), unit)


def backwards(office: AnyOffice) -> AnyOffice:
    """The same assessments in the other order of time: the last first, every link and succession turned around."""
    reference = office.reference
    return (
        office.with_rows("assessments", [row | {"year": MIRROR - row["year"]} for row in reference.rows("assessments")])
        .with_rows("criterion_links", [_turned_link(row) for row in reference.rows("criterion_links")])
        .with_rows("unit_successions", [_turned_succession(row) for row in reference.rows("unit_successions")])
    )


def _turned_link(row: Row) -> Row:
    turned = {"split": "merged", "merged": "split"}
    return row | {
        "from_set_code": row["to_set_code"],
        "from_criterion_code": row["to_criterion_code"],
        "to_set_code": row["from_set_code"],
        "to_criterion_code": row["from_criterion_code"],
        "kind": turned.get(row["kind"], row["kind"]),
    }


def _turned_succession(row: Row) -> Row:
    """What took effect between two years takes effect between the same two, counted backwards."""
    turned = row | {"effective_on": date(MIRROR + 1 - row["effective_on"].year, 3, 1)}
    if row["kind"] == "rename":
        turned |= {"predecessor_code": row["successor_code"], "successor_code": row["predecessor_code"]}
    return turned
