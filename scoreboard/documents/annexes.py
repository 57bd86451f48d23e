"""The annexes of the report: totals by group, points by criterion, comparison, follow-up."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from scoreboard import queries
from scoreboard.documents.model import Annex, Block, Items, Note, Paragraph, Tabulated
from scoreboard.documents.results import Results
from scoreboard.findings import caution, method, overview, trend
from scoreboard.rows import rows_of
from scoreboard.tables import ranking as ranking_tables
from scoreboard.tables import report as tables
from scoreboard.tables import trend as trend_tables
from scoreboard.tables.table import Table
from scoreboard.text import names

UNITS_ABREAST = 8
NAME_WIDTH = 0.3
CODE_WIDTH, MAXIMUM_WIDTH = 0.06, 0.06
CHANGE_WIDTHS = (0.2, 0.09, 0.09, 0.08, 0.1, 0.1, 0.09, 0.11, 0.14)
REMEDY_WIDTHS = (0.2, 0.28, 0.32, 0.2)


def of_report(results: Results) -> tuple[Annex, ...]:
    """The four annexes, in their order."""
    scope, w = results.scope, results.words
    before = scope.when_before
    compared = "comparison" if before else "comparison_first"
    return (
        Annex(w("document.annex_title.totals", assessment=scope.when), tuple(_totals(results)), is_wide=True),
        Annex(w("document.annex_title.points", assessment=scope.when), tuple(_points(results)), is_wide=True),
        Annex(
            w(f"document.annex_title.{compared}", assessment=scope.when, before=before or ""),
            tuple(_comparison(results)),
            is_wide=True,
        ),
        Annex(w("document.annex_title.followup", assessment=scope.when), tuple(_followup(results)), is_wide=True),
    )


def ranking_widths(table: Table) -> tuple[float, ...]:
    """The widths of a ranking's columns: names and notes are wide, all others alike."""
    fixed = {"rank": 0.06, "unit_name": 0.22, "note": 0.13}
    others = [column for column in table.columns if column.name not in fixed]
    other = (1 - sum(fixed[column.name] for column in table.columns if column.name in fixed)) / max(len(others), 1)
    return tuple(fixed.get(column.name, other) for column in table.columns)


def _totals(results: Results) -> Iterator[Block]:
    scope, w = results.scope, results.words
    for group, units in results.ranking.groupby("group_name", sort=False):
        table = ranking_tables.flat(units, scope.when_before, w)
        yield Tabulated(w("document.table_title.ranking", group=names.group(group)), table, ranking_widths(table))
    yield Items(tuple(method.ranking_rules(scope.assessment, results.grades, w)))


def _points(results: Results) -> Iterator[Block]:
    scope, w = results.scope, results.words
    cells = scope.ask(queries.verdict_cells, assessment=scope.assessment_code, group=scope.group_code, section=None)
    for group, rows in cells.groupby("group_name", sort=False):
        units = list(rows["unit_code"].drop_duplicates())
        parts = [units[at : at + UNITS_ABREAST] for at in range(0, len(units), UNITS_ABREAST)]
        for part, abreast in enumerate(parts, start=1):
            key = "points_part" if len(parts) > 1 else "points"
            title = w(f"document.table_title.{key}", group=names.group(group), part=part, parts=len(parts))
            table = tables.points_by_criterion(rows, abreast, w)
            rest = 1 - NAME_WIDTH - CODE_WIDTH - MAXIMUM_WIDTH
            column = rest / UNITS_ABREAST
            widths = (CODE_WIDTH, NAME_WIDTH, MAXIMUM_WIDTH, *(column for _ in abreast))
            yield Tabulated(title, table, widths)
    yield Note(w("ranking.note.partial"))


def _comparison(results: Results) -> Iterator[Block]:
    scope, w = results.scope, results.words
    yield Paragraph(trend.moved(results.changes, scope.when_before, scope.when, w))
    if scope.before is None:
        return
    for text in trend.limits(results.changes, scope.before, scope.assessment, w):
        yield Paragraph(text)
    groups = dict(zip(results.ranking["unit_code"], results.ranking["group_name"], strict=True))
    in_both = results.changes.assign(group=results.changes["unit_code"].map(groups)).dropna(subset=["group"])
    for group in dict.fromkeys(groups.values()):
        rows = in_both[in_both["group"] == group]
        if len(rows):
            of_group = names.group(group)
            title = w("document.table_title.changes", before=scope.when_before, now=scope.when, group=of_group)
            table = trend_tables.changes(rows, scope.when_before, scope.when, w)
            yield Tabulated(title, table, CHANGE_WIDTHS)
    explained = caution.explained(in_both["caution"], w)
    yield Note(" ".join(filter(None, (w("document.note.changes"), explained))))


def _followup(results: Results) -> Iterator[Block]:
    scope, w = results.scope, results.words
    before = scope.when_before
    yield Paragraph(f"{overview.closed_gaps(results.outcomes, before, w)}.")
    if scope.before is None:
        return
    if len(results.outcomes_by_unit):
        title = w("document.table_title.outcomes", before=before, now=scope.when)
        yield Tabulated(title, tables.outcomes_by_unit(results.outcomes_by_unit, w), (0.34, *(0.11,) * 6))
        yield Note(overview.outcomes_compared(results.outcomes, scope.when, before, w))
    asked = _remedies(results)
    if len(asked):
        title = w("document.table_title.remedies", before=before, now=scope.when)
        yield Tabulated(title, tables.remedies(asked, w), REMEDY_WIDTHS)


def _remedies(results: Results) -> pd.DataFrame:
    """What was asked in the assessment before, of every unit that is there now, unit by unit."""
    scope = results.scope
    found = []
    for unit in rows_of(results.ranking):
        rows = scope.ask(queries.unit_remedies, assessment=scope.assessment_code, unit=unit.unit_code)
        if len(rows):
            found.append(rows[rows["assessment_code"] == scope.before.assessment_code].assign(unit_name=unit.unit_name))
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame()
