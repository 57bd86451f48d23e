"""The ranking as a table of our own: bars inside the rows, two lines in a cell, names that lead to the profile."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from scoreboard.findings import caution, grade, printed
from scoreboard.findings.measures import COMPARABLE
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text import numbers as written
from scoreboard.ui import html, links


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is the same for every row: the words, what changes are measured from, the grades, the unit in focus."""

    words: Words
    assessment: str
    before: str | None
    has_grades: bool
    rank_reason: str | None
    focus: str | None


def ranking_table(ranking: pd.DataFrame, assessment: str, before: str | None, focus: str | None, words: Words) -> str:
    """The rows of the question `ranking` in their order; the grade column only where there are grades.

    `assessment` is the code of the ranking's, `before` names the one that changes are measured from, None without one;
    `focus` is a unit_code. Names lead to the profile, points to what they are made of.
    """
    has_grades = bool(ranking["grade_name"].notna().any() or ranking["printed_grade"].notna().any())
    shown = _Shown(words, assessment, before, has_grades, shared_rank_reason(ranking), focus)
    rows = "".join(_row(row, shown) for row in rows_of(ranking))
    return (
        f'<table class="vl-table vl-ranking"><thead><tr>{_heads(shown)}</tr></thead><tbody>{rows}</tbody></table>'
        + html.notes(_notes(ranking, shown))
    )


def shared_rank_reason(ranking: pd.DataFrame) -> str | None:
    """Why no unit's place may be compared, when that is one reason for all ranked units."""
    ranked = ranking[ranking["rank"].notna() & (ranking["rank_reason"] != "unranked")]
    reasons = set(ranked["rank_reason"])
    return reasons.pop() if len(reasons) == 1 else None


def _heads(shown: _Shown) -> str:
    heads = [
        ("rank", ""),
        ("unit", ""),
        ("points", "vl-number"),
        ("share", "vl-number"),
        *([("grade", "vl-grade")] if shown.has_grades else []),
        ("verdicts", "vl-wide"),
        *([("change", "vl-number vl-change")] if shown.before else []),
    ]
    return "".join(
        f'<th scope="col" class="{css}">{escape(shown.words(f"ranking.column.{name}", before=shown.before))}</th>'
        for name, css in heads
    )


def _row(row: Any, shown: _Shown) -> str:
    link = escape(links.unit(row.unit_code))
    cells = [
        f'<td class="vl-rank">{_rank(row, shown.words)}</td>',
        f'<th scope="row" class="vl-unit"><a href="{link}">{escape(row.unit_name)}</a></th>',
        f'<td class="vl-number vl-points">{_points(row, shown)}</td>',
        f'<td class="vl-number vl-share">{_share(row, shown.words)}</td>',
    ]
    if shown.has_grades:
        cells.append(f'<td class="vl-grade">{_grade(row, shown.words)}</td>')
    cells.append(f'<td class="vl-verdicts">{_verdicts(row, shown.words)}</td>')
    if shown.before:
        cells.append(f'<td class="vl-number vl-change">{_change(row, shown)}</td>')
    return f"<tr{' class=vl-focus' if row.unit_code == shown.focus else ''}>{''.join(cells)}</tr>"


def _rank(row: Any, words: Words) -> str:
    if row.rank is None:
        return written.NOTHING
    beneath = [words("ranking.tied")] if row.is_tied else []
    beneath += _printed(row, "rank", words)
    return f"<strong>{row.rank}</strong>{_beneath(beneath)}"


def _points(row: Any, shown: _Shown) -> str:
    words = shown.words
    computed, beneath = written.points(row.points, words.lang), _beneath(_printed(row, "points", words))
    if row.points is None:
        return computed + beneath
    unit = f' <span class="vl-narrow">{escape(words("ranking.points"))}</span>'
    return html.link(computed, links.source(row.unit_code, None, shown.assessment)) + unit + beneath


def _share(row: Any, words: Words) -> str:
    return written.share(row.share, words.lang) + ("*" if row.is_partial and row.share is not None else "")


def _grade(row: Any, words: Words) -> str:
    held = [words("ranking.held_down", grade=names.grade(row.points_grade_name))] if row.grade_override_reason else []
    return escape(row.grade_name or written.NOTHING) + _beneath([*held, *_printed(row, "grade", words)])


def _printed(row: Any, what: str, words: Words) -> list[str]:
    """What the sheet prints instead, and why, as far as that is known; nothing where it prints the same."""
    found = printed.difference(row, what)
    if found is None:
        return []
    value = written.points(found.printed, words.lang) if what == "points" else found.printed
    reason = f" ({printed.why(what, found.reason, words)})" if found.reason else ""
    return [words("ranking.printed", value=value) + reason]


def _verdicts(row: Any, words: Words) -> str:
    if row.unranked_reason in ("not_submitted", "no_points"):
        return html.absence_band(words(f"reason.unranked.{row.unranked_reason}"))
    counts = {verdict: getattr(row, verdict) for verdict in ("done_well", "not_well", "not_done", "not_applicable")}
    return html.verdict_bar(words, counts | {"blank": row.missing})


def _change(row: Any, shown: _Shown) -> str:
    words = shown.words
    change = written.share_change_number(row.share_change, words.lang)
    unit = (
        "" if row.share_change is None else f'<span class="vl-narrow"> {escape(words("ranking.share_points"))}</span>'
    )
    beneath = []
    if row.places_up is not None:
        beneath.append(_places(row.places_up, words))
    elif row.rank_reason not in (None, "unranked", shown.rank_reason) and row.rank is not None:
        beneath.append(words(f"reason.rank.{row.rank_reason}"))
    if row.caution:
        beneath.append(caution.mark(row.caution, words))
    if row.comparability in COMPARABLE or row.comparability is None:
        return change + unit + _beneath(beneath)
    if row.share_change is not None:
        change = f'<span class="vl-uncertain">({change}{unit})</span>'
    tag = f'<span class="vl-tag">{escape(words(f"figures.reason.{row.reason}"))}</span>' if row.reason else ""
    return f"{change}{_beneath(beneath)}<small>{tag}</small>"


def _places(places_up: int, words: Words) -> str:
    if places_up == 0:
        return words("ranking.places.same")
    return words(f"ranking.places.{'up' if places_up > 0 else 'down'}", n=abs(places_up))


def _beneath(texts: list[str]) -> str:
    return "".join(f"<small>{escape(text)}</small>" for text in texts)


def _notes(ranking: pd.DataFrame, shown: _Shown) -> list[str]:
    words = shown.words
    held = {row.unit_name: grade.held_down(row, words) for row in rows_of(ranking)}
    notes = [words("ranking.note.held_down", unit=unit, held_down=said) for unit, said in held.items() if said]
    if (ranking["is_partial"] & ranking["share"].notna()).any():
        notes.append(words("ranking.note.partial"))
    if shown.before and shown.rank_reason:
        reason = words(f"reason.rank.{shown.rank_reason}")
        notes.append(words("ranking.note.places", before=shown.before, reason=reason))
    if (ranking["comparability"] == "by_share").any():
        notes.append(words("ranking.note.by_share"))
    notes.append(caution.explained(ranking["caution"], words))
    return list(filter(None, notes))
