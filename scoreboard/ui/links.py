"""Where a unit, a criterion and a number lead to: from any place on any page down to the cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scoreboard.ui import selection

UNIT = "ho-so"
CRITERION = "tieu-chi"
SOURCE = "nguon-goc"
GAPS = "khoang-cach"


def unit(code: str) -> str:
    """The profile of a unit in the assessment of the page."""
    return selection.link(UNIT, unit=code)


def unit_in(code: str, assessment: str) -> str:
    """The profile of a unit in another assessment than the page's; a group of the page's is left behind."""
    return selection.link(UNIT, unit=code, assessment=assessment, group=None)


def criterion(code: str, assessment: str) -> str:
    """One criterion in an assessment. The assessment is always named: a code means nothing without its criteria set."""
    return selection.link(CRITERION, criterion=code, assessment=assessment)


def source(unit_code: str, criterion_code: str | None, assessment: str) -> str:
    """Where a unit's points on a criterion come from; its total without a criterion."""
    return selection.link(SOURCE, unit=unit_code, criterion=criterion_code, assessment=assessment)


def of_rows(assessment: str) -> Callable[[str, Mapping[str, Any]], str | None]:
    """The address of what a cell of a table leads to, by the codes of its row; None where a code is missing.

    `assessment` is the page's, for rows that name none.
    """

    def address(leads_to: str, codes: Mapping[str, Any]) -> str | None:
        where = codes.get("assessment_code") or assessment
        unit_code, criterion_code = codes.get("unit_code"), codes.get("criterion_code")
        if leads_to == "criterion":
            return criterion(criterion_code, where) if criterion_code else None
        if not unit_code:
            return None
        return unit(unit_code) if leads_to == "unit" else source(unit_code, criterion_code, where)

    return address
