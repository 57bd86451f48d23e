"""Rounds with units down the rows and criteria across the columns, the maxima in a row under the header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl import Workbook

from etl.sample.facts import Criterion, Unit
from etl.sample.frame import draw_letterhead, draw_signatures, draw_title
from etl.sample.paper import A3, CELL, HEADER, NAME, POINTS, Paper, group_look
from etl.sample.results import results, sheet_of
from etl.sample.rounds import Round
from etl.sample.words import printed_grade, printed_total, shown

TITLE = "BẢNG ĐIỂM ĐÁNH GIÁ CÔNG TÁC VĂN THƯ, LƯU TRỮ"
PLACE, UNIT, FIRST = 1, 2, 3
RESULTS = ("Tổng điểm", "Xếp hạng", "Xếp loại")
ROMAN = ("I", "II", "III", "IV")
TURNED = replace(CELL, turned=True, size=10)


def draw(round_: Round) -> Iterator[tuple[str, Workbook]]:
    """The round's one workbook with its path below `raw/`."""
    workbook = Workbook()
    workbook.active.title = str(round_.year)
    criteria = round_.criteria_set.scored
    paper = Paper(workbook.active, [5.0, 36.0, *(6.5 for _ in criteria), 9.0, 8.0, 12.0], landscape=True, size=A3)
    row = draw_title(paper, round_, draw_letterhead(paper, round_, round_.issuer), TITLE)
    row = _draw_header(paper, round_, row)
    for numeral, (group_name, units) in zip(ROMAN, round_.groups.items(), strict=False):
        paper.write(row, PLACE, numeral, group_look(CELL))
        paper.write(row, UNIT, group_name, group_look(NAME))
        for column in range(FIRST, paper.last_column + 1):
            paper.write(row, column, None, group_look(CELL))
        for place, unit in enumerate(units, start=1):
            _draw_unit(paper, round_, row + place, place, unit)
        row += 1 + len(units)
    draw_signatures(paper, round_, row, "NGƯỜI TỔNG HỢP", "TRƯỞNG PHÒNG")
    yield f"{round_.year}/Bảng điểm đánh giá {round_.year}.xlsx", workbook


def _draw_header(paper: Paper, round_: Round, row: int) -> int:
    criteria_set = round_.criteria_set
    paper.write(row, PLACE, "TT", HEADER, down=2)
    paper.write(row, UNIT, "Tên đơn vị", HEADER, down=2)
    paper.write(row + 2, PLACE, None, HEADER)
    paper.write(row + 2, UNIT, "Điểm tối đa", HEADER)
    column = FIRST
    for heading in (criterion for criterion in criteria_set.criteria if not criterion.is_scored):
        leaves = criteria_set.below(heading.code)
        paper.write(row, column, f"{heading.number}. {heading.name}", HEADER, across=len(leaves))
        for place, leaf in enumerate(leaves):
            _draw_criterion(paper, row + 1, column + place, leaf)
        column += len(leaves)
    for place, text in enumerate(RESULTS):
        paper.write(row, column + place, text, HEADER, down=2)
        paper.write(row + 2, column + place, float(criteria_set.max_points) if place == 0 else None, HEADER)
    paper.height(row, 48)
    paper.height(row + 1, 230)
    return row + 3


def _draw_criterion(paper: Paper, row: int, column: int, criterion: Criterion) -> None:
    paper.write(row, column, f"{criterion.number}. {criterion.name}", TURNED)
    paper.write(row + 1, column, float(criterion.max_points), HEADER)


def _draw_unit(paper: Paper, round_: Round, row: int, place: int, unit: Unit) -> None:
    paper.write(row, PLACE, place)
    paper.write(row, UNIT, unit.name, NAME)
    cells = sheet_of(round_, unit.code)
    criteria = round_.criteria_set.scored
    for column, criterion in enumerate(criteria, start=FIRST):
        paper.write(row, column, shown(round_, cells[criterion.code, round_.stages[0]]), POINTS)
    result = results(round_)[unit.code]
    after = FIRST + len(criteria)
    paper.write(row, after, None if result.total is None else printed_total(round_, unit, result.total), POINTS)
    paper.write(row, after + 1, result.rank)
    paper.write(row, after + 2, printed_grade(round_, unit))
