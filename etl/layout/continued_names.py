"""Names that take more than one row: typed on in the row below, or merged over several rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from etl.layout.line import Line
from etl.layout.scoring_rules import says_how_points_are_given
from etl.read.cells import Cell, CellKind, Sheet

ENDS_OF_SENTENCES = (".", ":", ";", "?", "!")


def with_whole_names(lines: list[Line]) -> list[Line]:
    """The lines, a numbered one together with the line below that goes on in lower case; each keeps its own points.

    Where both state a maximum or both bear points they are two criteria.
    """
    joined: list[Line] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if joined and _goes_on(joined[-1], line, following):
            joined[-1] = _joined(joined[-1], line)
        else:
            joined.append(line)
    return joined


def cell_beside(sheet: Sheet, name: Cell, column: int) -> Cell:
    """The cell of a column beside a name; beside one merged over several rows the only cell of these with content."""
    own = sheet.at(name.row, column)
    if own.kind is not CellKind.BLANK:
        return own
    filled = [cell for row in _rows_below(sheet, name) if (cell := sheet.at(row, column)).kind is not CellKind.BLANK]
    return filled[0] if len(filled) == 1 else own


def _rows_below(sheet: Sheet, name: Cell) -> Iterator[int]:
    """The rows under its own that the name is merged over."""
    row = name.row + 1
    while row <= sheet.last_row and sheet.seen_at(row, name.column).row == name.row:
        yield row
        row += 1


def _goes_on(line: Line, below: Line, following: Line | None) -> bool:
    is_text_on = below.text[:1].islower() and not below.number and not line.name.endswith(ENDS_OF_SENTENCES)
    if not (line.number and is_text_on) or says_how_points_are_given(below.text):
        return False
    if (line.max_points is not None and below.max_points is not None) or (line.has_scores and below.has_scores):
        return False
    is_one_of_parts = following is not None and not following.number and following.text[:1].islower()
    return below.cell.row == line.cell.row + 1 and below.cell.column >= line.cell.column and not is_one_of_parts


def _joined(line: Line, below: Line) -> Line:
    is_below = below.has_scores or (below.max_points is not None and not line.has_scores)
    has_own_maximum = line.max_points is not None
    return replace(
        line,
        name=f"{line.name} {below.name}",
        text=f"{line.text} {below.text}",
        cell=below.cell if is_below else line.cell,
        max_points=line.max_points if has_own_maximum else below.max_points,
        max_cell=line.max_cell if has_own_maximum else below.max_cell,
        guidance="\n".join(filter(None, (line.guidance, below.guidance))),
        has_scores=line.has_scores or below.has_scores,
    )
