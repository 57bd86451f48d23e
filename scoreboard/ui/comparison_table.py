"""Criteria by units in own HTML: level and points of each unit, and how far the units are apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written
from scoreboard.ui import html, links

SWATCHES = {"not_applicable": "not_applicable", "not_submitted": "not_submitted"}


def comparison_table(
    rows: pd.DataFrame, order: Sequence[str], units: Mapping[str, str], assessment: str, words: Words
) -> str:
    """A row per criterion in `order`, a column per unit (code to name): what `findings.comparison.criteria` makes.

    Names lead to the criterion, points to their cell.
    """
    by_place = {(row.code, row.unit_code): row for row in rows_of(rows)}
    criteria = {row.code: row for row in rows_of(rows.drop_duplicates("code"))}
    labels = [words("comparison.column.criterion"), *units.values(), words("comparison.column.difference")]
    heads = "".join(f'<th scope="col">{escape(label)}</th>' for label in labels[:-1])
    heads += f'<th scope="col" class="vl-number">{escape(labels[-1])}</th>'
    body = "".join(_row(criteria[code], by_place, units, assessment, words) for code in order)
    return (
        f'<div class="vl-scroll"><table class="vl-table vl-stacks vl-compared">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(criterion: Any, by_place: dict, units: Mapping[str, str], assessment: str, words: Words) -> str:
    name = html.link(f"{criterion.code} {criterion.criterion_name}", links.criterion(criterion.code, assessment))
    cells = "".join(
        f'<td data-label="{escape(label)}">{_cell(by_place.get((criterion.code, unit)), unit, assessment, words)}</td>'
        for unit, label in units.items()
    )
    spread = written.percent_number(criterion.spread, words.lang)
    label = escape(words("comparison.column.difference"))
    return (
        f'<tr><th scope="row">{name}</th>{cells}<td class="vl-number" data-label="{label}">{escape(spread)}</td></tr>'
    )


def _cell(result: Any | None, unit: str, assessment: str, words: Words) -> str:
    if result is None:
        return written.NOTHING
    points = f"{written.points(result.points, words.lang)}/{written.shortest(result.max_points, words.lang)}"
    if result.state == "scored":
        kind = result.verdict or ""
        said = words(f"figures.verdict.{kind}") if kind else ""
    else:
        kind = SWATCHES.get(result.state, "blank")
        said = words(f"figures.state.{result.state}")
    shown = points if result.state == "scored" else said if result.points is None else f"{said} · {points}"
    swatch = f'<span class="vl-swatch vl-{kind}" role="img" aria-label="{escape(said)}" title="{escape(said)}"></span>'
    value = html.link(shown, links.source(unit, result.code, assessment))
    return f'<span class="vl-result">{swatch if kind else ""}{value}</span>'
