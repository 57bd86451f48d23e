"""Parts of a year that are assessed for themselves: a half, a quarter, nine months."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from etl.layout.table import Table
from etl.office.load import Row
from etl.text.keys import match_key


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year: what stands behind the year in its code, and its first and last month."""

    suffix: str
    first: int
    last: int

    def days(self, year: int) -> tuple[date, date]:
        """Its first and its last day."""
        return date(year, self.first, 1), date(year, self.last, monthrange(year, self.last)[1])


_SAID = {
    re.compile(rf"\b(?:{words})\b"): part
    for words, part in (
        ("(?:6|sáu) tháng đầu năm", Part("1", 1, 6)),
        ("(?:6|sáu) tháng cuối năm", Part("2", 7, 12)),
        ("(?:9|chín) tháng(?: đầu năm)?", Part("9t", 1, 9)),
        ("quý (?:i|1)", Part("q1", 1, 3)),
        ("quý (?:ii|2)", Part("q2", 4, 6)),
        ("quý (?:iii|3)", Part("q3", 7, 9)),
        ("quý (?:iv|4)", Part("q4", 10, 12)),
    )
}


def part_in(table: Table) -> Part | None:
    """The one part of a year that the title or the name of the sheet is about; None for a whole year."""
    for text in (table.title, table.sheet):
        parts = {part for words, part in _SAID.items() if words.search(match_key(text))}
        if parts:
            return parts.pop() if len(parts) == 1 else None
    return None


def code_of(year: int, part: Part | None) -> str:
    """What an assessment of a year, or of a part of it, is called: `2024`, `2024-1`."""
    return f"{year}-{part.suffix}" if part else str(year)


def part_of(assessment: Row) -> Part | None:
    """The part of its year that an assessment looks at, by its period; None for a whole year.

    One whose code is the year itself stands for the year, though it may have been held before the year was over.
    """
    if assessment["assessment_code"] == str(assessment["year"]):
        return None
    start, end = assessment["period_start"], assessment["period_end"]
    return next((part for part in _SAID.values() if _is_period(part, start, end)), None)


def of_same_part(assessments: list[Row], table: Table) -> list[Row]:
    """Those of the assessments that look at the part of the year that a sheet is about."""
    part = part_in(table)
    return [row for row in assessments if part_of(row) == part]


def _is_period(part: Part, start: date | None, end: date | None) -> bool:
    if end is None:
        return False
    first, last = part.days(end.year)
    return end == last and (start == first or (start is None and part.first == 1))
