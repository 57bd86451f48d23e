"""Tổng quan: one assessment on one screen, the findings first."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.findings import key_figures, overview
from scoreboard.pictures import overview as pictures
from scoreboard.tables import overview as tables
from scoreboard.ui import frame, html, screen, states
from scoreboard.ui.panel import panel

view = frame.open_page("overview")
w, now, before = view.words, view.when, view.when_before
with st.container(horizontal=True):
    frame.assessment_control(view)
    frame.group_control(view)

ranking = view.ask_here(queries.ranking)
if ranking.empty:
    states.empty(w)
sections = view.ask_here(queries.top_level_verdicts)
criteria = view.ask_here(queries.costliest_criteria)
changes = view.ask_here(queries.change_by_unit)
outcomes = view.ask_here(queries.gap_outcome_counts)
grades = view.ask(queries.grades, assessment=view.assessment_code)
earlier = view.earlier_ranking()

findings = overview.read_first(ranking, changes, criteria, outcomes, assessment=view.assessment, before=before, words=w)
html.show(html.sentences(findings, w("frame.how")))
html.show(
    html.key_figures(
        (
            key_figures.mean_share(ranking, changes, before, w),
            key_figures.well_graded(ranking, earlier, grades, before, w),
            key_figures.not_done(ranking, w),
            key_figures.closed(outcomes, before, w),
        )
    )
)

columns = screen.columns(2, 400)
with columns.cell():
    panel(view, pictures.sections(view), table=partial(tables.sections, sections, w))
    panel(view, pictures.costliest(view), table=partial(tables.criteria, criteria, w))
with columns.cell():
    panel(view, pictures.changes(view), table=partial(tables.changes, changes, now, before or "", w))
    panel(view, pictures.outcomes(view), table=partial(tables.outcomes, outcomes, w))
