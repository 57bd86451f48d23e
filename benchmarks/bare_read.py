"""Read every cell of every workbook below a folder with bare openpyxl and xlrd: the floor under any reader of ours."""

import sys
from pathlib import Path

import xlrd
from openpyxl import load_workbook


def cells_below(folder: Path) -> int:
    """The number of cells that hold something."""
    return sum(map(cells_of_xlsx, folder.rglob("*.xlsx"))) + sum(map(cells_of_xls, folder.rglob("*.xls")))


def cells_of_xlsx(file: Path) -> int:
    """The same for one workbook."""
    sheets = load_workbook(file, data_only=True).worksheets
    return sum(cell.value is not None for sheet in sheets for row in sheet.iter_rows() for cell in row)


def cells_of_xls(file: Path) -> int:
    """The same for one workbook of Excel 97 to 2003, with its fonts, as we need them."""
    sheets = xlrd.open_workbook(file, formatting_info=True).sheets()
    return sum(cell.value != "" for sheet in sheets for row in sheet.get_rows() for cell in row)


if __name__ == "__main__":
    print(cells_below(Path(sys.argv[1])))
