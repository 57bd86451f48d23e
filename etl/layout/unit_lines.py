"""Lines that are nothing but the name of a body: above a table whose sheet it is, and in the letterhead of a sheet."""

from __future__ import annotations

import re

from etl.layout.numbering import code_in, number_in_front
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.letters import clean
from etl.text.words import meaning

BODY = (
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Phường|Phòng(?!,| chống| cháy)|Trường(?! hợp)|Văn phòng(?! phẩm)"
    r"|Trung tâm|Thanh tra|Chi cục|Ban(?! hành)|Đội(?! ngũ)|Xã(?! hội)|Hội(?! nghị| thảo| họp)|Công an|Trạm|Sở)"
)
MOST_WORDS = 12
_NAME = re.compile(rf"{BODY}\s+\w.*", re.IGNORECASE)
_COMMITTEE = re.compile(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)", re.IGNORECASE)
_OF_A_DISTRICT = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)\s+(?:quận|huyện|thị xã|thành phố|tp\.?|tỉnh)\b.*", re.IGNORECASE
)
_LETTERHEAD_ENDS = re.compile(r"(?:số|v/v)\s*[:./…\d]", re.IGNORECASE)


def unit_line(sheet: Sheet, row: int, is_one_of_several: bool = False) -> tuple[str, Cell] | None:
    """The name in a row that holds nothing else but a number before it; None where the row says more or no name.

    Above one of several tables with one header a short numbered line is a name whatever it says.
    """
    cells = sheet.row(row)
    named = cells[1:] if len(cells) > 1 and code_in(cells[0].text) else cells
    if len(named) != 1 or named[0].kind is not CellKind.TEXT:
        return None
    number, name = number_in_front(named[0].text)
    is_numbered = bool(number) or len(cells) > 1
    name = name.strip(" :.")
    is_name = bool(_NAME.fullmatch(name)) or (is_one_of_several and is_numbered and not _says_more(name))
    return (name, named[0]) if is_name and len(name.split()) <= MOST_WORDS else None


def _says_more(name: str) -> bool:
    areas = ("row", "column", "stage", "title_stage", "stage_after_self")
    return any(meaning(area, name) for area in areas)


def unit_above(sheet: Sheet, after: int, before: int, is_one_of_several: bool) -> tuple[str, Cell] | None:
    """The name in the line right above a table, when that is not the letterhead of the sheet; None without one."""
    rows = [row for row, _ in sheet.rows() if after < row < before]
    while rows and clean(sheet.row(rows[-1])[0].text).startswith("("):
        rows.pop()
    found = unit_line(sheet, rows[-1], is_one_of_several) if rows else None
    said = {meaning("row", cell.text) for row in rows[:-1] for cell in sheet.row(row)}
    return None if found and "letterhead" in said and "title" not in said else found


def unit_in_letterhead(sheet: Sheet, after: int, before: int) -> tuple[str, Cell] | None:
    """The body that issues the sheet, by the left of its letterhead; None where that names no body below a district."""
    lines: list[tuple[str, Cell]] = []
    for row, cells in sheet.rows():
        if not after < row < before:
            continue
        first = cells[0]
        texts = [clean(text) for text in first.text.splitlines() if text.strip()]
        if first.kind is not CellKind.TEXT or not texts or _ends(texts[0]) or (lines and row > lines[-1][1].row + 1):
            break
        lines += [(text, first) for text in texts]
    if not lines or not _COMMITTEE.match(lines[0][0]):
        return None
    named = [(name, cell) for name, cell in lines if _NAME.fullmatch(name) and not _OF_A_DISTRICT.fullmatch(name)]
    return named[-1] if named else None


def _ends(text: str) -> bool:
    return bool(_LETTERHEAD_ENDS.match(text)) or meaning("row", text) in ("title", "unit", "group")
