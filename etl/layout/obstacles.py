"""What is said of a sheet that gave no table: what was recognised, what was missing, and how it may be laid out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from openpyxl.utils import get_column_letter

from etl.layout.declared import Declared
from etl.layout.grid import own_texts
from etl.layout.guess import guess
from etl.layout.header import POINTS, Column, Header
from etl.layout.segment import Obstacle, Segment
from etl.layout.stages import unknown_stages
from etl.layout.table import Family
from etl.problem import Problem
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.letters import clean
from etl.text.words import meaning

NO_HEADER = "no_header"
UNKNOWN_SCORE_COLUMN = "unknown_score_column"
UNSETTLED = frozenset({NO_HEADER, UNKNOWN_SCORE_COLUMN, *map(str, Obstacle)})  # what a row of layouts.csv can settle
LEFT_OPEN = UNSETTLED | {"unread_points"}  # what keeps no other sheet from being drafted
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


def unknown_score_column(
    segment: Segment, family: Family, heading: str, cells: Sequence[Cell], points_columns: Iterable[int]
) -> Problem:
    """The problem of a column that holds points by all that stands around it, under words that nobody knows."""
    header = segment.header
    maxima = [column.index for column in header.with_role("max")]
    columns = Declared(family, header.bottom, header.lead, next(iter(maxima), None), tuple(sorted(points_columns)))
    values = {"n": str(len(cells))} | _as_row(columns)
    place = (segment.file, segment.sheet.name, cells[0].address)
    return Problem(UNKNOWN_SCORE_COLUMN, *place, clean(heading), values)


def unknown_stage_columns(segment: Segment) -> list[Problem]:
    """A problem for the columns of points beside a known stage of the same unit or criterion; one for equal words."""
    header = segment.header
    unknown = [] if header.with_role(POINTS) else [c for c in unknown_stages(header) if segment.holds_scores(c)]
    is_lead_criterion = header.lead_role == "criterion"
    family = segment.family or (Family.CRITERIA_BY_UNITS if is_lead_criterion else Family.UNITS_BY_CRITERIA)
    points = [column.index for column in header.columns if _is_of_points(segment, column)]
    alike: dict[str, list[Cell]] = {}
    for column in unknown:
        alike.setdefault(clean(column.label), []).append(column.path[-1])
    return [unknown_score_column(segment, family, label, cells, points) for label, cells in alike.items()]


def _is_of_points(segment: Segment, column: Column) -> bool:
    is_right = column.index > segment.header.lead
    return is_right and (not column.role or bool(meaning("stage", column.label))) and segment.holds_scores(column)


def _proposal(sheet: Sheet, header: Header | None = None) -> dict[str, str]:
    """The columns of `layouts.csv` that would settle the sheet, as far as its shape tells them."""
    return _as_row(guess(sheet, header))


def _as_row(declared: Declared) -> dict[str, str]:
    columns = {"name_column": declared.name_column, "max_column": declared.max_column}
    letters = {name: get_column_letter(column) if column else "" for name, column in columns.items()}
    points = ", ".join(map(get_column_letter, declared.points_columns))
    return {
        "family": str(declared.family),
        "header_row": str(declared.header_row or ""),
        **letters,
        "points_columns": points,
    }
