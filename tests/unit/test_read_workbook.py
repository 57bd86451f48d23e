"""Workbooks into cells: everything a later stage may need is there, and nothing is guessed."""

from __future__ import annotations

import unicodedata
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from etl.read import find_workbooks, read_workbook
from etl.read.cells import CellKind, Sheet
from tests.workbooks.builders import new_sheet, save


def read_sheet(sheet, folder: Path) -> Sheet:
    workbook, problems = read_workbook(save(sheet, folder), "book.xlsx")
    assert not problems
    return workbook.sheets[0]


def test_every_kind_of_cell(tmp_path: Path):
    sheet = new_sheet()
    sheet["A1"] = 8.5
    sheet["A2"] = unicodedata.normalize("NFD", "Hiệp")
    sheet["A3"] = date(2014, 12, 5)
    sheet["A4"] = True
    sheet["A5"] = "#DIV/0!"
    sheet["A6"] = "=A1*2"
    sheet["A7"] = " "
    read = read_sheet(sheet, tmp_path)
    assert [(read.at(row, 1).kind, read.at(row, 1).text) for row in range(1, 9)] == [
        (CellKind.NUMBER, "8.5"),
        (CellKind.TEXT, "Hiệp"),
        (CellKind.DATE, "05/12/2014"),
        (CellKind.BOOLEAN, "TRUE"),
        (CellKind.ERROR, "#DIV/0!"),
        (CellKind.UNCACHED, ""),
        (CellKind.BLANK, " "),
        (CellKind.BLANK, ""),
    ]
    assert read.at(1, 1).number == Decimal("8.5")
    assert read.at(6, 1).formula == "=A1*2"


def test_a_calculated_formula_keeps_its_value_and_its_text(tmp_path: Path):
    sheet = new_sheet()
    sheet["A1"] = "=1+1"
    sheet["A2"] = '=IF(1=1,"","x")'
    path = with_cached_values(save(sheet, tmp_path), {"A1": "2", "A2": ""})
    read = read_workbook(path, "book.xlsx")[0].sheets[0]
    assert (read.at(1, 1).kind, read.at(1, 1).number, read.at(1, 1).formula) == (CellKind.NUMBER, Decimal(2), "=1+1")
    assert read.at(2, 1).kind is CellKind.BLANK


def with_cached_values(path: Path, values: dict[str, str]) -> Path:
    """The workbook as a program that calculates would have saved it; openpyxl itself stores no results."""
    calculated = path.with_name("calculated.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(calculated, "w") as target:
        for part in source.namelist():
            content = source.read(part).decode()
            if part == "xl/worksheets/sheet1.xml":
                for address, value in values.items():
                    kind = "" if value else ' t="str"'
                    start = content.index(f'<c r="{address}"')
                    cell = content[start : content.index("</c>", start)]
                    head, formula = cell.split("<f>")[0], cell.split("<f>")[1].split("</f>")[0]
                    calculated_cell = f"{head[:-1]}{kind}><f>{formula}</f><v>{value}</v>"
                    content = content.replace(cell, calculated_cell)
            target.writestr(part, content)
    return calculated


def test_looks_comments_and_merges(tmp_path: Path):
    sheet = new_sheet()
    sheet["A1"] = "TỔNG"
    sheet["A1"].font = Font(name=".VnTime", bold=True)
    sheet["B2"] = 3
    sheet["B2"].comment = Comment("Nộp muộn", "Phòng Nội vụ")
    sheet["C3"].comment = Comment("Chưa rõ", "Phòng Nội vụ")
    sheet.merge_cells("A1:B1")
    read = read_sheet(sheet, tmp_path)
    assert (read.at(1, 1).font, read.at(1, 1).bold) == (".VnTime", True)
    assert read.at(2, 2).comment == "Nộp muộn"
    assert (read.at(3, 3).kind, read.at(3, 3).comment) == (CellKind.BLANK, "Chưa rõ")
    assert read.seen_at(1, 2).text == "TỔNG"
    assert read.at(1, 2).kind is CellKind.BLANK


def test_hidden_rows_columns_and_sheets(tmp_path: Path):
    sheet = new_sheet()
    for address in ("A1", "A2", "B1", "C1"):
        sheet[address] = 1
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions.group("B", "C", hidden=True)
    other = sheet.parent.create_sheet("Cũ")
    other["A1"] = 1
    other.sheet_state = "veryHidden"
    workbook, _ = read_workbook(save(sheet, tmp_path), "book.xlsx")
    visible, hidden = workbook.sheets
    assert {cell.address for cell in visible.cells.values() if cell.hidden} == {"A2", "B1", "C1"}
    assert hidden.is_hidden
    assert hidden.at(1, 1).hidden


def test_a_cell_in_the_last_corner_costs_nothing(tmp_path: Path):
    sheet = new_sheet()
    sheet["A1"] = 1
    sheet["XFD1048576"] = 2
    read = read_sheet(sheet, tmp_path)
    assert len(read.cells) == 2


def test_workbooks_are_found_in_order_without_lock_files(tmp_path: Path):
    for name in ("2015/b.xlsx", "2014/a.XLSX", "2014/~$a.xlsx", "2014/.b.xlsx", "2014/old.xls", "readme.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"-")
    found = [path.relative_to(tmp_path).as_posix() for path in find_workbooks(tmp_path)]
    assert found == ["2014/a.XLSX", "2014/old.xls", "2015/b.xlsx"]


def test_the_hash_names_the_bytes(tmp_path: Path):
    sheet = new_sheet()
    sheet["A1"] = 1
    path = save(sheet, tmp_path)
    workbook, _ = read_workbook(path, "2014/book.xlsx")
    assert (workbook.file, workbook.size) == ("2014/book.xlsx", path.stat().st_size)
    assert len(workbook.sha256) == 64


@pytest.mark.parametrize("name", ["missing.xlsx"])
def test_a_file_that_is_gone_is_a_problem(tmp_path: Path, name: str):
    workbook, problems = read_workbook(tmp_path / name, name)
    assert workbook is None
    assert [problem.code for problem in problems] == ["file_missing"]
