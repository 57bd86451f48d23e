"""Which pictures one assessment has: every figure, for every group and for the units chosen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from scoreboard import queries
from scoreboard.pictures.picture import Picture
from scoreboard.pictures.registry import FIGURES, Choices, Figure
from scoreboard.rows import rows_of
from scoreboard.scope import Scope, known_row


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure with all that it is to be made of."""

    figure: Figure
    scope: Scope
    choices: Choices

    @property
    def codes(self) -> list[str]:
        """The codes of all that it depends on: assessment, baseline, group, units, section, criterion."""
        figure, choices = self.figure, self.choices
        needs_units = bool({"unit", "units"} & set(figure.needs))
        codes = [self.scope.assessment_code]
        if "baseline" in figure.needs:
            codes.append(choices.baseline.assessment_code)
        if self.scope.group is not None and not needs_units:
            codes.append(self.scope.group.group_code)
        if needs_units or ("unit" in figure.takes and choices.unit is not None):
            codes += [unit.unit_code for unit in choices.units]
        if "section" in figure.takes and choices.section is not None:
            codes.append(choices.section.section_code)
        if "criterion" in figure.needs:
            codes.append(choices.criterion.criterion_code)
        return codes

    def picture(self) -> Picture | None:
        """The picture; None where there is nothing to say."""
        return self.figure.picture(self.scope, self.choices)


def choices_of(
    scope: Scope,
    *,
    baseline: str | None = None,
    units: Sequence[str] = (),
    section: str | None = None,
    criterion: str | None = None,
) -> Choices:
    """The choices of these codes; without one the baseline is the assessment before, if any.

    Raises UnknownCodeError for a baseline that is not earlier, a unit that takes no part in the assessment or is not of
    the scope's group, and a section or a scored criterion that its set does not have.
    """
    earlier = scope.assessments[scope.assessments["sort_order"] < scope.assessment.sort_order]
    of_unit = scope.ask_here(queries.units)
    sections = scope.ask(queries.sections, assessment=scope.assessment_code)
    criteria = scope.ask(queries.criteria, assessment=scope.assessment_code)
    scored = criteria[criteria["is_scored"] & (criteria["kind"] != "alternative")]
    return Choices(
        baseline=scope.before if baseline is None else known_row(earlier, "assessment", baseline, called="baseline"),
        units=[known_row(of_unit, "unit", code) for code in units],
        section=None if section is None else known_row(sections, "section", section),
        criterion=None if criterion is None else known_row(scored, "criterion", criterion),
    )


def collected(scope: Scope, choices: Choices) -> Iterator[Wanted]:
    """Every figure that can be made, in the order of the pages.

    Those of a group are made for the scope's, or for each where it has none; those of a unit for each unit chosen;
    those of two or three units and those of a criterion where they are chosen.
    """
    for figure in FIGURES:
        for place in _places(figure, scope):
            for units in _units(figure, place, choices.units):
                of_figure = replace(choices, units=units)
                if not figure.missing(place, of_figure):
                    yield Wanted(figure, place, of_figure)


def _places(figure: Figure, scope: Scope) -> list[Scope]:
    if "group" not in figure.needs or scope.group is not None:
        return [scope]
    return [scope.of_group(group) for group in rows_of(scope.groups)]


def _units(figure: Figure, scope: Scope, units: Sequence[Any]) -> list[Sequence[Any]]:
    if "unit" in figure.needs:
        return [[unit] for unit in units]
    if "units" in figure.needs:
        return [units]
    here = [unit for unit in units if scope.group_code in {None, unit.group_code}]
    return [here if "unit" in figure.takes else []]
