"""The ledger of a table: every number under its header is read as something, or said to be read as nothing.

Numbers that are points by all that stands around them are an error when they are read as nothing: without them another
stage, or another row, would stand as the official points. Any other number is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from etl.layout.likely_points import are_likely_points
from etl.layout.obstacles import unknown_score_column
from etl.layout.rows import RowKind, aside_rows, label_of
from etl.layout.segment import Segment
from etl.layout.table import SeenPoints, Table
from etl.problem import Problem
from etl.read.cells import Cell, CellKind
from etl.text.letters import clean
from etl.text.numbers import points_in
from etl.text.words import meaning

READ_ROWS = frozenset({RowKind.HEADER, RowKind.NUMBERING, RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.STATISTIC})
NAMED_ROWS = frozenset({RowKind.GROUP, RowKind.CRITERION, RowKind.UNIT})
READ_ROLES = frozenset(
    {"number", "criterion", "unit", "max", "note", "guidance", "evidence", "statistic", "total", "rank", "grade"}
)

Place = tuple[int, int]


def unread_numbers(segment: Segment, table: Table) -> list[Problem]:
    """A problem for each column and each run of rows that holds numbers which nothing was read from."""
    read = _read_places(segment, table)
    unread = [cell for cell in _numbers(segment, table) if (cell.row, cell.column) not in read]
    in_points = {seen.cell.column for seen in (*table.points, *table.results)}
    rows = [cell for cell in unread if cell.column in in_points]
    columns: dict[int, list[Cell]] = {}
    for cell in unread:
        if cell.column not in in_points and table.rows.get(cell.row) in NAMED_ROWS:
            columns.setdefault(cell.column, []).append(cell)
    settled = _settled_columns(segment)
    unknown = {} if settled is None else {column: cells for column, cells in columns.items() if column not in settled}
    return [*_of_columns(segment, table, unknown), *(_of_rows(segment, table, run) for run in _runs(rows))]


def merged_points(segment: Segment, table: Table) -> list[Problem]:
    """A problem for each merged cell that stands over the points of several units or criteria."""
    over: dict[Place, list[SeenPoints]] = {}
    for seen in table.points:
        shown = segment.sheet.seen_at(seen.cell.row, seen.cell.column)
        if shown.kind is not CellKind.BLANK:
            over.setdefault((shown.row, shown.column), []).append(seen)
    return [
        Problem(
            "merged_points",
            segment.file,
            segment.sheet.name,
            segment.sheet.at(*place).address,
            segment.sheet.at(*place).text,
            {"n": str(len(points))},
        )
        for place, points in over.items()
        if len({(seen.unit, seen.criterion) for seen in points}) > 1
    ]


def _numbers(segment: Segment, table: Table) -> Iterator[Cell]:
    """The numbers right of the names, without those of rows that state results or begin another matter."""
    aside = aside_rows(segment.sheet, segment.body, segment.header.lead)
    for row in segment.body:
        if table.rows.get(row) not in READ_ROWS and row not in aside:
            yield from (c for c in segment.sheet.row(row) if c.column > segment.header.lead and _is_number(c))


def _is_number(cell: Cell) -> bool:
    return cell.kind is CellKind.NUMBER or (cell.kind is CellKind.TEXT and points_in(cell.text) is not None)


def _read_places(segment: Segment, table: Table) -> set[Place]:
    cells = [seen.cell for seen in (*table.points, *table.results)]
    cells += [criterion.cell for criterion in table.criteria]
    cells += [criterion.max_cell for criterion in table.criteria if criterion.max_cell]
    cells += [unit.cell for unit in table.units if unit.cell]
    absent = {result.unit for result in table.results if result.what == "submission"}
    places = {(cell.row, cell.column) for cell in cells}
    return places | _options_passed_over(table) | _of_absent(table, absent)


def _options_passed_over(table: Table) -> set[Place]:
    """The cells of alternatives beside the one whose points counted."""
    given = {(s.criterion, s.cell.column) for s in table.points if s.cell.kind is not CellKind.BLANK}
    options = [criterion for criterion in table.criteria if criterion.kind == "alternative"]
    return {
        (option.cell.row, column) for option in options for criterion, column in given if option.parent == criterion
    }


def _of_absent(table: Table, absent: set[int]) -> set[Place]:
    """The rows of units that gave nothing are read as that."""
    rows = {unit.cell.row for index, unit in enumerate(table.units) if index in absent and unit.cell}
    columns = {result.cell.column for result in table.results}
    return {(row, column) for row in rows for column in columns}


def _settled_columns(segment: Segment) -> set[int] | None:
    """The columns that are read as something else or are hidden; None where a person said which hold points."""
    if any(column.is_declared_points for column in segment.header.columns):
        return None
    read = {column.index for column in segment.header.columns if any(map(_says_another_matter, column.path))}
    return read | {column for column in range(1, segment.sheet.last_column + 1) if segment.is_hidden(column)}


def _says_another_matter(heading: Cell) -> bool:
    return meaning("column", heading.text) in READ_ROLES


def _runs(cells: list[Cell]) -> Iterator[list[Cell]]:
    """The cells of rows that follow one another together."""
    run: list[Cell] = []
    for cell in cells:
        if run and cell.row > run[-1].row + 1:
            yield run
            run = []
        run.append(cell)
    if run:
        yield run


def _of_columns(segment: Segment, table: Table, unknown: dict[int, list[Cell]]) -> Iterator[Problem]:
    names = {column: _name_of_column(segment, column) for column in unknown}
    likely = [column for column, cells in unknown.items() if are_likely_points(segment, table, names[column], cells)]
    points = {*(seen.cell.column for seen in table.points), *likely}
    for column, cells in unknown.items():
        if column in likely:
            yield unknown_score_column(segment, table.family, names[column], cells, points)
        else:
            yield _problem("unread_numbers", segment, cells, names[column])


def _of_rows(segment: Segment, table: Table, run: list[Cell]) -> Problem:
    code = "unread_points" if any(_stands_among_points(segment, table, cell.row) for cell in run) else "unread_numbers"
    return _problem(code, segment, run, _name_of_row(segment, run[0].row))


def _stands_among_points(segment: Segment, table: Table, row: int) -> bool:
    """Whether the row goes on a name merged over several rows, explains a criterion, or lies between named rows."""
    if table.rows.get(row) == RowKind.GUIDANCE:
        return True
    lead = segment.header.lead
    last_named = max((number for number, kind in table.rows.items() if kind in NAMED_ROWS), default=0)
    is_nameless = not label_of(segment.sheet, row, lead)
    return is_nameless and (row < last_named or segment.sheet.seen_at(row, lead).row in range(1, row))


def _problem(code: str, segment: Segment, cells: list[Cell], heading: str) -> Problem:
    values = {"n": str(len(cells))}
    return Problem(code, segment.file, segment.sheet.name, cells[0].address, heading, values)


def _name_of_column(segment: Segment, index: int) -> str:
    labels = (clean(column.label) for column in segment.header.columns if column.index == index)
    return next(labels, "") or get_column_letter(index)


def _name_of_row(segment: Segment, row: int) -> str:
    return label_of(segment.sheet, row, segment.header.lead) or str(row)
