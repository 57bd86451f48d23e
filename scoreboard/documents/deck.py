"""The deck of the standard briefing: one finding a slide, the numbers as charts, the caveats in the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from scoreboard.documents import briefing
from scoreboard.documents.model import Bars, Deck, Items, Series, Slide
from scoreboard.documents.results import Results, gathered, imprint
from scoreboard.figures.theme import LIGHT, OUTCOMES, VERDICTS
from scoreboard.findings import method, ranking, trend
from scoreboard.findings.measures import comparable
from scoreboard.pictures import overview as pictures
from scoreboard.pictures.gaps import map_of_verdicts
from scoreboard.pictures.picture import drawn_only
from scoreboard.rows import rows_of
from scoreboard.scope import Scope
from scoreboard.text import Words, names
from scoreboard.text import numbers as written

COSTLIEST = 8
UNITS_A_SLIDE = 16


def deck(scope: Scope) -> Deck:
    """The deck of the scope's assessment and group."""
    results = gathered(scope)
    w = scope.words
    key = "briefing" if scope.group is None else "briefing_group"
    title = w(f"document.title.{key}", assessment=scope.when, group=names.group(scope.group_name))
    slides = (
        _main(results),
        Slide(w("document.table_title.key_figures"), shown=briefing.key_figures(results), notes=results.caveats()),
        *_rankings(results),
        *_sections(results),
        *_costliest(results),
        *_maps(results),
        *_changes(results),
        *_outcomes(results),
        Slide(w("document.slide.unsure"), shown=Items(results.caveats())),
        Slide(
            w("document.slide.rules"),
            scope.assessment.criteria_set_name,
            Items(tuple(method.ranking_rules(scope.assessment, results.grades, w))),
        ),
    )
    return Deck(imprint(scope), title, scope.office, slides)


def _main(results: Results) -> Slide:
    return Slide(results.words("document.slide.main"), shown=Items(results.main_points()), notes=results.caveats())


def _rankings(results: Results) -> Iterator[Slide]:
    """Every group's units with points, by rank; a large group goes over several slides."""
    w = results.words
    for group, units in results.ranking.groupby("group_name", sort=False):
        scored = units[units["points"].notna()]
        finding = w("document.slide.group", group=group, finding=ranking.standing(units, w))
        notes = [ranking.above_mean(units, w)] if len(scored) else []
        absent = list(units.loc[units["points"].isna(), "unit_name"])
        notes += [w("overview.unsure.not_submitted", units=", ".join(absent))] if absent else []
        notes += [w("ranking.note.partial")] if scored["is_partial"].any() else []
        for at in range(0, len(scored), UNITS_A_SLIDE):
            rows = scored.iloc[at : at + UNITS_A_SLIDE]
            categories = tuple(_place(row, w) for row in rows_of(rows))
            bars = Bars(categories, (_points("points", rows["points"], LIGHT.accent, w),))
            yield Slide(finding, w("document.slide.ranking_compared"), bars, (*notes, *results.caveats()))


def _place(row: Any, words: Words) -> str:
    rank = written.integer(row.rank, words.lang) if row.rank is not None else written.NOTHING
    return f"{rank}. {row.short_name}{' *' if row.is_partial else ''}"


def _points(column: str, values: Sequence[Decimal], colour: str, words: Words) -> Series:
    labels = tuple(written.points(value, words.lang) for value in values)
    return Series(words(f"ranking.column.{column}"), tuple(map(float, values)), labels, colour, LIGHT.ink)


def _sections(results: Results) -> Iterator[Slide]:
    w = results.words
    judged = results.sections[results.sections["verdicts"] > 0]
    if judged.empty:
        return
    categories = tuple(
        f"{row.number}. {row.section_name}" if row.number else row.section_name for row in rows_of(judged)
    )
    series = tuple(
        _counts(w(f"figures.verdict.{verdict}"), judged[verdict], LIGHT.verdict(verdict), LIGHT.on_verdict(verdict), w)
        for verdict in VERDICTS
    )
    picture = pictures.sections(results.scope)
    yield Slide(picture.finding, picture.compared, Bars(categories, series, is_whole=True), results.caveats())


