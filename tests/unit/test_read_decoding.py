"""Workbooks in legacy fonts: decoded where fonts and spelling agree, reported where they do not."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from etl.read import read_workbook
from etl.read.cells import Cell, CellKind, Sheet
from etl.read.decoding import decode_sheets
from etl.read.reading import Reading
from etl.read.wire import packed, unpacked


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


def read_named(tmp_path: Path, name: str, text: str, font: str, remark: str = ""):
    """The sheet of that name and comment whose one cell has this text and font, and the codes of problems."""
    book = openpyxl.Workbook()
    book.active.title = name
    book.active["A1"] = text
    book.active["A1"].font = Font(name=font)
    if remark:
        book.active["A1"].comment = Comment(remark, "")
    path = tmp_path / "a.xlsx"
    book.save(path)
    workbook, problems = read_workbook(path, path.name)
    return workbook.sheets[0], [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("name", "text", "title", "codes"),
    [
        ("Hoµ Minh", ("tØnh", ".VnTime"), "Hoà Minh", []),
        ("Hoøa Minh", ("Phöôøng", "VNI-Times"), "Hòa Minh", []),
        ("Hòa Minh", ("tØnh", ".VnTime"), "Hòa Minh", []),  # Unicode, though TCVN3 would read `Hũa`
        ("Hoµ Minh", ("Phöôøng", "VNI-Times"), "Hoµ Minh", ["name_encoding_unsure"]),
        ("Hoµ Minh", ("Tỉnh", "Arial"), "Hoµ Minh", ["name_encoding_unsure"]),
        ("Phßng Néi vô", ("Tỉnh", "Arial"), "Phòng Nội vụ", []),
        ("Sheet1", ("tØnh", ".VnTimeH"), "Sheet1", []),
    ],
)
def test_the_texts_of_a_sheet_decide_how_its_name_is_read(tmp_path, name, text, title, codes):
    sheet, found = read_named(tmp_path, name, *text)
    assert (sheet.name, sheet.title, found) == (name, title, codes)


@pytest.mark.parametrize(
    ("remark", "text", "expected", "codes"),
    [
        ("Chưa nộp", ("tØnh", ".VnTime"), "Chưa nộp", []),
        ("Hoµ Minh", ("tØnh", ".VnTime"), "Hoà Minh", []),
        ("Hoµ Minh", ("Tỉnh", "Arial"), "Hoµ Minh", ["comment_encoding_unsure"]),
    ],
)
def test_the_texts_of_a_sheet_decide_how_its_comments_are_read(tmp_path, remark, text, expected, codes):
    sheet, found = read_named(tmp_path, "A", *text, remark)
    assert (sheet.at(1, 1).comment, found) == (expected, codes)


def test_the_font_of_a_comment_decides_where_it_tells_one():
    runs = (("Đoàn:", "Tahoma"), (" tØnh", ".VnTime"))
    cell = Cell(1, 1, CellKind.BLANK, comment="Đoàn: tØnh", comment_runs=runs)
    (sheet,), problems = decode_sheets((Sheet("A", {(1, 1): cell}),), "a.xls")
    assert (sheet.at(1, 1).comment, problems) == ("Đoàn: tỉnh", [])


def test_a_decoded_name_and_the_runs_of_a_comment_survive_the_way_between_processes():
    cell = Cell(1, 1, CellKind.BLANK, comment="a", comment_runs=(("a", "Arial"),))
    reading = Reading("1", 2, (Sheet("Hoµ", {(1, 1): cell}, decoded_name="Hoà"),))
    assert unpacked(packed(reading)) == reading
