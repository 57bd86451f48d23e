"""What is said of a sheet that gave no table: what was recognised, what was missing, and how it may be laid out."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from etl.layout.grid import own_texts
from etl.layout.guess import guess
from etl.layout.header import Header
from etl.layout.segment import Obstacle, Segment
from etl.problem import Problem
from etl.read.cells import CellKind, Sheet
from etl.text.letters import clean
from etl.text.words import meaning

NO_HEADER = "no_header"
UNSETTLED = frozenset({NO_HEADER, *map(str, Obstacle)})  # what a row of layouts.csv can settle
FEWEST_NUMBERS = 6  # a sheet of fewer numbers is a cover page or a note
MOST_WORDS = 8


def no_segment(sheet: Sheet, file: str) -> Problem:
    """The problem of a sheet without any header."""
    numbers = sum(cell.kind is CellKind.NUMBER for cell in sheet.cells.values())
    code = "no_table" if numbers < FEWEST_NUMBERS else NO_HEADER
    seen = _listed(_known_words(sheet)) or "–"
    return Problem(code, file, sheet.name, seen=seen, values={"numbers": str(numbers)} | _proposal(sheet))


def not_understood(segment: Segment, obstacle: Obstacle) -> Problem:
    """The problem of a header under which something is missing."""
    header = segment.header
    return Problem(
        code=str(obstacle),
        file=segment.file,
        sheet=segment.sheet.name,
        cell=segment.sheet.seen_at(header.bottom, header.lead).address,
        seen=_listed([column.label for column in header.columns]),
        values={"rows": "–".join(map(str, sorted({header.top, header.bottom})))} | _proposal(segment.sheet, header),
    )


def _known_words(sheet: Sheet) -> list[str]:
    texts = [cell.text for row, _ in sheet.rows() for cell in own_texts(sheet, row)]
    known = dict.fromkeys(text for text in texts if meaning("column", text) or meaning("stage", text))
    return list(known)[:MOST_WORDS]


def _listed(texts: list[str]) -> str:
    return ", ".join(f"“{clean(text)}”" for text in texts)


def _proposal(sheet: Sheet, header: Header | None = None) -> dict[str, str]:
    """The columns of `layouts.csv` that would settle the sheet, as far as its shape tells them."""
    guessed = guess(sheet, header)
    columns = {"name_column": guessed.name_column, "max_column": guessed.max_column}
    letters = {name: get_column_letter(column) if column else "" for name, column in columns.items()}
    points = ", ".join(map(get_column_letter, guessed.points_columns))
    header_row = str(guessed.header_row or "")
    return {"family": str(guessed.family), "header_row": header_row, **letters, "points_columns": points}
