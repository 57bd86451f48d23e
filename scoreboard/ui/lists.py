"""Own HTML for lists of criteria: a heading over a rule, rows of code, name and value, the rest behind a fold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from scoreboard.ui import html, screen

SHOWN = 8


class Line(NamedTuple):
    """One row: the code, the name, the value at its end, and what is said beneath the name (empty for nothing).

    `name_leads_to` and `value_leads_to` are addresses; empty ones lead nowhere.
    """

    code: str
    name: str
    value: str
    beneath: str = ""
    name_leads_to: str = ""
    value_leads_to: str = ""


def list_of(heading: str, count: str, lines: Sequence[Line], *, more: str = "", mark: str = "") -> str:
    """A list of criteria; what goes beyond `SHOWN` rows is folded under `more`. `mark` is a verdict, or empty."""
    swatch = f'<span class="vl-swatch vl-{mark}" aria-hidden="true"></span>' if mark else ""
    rest = _fold(more, _rows(lines[SHOWN:])) if lines[SHOWN:] else ""
    return (
        f'<section class="vl-list{f" vl-list-{mark}" if mark else ""}"><h3>{swatch}{escape(heading)}</h3>'
        f'<p class="vl-list-count">{escape(count)}</p>{_rows(lines[:SHOWN])}{rest}</section>'
    )


def numbered(lines: Sequence[tuple[str, str, str]]) -> str:
    """What the numbers of a figure stand for: (number, name, value) each, the value empty where there is none."""
    rows = "".join(
        f"<li><span>{escape(number)}</span><span>{escape(name)}{_in_brackets(value)}</span></li>"
        for number, name, value in lines
    )
    return f'<ul class="vl-numbers">{rows}</ul>' if rows else ""


def events(rows: Sequence[tuple[str, str, str]]) -> str:
    """What happened: (day, what, source) each."""
    items = "".join(
        f"<li><span>{escape(day)}</span><span>{escape(what)} <small>{escape(source)}</small></span></li>"
        for day, what, source in rows
    )
    return f'<ul class="vl-events">{items}</ul>' if items else ""


def abreast(parts: Iterable[str]) -> None:
    """Show lists side by side, in columns never wider than half the page; nothing where there is no list."""
    shown = [part for part in parts if part]
    if not shown:
        return
    columns = screen.columns(max(2, len(shown)), 280)
    for part in shown:
        with columns.cell():
            html.show(part)


def notes(texts: Sequence[str]) -> str:
    """Small print under a figure."""
    return "".join(f'<p class="vl-note">{escape(text)}</p>' for text in texts)


def hint(text: str) -> str:
    """What is said on a narrow screen only."""
    return f'<p class="vl-hint">{escape(text)}</p>'


def _in_brackets(value: str) -> str:
    return f" <small>({escape(value)})</small>" if value else ""


def _rows(lines: Sequence[Line]) -> str:
    rows = "".join(
        f'<tr><td class="vl-code">{escape(line.code)}</td>'
        f'<th scope="row">{_linked(line.name, line.name_leads_to)}{_beneath(line)}</th>'
        f'<td class="vl-number">{_linked(line.value, line.value_leads_to)}</td></tr>'
        for line in lines
    )
    return f'<table class="vl-table"><tbody>{rows}</tbody></table>' if rows else ""


def _linked(text: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)


def _beneath(line: Line) -> str:
    return f"<small>{escape(line.beneath)}</small>" if line.beneath else ""


def _fold(summary: str, body: str) -> str:
    return f"<details><summary>{escape(summary)}</summary>{body}</details>"
