"""Workbooks in legacy fonts: decoded where fonts and spelling agree, reported where they do not."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from etl.read import read_workbook


def read(tmp_path: Path, *texts: tuple):
    """The texts of column A as read, top to bottom, with their encodings, and the problems; each is (value, font)."""
    book = openpyxl.Workbook()
    for row, (value, font) in enumerate(texts, start=1):
        book.active.cell(row, 1, value).font = Font(name=font)
    path = tmp_path / "a.xlsx"
    book.save(path)
    workbook, problems = read_workbook(path, path.name)
    cells = [workbook.sheets[0].at(row, 1) for row in range(1, len(texts) + 1)]
    return [(cell.text, cell.encoding) for cell in cells], problems


def test_fonts_of_cells_decide(tmp_path):
    found, problems = read(tmp_path, ("tØnh", ".VnTimeH"), ("Phöôøng Hoøa Minh", "VNI-Times"), ("Hòa", "Arial"))
    assert found == [("TỈNH", "tcvn3"), ("Phường Hòa Minh", "vni_windows"), ("Hòa", "")]
    assert problems == []


def test_fonts_of_runs_decide(tmp_path):
    text = CellRichText("Đơn vị: ", TextBlock(InlineFont(rFont=".VnTime"), "Hoµ Minh"))
    assert read(tmp_path, (text, "Arial"))[0] == [("Đơn vị: Hoà Minh", "tcvn3")]


def test_text_wholly_in_another_font_than_its_cell(tmp_path):
    text = CellRichText(TextBlock(InlineFont(rFont=".VnTime"), "Hoµ Minh"))
    assert read(tmp_path, (text, "Arial"))[0] == [("Hoà Minh", "tcvn3")]


def test_word_that_reads_both_ways_follows_its_font_elsewhere(tmp_path):
    found, problems = read(tmp_path, ("Sè", ".VnTime"), ("tØnh", ".VnTime"))
    assert found[0] == ("Số", "tcvn3")
    assert problems == []


def test_unsure_text_is_kept_and_reported(tmp_path):
    found, problems = read(tmp_path, ("Hòa Minh", ".VnTime"))
    assert found == [("Hòa Minh", "")]
    (problem,) = problems
    assert (problem.code, problem.cell, problem.seen) == ("encoding_unsure", "A1", "Hòa Minh")
    assert problem.values == {"font": ".VnTime", "encoding": "TCVN3", "other": "Hũa Minh"}
    assert ".VnTime" in problem.as_line()
    assert "Hũa Minh" in problem.as_line()
