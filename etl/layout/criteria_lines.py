"""Rows under a header that lists criteria, read as lines: number, name, maximum, guidance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from etl.layout.continued_names import cell_beside
from etl.layout.header import Header
from etl.layout.line import Line
from etl.layout.numbering import code_in, number_in, number_in_front, rank_of_word
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
    has_merged_groups: bool = False  # names of groups merged over the rows of their criteria, these in the next column

    @classmethod
    def of(cls, header: Header, sheet: Sheet, body: range) -> LineColumns:
        """The columns by what the header calls them, and by how the names under it are merged."""
        names = tuple(c.index for c in header.with_role("criterion") if c.index >= header.lead) or (header.lead,)
        maxima = [column.index for column in header.with_role("max")]
        return cls(
            number=tuple(column.index for column in header.columns if column.index < header.lead),
            names=names,
            maximum=maxima[0] if maxima else None,
            guidance=tuple(column.index for column in header.with_role("guidance")),
            notes=tuple(column.index for column in header.with_role("note")),
            last_label=max(*names, *maxima[:1]) if maxima else names[-1],
            has_merged_groups=len(names) > 1 and any(_is_merged_group(sheet, row, names) for row in body),
        )


def _is_merged_group(sheet: Sheet, row: int, names: tuple[int, ...]) -> bool:
    """Whether the row goes on under a name merged over rows, with a name of its own in the next column."""
    over = sheet.seen_at(row, names[0])
    own = clean(sheet.at(row, names[1]).text)
    return over.row < row and over.column == names[0] and bool(clean(over.text)) and bool(own)


def read_lines(sheet: Sheet, row: int, columns: LineColumns, score_columns: list[int]) -> list[Line]:
    """The criterion of a row, after the group beside it that is merged over several rows; empty where it names none."""
    group_column, *names = columns.names
    if not names or not columns.has_merged_groups:
        line = _line(_named(sheet, row, columns), sheet, row, columns, score_columns)
        return [line] if line else []
    criterion = _named(sheet, row, replace(columns, number=(), names=tuple(names)))
    line = _line(criterion, sheet, row, columns, score_columns)
    group = _named(sheet, row, replace(columns, names=(group_column,)))
    if line is None or not clean(sheet.seen_at(row, group_column).text):
        line = _line(_named(sheet, row, columns), sheet, row, columns, score_columns)
        return [line] if line else []
    heading = Line(group.number, without_max(group.name)[0], group.cell, text=group.name) if group.cell else None
    return [*filter(None, [heading]), replace(line, depth=1)]


def _line(named: _Named, sheet: Sheet, row: int, columns: LineColumns, score_columns: list[int]) -> Line | None:
    if named.cell is None:
        return None
    max_cell = cell_beside(sheet, named.cell, columns.maximum) if columns.maximum else None
    name, maximum = named.name, points_of(max_cell) if max_cell else None
    if maximum is None:
        name, maximum = without_max(named.name)
        max_cell = named.cell
    return Line(
        number=named.number,
        name=name,
        cell=named.cell,
        max_points=maximum,
        max_cell=max_cell if maximum is not None else None,
        guidance=joined(sheet, row, columns.guidance),
        has_scores=any(cell_beside(sheet, named.cell, c).kind is not CellKind.BLANK for c in score_columns),
        word_rank=named.word_rank,
        is_numbered_beside=named.is_numbered_beside,
        text=named.name,
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """What a row is called, the number of its name and where that came from; `cell` is None where it has no name."""

    number: str = ""
    name: str = ""
    cell: Cell | None = None
    word_rank: int | None = None
    is_numbered_beside: bool = False


def _named(sheet: Sheet, row: int, columns: LineColumns) -> _Named:
    texts = {
        column: text for column in (*columns.number, *columns.names) if (text := clean(sheet.at(row, column).text))
    }
    if not texts:
        return _Named()
    first, *rest = texts
    number = code_in(texts[first]) if first in columns.number else number_in(texts[first])
    if number and rest:
        name, cell = " ".join(texts[column] for column in rest), sheet.at(row, rest[0])
        return _Named(number, name, cell, rank_of_word(texts[first], number), first in columns.number)
    if number and rank_of_word(texts[first], number) is None:
        return _Named()
    number, name = (number, texts[first]) if number else number_in_front(" ".join(texts.values()))
    return _Named(number, name, sheet.at(row, first), rank_of_word(texts[first], number) if number else None)


def points_of(cell: Cell) -> Decimal | None:
    """The number of the cell, also one in words; None where it holds anything else."""
    return cell.number if cell.kind is CellKind.NUMBER else points_in(cell.text)


def joined(sheet: Sheet, row: int, columns: tuple[int, ...]) -> str:
    """The texts of several columns of a row, a line each."""
    return "\n".join(text for column in columns if (text := clean(sheet.at(row, column).text)))
