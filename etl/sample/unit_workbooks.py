"""Rounds with a workbook per unit and a summary of the results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from openpyxl import Workbook

from etl.sample.criteria_table import CRITERION, MAX, NUMBER, CriteriaTable, ScoreColumn
from etl.sample.facts import Unit
from etl.sample.frame import draw_letterhead, draw_signatures, draw_title
from etl.sample.paper import CELL, HEADER, Paper
from etl.sample.rounds import Round
from etl.sample.summary import draw_summary

STAGE_HEADINGS = {"self": "Điểm tự chấm", "appraised": "Điểm thẩm định", "appealed": "Điểm sau giải trình"}
COUNTING = replace(CELL, italic=True, size=10)
TITLE = "PHIẾU CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ"


def draw(round_: Round) -> Iterator[tuple[str, Workbook]]:
    """The round's workbooks with their paths below `raw/`; a unit that hands in nothing has none."""
    for group_name, units in round_.groups.items():
        for unit in filter(round_.hands_in, units):
            yield f"{round_.year}/{group_name}/{unit.name}.xlsx", _unit_workbook(round_, unit)
    summary = Workbook()
    summary.active.title = "Tổng hợp"
    draw_summary(summary.active, round_)
    yield f"{round_.year}/Tổng hợp kết quả năm {round_.year}.xlsx", summary


def _unit_workbook(round_: Round, unit: Unit) -> Workbook:
    workbook = Workbook()
    workbook.active.title = "Phiếu chấm điểm"
    has_guidance = any(criterion.guidance for criterion in round_.criteria_set.criteria)
    guidance = MAX + 1 if has_guidance else None
    first_score = (guidance or MAX) + 1
    notes = first_score + len(round_.stages)
    widths = [6.0, 50.0, 8.0, *([26.0] if guidance else []), *(10.0 for _ in round_.stages), 34.0]
    paper = Paper(workbook.active, widths, landscape=True)
    scores = tuple(ScoreColumn(first_score + place, unit, stage) for place, stage in enumerate(round_.stages))
    headings = {NUMBER: "TT", CRITERION: "Tiêu chí, tiêu chí thành phần", MAX: "Điểm tối đa", notes: "Ghi chú"}
    headings |= {score.column: STAGE_HEADINGS[score.stage] for score in scores}
    headings |= {guidance: "Cách tính điểm"} if guidance else {}
    table = CriteriaTable(
        paper,
        round_,
        scores=scores,
        draw_header=lambda row: _draw_header(paper, row, headings),
        guidance=guidance,
        notes=notes,
    )
    row = draw_letterhead(paper, round_, (round_.issuer[0], unit.name.upper()))
    row = draw_title(paper, round_, row, TITLE, f"Tên đơn vị: {unit.name}")
    row = table.draw_grade(table.draw_total(table.draw(row)))
    draw_signatures(paper, round_, row, "NGƯỜI CHẤM ĐIỂM", "THỦ TRƯỞNG ĐƠN VỊ")
    return workbook


def _draw_header(paper: Paper, row: int, headings: dict[int, str]) -> int:
    for column, text in headings.items():
        paper.write(row, column, text, HEADER)
        paper.write(row + 1, column, f"({column})", COUNTING)
    paper.height(row, 48)
    return row + 2
