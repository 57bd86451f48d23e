"""The profile of one unit: its standing, what it did well and not, beside its peers, through the years, to the cell."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.documents.course import against_peers, since_before
from scoreboard.documents.model import Annex, Block, Document, Items, Note, Paragraph, Tabulated
from scoreboard.documents.parts import numbered
from scoreboard.documents.results import imprint
from scoreboard.findings import caution, confirmation, lift, printed, succession
from scoreboard.findings import profile as findings
from scoreboard.findings.goals import Goal, goals
from scoreboard.pictures import unit as pictures
from scoreboard.rows import rows_of
from scoreboard.scope import Scope, known_row
from scoreboard.tables import profile as unit_tables
from scoreboard.tables import report as tables
from scoreboard.tables import trend as trend_tables
from scoreboard.text import names
from scoreboard.text import numbers as written

WORST_FIRST = ("not_done", "not_well", "done_well")
KEY_FIGURE_WIDTHS = (0.3, 0.16, 0.14, 0.4)
CRITERIA_WIDTHS = {4: (0.1, 0.58, 0.18, 0.14), 5: (0.1, 0.34, 0.15, 0.12, 0.29)}
LIFT_WIDTHS = (0.1, 0.42, 0.16, 0.14, 0.18)
REMEDY_WIDTHS = (0.12, 0.3, 0.36, 0.22)
PEER_WIDTHS = (0.4, 0.15, 0.15, 0.15, 0.15)
HISTORY_WIDTHS = (0.2, 0.35, 0.15, 0.15, 0.15)
PRINTED_WIDTHS = (0.16, 0.16, 0.16, 0.16, 0.36)
SOURCE_WIDTHS = (0.3, 0.1, 0.12, 0.12, 0.36)


def profile(scope: Scope, unit_code: str) -> Document:
    """The profile of a unit in the scope's assessment; raises UnknownCodeError for a unit that takes no part in it."""
    units = scope.ask(queries.units, assessment=scope.assessment_code, group=None)
    unit = known_row(units, "unit", unit_code)
    asked = {"assessment": scope.assessment_code, "unit": unit_code}
    result = next(rows_of(scope.ask(queries.unit_profile, **asked)))
    criteria = scope.ask(queries.unit_criteria, **asked)
    claims = scope.ask(queries.unit_peer_claims, **asked)
    w = scope.words
    parts = [
        (w("document.heading.standing"), _standing(scope, result, criteria)),
        (w("document.heading.criteria"), _criteria(scope, criteria)),
        (w("document.heading.changes"), since_before(scope, scope.ask(queries.unit_followed, **asked), result.reason)),
        (w("document.heading.peers"), [*_peers(scope, unit), *against_peers(scope, claims)]),
        (w("document.heading.history"), _history(scope, unit)),
        (w("document.heading.lift"), _lift(scope, unit, result, criteria)),
        (w("document.heading.remedies"), _remedies(scope, asked, criteria)),
        (w("document.heading.printed"), _printed(scope, result)),
        (w("document.heading.succession"), _succession(scope, unit_code)),
        (w("document.heading.unsure"), _caveats(scope, result)),
    ]
    group = names.group(unit.group_name)
    title = f"{unit.unit_name}\n{w('document.title.profile_of', assessment=scope.when, group=group)}"
    sources = _sources(scope, unit, asked)
    kind = w("document.kind.profile")
    return Document(imprint(scope), kind, title, tuple(numbered(parts)), sources, is_letter=False)


def _standing(scope: Scope, result: Any, criteria: pd.DataFrame) -> list[Block]:
    w = scope.words
    figures = findings.figures(result, scope.when_before, w)
    table = tables.key_figures(figures, w)
    explained = caution.explained([result.caution], w)
    return [
        Paragraph(findings.sentence(result, criteria, scope.when, w)),
        Tabulated(w("document.table_title.key_figures"), table, KEY_FIGURE_WIDTHS),
        *([Note(explained)] if explained else []),
    ]


def _criteria(scope: Scope, criteria: pd.DataFrame) -> list[Block]:
    w = scope.words
    blocks: list[Block] = [Paragraph(f"{findings.criteria_heading(criteria, w)}.")]
    for verdict in WORST_FIRST:
        rows = criteria[criteria["verdict"] == verdict]
        if verdict != "done_well":
            rows = rows.sort_values("gap_points", ascending=False, kind="stable")
        blocks += _listed(w(f"figures.verdict.{verdict}"), rows, scope)
    absent = criteria[criteria["state"] != "scored"]
    if len(absent):
        table = tables.absent(absent, w)
        blocks.append(Tabulated(w("document.table_title.absent"), table, (0.1, 0.6, 0.3)))
    given = criteria["points"].map(lambda points: points is not None and points != 0)
    extra = criteria[criteria["kind"].isin(["bonus", "penalty"]) & given]
    blocks += _listed(w("document.table_title.extra"), extra, scope)
    if criteria["verdict"].notna().any():
        blocks.append(Note(w("document.note.criteria")))
    return blocks


