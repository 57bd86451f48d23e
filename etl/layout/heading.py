"""What stands above a table: its title, its year, the decision behind it, and whose sheet it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from etl.layout.table import SeenUnit
from etl.layout.unit_lines import BODY, unit_above, unit_in_letterhead
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.capitals import in_sentence_case
from etl.text.keys import match_key
from etl.text.letters import clean
from etl.text.words import meaning

_YEAR = r"(?:19|20)\d{2}"
_YEAR_SAID = re.compile(rf"\bnăm\s+(?:học\s+)?({_YEAR})(?!\d)", re.IGNORECASE)
_WHAT_YEAR = re.compile(
    r"(?P<assessed>đánh giá|chấm điểm|kết quả|bảng điểm|tổng hợp|xếp hạng|xếp loại)"
    r"|(?P<planned>kế hoạch|quyết định|nghị quyết|bộ tiêu chí|căn cứ|theo|so với|áp dụng)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_DATE = re.compile(
    rf"ngày\s+\d+\s*(?:tháng\s+\d+\s*(?:năm\s+{_YEAR})?|[/.-]\d+[/.-]{_YEAR})|\d+/{_YEAR}/\S+|\d+[/.-]\d+[/.-]{_YEAR}",
    re.IGNORECASE,
)
_DECISION = re.compile(
    rf"quyết định\b.*?(\d+(?:/{_YEAR})?/[A-ZĐ][-\w]*)(?:\s*,?\s*(ngày\s+\d+(?:\s+tháng\s+\d+\s+năm\s+|/\d+/){_YEAR}))?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?P<label>[^:]+?)\s*:\s*(?P<value>.*)")
_OF_BODY = re.compile(
    rf"(?:\bcủa|\bđối với|\btại|[-–:])\s+(?P<unit>{BODY}\s.+?)(?:\s*[-,]?\s*năm\s+{_YEAR}.*|\s*\(.*)?$", re.IGNORECASE
)

_GROUP_IN_TITLE = re.compile(
    rf"(?<!các )(?<!từng )(?<!mỗi )(?<!theo )\b(?P<group>(?:khối|cụm|nhóm đơn vị)\s+(?!lượng\b|này\b)\S.*?)"
    rf"(?:\s*[-–,]?\s*năm\s+{_YEAR}.*|\s*\(.*)?$",
    re.IGNORECASE,
)

_BODY_IN_NAME = re.compile(rf"\b{BODY}\s+\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """The text above a table taken apart; empty or None where it says nothing.

    `letterhead` is the body that issues the sheet: whose sheet it is where nothing else says so, or who scores it.
    """

    title: str = ""
    year: int | None = None
    decision: str = ""
    unit: str = ""
    unit_cell: Cell | None = None
    group: str = ""
    letterhead: SeenUnit | None = None


def read_heading(sheet: Sheet, after: int, before: int, is_one_of_several: bool = False) -> Heading:
    """What the rows between two rows of the sheet say, both excluded. The year may also come from the sheet's name."""
    rows = [cells for row, cells in sheet.rows() if after < row < before]
    lines = [_line(cells) for cells in rows]
    titles = [line for line, cells in zip(lines, rows, strict=True) if _is_title(line) and not _is_letterhead(cells)]
    unit, cell = _unit_said(sheet, after, before)
    if not unit:
        unit, cell = unit_above(sheet, after, before, is_one_of_several) or _unit_in_title(sheet, after, before)
    letterhead = unit_in_letterhead(sheet, after, before)
    decisions = [" ".join(filter(None, match.groups())) for text in lines if (match := _DECISION.search(text))]
    return Heading(
        title=" ".join([line for line in titles if line.isupper()] or titles),
        year=_year(titles, lines, sheet.title),
        decision=decisions[0] if decisions else "",
        unit=unit,
        unit_cell=cell,
        group=_group_said(sheet, after, before) or _group_in_title(titles),
        letterhead=SeenUnit(letterhead[0], "", letterhead[1], is_letterhead=True) if letterhead else None,
    )


def unit_of_sheet(heading: Heading, sheet: Sheet, file: str) -> SeenUnit:
    """Whose sheet it is: what its heading says, else the sheet's name, the file's, or its letterhead.

    The letterhead is often that of the office that scores; it counts where neither name tells a unit.
    """
    if heading.unit:
        return SeenUnit(heading.unit, heading.group, heading.unit_cell)
    bare = match_key(re.sub(r"[\d_]+", " ", sheet.title))
    if any(letter.isalpha() for letter in bare) and meaning("sheet", bare) != "generic":
        return SeenUnit(clean(sheet.title), heading.group, None)
    name = _name_of_file(file)
    if heading.letterhead and not _tells_unit(name, heading.letterhead):
        return replace(heading.letterhead, group_name=heading.group)
    return SeenUnit(name, heading.group, None)


