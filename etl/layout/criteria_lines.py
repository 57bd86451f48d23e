"""Rows under a header that lists criteria, read as lines: number, name, maximum, guidance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from etl.layout.header import Header
from etl.layout.line import Line
from etl.layout.numbering import number_in, number_in_front
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.letters import clean
from etl.text.numbers import points_in, without_max


@dataclass(frozen=True, slots=True)
class LineColumns:
    """The columns that describe criteria; `last_label` is the last that holds names or maxima."""

    number: tuple[int, ...]
    names: tuple[int, ...]
    maximum: int | None
    guidance: tuple[int, ...]
    notes: tuple[int, ...]
    last_label: int

    @classmethod
    def of(cls, header: Header) -> LineColumns:
        """The columns by what the header calls them."""
        names = tuple(c.index for c in header.with_role("criterion") if c.index >= header.lead) or (header.lead,)
        maxima = [column.index for column in header.with_role("max")]
        return cls(
            number=tuple(column.index for column in header.columns if column.index < header.lead),
            names=names,
            maximum=maxima[0] if maxima else None,
            guidance=tuple(column.index for column in header.with_role("guidance")),
            notes=tuple(column.index for column in header.with_role("note")),
            last_label=max(*names, *maxima[:1]) if maxima else names[-1],
        )


def read_line(sheet: Sheet, row: int, columns: LineColumns, score_columns: list[int]) -> Line | None:
    """The criterion of a row, None where the row names none."""
    number, name, cell = _named(sheet, row, columns)
    if cell is None:
        return None
    max_cell = sheet.at(row, columns.maximum) if columns.maximum else None
    bare_name, stated = without_max(name)
    maximum = _points(max_cell) if max_cell else stated
    return Line(
        number=number,
        name=name if max_cell else bare_name,
        cell=cell,
        max_points=maximum,
        max_cell=max_cell if maximum is not None else None,
        guidance=joined(sheet, row, columns.guidance),
        has_scores=any(sheet.at(row, column).kind is not CellKind.BLANK for column in score_columns),
    )


def _named(sheet: Sheet, row: int, columns: LineColumns) -> tuple[str, str, Cell | None]:
    number, words, cell = "", [], None
    for column in (*columns.number, *columns.names):
        seen = sheet.at(row, column)
        text = clean(seen.text)
        if text and not number and not words and number_in(text):
            number = number_in(text)
        elif text:
            words.append(text)
            cell = cell or seen
    name = " ".join(words)
    if not number:
        number, name = number_in_front(name)
    return number, name, cell


def _points(cell: Cell) -> Decimal | None:
    return cell.number if cell.kind is CellKind.NUMBER else points_in(cell.text)


def joined(sheet: Sheet, row: int, columns: tuple[int, ...]) -> str:
    """The texts of several columns of a row, a line each."""
    return "\n".join(text for column in columns if (text := clean(sheet.at(row, column).text)))