def _listed(title: str, rows: pd.DataFrame, scope: Scope) -> list[Block]:
    table = tables.criteria(rows, scope.words)
    return [Tabulated(title, table, CRITERIA_WIDTHS[len(table.columns)])] if len(rows) else []


def _peers(scope: Scope, unit: Any) -> list[Block]:
    w = scope.words
    peers = scope.ask(queries.section_peers, assessment=scope.assessment_code, group=unit.group_code)
    picture = pictures.peers(scope, unit)
    if picture.draw is None or unit.unit_code not in set(peers["unit_code"]):
        return []
    table = unit_tables.peers(peers, unit.unit_code, w)
    title = w("document.table_title.peers")
    return [Paragraph(f"{picture.finding}."), picture, Tabulated(title, table, PEER_WIDTHS)]


def _history(scope: Scope, unit: Any) -> list[Block]:
    picture = pictures.history(scope, unit)
    if picture.draw is None:
        return []
    asked = {"assessment": scope.assessment_code, "group": unit.group_code, "unit": unit.unit_code}
    table = trend_tables.history(scope.ask(queries.share_history, **asked), scope.words)
    title = scope.words("document.table_title.history")
    return [Paragraph(f"{picture.finding}."), picture, Tabulated(title, table, HISTORY_WIDTHS)]


def _lift(scope: Scope, unit: Any, result: Any, criteria: pd.DataFrame) -> list[Block]:
    """The way to the next grade, then to the unit next above in the group; neither where there is none."""
    w = scope.words
    ranking = scope.ask(queries.ranking, assessment=scope.assessment_code, group=unit.group_code)
    return [block for goal in goals(result, ranking, w) for block in _way(scope, goal, result, criteria)]


def _way(scope: Scope, goal: Goal, result: Any, criteria: pd.DataFrame) -> list[Block]:
    path = lift.path(result, criteria, goal.rival)
    if path.empty:
        return [Paragraph(f"{goal.finding}. {goal.unreachable}")]
    table = unit_tables.lift(path, result, scope.when, scope.words, goal.rival)
    return [Tabulated(goal.finding, table, LIFT_WIDTHS), Note(goal.compared)]


def _remedies(scope: Scope, asked: dict[str, str], criteria: pd.DataFrame) -> list[Block]:
    w = scope.words
    remedies = scope.ask(queries.unit_remedies, **asked)
    if remedies.empty:
        return []
    heading = findings.remedies_heading(remedies, w)
    table = Tabulated(heading, unit_tables.remedies(remedies, w), REMEDY_WIDTHS)
    return [table, Note(findings.remedies_compared(remedies, criteria, scope.assessment_code, w))]


def _printed(scope: Scope, result: Any) -> list[Block]:
    w = scope.words
    differences = printed.differences(result)
    if not differences:
        return []
    table = Tabulated(w("profile.printed.finding"), unit_tables.printed(differences, w), PRINTED_WIDTHS)
    return [table, Note(w("profile.printed.compared"))]


def _succession(scope: Scope, unit_code: str) -> list[Block]:
    w = scope.words
    rows = scope.ask(queries.unit_successions, unit=unit_code)
    if rows.empty:
        return []
    said = [
        w(
            "document.succession",
            date=written.date(row.effective_on, w.lang),
            event=succession.event(row, w),
            source=row.legal_source,
        )
        for row in rows_of(rows)
    ]
    return [Items(tuple(said)), Note(w("profile.succession.compared"))]


def _caveats(scope: Scope, result: Any) -> list[Block]:
    w = scope.words
    said = []
    if result.comparability == "not":
        reason = w(f"figures.reason.{result.reason}")
        said.append(w("document.caveat.not_comparable", before=scope.when_before, reason=reason))
    if result.comparability == "by_share":
        said.append(w("ranking.note.by_share"))
    what = confirmation.unconfirmed(scope.assessment, w)
    if what:
        said.append(w("document.caveat.unconfirmed", what=what))
    return [Items((*said, w("document.caveat.groups")))]


def _sources(scope: Scope, unit: Any, asked: dict[str, str]) -> tuple[Annex, ...]:
    w = scope.words
    sources = scope.ask(queries.score_sources, **asked)
    if sources.empty:
        return ()
    title = w("document.annex_title.sources", unit=unit.unit_name, assessment=scope.when)
    table = Tabulated(w("document.table_title.sources"), unit_tables.sources_on_paper(sources, w), SOURCE_WIDTHS)
    return (Annex(title, (Note(w("profile.sources.compared")), table)),)
