"""What one row of every mart is about: the columns that tell its rows apart, an empty cell being a value like others.

The rules keep these keys by what they say; `repeated_keys` proves it of a whole database. They are no primary keys of
the database: an index over every score takes longer to fill than the rules themselves, and grows past memory.
"""

from __future__ import annotations

import duckdb

_OF_UNIT = ("assessment_code", "unit_code")
_OF_RESULT = (*_OF_UNIT, "criterion_code")
_OF_CHANGE = ("from_assessment", "to_assessment")
_OF_FOLLOWED = (*_OF_CHANGE, "unit_code", "from_criterion_code")
_OF_PART = ("part", "from_criterion_code", "to_criterion_code")

MART_KEYS: dict[str, tuple[str, ...]] = {
    "official_score": _OF_RESULT,
    "criterion_result": _OF_RESULT,
    "parent_result": _OF_RESULT,
    "total": _OF_UNIT,
    "stage_total": (*_OF_UNIT, "stage_code"),
    "over_claim": _OF_RESULT,
    "over_claim_unit": _OF_UNIT,
    "over_claim_group": ("assessment_code", "group_code"),
    "group_summary": ("assessment_code", "group_code"),
    "criterion_summary": ("assessment_code", "group_code", "criterion_code"),
    "peer_comparison": _OF_RESULT,
    "criterion_family": ("criteria_set_code", "criterion_code"),
    "criterion_bundle": ("from_set_code", "to_set_code", "side", "criterion_code"),
    "bundle_summary": ("from_set_code", "to_set_code", "bundle_code", "side", "assessment_code", "group_code"),
    "unit_series": ("unit_code",),
    "like_for_like": (*_OF_CHANGE, "unit_code"),
    "unit_change": (*_OF_CHANGE, "unit_code"),
    "change_part": (*_OF_CHANGE, "unit_code", *_OF_PART),
    "criterion_followed": _OF_FOLLOWED,
    "group_change": (*_OF_CHANGE, "group_code"),
    "group_change_part": (*_OF_CHANGE, "group_code", *_OF_PART),
    "gap_outcome": _OF_FOLLOWED,
    "gap_closure": (*_OF_CHANGE, "group_code", "unit_code", "from_criterion_code"),
    "criterion_summary_change": (*_OF_CHANGE, "group_code", "from_criterion_code"),
    "remedy": (*_OF_RESULT, "remedy"),
    "criterion_history": _OF_RESULT,
}


def repeated_keys(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """One line per mart that says the same thing twice: its name and the first key that it repeats."""
    repeated = []
    for mart, key in MART_KEYS.items():
        columns = ", ".join(key)
        counted = connection.table(mart).aggregate(f"{columns}, count(*) as rows", columns)
        found = counted.filter("rows > 1").project(columns).order(columns).limit(1).fetchall()
        repeated += [f"{mart} {first}" for first in found]
    return repeated
