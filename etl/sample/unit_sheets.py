"""Rounds with one workbook per group and one sheet per unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from etl.sample.criteria_table import CRITERION, MAX, NUMBER, CriteriaTable, ScoreColumn
from etl.sample.facts import Unit
from etl.sample.frame import draw_letterhead, draw_signatures, draw_title
from etl.sample.paper import CELL, HEADER, Paper
from etl.sample.rounds import Round
from etl.sample.words import spelt

STAGE_HEADINGS = {"final": "Điểm đạt", "self": "Điểm tự chấm", "appraised": "Điểm kiểm tra"}
COUNTING = replace(CELL, italic=True, size=10)


def draw(round_: Round) -> Iterator[tuple[str, Workbook]]:
    """The round's workbooks with their paths below `raw/`."""
    for group_name, units in round_.groups.items():
        workbook = Workbook()
        workbook.remove(workbook.active)
        for unit in units:
            _draw_unit(workbook.create_sheet(spelt(round_, unit.abbreviation)), round_, unit)
        yield f"{round_.year}/{group_name}/Bảng chấm điểm năm {round_.year}.xlsx", workbook


def _draw_unit(sheet: Worksheet, round_: Round, unit: Unit) -> None:
    first_score = MAX + 1
    notes = first_score + len(round_.stages) if "self" in round_.stages else None
    widths = [6.0, 52.0, 9.0, *(10.0 for _ in round_.stages), *([26.0] if notes else [])]
    paper = Paper(sheet, widths)
    table = CriteriaTable(
        paper,
        round_,
        scores=tuple(ScoreColumn(first_score + place, unit, stage) for place, stage in enumerate(round_.stages)),
        draw_header=lambda row: _draw_header(paper, round_, row, notes),
        notes=notes,
    )
    row = draw_letterhead(paper, round_, round_.issuer)
    row = draw_title(paper, round_, row, "BẢNG CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ", f"Đơn vị: {unit.name}")
    row = table.draw_total(table.draw(row))
    row = table.draw_grade(table.draw_rank(row, "Xếp thứ trong khối"))
    draw_signatures(paper, round_, row, "NGƯỜI CHẤM ĐIỂM", "TRƯỞNG ĐOÀN KIỂM TRA")


def _draw_header(paper: Paper, round_: Round, row: int, notes: int | None) -> int:
    headings = {NUMBER: "STT", CRITERION: "Nội dung chấm điểm", MAX: "Điểm chuẩn"}
    headings |= {MAX + 1 + place: STAGE_HEADINGS[stage] for place, stage in enumerate(round_.stages)}
    headings |= {notes: "Nhận xét"} if notes else {}
    for column, text in headings.items():
        paper.write(row, column, text, HEADER)
        paper.write(row + 1, column, f"({column})", COUNTING)
    paper.height(row, 32)
    return row + 2
