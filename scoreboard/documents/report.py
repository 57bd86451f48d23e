"""The report of results: what was reached, done well and not, what became of it, what is asked; and four annexes."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from scoreboard.documents import annexes, briefing
from scoreboard.documents.model import Block, Document, Heading, Items, Paragraph, Tabulated
from scoreboard.documents.parts import numbered
from scoreboard.documents.results import NAMED, Results, gathered, imprint, some
from scoreboard.findings import gaps, trend
from scoreboard.findings.closure import closure_of
from scoreboard.findings.measures import topmost
from scoreboard.findings.method import least_level
from scoreboard.pictures import overview as pictures
from scoreboard.pictures.picture import drawn_only
from scoreboard.rows import rows_of
from scoreboard.scope import Scope
from scoreboard.tables import report as tables
from scoreboard.text import names
from scoreboard.text import numbers as written

COMMON_WIDTHS = (0.1, 0.46, 0.13, 0.13, 0.18)
OWN_WIDTHS = (0.08, 0.28, 0.1, 0.54)


def report(scope: Scope) -> Document:
    """The report of the scope's assessment, of one group or of all."""
    results = gathered(scope)
    w = scope.words
    parts = [
        (w("document.heading.results"), _results(results)),
        (w("document.heading.strengths"), _strengths(results)),
        (w("document.heading.shortfalls"), _shortfalls(results)),
        (w("document.heading.changes"), [*briefing.moved(results), *drawn_only(pictures.changes(scope))]),
        (w("document.heading.followup"), briefing.followup(results)),
        (w("document.heading.requests"), _requests(results)),
        (w("document.heading.unsure"), [Items(results.caveats())]),
    ]
    key = "briefing" if scope.group is None else "briefing_group"
    title = w(f"document.title.{key}", assessment=scope.when, group=names.group(scope.group_name))
    kind = w("document.kind.report")
    return Document(imprint(scope), kind, title, tuple(numbered(parts)), annexes.of_report(results))


def _results(results: Results) -> list[Block]:
    scope, w = results.scope, results.words
    title = w("document.table_title.groups", assessment=scope.when)
    return [
        Heading(w("document.heading.scope")),
        Paragraph(_scope(results)),
        Heading(w("document.heading.overall")),
        *map(Paragraph, results.main_points()),
        briefing.key_figures(results),
        Heading(w("document.heading.groups")),
        *briefing.standings(results),
        Tabulated(title, tables.groups(results.ranking, w), (0.3, 0.14, 0.14, 0.14, 0.14, 0.14)),
        Heading(w("document.heading.sections")),
        *briefing.sections(results),
    ]


def _scope(results: Results) -> str:
    assessment, ranking, w = results.scope.assessment, results.ranking, results.words
    key = "set_decision" if assessment.criteria_decision else "set"
    said = [
        w(
            "document.scope.units",
            n=len(ranking),
            scored=int(ranking["share"].notna().sum()),
            ranked=int(ranking["rank"].notna().sum()),
        ),
        w(
            f"document.scope.{key}",
            criteria_set=assessment.criteria_set_name,
            decision=assessment.criteria_decision,
            max_points=written.shortest(assessment.max_points, w.lang),
        ),
        w("document.scope.decision", decision=assessment.decision) if assessment.decision else "",
        w(
            "document.scope.thresholds",
            done_well=written.share(assessment.done_well_min_share, w.lang, places=0),
            not_done=least_level(assessment, w),
        ),
        w("document.scope.annexes"),
    ]
    return " ".join(filter(None, said))


def _strengths(results: Results) -> list[Block]:
    scope, w = results.scope, results.words
    said = [_best_section(results.sections, results), _best_criteria(results)]
    if scope.before is not None:
        finding = trend.changes_heading(results.changes, scope.when_before, w)
        said.append(w("document.strengths.changes", before=scope.when_before, finding=finding))
    return [Items(tuple(filter(None, said)))]


