"""Printed numbers too large to be results."""

from __future__ import annotations

from collections.abc import Iterator

from etl.check.evidence import Evidence
from etl.office.columns import LARGEST
from etl.office.values import written
from etl.problem import Problem


def result_out_of_range(evidence: Evidence) -> Iterator[Problem]:
    """Printed totals and subtotals beyond what any set adds up to, such as a date or a code typed into their cell."""
    for result in evidence.harmonised.printed_results:
        if result.points is not None and abs(result.points) > LARGEST:
            values = {"most": written(LARGEST)}
            yield Problem("result_out_of_range", result.file, result.sheet, result.cell, result.raw_text, values)
