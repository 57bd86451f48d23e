"""Xếp hạng: one group's units by rank, with what stands behind each place and how places moved."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.figures import keys
from scoreboard.findings import method
from scoreboard.findings import ranking as findings
from scoreboard.pictures import ranking as pictures
from scoreboard.tables import ranking as tables
from scoreboard.tables.claims import claims as claims_table
from scoreboard.ui import controls, frame, html, selection, states
from scoreboard.ui.markdown import literal
from scoreboard.ui.panel import panel
from scoreboard.ui.ranking_table import ranking_table

view = frame.open_page("ranking", needs_group=True)
w, before = view.words, view.when_before
with st.container(horizontal=True):
    frame.assessment_control(view)
    frame.group_control(view, all_groups=False)
    orders = {order: w(f"ranking.order.{order}") for order in tables.ORDERS}
    order = selection.pills("order", w("ranking.order.label"), orders, default="rank")

ranking = view.ask_here(queries.ranking)
if ranking.empty:
    states.empty(w)
units = view.ask_here(queries.units)
history = view.ask_here(queries.rank_history)
grades = view.ask(queries.grades, assessment=view.assessment_code)
chosen = selection.chosen_of("unit", units["unit_code"])
unit = controls.unit_of(view, chosen)
ordered = tables.in_order(ranking, order, list(units["unit_code"]))

html.show(
    html.finding(
        findings.standing(ranking, w),
        w("ranking.compared", units=len(ranking), ranked=int(ranking["rank"].notna().sum())),
    )
)
html.show(html.key(keys.verdict_key(view.theme, w, with_absences=True)))
html.show(ranking_table(ordered, view.assessment_code, before, chosen, w))

panel(view, pictures.ranks(view, unit), table=partial(tables.by_assessment, history, w))
panel(view, pictures.totals(view, unit), table=partial(tables.flat, ordered, before, w))
claims = view.ask_here(queries.self_claims)
if len(claims):
    panel(view, pictures.claims(view, unit), table=partial(claims_table, claims, w))
with st.expander(w("ranking.method.title", criteria_set=literal(view.assessment.criteria_set_name))):
    html.show(html.paragraphs(method.ranking_rules(view.assessment, grades, w)))
