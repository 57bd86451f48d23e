"""Own HTML for what was found wrong, file by file, and for the versions that are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from html import escape
from typing import Any

import pandas as pd

from scoreboard.database import Version
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written
from scoreboard.ui import selection

SHOWN = 5
PAGE = "du-lieu"
_BUILT_AT = "%Y%m%d-%H%M%S"


def by_file(heading: str, problems: pd.DataFrame, words: Words) -> str:
    """The problems of one severity under the names of their files; what goes beyond `SHOWN` of a file is folded."""
    sections = "".join(_file(file, of_file, words) for file, of_file in problems.groupby("file", sort=False))
    return f'<section class="vl-problems"><h3>{escape(heading)}</h3>{sections}</section>'


def versions(kept: Iterable[Version], shown: str, current: str, words: Words) -> str:
    """The versions, newest first, each leading to this page as that version has it."""
    return f'<ul class="vl-events vl-versions">{"".join(_version(each, shown, current, words) for each in kept)}</ul>'


def _file(file: str, problems: pd.DataFrame, words: Words) -> str:
    rows = [_row(row) for row in rows_of(problems)]
    folded = rows[SHOWN:]
    rest = f"<details><summary>{escape(words('data.more', n=len(folded)))}</summary>{_table(folded)}</details>"
    name = file or words("data.whole_office")
    return f"<h4>{escape(name)} <small>{len(rows)}</small></h4>{_table(rows[:SHOWN])}{rest if folded else ''}"


def _table(rows: list[str]) -> str:
    return f'<table class="vl-table"><tbody>{"".join(rows)}</tbody></table>'


def _row(row: Any) -> str:
    sheet = f"{escape(row.sheet)}<br>" if row.sheet else ""
    place = f"{sheet}<strong>{escape(row.cell)}</strong>" if row.sheet or row.cell else ""
    head = f'<th scope="row">{place}</th>' if place else "<td></td>"
    message = row.message[:1].upper() + row.message[1:]
    return (
        f"<tr>{head}"
        f"<td>{escape(message)}<small>{escape(row.action)}</small></td>"
        f'<td class="vl-code">{escape(row.code)}</td></tr>'
    )


def _version(version: Version, shown: str, current: str, words: Words) -> str:
    marks = [words("data.versions.current")] if version.name == current else []
    marks += [words("data.versions.shown")] if version.name == shown else []
    link = selection.link(PAGE, version=None if version.name == current else version.name)
    name = f'<a href="{escape(link)}">{escape(version.name)}</a> <small>{escape(", ".join(marks))}</small>'
    return f"<li><span>{escape(_moment(version, words))}</span><span>{name}</span></li>"


def _moment(version: Version, words: Words) -> str:
    try:
        return written.moment(datetime.strptime(version.label, _BUILT_AT), words.lang)
    except ValueError:
        return written.NOTHING
