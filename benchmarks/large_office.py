"""An office with many years behind it: a workbook a year, a sheet a unit, every second year still as .xls."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from openpyxl import Workbook

from tests.workbooks import biff

Row = tuple[str | float | None, ...]

FIRST_YEAR = 2011
GROUPS = 6
FIRST_SYLLABLES = ("An", "Bình", "Cẩm", "Đông", "Hải", "Hòa", "Long", "Minh")
SECOND_SYLLABLES = ("Phước", "Sơn", "Tân", "Thành", "Thuận", "Trung", "Vĩnh", "Xuân")
MOST_POINTS = 5.0


def write_raw(raw: Path, years: int, units: int, criteria: int) -> None:
    """Write the workbooks below `raw`."""
    names = [f"{first} {second}" for first, second in islice(product(FIRST_SYLLABLES, SECOND_SYLLABLES), units)]
    for year in range(FIRST_YEAR, FIRST_YEAR + years):
        sheets = {name: list(rows(year, unit, name, criteria)) for unit, name in enumerate(names)}
        folder = raw / str(year)
        folder.mkdir(parents=True)
        if year % 2:
            write_xlsx(folder / "cham-diem.xlsx", sheets)
        else:
            (folder / "cham-diem.xls").write_bytes(xls(sheets))


def rows(year: int, unit: int, name: str, criteria: int) -> Iterator[Row]:
    """The scoresheet of one unit, from its title to its total."""
    yield (f"BẢNG CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM {year}",)
    yield (f"Đơn vị: UBND phường {name}",)
    yield ("STT", "Nội dung", "Điểm chuẩn", "Điểm chấm", "Ghi chú")
    total, number = 0.0, 0
    for group in range(GROUPS):
        yield (str(group + 1), f"Nhóm nội dung {group + 1}", criteria // GROUPS * MOST_POINTS)
        for within in range(criteria // GROUPS):
            points = (year * 7 + unit * 3 + number * 5) % 11 / 2
            total, number = total + points, number + 1
            yield (f"{group + 1}.{within + 1}", f"Nội dung chấm điểm số {number}", MOST_POINTS, points)
    yield ("", "TỔNG CỘNG", number * MOST_POINTS, total)


def write_xlsx(path: Path, sheets: dict[str, list[Row]]) -> None:
    """The sheets as .xlsx."""
    workbook = Workbook(write_only=True)
    for name, content in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in content:
            sheet.append([value if value != "" else None for value in row])
    workbook.save(path)


def xls(sheets: dict[str, list[Row]]) -> bytes:
    """The same as .xls, every text of the workbook once in the table that all sheets share."""
    texts: dict[str, int] = {}
    bodies = {
        name: b"".join(
            biff.text_cell(row, column, texts.setdefault(value, len(texts)))
            if isinstance(value, str)
            else biff.number_cell(row, column, value)
            for row, values in enumerate(content)
            for column, value in enumerate(values)
            if value not in ("", None)
        )
        for name, content in sheets.items()
    }
    return biff.workbook(bodies, strings=[biff.string(text) for text in texts])
