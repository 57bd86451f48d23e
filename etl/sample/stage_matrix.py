"""Rounds with a sheet per group: criteria by units, two columns of scores under every unit, and a summary sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from etl.sample.criteria_table import CRITERION, MAX, NUMBER, CriteriaTable, ScoreColumn
from etl.sample.facts import Unit
from etl.sample.frame import draw_letterhead, draw_signatures, draw_title
from etl.sample.paper import A3, CELL, HEADER, Paper
from etl.sample.rounds import Round
from etl.sample.summary import draw_summary
from etl.sample.words import unit_heading

STAGE_HEADINGS = {"self": "Tự chấm", "appraised": "Thẩm định"}
COUNTING = replace(CELL, italic=True, size=9)
TITLE = "KẾT QUẢ THẨM ĐỊNH ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ"


def draw(round_: Round) -> Iterator[tuple[str, Workbook]]:
    """The round's one workbook with its path below `raw/`."""
    workbook = Workbook()
    workbook.active.title = "Tổng hợp"
    draw_summary(workbook.active, round_)
    for group_name, units in round_.groups.items():
        _draw_group(workbook.create_sheet(group_name), round_, group_name, units)
    yield f"{round_.year}/Kết quả thẩm định năm {round_.year}.xlsx", workbook


def _draw_group(sheet: Worksheet, round_: Round, group_name: str, units: list[Unit]) -> None:
    stages = round_.stages
    scores = tuple(
        ScoreColumn(MAX + 1 + place * len(stages) + offset, unit, stage)
        for place, unit in enumerate(units)
        for offset, stage in enumerate(stages)
    )
    guidance = scores[-1].column + 1
    paper = Paper(sheet, [6.0, 46.0, 8.0, *(8.5 for _ in scores), 30.0], landscape=True, size=A3)
    table = CriteriaTable(
        paper,
        round_,
        scores=scores,
        draw_header=lambda row: _draw_header(paper, round_, row, group_name, scores),
        guidance=guidance,
        pins_remarks=True,
    )
    row = draw_title(paper, round_, draw_letterhead(paper, round_, round_.issuer), TITLE)
    sheet.freeze_panes = sheet.cell(row + 4, MAX + 1)
    row = table.draw_total(table.draw(row))
    row = table.draw_grade(table.draw_rank(row, "Xếp hạng"))
    draw_signatures(paper, round_, row, "NGƯỜI TỔNG HỢP", "THỦ TRƯỞNG CƠ QUAN")


def _draw_header(paper: Paper, round_: Round, row: int, group_name: str, scores: tuple[ScoreColumn, ...]) -> int:
    fixed = {NUMBER: "TT", CRITERION: "Tiêu chí, tiêu chí thành phần", MAX: "Điểm tối đa"}
    for column, text in (*fixed.items(), (paper.last_column, "Hướng dẫn chấm điểm")):
        paper.write(row, column, text, HEADER, down=3)
    paper.write(row, scores[0].column, group_name, HEADER, across=len(scores))
    for score in scores:
        if score.stage == round_.stages[0]:
            paper.write(row + 1, score.column, unit_heading(round_, score.unit), HEADER, across=len(round_.stages))
        paper.write(row + 2, score.column, STAGE_HEADINGS[score.stage], HEADER)
    for column in range(1, paper.last_column + 1):
        paper.write(row + 3, column, f"({column})", COUNTING)
    paper.height(row + 1, 62)
    paper.height(row + 2, 32)
    return row + 4
