"""Scores as the database keeps them: every number tied to our own identities and to the cell it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class State(StrEnum):
    """What a score cell holds. Five absences and zero (scored) are six different things."""

    SCORED = "scored"
    BLANK = "blank"
    DASH = "dash"
    NOT_APPLICABLE = "not_applicable"
    NOT_SUBMITTED = "not_submitted"
    UNREADABLE = "unreadable"


FILLED = (State.SCORED, State.NOT_APPLICABLE)  # a cell that says what became of the criterion


@dataclass(frozen=True, slots=True)
class Score:
    """One score: `points` is exact, and None unless `state` is SCORED. Penalty points are negative or zero."""

    assessment_code: str
    unit_code: str
    criterion_code: str
    stage_code: str
    state: State
    points: Decimal | None
    raw_text: str
    file: str
    sheet: str
    cell: str
    remark: str = ""
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class PrintedResult:
    """A total, subtotal, rank or grade as the sheet prints it; `points` where the text is a number."""

    assessment_code: str
    unit_code: str
    what: str
    stage_code: str
    raw_text: str
    points: Decimal | None
    file: str
    sheet: str
    cell: str
    criterion_code: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """A unit taking part in an assessment, in its group; `printed_name` is its name on that year's sheet.

    `is_submitted` is false for a unit that gave no scoresheet: it is listed, never scored, never ranked.
    """

    assessment_code: str
    unit_code: str
    group_code: str
    printed_name: str
    is_submitted: bool = True


@dataclass(frozen=True, slots=True)
class AppliedCorrection:
    """A declared correction that was applied to a cell: what it expects, what the cell holds, what is read instead."""

    file: str
    sheet: str
    cell: str
    expect: str
    seen: str
    value: str
    reason: str
    decided_by: str
    decided_on: date | None


@dataclass
class Harmonised:
    """Everything the workbooks say, in our identities. One `Score` per assessment, unit, scored criterion and stage."""

    scores: list[Score] = field(default_factory=list)
    printed_results: list[PrintedResult] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    corrections: list[AppliedCorrection] = field(default_factory=list)
