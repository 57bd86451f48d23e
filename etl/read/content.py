"""What a cell holds, in the fields of `Cell`: said the same way whichever engine read it."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any

from etl.read.cells import CellKind
from etl.read.display import exact, shown

Fields = dict[str, Any]
Runs = tuple[tuple[str, str], ...]
Moment = datetime | date | time | timedelta


def of_text(runs: Runs, font: str) -> Fields:
    """A text in its runs of (text, font), kept unless all are in the cell's own font; one of spaces is BLANK."""
    text = unicodedata.normalize("NFC", "".join(text for text, _ in runs))
    fields: Fields = {"kind": CellKind.TEXT if text.strip() else CellKind.BLANK, "text": text}
    return fields | {"runs": runs} if any(own != font for _, own in runs) else fields


def of_comment(runs: Runs, start: int = 0) -> Fields:
    """A comment from a place in it on, without space around it, in runs of (text, font) where any tells its font."""
    whole = "".join(text for text, _ in runs)
    end = len(whole.rstrip())
    start += len(whole[start:]) - len(whole[start:].lstrip())
    kept: list[tuple[str, str]] = []
    position = 0
    for text, font in runs:
        piece = text[max(0, start - position) : max(0, end - position)]
        position += len(text)
        kept += [(piece, font)] if piece else []
    fields: Fields = {"comment": unicodedata.normalize("NFC", "".join(text for text, _ in kept))}
    return fields | {"comment_runs": tuple(kept)} if any(font for _, font in kept) else fields


def of_number(value: float, number_format: str) -> Fields:
    """A number and how its format shows it."""
    number = exact(value)
    return {"kind": CellKind.NUMBER, "number": number, "text": shown(number, number_format)}


def of_moment(value: Moment) -> Fields:
    """A date, written as Vietnamese documents do; a time of day or a duration has no date."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return {"kind": CellKind.DATE, "date": value, "text": f"{value.day:02}/{value.month:02}/{value.year:04}"}
    return {"kind": CellKind.DATE, "text": str(value)}


def of_boolean(value: bool) -> Fields:
    """TRUE or FALSE."""
    return {"kind": CellKind.BOOLEAN, "text": "TRUE" if value else "FALSE"}


def of_error(text: str) -> Fields:
    """An error such as `#DIV/0!`."""
    return {"kind": CellKind.ERROR, "text": text}
