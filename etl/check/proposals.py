"""Reference rows that still wait for a person, and those of them that have an effect meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from etl.check.evidence import Evidence
from etl.harmonise.layouts import IGNORED
from etl.office.load import Row
from etl.office.reference import TABLES, Status
from etl.problem import Problem

MOST_NAMED = 5
# Tables whose rows count only once a person has confirmed them.
_WAITING = {"criterion_links", "unit_successions", "remedies"}
_DECISIONS = ("assessment_code", "criteria_set_code", "unit_code", "group_code", "stage_code")


def unconfirmed_rows(evidence: Evidence) -> Iterator[Problem]:
    """Tables with rows that are only proposed, one problem per table, with those that what is shown rests on."""
    for table in TABLES:
        proposed = [row for row in evidence.reference.rows(table.name) if row["status"] == Status.PROPOSED]
        effective = [row for row in proposed if has_effect(table.name, row, evidence)]
        if proposed:
            names = [" / ".join(str(row[part]) for part in table.key if row[part]) for row in effective[:MOST_NAMED]]
            named = ", ".join(names) + (", …" if len(effective) > MOST_NAMED else "")
            values = {"effective": str(len(effective)), "rows": f" ({named})" if named else ""}
            yield Problem("unconfirmed_rows", f"{table.name}.csv", seen=str(len(proposed)), values=values)


def has_effect(table: str, row: Row, evidence: Evidence) -> bool:
    """Whether an unconfirmed row shapes results: its set, unit, group or assessment is in use, or its sheet is."""
    if table in _WAITING:
        return False
    if table == "layouts":
        return row["family"] == IGNORED or any(row[column] for column in _DECISIONS)
    members = evidence.harmonised.memberships
    in_use = {
        "criteria_set_code": evidence.sets_in_use.keys(),
        "unit_code": {member.unit_code for member in members},
        "group_code": {member.group_code for member in members},
        "assessment_code": {member.assessment_code for member in members},
    }
    first = next((column for column in ("unit_code", *in_use) if column in row), None)
    return first is None or row[first] in in_use[first]