def _best_criteria(results: Results) -> str:
    """The criteria that most of the scored units did well, with how many did, and how many more did as many well."""
    w, judged = results.words, results.criteria[results.criteria["scored_units"] > 0]
    well = (judged["scored_units"] - judged["lacking_units"]).astype("int64")
    best = judged.assign(well=well, part=well / judged["scored_units"].astype("int64"))
    best = best[best["part"] > 0].sort_values("part", ascending=False, kind="stable")
    if best.empty:
        return ""
    named, rest = best[:NAMED], best[NAMED:]
    listed = [
        f"{names.in_sentence(row.short_name)} ({row.criterion_code}, {row.well}/{row.scored_units})"
        for row in rows_of(named)
    ]
    tied = int((rest["part"] == named["part"].iloc[-1]).sum())
    more = [w("document.strengths.more", n=tied)] if tied else []
    return w("document.strengths.criteria", criteria=names.listed([*listed, *more], w))


def _best_section(sections: pd.DataFrame, results: Results) -> str:
    """The sections with the largest share of results done well, all that tie; empty where all are alike."""
    judged = sections[sections["verdicts"] > 0]
    if judged.empty:
        return ""
    shares = [Decimal(int(row.done_well)) / int(row.verdicts) for row in rows_of(judged)]
    best = topmost(judged.assign(share=shares), "share")
    if len(best) == len(judged) > 1:
        return ""
    listed = [f"{row.section_name} ({row.done_well}/{row.verdicts})" for row in rows_of(best)]
    return results.words(
        "document.strengths.section",
        n=len(best),
        sections=names.listed(listed, results.words),
        share=written.share(best["share"].iloc[0], results.words.lang, places=1),
    )


def _shortfalls(results: Results) -> list[Block]:
    w = results.words
    common, own = gaps.common(results.criteria), gaps.own(results.criteria)
    blocks: list[Block] = [Heading(w("document.heading.common"))]
    said = w("document.shortfalls.common", n=len(common)) if len(common) else gaps.no_common(results.criteria, w)
    blocks.append(Paragraph(said))
    if len(common):
        table = tables.common_shortfalls(common, w)
        blocks.append(Tabulated(w("document.table_title.common"), table, COMMON_WIDTHS))
    blocks += drawn_only(pictures.costliest(results.scope))
    said = w("document.shortfalls.own", n=len(own)) if len(own) else w("document.shortfalls.no_own")
    blocks += [Heading(w("document.heading.own")), Paragraph(said)]
    if len(own):
        table = tables.own_shortfalls(own, results.lacking, w)
        blocks.append(Tabulated(w("document.table_title.own"), table, OWN_WIDTHS))
    line = w("document.open_line")
    causes = [Paragraph(w("document.shortfalls.causes")), Paragraph(line), Paragraph(line)]
    return [*blocks, Heading(w("document.heading.causes")), *causes]


def _requests(results: Results) -> list[Block]:
    scope, w, ranking = results.scope, results.words, results.ranking
    common = gaps.common(results.criteria)
    said = []
    if len(common):
        listed = [f"{names.in_sentence(row.short_name)} ({row.criterion_code})" for row in rows_of(common)]
        said.append(w("document.requests.common", n=len(common), criteria=some(listed, "document.requests.more", w)))
    if len(gaps.own(results.criteria)):
        said.append(w("document.requests.own"))
    waiting = {
        "not_submitted": ranking[ranking["unranked_reason"] == "not_submitted"],
        "partial": ranking[ranking["is_partial"] & ranking["share"].notna()],
    }
    for reason, units in waiting.items():
        if len(units):
            listed = some(list(units["unit_name"]), "overview.unsure.more", w)
            said.append(w(f"document.requests.{reason}", units=listed))
    followed = closure_of(results.outcomes)
    waits = {"open": followed.told - followed.closed, "untold": followed.untold}
    for key, count in waits.items():
        if count:
            number = written.integer(count, w.lang)
            said.append(w(f"document.requests.{key}", n=count, count=number, before=scope.when_before))
    line = w("document.open_line")
    return [Items(tuple(said)), Paragraph(w("document.requests.measures")), Paragraph(line), Paragraph(line)]
