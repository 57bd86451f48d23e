"""The summary sheet of a round: units by group, with printed totals, ranks and grades."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.worksheet.worksheet import Worksheet

from etl.sample.facts import Unit
from etl.sample.frame import draw_letterhead, draw_signatures, draw_title
from etl.sample.paper import CELL, HEADER, NAME, POINTS, Paper, group_look
from etl.sample.results import in_stage, results, total
from etl.sample.rounds import Round
from etl.sample.words import printed_grade, printed_total, result_note

HEADINGS = ("TT", "Cơ quan, đơn vị", "Tổng điểm tự chấm", "", "Xếp hạng", "Xếp loại", "Ghi chú")
OFFICIAL, OFFICIAL_HEADINGS = 4, {"appraised": "Tổng điểm thẩm định", "appealed": "Tổng điểm sau giải trình"}
ROMAN = ("I", "II", "III", "IV")
COUNTING = replace(CELL, italic=True, size=10)


def draw_summary(sheet: Worksheet, round_: Round) -> None:
    """Draw the round's results on the sheet."""
    paper = Paper(sheet, [6.0, 46.0, 12.0, 12.0, 10.0, 14.0, 32.0], landscape=True)
    row = draw_letterhead(paper, round_, round_.issuer)
    row = draw_title(paper, round_, row, "TỔNG HỢP KẾT QUẢ CHẤM ĐIỂM, XẾP LOẠI CÔNG TÁC VĂN THƯ, LƯU TRỮ")
    for column, text in enumerate(HEADINGS, start=1):
        paper.write(row, column, text or OFFICIAL_HEADINGS[round_.stages[-1]], HEADER)
        paper.write(row + 1, column, f"({column})", COUNTING)
    row += 2
    for numeral, (group_name, units) in zip(ROMAN, round_.groups.items(), strict=False):
        paper.write(row, 1, numeral, group_look(CELL))
        paper.write(row, 2, group_name, group_look(NAME))
        for column in range(3, len(HEADINGS) + 1):
            paper.write(row, column, None, group_look(CELL))
        for place, unit in enumerate(units, start=1):
            _draw_unit(paper, round_, row + place, place, unit)
        row += 1 + len(units)
    draw_signatures(paper, round_, row, "NGƯỜI TỔNG HỢP", "THỦ TRƯỞNG CƠ QUAN")


def _draw_unit(paper: Paper, round_: Round, row: int, place: int, unit: Unit) -> None:
    result = results(round_)[unit.code]
    claimed = awarded = None
    if result.total is not None:
        claimed = float(total(round_.criteria_set, in_stage(round_, unit.code, "self"))[0])
        awarded = printed_total(round_, unit, result.total)
    paper.write(row, 1, place)
    paper.write(row, 2, unit.name, NAME)
    paper.write(row, 3, claimed, POINTS)
    paper.write(row, OFFICIAL, awarded, POINTS)
    paper.write(row, 5, result.rank)
    paper.write(row, 6, printed_grade(round_, unit))
    paper.write(row, 7, result_note(round_, unit), NAME)
