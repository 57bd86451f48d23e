"""Xu hướng: any assessment against any earlier one, what may be compared, and the course of means, grades and units."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.findings import rounds, trend
from scoreboard.pictures import trend as pictures
from scoreboard.tables import trend as tables
from scoreboard.ui import controls, frame, history_panel, html, parts_panel, progress_panels, screen, trend_lists
from scoreboard.ui.panel import panel

view = frame.open_page("trend")
w, now = view.words, view.when
with st.container(horizontal=True):
    frame.assessment_control(view)
    baseline = controls.baseline(view)
    frame.group_control(view)
    unit = controls.unit(view)
before = None if baseline is None else controls.name_of(baseline, view)

changes = view.ask(
    queries.unit_changes,
    baseline=None if baseline is None else baseline.assessment_code,
    assessment=view.assessment_code,
    group=view.group_code,
)
findings = trend.read_first(changes, baseline, view.assessment, w)
html.show(html.sentences(findings, w("frame.how")))

if baseline is not None and len(changes):
    panel(view, pictures.changes_since(view, baseline), table=partial(tables.changes, changes, before, now, w))

if baseline is not None:
    successions = view.ask(
        queries.successions_between,
        baseline=baseline.assessment_code,
        assessment=view.assessment_code,
        group=view.group_code,
    )
    if len(successions):
        html.show(html.finding(w("trend.successions.finding"), w("trend.successions.compared")))
        html.show(trend_lists.successions(successions, w))

columns = screen.columns(2, 400)
means = view.ask_here(queries.mean_shares)
with columns.cell():
    panel(view, pictures.means(view), table=partial(tables.means, means, w))
with columns.cell():
    if unit is not None:
        history_panel.show(view, unit)
    if baseline is None and unit is None:
        html.show(html.finding(w("trend.unit.choose"), w("trend.unit.choose_compared")))
    elif baseline is not None:
        parts_panel.show(view, baseline, unit, changes)

if baseline is not None:
    progress_panels.show(view)

columns = screen.columns(2, 400)
verdicts = view.ask_here(queries.verdict_history)
with columns.cell():
    panel(view, pictures.verdicts(view), table=partial(tables.verdicts, verdicts, w))
graded = view.ask_here(queries.grade_history)
grades = rounds.grade_names(graded)
by_place = rounds.by_place(graded)
with columns.cell():
    panel(view, pictures.grades(view), table=partial(tables.grades, by_place, grades, w))
