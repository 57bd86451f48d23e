"""The briefing: one assessment, of one group or of all, on a few pages for leaders."""

from __future__ import annotations

from scoreboard.documents import annexes
from scoreboard.documents.model import Block, Document, Items, Note, Paragraph, Tabulated
from scoreboard.documents.parts import numbered
from scoreboard.documents.results import Results, gathered, imprint
from scoreboard.findings import closure, gaps, overview, ranking, trend
from scoreboard.pictures import overview as pictures
from scoreboard.pictures.picture import drawn_only
from scoreboard.scope import Scope
from scoreboard.tables import gaps as gap_tables
from scoreboard.tables import ranking as ranking_tables
from scoreboard.tables import report as tables
from scoreboard.text import names

KEY_FIGURE_WIDTHS = (0.3, 0.16, 0.18, 0.36)
TOP_WIDTHS = (0.1, 0.48, 0.14, 0.14, 0.14)


def briefing(scope: Scope) -> Document:
    """The briefing of the scope's assessment and group."""
    results = gathered(scope)
    w = scope.words
    parts = [
        (w("document.heading.main"), _main(results)),
        (w("document.heading.results"), [*standings(results), *_table_of_units(results)]),
        (w("document.heading.sections"), sections(results)),
        (w("document.heading.costliest"), _costliest(results)),
        (w("document.heading.changes"), [*moved(results), *drawn_only(pictures.changes(scope))]),
        (w("document.heading.followup"), followup(results)),
        (w("document.heading.unsure"), [Items(results.caveats())]),
    ]
    key = "briefing" if scope.group is None else "briefing_group"
    title = w(f"document.title.{key}", assessment=scope.when, group=names.group(scope.group_name))
    return Document(imprint(scope), w("document.kind.briefing"), title, tuple(numbered(parts)))


def key_figures(results: Results) -> Tabulated:
    """The band of key figures as a table."""
    w = results.words
    return Tabulated(w("document.table_title.key_figures"), tables.key_figures(results.figures(), w), KEY_FIGURE_WIDTHS)


def standings(results: Results) -> list[Block]:
    """For every group who leads, who ties, and how many are above the mean."""
    w = results.words
    said = []
    for name, units in results.ranking.groupby("group_name", sort=False):
        if units["rank"].isna().all():
            said.append(w("document.groups.none", group=name))
            continue
        standing, above = ranking.standing(units, w), ranking.above_mean(units, w)
        said.append(w("document.groups.standing", group=name, standing=standing, above=above))
    return [Items(tuple(said))] if said else []


def sections(results: Results) -> list[Block]:
    """The weakest section, and the picture of all."""
    if results.sections.empty:
        return []
    sentence = overview.weakest_section(results.sections, results.words)
    return [Paragraph(f"{sentence}."), *drawn_only(pictures.sections(results.scope))]


def moved(results: Results) -> list[Block]:
    """How many comparable units rose, and what cannot be compared."""
    scope, w = results.scope, results.words
    said = [trend.moved(results.changes, scope.when_before, scope.when, w)]
    if scope.before is not None:
        said += trend.limits(results.changes, scope.before, scope.assessment, w)
    return [Paragraph(text) for text in said]


def followup(results: Results) -> list[Block]:
    """What became of the shortfalls of the assessment before."""
    sentence = overview.closed_gaps(results.outcomes, results.scope.when_before, results.words)
    untold = closure.untold(closure.closure_of(results.outcomes), results.words)
    return [Paragraph(f"{sentence}. {untold}".strip()), *drawn_only(pictures.outcomes(results.scope))]


def _main(results: Results) -> list[Block]:
    return [*map(Paragraph, results.main_points()), key_figures(results)]


def _table_of_units(results: Results) -> list[Block]:
    scope, w = results.scope, results.words
    if scope.group is None:
        title = w("document.table_title.groups", assessment=scope.when)
        return [Tabulated(title, tables.groups(results.ranking, w), (0.3, 0.14, 0.14, 0.14, 0.14, 0.14))]
    title = w("document.table_title.ranking", group=names.group(scope.group_name))
    shown = results.ranking.assign(printed_points=None, printed_rank=None, printed_grade=None)
    table = ranking_tables.flat(shown, scope.when_before, w)
    return [Tabulated(title, table, annexes.ranking_widths(table))]


def _costliest(results: Results) -> list[Block]:
    w = results.words
    top = gaps.top_criteria(results.criteria)
    blocks: list[Block] = [
        Paragraph(f"{gaps.top_heading(top, None, w)}."),
        *drawn_only(pictures.costliest(results.scope)),
    ]
    if len(top):
        blocks.append(Tabulated(w("document.table_title.costliest"), gap_tables.top(top, w), TOP_WIDTHS))
        blocks.append(Note(w("gaps.top.compared")))
    return blocks
