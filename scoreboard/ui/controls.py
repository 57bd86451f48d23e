"""The controls that only some pages have: unit, section, baseline."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.text import names
from scoreboard.ui import screen, selection
from scoreboard.ui.view import View


def unit(view: View) -> Any | None:
    """The drop-down of the units of the page's group, none chosen at first; the unit's row or None.

    A unit of another group stays in the URL and is not chosen here.
    """
    units = view.ask_here(queries.units)
    labels = {selection.ALL: view.words("gaps.no_unit")} | _labels(units)
    code = selection.select("unit", view.words("controls.unit"), labels, selection.ALL, screen.pixels(280))
    return _row(units, "unit_code", code)


def unit_of(view: View, code: str | None) -> Any | None:
    """The row of the unit of that code in the page's group; None for a code that is not there."""
    return _row(view.ask_here(queries.units), "unit_code", code)


def required_unit(view: View) -> Any | None:
    """The drop-down of all units of the assessment, of which one is always chosen; its row, None without any unit."""
    units = view.ask(queries.units, assessment=view.assessment_code, group=None)
    chosen = _unit_of_url(view)
    if chosen is None:
        return None
    default = _first(_of_group(units, view)).unit_code
    selection.select("unit", view.words("controls.unit"), _labels(units), default, screen.pixels(340))
    return chosen


def unit_name(view: View) -> str:
    """The name of the unit in the URL, or of the one shown in its place; the page's name without any unit."""
    chosen = _unit_of_url(view)
    return view.words("profile.title") if chosen is None else chosen.unit_name


def _unit_of_url(view: View) -> Any | None:
    units = view.ask(queries.units, assessment=view.assessment_code, group=None)
    in_url = _row(units, "unit_code", selection.chosen_of("unit", units["unit_code"]))
    return _first(_of_group(units, view)) if in_url is None else in_url


def _of_group(units: pd.DataFrame, view: View) -> pd.DataFrame:
    """The units of the page's group, or all where it has none."""
    members = units[units["group_code"] == view.group_code]
    return units if members.empty else members


def section(view: View) -> Any | None:
    """The pills of the top-level sections; the section's row, or None for all. Nothing is shown for a single one."""
    sections = view.ask(queries.sections, assessment=view.assessment_code)
    if len(sections) < 2:
        return None
    options = {selection.ALL: view.words("gaps.all_sections")}
    options |= {row.section_code: row.number or row.section_name for row in sections.itertuples()}
    code = selection.pills("section", view.words("gaps.section"), options, selection.ALL)
    return _row(sections, "section_code", code)


def criterion(view: View, every: str | None = None) -> Any | None:
    """The drop-down of the criteria of the assessment's set, in its order; the criterion's row.

    With `every`, the words for all of them, none is chosen at first, and None comes back for none; without, the first
    scored one is. A code that the set does not have is answered with a sentence.
    """
    criteria = view.ask(queries.criteria, assessment=view.assessment_code)
    criteria = criteria[criteria["kind"] != "alternative"]
    in_url = _row(criteria, "criterion_code", selection.chosen("criterion"))
    labels = {} if every is None else {selection.ALL: every}
    labels |= {row.criterion_code: f"{row.criterion_code} {row.criterion_name}" for row in criteria.itertuples()}
    default = selection.ALL if every is not None else _first(criteria[criteria["is_scored"]]).criterion_code
    selection.select("criterion", view.words("controls.criterion"), labels, default, screen.pixels(420))
    return in_url or _row(criteria, "criterion_code", default)


def baseline(view: View) -> Any | None:
    """The drop-down of the assessments before the page's, the one just before chosen at first; its row.

    None for the first assessment, which has nothing to be compared with.
    """
    earlier = view.assessments[view.assessments["sort_order"] < view.assessment.sort_order]
    if earlier.empty:
        return None
    labels = {row.assessment_code: _capital(name_of(row, view)) for row in earlier.itertuples()}
    default = view.assessment.previous_code or next(iter(labels))
    code = selection.select("baseline", view.words("trend.baseline"), labels, default, screen.pixels(170))
    return _row(earlier, "assessment_code", code)


def name_of(assessment: Any, view: View) -> str:
    """An assessment's name inside a sentence."""
    return names.assessment(assessment.assessment_name, view.words)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _labels(units: pd.DataFrame) -> dict[str, str]:
    return dict(zip(units["unit_code"], units["unit_name"], strict=True))


def _row(table: pd.DataFrame, column: str, code: str | None) -> Any | None:
    return _first(table[table[column] == code]) if code else None


def _first(table: pd.DataFrame) -> Any | None:
    return next(table.itertuples(index=False), None)
