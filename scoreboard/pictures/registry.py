"""Every figure there is by its name, and what must be chosen before it can be made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from scoreboard.pictures import change_parts, criterion, gaps, overview, ranking, trend, unit
from scoreboard.pictures.picture import Picture
from scoreboard.scope import Scope


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen beside assessment and group: rows of `assessments`, `units`, `sections` and `criteria`."""

    baseline: Any | None = None
    units: Sequence[Any] = ()
    section: Any | None = None
    criterion: Any | None = None

    @property
    def unit(self) -> Any | None:
        """The one unit chosen; None for none and for several."""
        return self.units[0] if len(self.units) == 1 else None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what makes its picture, what that `needs` and what else it `takes`, by the names of Choices or `group`.

    Every figure is of one assessment; one that does not need a group shows all where none is chosen.
    """

    make: Callable[..., Picture | None]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The figure's name, one word for a command line: `group-parts`."""
        return self.make.__name__.replace("_", "-")

    def missing(self, scope: Scope, choices: Choices) -> list[str]:
        """What the figure needs and nobody chose."""
        return [need for need in self.needs if not _is_chosen(need, scope, choices)]

    def picture(self, scope: Scope, choices: Choices) -> Picture | None:
        """The picture of the scope and the choices, of which none may be missing; None where there is nothing to say.

        Raises ValueError where something is missing.
        """
        missing = self.missing(scope, choices)
        if missing:
            raise ValueError(f"{self.name} needs {', '.join(missing)}")
        given = [name for name in (*self.needs, *self.takes) if name != "group"]
        return self.make(scope, **{name: getattr(choices, name) for name in given})


def _is_chosen(need: str, scope: Scope, choices: Choices) -> bool:
    if need == "group":
        return scope.group is not None
    if need == "units":
        return len(choices.units) > 1
    return getattr(choices, need) is not None


FIGURES = (
    Figure(overview.sections),
    Figure(overview.costliest),
    Figure(overview.changes),
    Figure(overview.outcomes),
    Figure(ranking.ranks, ("group",), ("unit",)),
    Figure(ranking.totals, ("group",), ("unit",)),
    Figure(ranking.claims, ("group",), ("unit",)),
    Figure(gaps.map_of_verdicts, (), ("section", "unit")),
    Figure(criterion.criterion_rounds, ("criterion",)),
    Figure(criterion.criterion_groups, ("criterion",)),
    Figure(trend.changes_since, ("baseline",)),
    Figure(trend.means),
    Figure(change_parts.group_parts, ("group", "baseline")),
    Figure(trend.directions),
    Figure(trend.closures),
    Figure(trend.verdicts),
    Figure(trend.grades),
    Figure(unit.peers, ("unit",)),
    Figure(unit.history, ("unit",)),
    Figure(change_parts.unit_parts, ("baseline", "unit")),
    Figure(unit.compared_sections, ("units",)),
)
"""In the order of the pages that show them."""

BY_NAME = {figure.name: figure for figure in FIGURES}
