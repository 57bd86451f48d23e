"""An office folder of a few small workbooks, taken through the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from etl.__main__ import main
from etl.commands.pipeline import examine
from etl.office import OfficeFolder, load_reference, save_rows
from etl.office.load import full_row
from etl.office.reference import TABLE
from etl.problem import Problem
from tests.workbooks.builders import new_sheet, put, save

UNITS = ("Phường Hòa Minh", "Phường Hòa Khánh Bắc", "Phường Hòa Hiệp Nam")
CRITERIA = (
    ("I", "Chỉ đạo, điều hành", 25),
    ("1", "Ban hành kế hoạch công tác", 10),
    ("2", "Báo cáo đúng hạn", 5),
    ("3", "Kiểm tra đơn vị trực thuộc", 10),
    ("II", "Nghiệp vụ", 35),
    ("1", "Lập hồ sơ công việc", 20),
    ("2", "Nộp lưu hồ sơ", 10),
    ("3", "Quản lý con dấu", 5),
)
HEADINGS = (0, 4)
POINTS = ((9, 8, 6), (4, 5, 3), (7, 10, 8), (15, 16, 12), (6, 9, 7), (5, 4, 3))
NEXT_POINTS = ((8, 9, 7), (5, 4, 4), (8, 9, 9), (16, 15, 13), (7, 8, 8), (4, 5, 5))
FIRST_ROW = 4
Edit = Callable[[Worksheet], None]


def scoresheet(year: int, points: Sequence[Sequence[Any]] = POINTS, units: Sequence[str] = UNITS) -> Worksheet:
    """Criteria down from row 4, units across from D, sums in the group rows; total in row 12."""
    rows: list[list[Any]] = []
    given = iter(points)
    for place, line in enumerate(CRITERIA):
        rows.append([*line, *([None] * len(units) if place in HEADINGS else next(given)[: len(units)])])
    for heading, parts in ((0, range(1, 4)), (4, range(5, 8))):
        for column in range(3, 3 + len(units)):
            rows[heading][column] = sum(rows[part][column] for part in parts if isinstance(rows[part][column], int))
    totals = [rows[0][column] + rows[4][column] for column in range(3, 3 + len(units))]
    sheet = new_sheet("Điểm")
    put(sheet, [(f"BẢNG CHẤM ĐIỂM NĂM {year}",), (), ("STT", "Nội dung", "Điểm tối đa", *units)])
    put(sheet, [*rows, (None, "Tổng cộng", 60, *totals)], FIRST_ROW)
    return sheet


class Office:
    """An office folder with one workbook per year, its reference drafted; two rounds in order unless told otherwise."""

    def __init__(self, folder: Path, sheets: dict[int, Worksheet] | None = None) -> None:
        self.folder = OfficeFolder(folder)
        for year, sheet in (sheets or {2014: scoresheet(2014), 2015: scoresheet(2015, NEXT_POINTS)}).items():
            self.place(sheet, year)
        main(["draft", "--data", str(folder)])

    def place(self, sheet: Worksheet, year: int, name: str = "phuong.xlsx") -> Path:
        """Saves the sheet's workbook among the office's."""
        return save(sheet, self.folder.raw / str(year), name)

    def receive(self, edit: Edit) -> None:
        """The second round's workbook, with something changed in it."""
        sheet = scoresheet(2015, NEXT_POINTS)
        edit(sheet)
        self.place(sheet, 2015)

    def decide(self, table: str, **values: Any) -> None:
        """A row that a person writes, in place of the proposed one of the same key."""
        reference, _ = load_reference(self.folder)
        rows = reference.rows(table)
        same = [row for row in rows if all(row[column] == values.get(column, "") for column in TABLE[table].key)]
        decided = full_row(table) | (same[0] if same else {}) | {"status": "confirmed"} | values
        self.folder.reference_file(table).unlink(missing_ok=True)
        save_rows(self.folder, table, [*(row for row in rows if row not in same), decided])

    def problems(self) -> list[Problem]:
        """What is found, the proposals that wait for a person left aside."""
        return [each for each in examine(self.folder).problems if each.code != "unconfirmed_rows"]
