"""Read every workbook below a folder with our reader and do nothing with it; a second folder may keep the cells."""

import sys
from pathlib import Path

from etl.read import find_workbooks, read_workbooks


def cells_below(raw: Path, kept: Path | None) -> int:
    """The number of cells that hold something."""
    found = read_workbooks(raw, find_workbooks(raw), kept)
    return sum(len(sheet.cells) for workbook, _ in found if workbook for sheet in workbook.sheets)


if __name__ == "__main__":
    print(cells_below(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
