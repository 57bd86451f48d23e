"""The yearly rounds of the illustrative office: which criteria set, which layout of workbooks, which oddities."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from etl.sample.facts import STORY, CriteriaSet, Unit, criteria_sets, story, units


@dataclass(frozen=True, slots=True)
class Round:
    """One yearly round. `stages` are in the order of the columns; `step` is the smallest difference in points.

    `old_tone_marks` writes the older placement (Hoà), `points_as_text` types some points as words, `repeats_header`
    prints the header again after a page break, `abbreviates_units` heads columns with short names, and
    `penalties_are_negative` prints the minus sign of what is taken off.
    """

    year: int
    criteria_set_code: str
    layout: str
    stages: tuple[str, ...]
    step: Decimal
    signed_on: date
    not_applicable_text: str
    issuer: tuple[str, str]
    period: str
    old_tone_marks: bool
    points_as_text: bool
    repeats_header: bool
    abbreviates_units: bool
    penalties_are_negative: bool

    @property
    def assessment_code(self) -> str:
        """The code that `draft` gives to the assessment of that year."""
        return str(self.year)

    @property
    def criteria_set(self) -> CriteriaSet:
        """The set that the round is scored by."""
        return criteria_sets()[self.criteria_set_code]

    @property
    def official_stage(self) -> str:
        """The stage that decides where a later one gives nothing."""
        return "appraised" if "appraised" in self.stages else self.stages[-1]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units assessed, those that hand in nothing included."""
        return tuple(unit for unit in units() if unit.first_year <= self.year <= unit.last_year)

    @property
    def groups(self) -> dict[str, list[Unit]]:
        """The units assessed, by the name of their group."""
        groups: dict[str, list[Unit]] = {}
        for unit in self.units:
            groups.setdefault(unit.group_name, []).append(unit)
        return groups

    def hands_in(self, unit: Unit) -> bool:
        """Whether the unit gives a scoresheet."""
        return (self.assessment_code, unit.code) not in _not_submitted()


@cache
def _not_submitted() -> frozenset[tuple[str, str]]:
    return frozenset((row["assessment_code"], row["unit_code"]) for row in story("not_submitted"))


@cache
def rounds() -> tuple[Round, ...]:
    """Every round, the earliest first."""
    rows = tomllib.loads((STORY / "rounds.toml").read_text("utf-8"))["round"]
    return tuple(
        Round(
            year=row["year"],
            criteria_set_code=row["criteria_set"],
            layout=row["layout"],
            stages=tuple(row["stages"]),
            step=Decimal(row["step"]),
            signed_on=row["signed_on"],
            not_applicable_text=row["not_applicable_text"],
            issuer=tuple(row.get("issuer", ("UBND QUẬN LIÊN CHIỂU", "PHÒNG NỘI VỤ"))),
            period=row.get("period", ""),
            old_tone_marks=row.get("old_tone_marks", False),
            points_as_text=row.get("points_as_text", False),
            repeats_header=row.get("repeats_header", False),
            abbreviates_units=row.get("abbreviates_units", False),
            penalties_are_negative=row.get("penalties_are_negative", False),
        )
        for row in rows
    )
