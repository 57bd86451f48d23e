"""Khoảng cách tiêu chí: every unit on every criterion, and where the points are lost."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.findings import gaps
from scoreboard.pictures.gaps import map_of_verdicts
from scoreboard.tables import gaps as tables
from scoreboard.ui import controls, frame, gap_lists, html, lists, states
from scoreboard.ui.panel import panel, table_panel

view = frame.open_page("gaps")
w = view.words
with st.container(horizontal=True):
    frame.assessment_control(view)
    frame.group_control(view)
    unit = controls.unit(view)
section = controls.section(view)

scope = {"assessment": view.assessment_code, "group": view.group_code}
section_code = None if section is None else section.section_code
cells = view.ask(queries.verdict_cells, **scope, section=section_code)
criteria = view.ask(queries.criterion_gaps, **scope, section=section_code)
picture = map_of_verdicts(view, section, unit)
if picture is None:
    states.empty(w)
if picture.least_width:
    html.show(lists.hint(w("gaps.map.scroll")))

panel(view, picture, table=partial(tables.matrix, cells, w))
html.show(lists.numbered([(code, name, "") for code, name in picture.named_by_code]))
html.show(lists.notes(gaps.notes(cells, w)))
if not picture.least_width:
    html.show(gap_lists.criteria_of(cells, w))

if unit is not None:
    asked = {"unit": unit.unit_code, "section": section_code}
    shortfalls = view.ask(queries.unit_gaps, **scope, **asked).assign(unit_code=unit.unit_code)
    table_panel(
        view,
        "unit",
        finding=gaps.unit_heading(shortfalls, unit, w),
        compared=gaps.unit_compared(shortfalls, w),
        table=tables.of_unit(gaps.top_criteria(shortfalls), w),
        whole=partial(tables.of_unit, shortfalls, w),
    )

top = gaps.top_criteria(criteria)
table_panel(
    view,
    "top",
    finding=gaps.top_heading(top, section, w),
    compared=w("gaps.top.compared_recurring"),
    table=tables.top_with_recurrence(top, w),
)
html.show(html.finding(gaps.kind_heading(criteria, w), w("gaps.kind.compared")))
lacking = view.ask(queries.lacking_units, **scope)
own = gap_lists.own(criteria, lacking, view.assessment_code, w)
lists.abreast([gap_lists.common(criteria, view.assessment_code, w), own])
