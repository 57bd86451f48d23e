"""One openpyxl cell into one of ours."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.cell.cell import Cell as SourceCell

from etl.read.cells import Cell, CellKind
from etl.read.display import exact, shown


def convert(source: SourceCell, formula: str, hidden: bool) -> Cell:
    """The cell with its kind, the text as seen, and its look; an uncalculated formula is UNCACHED, not blank."""
    return Cell(
        row=source.row,
        column=source.column,
        formula=formula,
        font=(source.font.name if source.has_style else "") or "",
        bold=bool(source.has_style and source.font.bold),
        hidden=hidden,
        comment=_nfc(source.comment.text.strip()) if source.comment else "",
        **_content(source, formula),
    )


def _content(source: SourceCell, formula: str) -> dict[str, Any]:
    value = source.value
    if value is None:
        # A formula calculated to "" keeps its text type; one that was never calculated has no type of its own.
        was_calculated = source.data_type in ("s", "str", "inlineStr")
        return {"kind": CellKind.UNCACHED if formula and not was_calculated else CellKind.BLANK}
    if source.data_type == "e":
        return {"kind": CellKind.ERROR, "text": str(value)}
    if isinstance(value, bool):
        return {"kind": CellKind.BOOLEAN, "text": "TRUE" if value else "FALSE"}
    if isinstance(value, int | float):
        number = exact(value)
        return {"kind": CellKind.NUMBER, "number": number, "text": shown(number, source.number_format)}
    if isinstance(value, datetime | date | time | timedelta):
        return _moment(value)
    text = _nfc(str(value))
    return {"kind": CellKind.TEXT if text.strip() else CellKind.BLANK, "text": text}


def _moment(value: datetime | date | time | timedelta) -> dict[str, Any]:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return {"kind": CellKind.DATE, "date": value, "text": format(value, "%d/%m/%Y")}
    return {"kind": CellKind.DATE, "text": str(value)}


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)
