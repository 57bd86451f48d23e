"""Nguồn gốc: from one number to the file, the sheet and the cell it was read in, and what was found there."""

import streamlit as st

from scoreboard import queries
from scoreboard.findings import source as findings
from scoreboard.rows import rows_of
from scoreboard.tables import source as tables
from scoreboard.text import numbers as written
from scoreboard.ui import controls, frame, html, links, problem_lists, states
from scoreboard.ui.panel import table_panel

view = frame.open_page("source")
w = view.words
with st.container(horizontal=True):
    frame.assessment_control(view)
    unit = controls.required_unit(view)
    criterion = controls.criterion(view, every=w("source.total"))
if unit is None:
    states.empty(w)

code = None if criterion is None else criterion.criterion_code
whose = {"assessment": view.assessment_code, "unit": unit.unit_code}
parts = view.ask(queries.result_parts, **whose, criterion=code)
printed = view.ask(queries.printed_cells, **whose, criterion=code)
profile = next(rows_of(view.ask(queries.unit_profile, **whose)))
is_sum = criterion is None or not criterion.is_scored

if criterion is None:
    lead = findings.total(profile, w)
else:
    standing = next(rows_of(view.ask(queries.criterion_standing, **whose, criterion=code)), None)
    lead = findings.points(unit.unit_name, criterion, standing, len(parts), w)
html.show(html.lead(lead))
ways = [(w("source.unit_link"), links.unit(unit.unit_code))]
if criterion is not None:
    ways.append((w("source.criterion_link"), links.criterion(code, view.assessment_code)))
html.show(html.ways(ways))

if is_sum:
    read = parts
    table_panel(
        view,
        "parts",
        finding=findings.parts_heading(parts, w),
        compared=w("source.parts.compared") if len(parts) else "",
        table=tables.parts(parts, unit.unit_code, w),
    )
    if criterion is None and profile.points is not None:
        rule = view.assessment.total_rule
        table_panel(
            view,
            "sum",
            finding=w("source.sum.finding"),
            compared=w("source.sum.compared_printed" if rule == "printed" else "source.sum.compared"),
            table=tables.total(profile, rule, w),
        )
else:
    read = view.ask(queries.score_cells, **whose, criterion=code)
    table_panel(
        view,
        "cells",
        finding=findings.cells(read, w),
        compared=w("source.cells.compared" if len(read) else "source.cells.compared_none"),
        table=tables.cells(read, w),
    )
    for name, table in (("correction", tables.corrections(read, w)), ("remarks", tables.remarks(read, w))):
        if len(table.data):
            head = {"finding": w(f"source.{name}.finding"), "compared": w(f"source.{name}.compared")}
            table_panel(view, name, table=table, **head)

if len(printed):
    head = {"finding": w("source.printed.finding"), "compared": findings.printed_compared(profile, code is None, w)}
    table_panel(view, "printed", table=tables.printed(printed, w), **head)

files = tables.files(view.ask(queries.source_files), read, w)
if len(files.data):
    at_cell, at_sheet = findings.problems_here(view.ask(queries.problems, lang=w.lang), read)
    html.show(html.finding(findings.problems_heading(at_cell, at_sheet, w), w("source.problems.compared")))
    for name, found in (("cell", at_cell), ("sheet", at_sheet)):
        if len(found):
            html.show(problem_lists.by_file(w(f"source.problems.{name}"), found, w))
    loaded = written.moment(view.about.built_at, w.lang)
    head = {"finding": w("source.files.finding"), "compared": w("source.files.compared", at=loaded)}
    table_panel(view, "files", table=files, **head)
