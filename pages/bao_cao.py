"""Báo cáo: finished documents of one assessment, to be downloaded."""

import streamlit as st

from scoreboard.ui import controls, frame, html, picture_reports, reports, states

view = frame.open_page("reports")
w = view.words
html.show(html.lead(w("reports.lead")))
with st.container(horizontal=True):
    frame.assessment_control(view)
    frame.group_control(view)
document = reports.document_control(view)
unit = controls.required_unit(view) if document == "profile" else None
if (document == "profile" and unit is None) or view.groups.empty:
    states.empty(w)
if document == reports.PICTURES:
    picture_reports.show(view)
    st.stop()
file_format = reports.format_control(view, document)

html.show(html.finding(w(f"reports.name.{document}"), w(f"reports.contents.{document}")))
html.show(html.paragraphs(reports.remarks(document, w)))
if document == "profiles":
    reports.profiles(view, file_format)
else:
    reports.download(view, document, file_format, unit)
