"""The picture of every unit on every criterion."""

from __future__ import annotations

from functools import partial
from typing import Any

from scoreboard import queries
from scoreboard.figures import keys
from scoreboard.figures.verdict_grid import Heading, lay_out
from scoreboard.figures.verdict_map import verdict_map
from scoreboard.findings import gaps
from scoreboard.pictures import about
from scoreboard.pictures.picture import Picture
from scoreboard.scope import Scope


def map_of_verdicts(scope: Scope, section: Any | None = None, unit: Any | None = None) -> Picture | None:
    """The verdict of every unit on every criterion of the section (a row of `sections`), or of all; None for no unit.

    The `unit` (a row of `units`) is marked.
    """
    w = scope.words
    asked = {
        "assessment": scope.assessment_code,
        "group": scope.group_code,
        "section": None if section is None else section.section_code,
    }
    cells = scope.ask(queries.verdict_cells, **asked)
    if cells.empty:
        return None
    focus = None if unit is None else unit.unit_code
    grid = lay_out(cells)
    return Picture(
        "map_of_verdicts",
        gaps.heading(scope.ask(queries.criterion_gaps, **asked), w),
        gaps.compared(section, unit, w),
        partial(verdict_map, cells, words=w, focus=focus, grid=grid),
        partial(keys.verdict_key, words=w, with_absences=True),
        about=about.of_group(scope, cells["unit_code"].nunique()),
        least_width=grid.least_width,
        named_by_code=tuple(map(_code_and_name, grid.unnamed_sections)),
    )


def _code_and_name(heading: Heading) -> tuple[str, str]:
    return heading.code, heading.name.removeprefix(heading.code).strip()
