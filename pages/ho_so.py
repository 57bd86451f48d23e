"""Hồ sơ đơn vị: one unit on one page, from its standing down to the cell of every score."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.findings import caution, lift, peers, printed, profile
from scoreboard.findings import course as courses
from scoreboard.findings.goals import goals
from scoreboard.pictures import unit as pictures
from scoreboard.rows import rows_of
from scoreboard.tables import profile as tables
from scoreboard.ui import controls, frame, history_panel, html, links, lists, profile_lists, screen, states
from scoreboard.ui.fold import fold
from scoreboard.ui.panel import panel, table_panel

view = frame.open_page("profile", title=controls.unit_name)
w, when = view.words, view.when
with st.container(horizontal=True):
    frame.assessment_control(view)
    unit = controls.required_unit(view)
if unit is None:
    states.empty(w)

scope = {"assessment": view.assessment_code, "unit": unit.unit_code}
result = next(rows_of(view.ask(queries.unit_profile, **scope)))
criteria = view.ask(queries.unit_criteria, **scope)
criteria = criteria.assign(unit_code=unit.unit_code, assessment_code=view.assessment_code)

html.show(html.lead(profile.sentence(result, criteria, when, w)))
html.show(html.key_figures(profile.figures(result, view.when_before, w)))
html.show(html.notes([caution.explained([result.caution], w)]))

html.show(html.finding(profile.criteria_heading(criteria, w), profile.criteria_compared(criteria, w)))
lists.abreast(profile_lists.verdicts(criteria, w))
lists.abreast([profile_lists.absences(criteria, w), profile_lists.extras(criteria, w)])

claims = view.ask(queries.unit_peer_claims, **scope)
if len(claims):
    if view.when_before is not None:
        followed = view.ask(queries.unit_followed, **scope)
        heading = courses.heading(followed, result.reason, view.when_before, w)
        html.show(html.finding(heading, courses.compared(followed, view.when_before, w)))
        lists.abreast(profile_lists.courses(followed, w))
    html.show(html.finding(peers.heading(claims, w), peers.compared(claims, w)))
    lists.abreast(profile_lists.claims(claims, w))

columns = screen.columns(2, 400)
with columns.cell():
    sections = view.ask(queries.section_peers, assessment=view.assessment_code, group=unit.group_code)
    panel(view, pictures.peers(view, unit), table=partial(tables.peers, sections, unit.unit_code, w))
with columns.cell():
    history_panel.show(view, unit)

ranking = view.ask(queries.ranking, assessment=view.assessment_code, group=unit.group_code)
for goal in goals(result, ranking, w):
    path = lift.path(result, criteria, goal.rival)
    table_panel(
        view,
        goal.name,
        finding=goal.finding,
        compared=goal.compared if len(path) else goal.unreachable,
        table=tables.lift(path, result, when, w, goal.rival),
    )

remedies = view.ask(queries.unit_remedies, **scope)
if len(remedies):
    table_panel(
        view,
        "remedies",
        finding=profile.remedies_heading(remedies, w),
        compared=profile.remedies_compared(remedies, criteria, view.assessment_code, w),
        table=tables.remedies(remedies, w),
    )

differences = printed.differences(result)
if differences:
    table_panel(
        view,
        "printed",
        finding=w("profile.printed.finding"),
        compared=w("profile.printed.compared"),
        table=tables.printed(differences, w),
    )

successions = view.ask(queries.unit_successions, unit=unit.unit_code)
if len(successions):
    html.show(html.finding(w("profile.succession.finding"), w("profile.succession.compared")))
    html.show(profile_lists.successions(successions, w))


def show_sources() -> None:
    """Where every score of the unit was read."""
    sources = view.ask(queries.score_sources, **scope).assign(unit_code=unit.unit_code)
    caption = w("profile.sources.compared" if len(sources) else "profile.sources.none")
    html.show(tables.sources(sources, w).as_html(caption, address=links.of_rows(view.assessment_code)))


fold("sources", w("profile.sources.title"), show_sources)