def _tells_unit(file_name: str, letterhead: SeenUnit) -> bool:
    """Whether a file's name tells the unit better than the letterhead, which a scoring office has on all its forms."""
    is_telling = any(letter.isalpha() for letter in file_name) and meaning("sheet", file_name) != "generic"
    return bool(_BODY_IN_NAME.search(file_name)) or (is_telling and meaning("issuer", letterhead.name) == "scorer")


def _name_of_file(file: str) -> str:
    """What the file is called beside its year."""
    stem = clean(PurePosixPath(file).stem.replace("_", " "))
    return clean(_YEAR_ALONE.sub(" ", stem)).strip(" -–()") or stem


def _line(cells: list[Cell]) -> str:
    return "  ".join(clean(cell.text) for cell in cells if cell.kind is CellKind.TEXT and cell.text.strip())


def _is_title(text: str) -> bool:
    label = text.partition(":")[0]
    return bool(text) and meaning("row", label) not in ("unit", "group") and not _is_aside(text)


def _is_letterhead(cells: list[Cell]) -> bool:
    return any(meaning("row", cell.text) == "letterhead" for cell in cells)


def _is_aside(text: str) -> bool:
    return text.startswith("(") or bool(_DATE.search(text) and not _YEAR_SAID.search(_DATE.sub("", text)))


def _year(titles: list[str], lines: list[str], sheet_name: str) -> int | None:
    """The year that is assessed, not that of a plan or a decision; None where several may be meant."""
    planned: int | None = None
    for text in (*titles, *lines):
        said = _years_said(text)
        meant = said["assessed"] if planned else said["assessed"] or said[""]
        if len(meant) > 1:
            alone = _YEAR_ALONE.search(_separated(sheet_name))
            return int(alone[1]) if alone and int(alone[1]) in meant else None
        if meant:
            return meant.pop()
        planned = planned or next(iter(said["planned"]), None)
    if planned:
        return planned
    for text in (*(_DATE.sub("", title) for title in titles), _separated(sheet_name)):
        alone = _YEAR_ALONE.search(text)
        if alone:
            return int(alone[1])
    return None


def _years_said(text: str) -> dict[str, set[int]]:
    """The years of a text by what the nearest word before each says of it: `assessed`, `planned`, or nothing."""
    found: dict[str, set[int]] = {"assessed": set(), "planned": set(), "": set()}
    bare = _DATE.sub("", text)
    for said in _YEAR_SAID.finditer(bare):
        words = list(_WHAT_YEAR.finditer(bare, 0, said.start()))
        found[(words[-1].lastgroup or "") if words else ""].add(int(said[1]))
    return found


def _separated(name: str) -> str:
    return re.sub(r"[_\W]+", " ", name)


def _unit_said(sheet: Sheet, after: int, before: int) -> tuple[str, Cell | None]:
    return _labelled(sheet, after, before, "unit")


def _group_said(sheet: Sheet, after: int, before: int) -> str:
    text, cell = _labelled(sheet, after, before, "group")
    if text or cell is None:
        return text
    return clean(cell.text).strip("() ")


def _group_in_title(titles: list[str]) -> str:
    """The group that the title names, when it names one only: `KẾT QUẢ CHẤM ĐIỂM KHỐI CÁC PHƯỜNG NĂM …`."""
    said = {in_sentence_case(match["group"]) for line in titles if (match := _GROUP_IN_TITLE.search(clean(line)))}
    return said.pop() if len(said) == 1 else ""


def _labelled(sheet: Sheet, after: int, before: int, what: str) -> tuple[str, Cell | None]:
    """The value after a label and its colon, in the same cell or the next; a group may also stand without label."""
    for row, cells in sheet.rows():
        if not after < row < before:
            continue
        texts = [cell for cell in cells if cell.kind is CellKind.TEXT]
        for index, cell in enumerate(texts):
            text = clean(cell.text).strip("() ")
            match = _LABELLED.fullmatch(text)
            if match and meaning("row", match["label"]) == what and meaning("column", match["label"]) != "evidence":
                if match["value"]:
                    return match["value"], cell
                if index + 1 < len(texts):
                    return clean(texts[index + 1].text), texts[index + 1]
            elif what == "group" and not match and meaning("row", text) == what:
                return "", cell
    return "", None


def _unit_in_title(sheet: Sheet, after: int, before: int) -> tuple[str, Cell | None]:
    for row, cells in sheet.rows():
        for cell in cells if after < row < before else ():
            match = _OF_BODY.search(clean(cell.text))
            if match and cell.kind is CellKind.TEXT and not _DATE.search(cell.text):
                return match["unit"].strip(), cell
    return "", None
