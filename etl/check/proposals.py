"""Reference rows that still wait for a person."""

from __future__ import annotations

from collections.abc import Iterator

from etl.check.evidence import Evidence
from etl.office.reference import TABLES, Status
from etl.problem import Problem


def unconfirmed_rows(evidence: Evidence) -> Iterator[Problem]:
    """Tables with rows that are only proposed, one problem per table."""
    for table in TABLES:
        count = sum(row["status"] == Status.PROPOSED for row in evidence.reference.rows(table.name))
        if count:
            yield Problem("unconfirmed_rows", f"{table.name}.csv", seen=str(count))
