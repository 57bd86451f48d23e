"""Thay đổi phiên bản: what a rebuild changed of cells, totals, ranks, grades, verdicts and outcomes, and why."""

import streamlit as st

from restatement import NotComparableError
from scoreboard.database import versions
from scoreboard.findings import restatement as findings
from scoreboard.tables import restatement as tables
from scoreboard.ui import cached, frame, html, screen, selection
from scoreboard.ui.panel import table_panel

view = frame.open_page("restatement")
w = view.words
earlier = {version.name: version for version in versions() if version.name < view.version.name}
if not earlier:
    html.show(html.finding(w("restatement.first"), w("restatement.first_compared")))
    st.stop()
labels = {name: w("restatement.version", version=version.label) for name, version in earlier.items()}
old = selection.select("old", w("restatement.old"), labels, next(iter(labels)), screen.pixels(280))
try:
    found = cached.restated(earlier[old], view.version)
except NotComparableError as reason:
    html.show(html.notice(w("restatement.not_comparable", version=earlier[old].label, cause=reason.cause)))
    st.stop()

html.show(
    html.finding(findings.heading(found, w), w("restatement.compared", old=earlier[old].label, new=view.version.label))
)
html.show(html.key_figures(findings.figures(found, w)))
for part, table in tables.parts(found, w).items():
    table_panel(
        view,
        part,
        finding=findings.part_heading(part, len(table.data), w),
        compared=findings.part_reasons(getattr(found, part), w),
        table=table,
    )
