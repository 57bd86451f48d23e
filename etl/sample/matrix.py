"""Rounds with one matrix of criteria by units, under a header of two rows: groups over units."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl import Workbook

from etl.sample.criteria_table import CRITERION, MAX, NUMBER, CriteriaTable, ScoreColumn
from etl.sample.frame import draw_letterhead, draw_signatures, draw_title
from etl.sample.paper import A3, HEADER, Paper
from etl.sample.rounds import Round
from etl.sample.words import unit_heading

TITLE = "BẢNG TỔNG HỢP CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ"


def draw(round_: Round) -> Iterator[tuple[str, Workbook]]:
    """The round's one workbook with its path below `raw/`."""
    workbook = Workbook()
    workbook.active.title = f"Chấm điểm {round_.year}"
    paper = Paper(workbook.active, [6.0, 44.0, 8.0, *(9.5 for _ in round_.units)], landscape=True, size=A3)
    in_order = [unit for units in round_.groups.values() for unit in units]
    table = CriteriaTable(
        paper,
        round_,
        scores=tuple(
            ScoreColumn(column, unit, round_.stages[0]) for column, unit in enumerate(in_order, start=MAX + 1)
        ),
        draw_header=lambda row: _draw_header(paper, round_, row),
        pins_remarks=True,
    )
    row = draw_title(paper, round_, draw_letterhead(paper, round_, round_.issuer), TITLE)
    row = table.draw_total(table.draw(row))
    row = table.draw_grade(table.draw_rank(row, "Xếp hạng trong khối"))
    draw_signatures(paper, round_, row, "NGƯỜI TỔNG HỢP", "TRƯỞNG PHÒNG")
    yield f"{round_.year}/Bảng tổng hợp chấm điểm {round_.year}.xlsx", workbook


def _draw_header(paper: Paper, round_: Round, row: int) -> int:
    for column, text in ((NUMBER, "STT"), (CRITERION, "Nội dung tiêu chí"), (MAX, "Điểm chuẩn")):
        paper.write(row, column, text, HEADER, down=2)
    column = MAX + 1
    for group_name, units in round_.groups.items():
        paper.write(row, column, group_name, HEADER, across=len(units))
        for place, unit in enumerate(units):
            paper.write(row + 1, column + place, unit_heading(round_, unit), HEADER)
        column += len(units)
    paper.height(row + 1, 110)
    return row + 2