def _counts(name: str, counts: Sequence[int], colour: str, label_colour: str, words: Words) -> Series:
    labels = tuple(written.integer(int(count), words.lang) if count else "" for count in counts)
    return Series(name, tuple(float(count) for count in counts), labels, colour, label_colour)


def _costliest(results: Results) -> Iterator[Slide]:
    w = results.words
    rows = results.costliest[results.costliest["place"] <= COSTLIEST]
    if rows.empty:
        return
    labels = tuple(
        f"{written.points(row.gap_points, w.lang)} · {row.lacking_units}/{row.scored_units}" for row in rows_of(rows)
    )
    categories = tuple(f"{row.criterion_code} {row.short_name}" for row in rows_of(rows))
    values = tuple(map(float, rows["gap_points"]))
    series = Series(w("overview.column.gap_points"), values, labels, LIGHT.accent, LIGHT.ink)
    picture = pictures.costliest(results.scope, COSTLIEST)
    yield Slide(picture.finding, picture.compared, Bars(categories, (series,)), results.caveats())


def _maps(results: Results) -> Iterator[Slide]:
    """The verdict of every unit of a group on every criterion, for which PowerPoint has no chart."""
    scope, w = results.scope, results.words
    groups = scope.groups if scope.group is None else scope.groups[scope.groups["group_code"] == scope.group_code]
    for group in rows_of(groups):
        for picture in drawn_only(map_of_verdicts(scope.of_group(group))):
            finding = w("document.slide.group", group=group.group_name, finding=picture.finding)
            shown = replace(picture, name=f"{picture.name}_{group.group_code}")
            yield Slide(finding, w("document.slide.map_compared"), shown, results.caveats())


def _changes(results: Results) -> Iterator[Slide]:
    """The change of every unit that may be compared, the largest rise first; the notes say who may not, and why."""
    scope, w = results.scope, results.words
    fair = comparable(results.own_changes)
    if fair.empty:
        return
    notes = (
        trend.moved(results.changes, scope.when_before, scope.when, w),
        *trend.limits(results.changes, scope.before, scope.assessment, w),
    )
    finding = trend.changes_heading(results.changes, scope.when_before, w)
    by_share = (fair["comparability"] == "by_share").any()
    compared = w("document.slide.changes_compared", before=scope.when_before, now=scope.when)
    compared += f" {w('overview.change.by_share')}" if by_share else ""
    for at in range(0, len(fair), UNITS_A_SLIDE):
        rows = fair.iloc[at : at + UNITS_A_SLIDE]
        values = tuple(float(value * 100) for value in rows["share_change"])
        labels = tuple(written.share_change_number(value, w.lang) for value in rows["share_change"])
        series = Series(w("overview.column.share_change"), values, labels, LIGHT.accent, LIGHT.ink)
        yield Slide(finding, compared, Bars(tuple(rows["short_name"]), (series,)), notes)


def _outcomes(results: Results) -> Iterator[Slide]:
    w, rows = results.words, results.outcomes
    counts = dict(zip(rows["outcome"], rows["shortfalls"], strict=True))
    known = [outcome for outcome in OUTCOMES if counts.get(outcome)]
    if not known:
        return
    values = [counts[outcome] for outcome in known]
    labels = tuple(written.integer(value, w.lang) for value in values)
    series = Series(w("overview.column.shortfalls"), tuple(map(float, values)), labels, LIGHT.accent, LIGHT.ink)
    categories = tuple(w(f"figures.outcome.{outcome}") for outcome in known)
    picture = pictures.outcomes(results.scope)
    yield Slide(picture.finding, picture.compared, Bars(categories, (series,)), results.caveats())
