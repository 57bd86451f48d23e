"""The frame of every page: context line, name, controls; or the reason why there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from scoreboard import queries
from scoreboard.database import DatabaseError, Version, data_folder, find_version
from scoreboard.figures import theme
from scoreboard.findings.confirmation import unconfirmed
from scoreboard.findings.elsewhere import left_behind
from scoreboard.rows import rows_of
from scoreboard.text import LANGUAGES, Words, names, words
from scoreboard.ui import cached, html, marks, screen, selection, states, unknown
from scoreboard.ui.search_box import search_box
from scoreboard.ui.view import View

_LEFT = "criterion_left_behind"


def open_page(topic: str, needs_group: bool = False, title: Callable[[View], str] | None = None) -> View:
    """Draw the top of the page named `<topic>.title` and return what the page has in hand.

    With `needs_group` one group is always chosen: the one in the URL, else that of the unit chosen, else the first. The
    script stops here, with a sentence, when there is nothing to show. `title` names the page by what it shows instead.
    """
    w = words(selection.language())
    st.html(html.style(screen.zoom()))
    version = _version(w)
    view = _view(w, version, topic, needs_group)
    with st.sidebar:
        search_box(view)
        marks.lead_on(view.assessment_code)
    _context(view)
    html.show(html.heading(title(view) if title else w(f"{topic}.title", assessment=view.when)))
    for name, known in _known_codes(view).items():
        code = selection.chosen(name)
        if code is not None and code not in known:
            html.show(unknown.notice(view, name, code))
    if left := st.session_state.pop(_LEFT, None):
        html.show(html.notice(left_behind(**left, words=w)))
    return view


def assessment_control(view: View) -> None:
    """The drop-down of assessments, the latest first."""
    labels = {
        row.assessment_code: names.assessment_headed(row.assessment_name, view.words)
        for row in rows_of(view.assessments)
    }
    selection.select(
        "assessment",
        view.words("controls.assessment"),
        labels,
        next(iter(labels)),
        width=screen.pixels(170),
        before=partial(_follow_criterion, view),
    )


def group_control(view: View, all_groups: bool = True) -> None:
    """The drop-down of peer groups; without the choice of all where a page needs one group."""
    labels = {selection.ALL: view.words("controls.all_groups")} if all_groups else {}
    labels |= dict(zip(view.groups["group_code"], view.groups["group_name"], strict=True))
    default = selection.ALL if all_groups else view.group_code
    selection.select("group", view.words("controls.group"), labels, default, screen.pixels(210))


def _version(w: Words) -> Version:
    try:
        version = find_version(version=selection.chosen("version"))
        cached.opened(version)
    except DatabaseError as error:
        states.no_database(w, error, data_folder())
    return version


def _view(w: Words, version: Version, topic: str, needs_group: bool) -> View:
    about = _first(cached.answer(version, queries.about))
    assessments = cached.answer(version, queries.assessments)
    if assessments.empty:
        states.no_assessment(w)
    assessment = _row(assessments, "assessment_code", selection.chosen("assessment")) or _first(assessments)
    _follow_rename(version, assessment.assessment_code)
    groups = cached.answer(version, queries.groups, assessment=assessment.assessment_code)
    group = _row(groups, "group_code", selection.chosen("group"))
    if group is None and needs_group:
        group = _group_of_unit(version, assessment.assessment_code, groups) or _first(groups)
    colours = theme.by_name(st.context.theme.type)
    return View(w, version, about, assessments, assessment, groups, group, topic, colours)


def _follow_rename(version: Version, assessment: str) -> None:
    """Put the chosen unit into the URL by the name that it bears in the assessment, where it was only renamed."""
    unit = selection.chosen("unit")
    if unit is None or _row(_all_units(version, assessment), "unit_code", unit) is not None:
        return
    renamed = _first(cached.answer(version, queries.renamed_unit, assessment=assessment, unit=unit))
    if renamed is not None:
        selection.choose("unit", renamed.unit_code)


def _follow_criterion(view: View, assessment: str) -> None:
    """Put the chosen criterion into the URL as the set of another assessment has it; take it out where it has none.

    Equal codes of two sets are two criteria: without a confirmed link the reader is told that the criterion is left.
    Of several that it was split into or came from, the first is put into the URL, and the reader is told of all.
    """
    code = selection.chosen("criterion")
    later = _row(view.assessments, "assessment_code", assessment)
    if code is None or later is None or later.criteria_set_code == view.assessment.criteria_set_code:
        return
    before = {"criteria_set": view.assessment.criteria_set_code, "criterion": code}
    continued = _first(view.ask(queries.criterion_continued, assessment=assessment, **before))
    if continued is not None:
        selection.choose("criterion", continued.criterion_code)
        return
    parts = view.ask(queries.criterion_parts, assessment=assessment, **before)
    selection.choose("criterion", None if parts.empty else parts["criterion_code"].iloc[0])
    sets = {"before": view.assessment.criteria_set_name, "now": later.criteria_set_name}
    st.session_state[_LEFT] = {"code": code, "sets": sets, "parts": parts}


def _group_of_unit(version: Version, assessment: str, groups: pd.DataFrame) -> Any | None:
    unit = _row(_all_units(version, assessment), "unit_code", selection.chosen("unit"))
    return None if unit is None else _row(groups, "group_code", unit.group_code)


def _all_units(version: Version, assessment: str) -> pd.DataFrame:
    return cached.answer(version, queries.units, assessment=assessment, group=None)


def _known_codes(view: View) -> dict[str, Iterable[str]]:
    return {
        "lang": LANGUAGES,
        "assessment": set(view.assessments["assessment_code"]),
        "group": set(view.groups["group_code"]),
        "unit": set(_all_units(view.version, view.assessment_code)["unit_code"]),
        "criterion": set(view.ask(queries.criteria, assessment=view.assessment_code)["criterion_code"]),
    }


def _context(view: View) -> None:
    note = ""
    if selection.chosen("version") and find_version().name != view.version.name:
        note = html.newer_version(view.words("frame.newer"), selection.link("", version=None))
    html.show(html.context([*view.context, _unconfirmed(view)], view.mark, note))


def _unconfirmed(view: View) -> str:
    """What the page rests on that nobody has confirmed yet; empty when people stand behind all of it."""
    what = unconfirmed(view.assessment, view.words)
    return view.words("frame.unconfirmed", what=what) if what else ""


def _first(table: pd.DataFrame) -> Any | None:
    return next(rows_of(table), None)


def _row(table: pd.DataFrame, column: str, code: str | None) -> Any | None:
    return None if code is None else _first(table[table[column] == code])
