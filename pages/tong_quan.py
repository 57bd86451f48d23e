"""Tổng quan: one assessment on one screen, the findings first."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.figures import keys
from scoreboard.figures.change_dumbbell import change_dumbbell
from scoreboard.figures.costliest_criteria import costliest_criteria
from scoreboard.figures.gap_outcomes import gap_outcomes
from scoreboard.figures.verdict_shares import verdict_shares
from scoreboard.findings import key_figures, overview
from scoreboard.tables import overview as tables
from scoreboard.ui import frame, html, screen, states
from scoreboard.ui.panel import panel

COSTLIEST = 5

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
scored = int(ranking["share"].notna().sum())

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
    panel(
        view,
        "sections",
        finding=overview.weakest_section(sections, w),
        compared=w("overview.sections.compared", n=scored),
        draw=partial(verdict_shares, sections, words=w) if len(sections) else None,
        key=partial(keys.verdict_key, words=w),
        table=tables.sections(sections, w),
    )
    panel(
        view,
        "costliest",
        finding=overview.costliest(criteria, COSTLIEST, w),
        compared=w("overview.costliest.compared", n=scored),
        draw=partial(costliest_criteria, criteria, words=w, limit=COSTLIEST) if len(criteria) else None,
        table=tables.criteria(criteria, w),
    )
with columns.cell():
    panel(
        view,
        "changes",
        finding=overview.largest_rise(changes, before, w),
        compared=" ".join(
            filter(None, (overview.change_compared(changes, now, before, w), overview.real_change(changes, w)))
        ),
        draw=partial(change_dumbbell, changes, words=w) if len(changes) else None,
        table=tables.changes(changes, now, before or "", w),
    )
    panel(
        view,
        "outcomes",
        finding=overview.closed_gaps(outcomes, before, w),
        compared=overview.outcomes_compared(outcomes, now, before, w),
        draw=partial(gap_outcomes, outcomes, words=w) if len(outcomes) else None,
        key=partial(keys.outcome_key, outcomes, words=w),
        table=tables.outcomes(outcomes, w),
    )
