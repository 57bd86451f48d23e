"""The rows under a header that lists units: units, headings of groups, the row of maxima, statistics, signatures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from etl.layout.grid import width_of
from etl.layout.numbering import ROMAN, number_in, number_in_front, rank_of
from etl.layout.rows import RowKind, begins_aside, header_kind, is_signature, label_of, last_scored_row, resumes
from etl.layout.segment import Segment
from etl.layout.table import SeenUnit
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.letters import clean
from etl.text.numbers import points_in
from etl.text.words import meaning

_ONLY_A_KIND = re.compile(
    r"(?:(?:ubnd|ủy ban nhân dân|phường|xã|phòng|trường|tiểu học|trung học cơ sở|mầm non|thcs|mẫu giáo)\s*)+",
    re.IGNORECASE,
)


@dataclass
class UnitRows:
    """The units and, in the same order, their rows. `max_row` is None when no row states maxima."""

    units: list[SeenUnit] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    max_row: int | None = None
    kinds: dict[int, str] = field(default_factory=dict)


def read_unit_rows(segment: Segment) -> UnitRows:
    """Every row of the segment told apart, with the units under the headings of their groups."""
    found = UnitRows(kinds=segment.kinds_above())
    group = segment.heading.group
    group_columns = [column.index for column in segment.header.columns if meaning("row", column.label) == "group"]
    lead = segment.header.lead
    last_scored = last_scored_row(segment.sheet, segment.body, lead)
    is_signed = is_aside = False
    for row in segment.body:
        is_signed = is_signed or bool(row > last_scored and found.units and is_signature(segment.sheet, row, lead))
        is_aside = is_aside or bool(found.units and begins_aside(segment.sheet, row, segment.header.lead))
        is_aside = is_aside and not resumes(segment.sheet, row, segment.header.lead)
        kind = _kind(segment, row, bool(found.units))
        if kind is not RowKind.BLANK and (is_signed or is_aside):
            kind = RowKind.SIGNATURE if is_signed else RowKind.NOTE
        found.kinds[row] = kind
        if kind is RowKind.GROUP:
            group = _group_name(segment.sheet, row)
        elif kind is RowKind.UNIT:
            cell = segment.sheet.at(row, segment.header.lead)
            if found.rows[-1:] == [row - 1] and _goes_on(segment, row, found.units[-1].name):
                name = f"{found.units[-1].name} {clean(cell.text)}"
                found.units[-1] = replace(found.units[-1], name=name)
                found.kinds[row] = RowKind.NOTE
                continue
            own_group = next((clean(segment.sheet.seen_at(row, c).text) for c in group_columns), "")
            found.units.append(SeenUnit(unit_name(cell.text), own_group or group, cell))
            found.rows.append(row)
        elif kind is RowKind.HEADER and _numbers(segment, row) and found.max_row is None:
            found.max_row = row
    return found


def _goes_on(segment: Segment, row: int, above: str) -> bool:
    """Whether the row only goes on with the name above it: no number, no value, lower case or only a kind above."""
    cells = segment.sheet.row(row)
    is_name_alone = len(cells) == 1 and cells[0].column == segment.header.lead
    return is_name_alone and (cells[0].text[:1].islower() or bool(_ONLY_A_KIND.fullmatch(clean(above))))


def unit_name(text: str) -> str:
    """The name without an ordinal in front of it; `P. Nội vụ` is an abbreviation and stays whole."""
    number, name = number_in_front(text)
    return name if number.isdigit() else clean(text)


def _kind(segment: Segment, row: int, has_units: bool) -> RowKind:
    sheet, lead = segment.sheet, segment.header.lead
    if not sheet.row(row):
        return RowKind.BLANK
    if repeated := header_kind(sheet, row, segment.header):
        return repeated
    label = label_of(sheet, row, lead)
    said = meaning("row", label) if label else None
    kinds = {"max": RowKind.HEADER, "statistic": RowKind.STATISTIC, "total": RowKind.STATISTIC, "aside": RowKind.NOTE}
    if said in kinds:
        return kinds[said]
    if not label:
        return RowKind.HEADER if _numbers(segment, row) and not has_units else RowKind.NOTE
    if not _values(segment, row) and _is_group(segment, row, said):
        return RowKind.GROUP
    return RowKind.UNIT if sheet.at(row, lead).kind is CellKind.TEXT else RowKind.NOTE


def _is_group(segment: Segment, row: int, said: str | None) -> bool:
    """Whether a row without any value heads a group: its words, a number such as `I`, or a cell across the table."""
    sheet = segment.sheet
    first = sheet.row(row)[0]
    if said == "group" or width_of(sheet, first) > 2:
        return True
    is_numbered = rank_of(number_in(first.text)) <= ROMAN or rank_of(number_in_front(first.text)[0]) == ROMAN
    return is_numbered and not _is_roman_unit(segment, row)


def _is_roman_unit(segment: Segment, row: int) -> bool:
    """Whether units themselves are numbered so: the row after has no number of a lower rank."""
    below = [segment.sheet.row(r)[0] for r in segment.body if r > row and segment.sheet.row(r)]
    return bool(below) and rank_of(number_in(below[0].text)) <= ROMAN


def _group_name(sheet: Sheet, row: int) -> str:
    texts = [cell.text for cell in sheet.row(row) if not number_in(cell.text)]
    return number_in_front(texts[0])[1] if texts else ""


def _values(segment: Segment, row: int) -> list[Cell]:
    cells = segment.sheet.row(row)
    return [cell for cell in cells if cell.column > segment.header.lead and cell.kind is not CellKind.BLANK]


def _numbers(segment: Segment, row: int) -> bool:
    return any(cell.kind is CellKind.NUMBER or points_in(cell.text) is not None for cell in _values(segment, row))
