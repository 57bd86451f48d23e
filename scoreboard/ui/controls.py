"""The controls that only some pages have: unit, section, baseline."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoreboard import queries
from scoreboard.rows import rows_of
from scoreboard.text import names
from scoreboard.ui import html, screen, search_box, selection, unknown
from scoreboard.ui.view import View

COMPARED = 3


def unit(view: View) -> Any | None:
    """The drop-down of the units of the page's group, none chosen at first; the unit's row or None.

    A unit of another group stays in the URL and is not chosen here.
    """
    units = view.ask_here(queries.units)
    labels = {selection.ALL: view.words("gaps.no_unit")} | _labels(units)
    code = _select_unit(view, labels, selection.ALL, 280)
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
    _select_unit(view, _labels(units), default, 340)
    return chosen


def _select_unit(view: View, labels: dict[str, str], default: str, width: int) -> str:
    """The drop-down of units, `width` pixels of a desk wide, and the search beside it; the code chosen."""
    with _beside():
        code = selection.select("unit", view.words("controls.unit"), labels, default, screen.pixels(width))
        search_box.finder(view, "unit", _named(labels), partial(selection.choose, "unit"))
    return code


def _beside() -> DeltaGenerator:
    """A row for a drop-down and the search beside it, as wide as they are."""
    return st.container(horizontal=True, vertical_alignment="bottom", width="content", gap="small")


def _named(labels: dict[str, str]) -> dict[str, str]:
    """The options that have a name of their own, without the one that stands for all."""
    return {code: label for code, label in labels.items() if code != selection.ALL}


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


def compared_units(view: View) -> dict[str, str]:
    """Drop-downs of the units to be set side by side, as many as three, by code in the URL; their names by code.

    At first the unit of the URL, or the first of the page's group, beside the best of its group. What is found by the
    search beside them is added, or takes the last place. Codes that the
    assessment does not have are answered with a sentence. Empty without any unit.
    """
    units = view.ask(queries.units, assessment=view.assessment_code, group=None)
    names_of = _labels(units)
    asked = [code for code in (selection.chosen("units") or "").split(",") if code]
    chosen = [code for code in dict.fromkeys(asked) if code in names_of][:COMPARED] or _first_two(view)
    for code in dict.fromkeys(asked):
        if code not in names_of:
            html.show(unknown.notice(view, "unit", code))
    for place in range(min(COMPARED, len(chosen) + 1, len(names_of))):
        others = chosen[:place] + chosen[place + 1 :]
        labels = {selection.ALL: view.words("comparison.none")} if place > 1 else {}
        labels |= {code: name for code, name in names_of.items() if code not in others}
        label = view.words("comparison.unit", n=place + 1)
        selection.select_one_of("units", place, label, labels, chosen=chosen, width=screen.pixels(220))
    others = {code: name for code, name in names_of.items() if code not in chosen}
    kept = chosen[: COMPARED - 1]
    search_box.finder(view, "units", others, lambda unit: selection.choose("units", ",".join([*kept, unit])))
    return {code: names_of[code] for code in chosen}


def _first_two(view: View) -> list[str]:
    """The unit of the URL, or the one shown in its place, and the best ranked other unit of its group."""
    unit = _unit_of_url(view)
    if unit is None:
        return []
    ranking = view.ask(queries.ranking, assessment=view.assessment_code, group=unit.group_code)
    others = [code for code in ranking["unit_code"] if code != unit.unit_code]
    return [unit.unit_code, *others[:1]]


def section(view: View) -> Any | None:
    """The pills of the top-level sections; the section's row, or None for all. Nothing is shown for a single one."""
    sections = view.ask(queries.sections, assessment=view.assessment_code)
    if len(sections) < 2:
        return None
    options = {selection.ALL: view.words("gaps.all_sections")}
    options |= {row.section_code: row.number or row.section_name for row in rows_of(sections)}
    code = selection.pills("section", view.words("gaps.section"), options, selection.ALL)
    return _row(sections, "section_code", code)


def criterion(view: View, every: str) -> Any | None:
    """The drop-down of all criteria of the assessment's set, in its order, and the words for `every` one of them.

    The criterion's row; None for all. A code that the set does not have chooses nothing.
    """
    criteria = _criteria(view)
    labels = {selection.ALL: every} | _criteria_labels(criteria)
    _select_criterion(view, labels, selection.ALL)
    return _row(criteria, "criterion_code", selection.chosen("criterion"))


def scored_criterion(view: View) -> Any | None:
    """The drop-down of the scored criteria of the assessment's set, of which one is always chosen; its row.

    A section in the URL stands for the first criterion below it.
    """
    criterion = _scored_of_url(view)
    if criterion is not None:
        criteria = _criteria(view)
        _select_criterion(view, _criteria_labels(criteria[criteria["is_scored"]]), criterion.criterion_code)
    return criterion


def criterion_name(view: View) -> str:
    """Code and name of the criterion in the URL, or of the one shown in its place."""
    criterion = _scored_of_url(view)
    if criterion is None:
        return view.words("criterion.title")
    return f"{criterion.criterion_code} {criterion.criterion_name}"


def _scored_of_url(view: View) -> Any | None:
    criteria = _criteria(view)
    in_url = criteria.index[criteria["criterion_code"] == selection.chosen("criterion")]
    from_there = criteria.loc[in_url[0] :] if len(in_url) else criteria
    return _first(from_there[from_there["is_scored"]])


def _criteria(view: View) -> pd.DataFrame:
    criteria = view.ask(queries.criteria, assessment=view.assessment_code)
    return criteria[criteria["kind"] != "alternative"]


def _criteria_labels(criteria: pd.DataFrame) -> dict[str, str]:
    return {row.criterion_code: f"{row.criterion_code} {row.criterion_name}" for row in rows_of(criteria)}


def _select_criterion(view: View, labels: dict[str, str], default: str) -> None:
    def pin(_: str) -> None:
        """A code means nothing without its set: the address names the assessment, too."""
        selection.choose("assessment", view.assessment_code)

    def choose(code: str) -> None:
        pin(code)
        selection.choose("criterion", code)

    with _beside():
        selection.select("criterion", view.words("controls.criterion"), labels, default, screen.pixels(420), before=pin)
        search_box.finder(view, "criterion", _named(labels), choose)


def baseline(view: View) -> Any | None:
    """The drop-down of the assessments before the page's, the one just before chosen at first; its row.

    None for the first assessment, which has nothing to be compared with.
    """
    earlier = view.assessments[view.assessments["sort_order"] < view.assessment.sort_order]
    if earlier.empty:
        return None
    headed = [names.assessment_headed(name, view.words) for name in earlier["assessment_name"]]
    labels = dict(zip(earlier["assessment_code"], headed, strict=True))
    default = view.assessment.previous_code or next(iter(labels))
    code = selection.select("baseline", view.words("trend.baseline"), labels, default, screen.pixels(170))
    return _row(earlier, "assessment_code", code)


def name_of(assessment: Any, view: View) -> str:
    """An assessment's name inside a sentence."""
    return names.assessment(assessment.assessment_name, view.words)


def _labels(units: pd.DataFrame) -> dict[str, str]:
    return dict(zip(units["unit_code"], units["unit_name"], strict=True))


def _row(table: pd.DataFrame, column: str, code: str | None) -> Any | None:
    return _first(table[table[column] == code]) if code else None


def _first(table: pd.DataFrame) -> Any | None:
    return next(rows_of(table), None)
