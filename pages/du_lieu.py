"""Dữ liệu: what the version was made of, and what was found wrong in it."""

from functools import partial

import streamlit as st

from scoreboard import queries
from scoreboard.database import data_folder, find_version, versions
from scoreboard.export.data_set import data_set
from scoreboard.findings import data as findings
from scoreboard.tables import data as tables
from scoreboard.text import numbers as written
from scoreboard.ui import cached, frame, html, panel, problem_lists, screen, selection
from scoreboard.ui.fold import fold
from spreadsheet.problem_report import problem_report

view = frame.open_page("data")
w = view.words
problems = view.ask(queries.problems, lang=w.lang)
files = view.ask(queries.source_files)

html.show(html.key_figures(findings.figures(problems, files, view.about.built_at, w)))
shown = problems
if len(problems):
    with st.container(horizontal=True):
        severities = {selection.ALL: w("data.all_severities")}
        severities |= {code: w(f"data.severity.{code}") for code in tables.SEVERITIES}
        severity = selection.pills("severity", w("data.severity.label"), severities, selection.ALL)
        places = {selection.ALL: w("data.all_files")} | tables.places(problems, w)
        file = selection.select("file", w("data.file"), places, selection.ALL, screen.pixels(340))
    shown = tables.chosen(problems, severity, file)

html.show(html.finding(findings.problems(problems, w), findings.compared(problems, shown, w)))
for code, of_severity in shown.groupby("severity"):
    html.show(problem_lists.by_file(w(f"data.found.{code}", n=len(of_severity)), of_severity, w))
if len(shown):
    st.download_button(
        w("data.report"),
        partial(problem_report, shown.to_dict("records"), data_folder(), w.lang),
        f"loi-du-lieu-{view.version.label}.xlsx",
        panel.EXCEL,
        key="problems_xlsx",
        on_click="ignore",
    )

loaded = written.moment(view.about.built_at, w.lang)
html.show(html.finding(findings.files(files, w), w("data.files.compared", at=loaded) if len(files) else ""))
if len(files):

    def show_files() -> None:
        """The workbooks as a table, on the page and as a file."""
        sources = tables.files(files, w)
        html.show(sources.as_html(stacks=True))
        with st.container(horizontal=True, gap="small"):
            name = f"tep-nguon-{view.version.label}"
            head = {"finding": findings.files(files, w), "compared": w("data.files.compared", at=loaded)}
            panel.table_files(view, "files", sources, name, **head)

    fold("files", w("data.files.open"), show_files)

html.show(html.finding(w("data.set.finding"), w("data.set.compared")))
st.download_button(
    w("data.set.open"),
    partial(data_set, cached.opened(view.version), w),
    f"{w('data.set.file')}-{view.version.label}.xlsx",
    panel.EXCEL,
    key="data_set_xlsx",
    on_click="ignore",
)

kept = versions()
html.show(html.finding(w("data.versions.finding", n=len(kept)), w("data.versions.compared")))
html.show(problem_lists.versions(kept, view.version.name, find_version().name, w))
