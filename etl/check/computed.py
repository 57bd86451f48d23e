"""Printed ranks and grades against the computed ones.

The method exists once, in SQL; so the check runs those rules on a database in memory and asks it, instead of ranking
and grading a second time. `check` and `build` thereby tell the same, before anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl.build.reference_rows import reference_rows
from etl.build.source_rows import source_rows
from etl.build.statements import create_tables, load_rows, run_rules
from etl.harmonise.scores import Harmonised
from etl.office.load import Reference
from etl.problem import Problem

QUESTION = Path(__file__).with_name("computed.sql")
ASKED = ("rank", "grade")
ANSWERING_RULE = "total"


def printed_against_computed(harmonised: Harmonised, reference: Reference) -> Iterator[Problem]:
    """Ranks and grades that a sheet prints and the method does not give, `rank_mismatch` and `grade_mismatch`.

    Only for an office without errors: the rules rely on what the other checks hold.
    """
    if not any(result.what in ASKED for result in harmonised.printed_results):
        return
    with duckdb.connect() as connection:
        create_tables(connection)
        load_rows(connection, source_rows([], harmonised, []))
        load_rows(connection, reference_rows(reference, harmonised.memberships))
        run_rules(connection, last=ANSWERING_RULE)
        differences = connection.execute(QUESTION.read_text("utf-8")).fetchall()
    for what, file, sheet, cell, seen, computed, unit, group in differences:
        values = {"computed": computed, "unit": unit, "group": group}
        yield Problem(f"{what}_mismatch", file, sheet, cell, seen, values)
