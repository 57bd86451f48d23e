"""Tiêu chí: one criterion, how it is scored, where every unit stands on it, who moved, and its course over the sets."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.findings import criterion as findings
from scoreboard.pictures import criterion as pictures
from scoreboard.tables import criterion as tables
from scoreboard.ui import controls, criterion_lists, frame, html, lists, screen, states
from scoreboard.ui.panel import panel, table_panel

view = frame.open_page("criterion", title=controls.criterion_name)
w, before = view.words, view.when_before
with st.container(horizontal=True):
    frame.assessment_control(view)
    frame.group_control(view)
    criterion = controls.scored_criterion(view)
if criterion is None:
    states.empty(w)

code = criterion.criterion_code
scope = {"assessment": view.assessment_code, "group": view.group_code, "criterion": code}
criteria = view.ask(queries.criteria, assessment=view.assessment_code)
alternatives = criteria[(criteria["kind"] == "alternative") & (criteria["parent_code"] == code)]
units = view.ask(queries.criterion_units, **scope)
history = view.ask(queries.criterion_history, **scope)
moves = view.ask(queries.criterion_moves, **scope)

html.show(html.facts(findings.facts(criterion, alternatives, view.assessment, w)))
if criterion.status == "proposed":
    html.show(lists.notes([w("criterion.fact.proposed")]))
if criterion.kind == "normal":
    html.show(html.key_figures(findings.figures(history, before, w)))

is_normal = criterion.kind == "normal"
compared = w("criterion.levels.compared" if is_normal else "criterion.levels.compared_extra")
html.show(html.finding(findings.levels_heading(criterion, units, w), compared))
lists.abreast(criterion_lists.levels(units, code, view.assessment_code, w))
lists.abreast([criterion_lists.absences(units, code, view.assessment_code, w)])

if is_normal:
    compared = findings.moves_compared(moves, history, w)
    html.show(html.finding(findings.moves_heading(moves, before, w), compared))
    if moves["share_change"].notna().any():
        columns = screen.columns(2, 320)
        for way in ("up", "down"):
            with columns.cell():
                html.show(criterion_lists.moves(moves, way, w))

    groups = view.ask(queries.criterion_group_history, **scope)
    columns = screen.columns(2, 400)
    with columns.cell():
        panel(view, pictures.criterion_rounds(view, criterion), table=partial(tables.rounds, history, w))
        html.show(lists.notes(filter(None, [findings.not_linked(history, w)])))
    with columns.cell():
        panel(view, pictures.criterion_groups(view, criterion), table=partial(tables.group_rounds, groups, w))

    whole = pictures.bundle_rounds(view, criterion)
    if whole is not None:
        panel(view, whole, table=tables.bundle_rounds(view.ask(queries.bundle_rounds, **scope), w))

linked = view.ask(queries.criterion_links, assessment=view.assessment_code, criterion=code)
if len(linked):
    html.show(html.finding(w("criterion.links.finding"), w("criterion.links.compared")))
    html.show(criterion_lists.sets(linked, w))

remarks = view.ask(queries.criterion_remarks, **scope)
if len(remarks):
    table_panel(
        view,
        "remarks",
        finding=w("criterion.remarks.finding", n=len(remarks)),
        compared=w("criterion.remarks.compared"),
        table=tables.remarks(remarks, w),
    )
