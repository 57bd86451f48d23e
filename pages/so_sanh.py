"""So sánh: two or three units of one assessment side by side, in total, by section and criterion by criterion."""

from functools import partial

import pandas as pd
import streamlit as st

from scoreboard import queries
from scoreboard.figures import keys
from scoreboard.findings import comparison as findings
from scoreboard.pictures.unit import compared_sections
from scoreboard.rows import rows_of
from scoreboard.tables import comparison as tables
from scoreboard.ui import controls, frame, html, selection, states
from scoreboard.ui.comparison_table import comparison_table
from scoreboard.ui.panel import panel, table_panel

view = frame.open_page("comparison")
w, when = view.words, view.when
with st.container(horizontal=True, vertical_alignment="bottom"):
    frame.assessment_control(view)
    units = controls.compared_units(view)
if not units:
    states.empty(w)

here = view.assessment_code
profiles = pd.concat([view.ask(queries.unit_profile, assessment=here, unit=unit) for unit in units], ignore_index=True)
table_panel(
    view,
    "totals",
    finding=findings.totals_heading(profiles, when, w),
    compared=findings.totals_compared(profiles, when, w),
    table=tables.totals(profiles, w),
)

groups = dict.fromkeys(profiles["group_code"])
peers = pd.concat([view.ask(queries.section_peers, assessment=here, group=group) for group in groups])
sections = peers[peers["unit_code"].isin(units)].assign(code=lambda rows: rows["section_code"])
picture = compared_sections(view, list(rows_of(profiles)))
if picture is not None:
    panel(view, picture, table=partial(tables.sections, sections, units, findings.with_spread(sections), w))

criteria = findings.criteria({unit: view.ask(queries.unit_criteria, assessment=here, unit=unit) for unit in units})
if len(criteria):
    html.show(html.finding(findings.criteria_heading(criteria, w), w("comparison.criteria.compared")))
    orders = {order: w(f"comparison.order.{order}") for order in tables.ORDERS}
    order = selection.pills("order", w("comparison.order.label"), orders, "difference")
    html.show(html.key(keys.verdict_key(view.theme, w, with_absences=True)))
    html.show(comparison_table(criteria, findings.in_order(criteria, order), units, here, w))
