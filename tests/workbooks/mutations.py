"""Workbooks spoilt at random but never twice differently: the seed decides."""

from __future__ import annotations

import random
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from tests.workbooks import biff, packages
from tests.workbooks.builders import unit_sheet

# What people, programs and attackers put into cells.
HOSTILE_TEXTS = (
    "",
    " ",
    "=1+1",
    "=HYPERLINK(1)",
    "<script>alert(1)</script>",
    "']]>",
    "\x00",
    "\ud800",
    "٣",
    "8,5",
    "1e308",
    "-",
    "8/10",
    "a" * 40_000,
    "\u0300" * 500,
    "{seen}",
    "%s",
    "../../x",
    "Uû ban",
)
HOSTILE_VALUES = ("1e308", "-1e400", "nan", "0001", "1,5", "", "99999999999", "-1", "true", "0x10")
COLUMNS = ("", "A", "B", "XFD")
STYLES = (0, 0, 0, 7, -1)
FORMULAS = ("", "<f>A1</f>", '<f t="shared" si="0"/>')
MERGES = ("A1:B2", "A1", "XFD1:A1", "?", "A:A")
HOSTILE_TYPES = ("n", "s", "b", "e", "str", "d", "inlineStr", "?")


def seeds_of_files() -> dict[str, bytes]:
    """One good file of every format."""
    sheet = unit_sheet()
    rows = "<tr><td rowspan=2>1</td><td><font face='.VnTime'>Uû ban</font></td></tr><tr><td>8,5</td></tr>"
    strings = [biff.string("Uû ban Ủy ban", [(7, 1)]), biff.string("Điểm")]
    cells = biff.text_cell(0, 0, 0) + biff.text_cell(1, 0, 1) + biff.number_cell(1, 1, 8.5) + biff.merge(0, 0, 0, 3)
    cell = '<table:table-cell office:value-type="float" office:value="8.5"/>'
    return {
        "xlsx": packages.packed(packages.parts_of(sheet)),
        "xls": biff.workbook({"A": cells, "B": b""}, fonts=[biff.font(".VnTime"), biff.font("Arial")], strings=strings),
        "xlsb": packages.xlsb({(0, 0): "Điểm", (2, 1): 8.5}),
        "ods": packages.ods(f"<table:table-row>{cell * 3}</table:table-row>"),
        "html": f"<table>{rows}</table>".encode(),
        "csv": "TT;Tên;Điểm\n1;a;8,5\n".encode(),
    }


def spoilt_bytes(content: bytes, random_: random.Random) -> bytes:
    """The file with some bytes changed, cut out, repeated or put elsewhere."""
    spoilt = bytearray(content)
    for _ in range(random_.randint(1, 8)):
        place = random_.randrange(len(spoilt) + 1)
        length = random_.choice((1, 1, 2, 4, 64))
        match random_.randrange(5):
            case 0:
                spoilt[place : place + length] = random_.randbytes(length)
            case 1:
                del spoilt[place : place + length]
            case 2:
                spoilt[place:place] = spoilt[place : place + length] * random_.choice((1, 2, 50))
            case 3:
                spoilt[place : place + length] = random_.choice((b"\x00", b"\xff")) * length
            case 4:
                del spoilt[place:]
    return bytes(spoilt)


def spoilt_part(content: bytes, random_: random.Random) -> bytes:
    """A package whose checksums are right but one of whose parts is spoilt."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random_.choice(sorted(parts))
    return packages.packed(parts | {name: spoilt_bytes(parts[name], random_)})


def spoilt_cells(random_: random.Random) -> bytes:
    """An .xlsx whose cells hold, under any type, what no good program writes."""
    cells = "".join(
        f'<c r="{random_.choice(COLUMNS)}{random_.choice((row, 1, 1_048_576))}" '
        f't="{random_.choice(HOSTILE_TYPES)}" s="{random_.choice(STYLES)}">'
        f"{random_.choice(FORMULAS)}<v>{random_.choice(HOSTILE_VALUES)}</v></c>"
        for row in range(1, 12)
    )
    merge = f'<mergeCells><mergeCell ref="{random_.choice(MERGES)}"/></mergeCells>'
    data = f"<sheetData><row>{cells}</row></sheetData>{merge}".encode()
    xml = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + data + b"</worksheet>"
    return packages.changed(unit_sheet(), packages.SHEET, lambda _: xml)


def spoilt_text(random_: random.Random) -> bytes:
    """A CSV or HTML table of hostile texts."""
    rows = [[random_.choice(HOSTILE_TEXTS)[:2000] for _ in range(3)] for _ in range(5)]
    if random_.random() < 0.5:
        written = "\n".join(";".join(row) for row in rows)
    else:
        spans = ("", " rowspan=999999", " colspan=99999999999", " rowspan=-1", " colspan=x")
        written = "<table>" + "".join(
            "<tr>" + "".join(f"<td{random_.choice(spans)}>{text}" for text in row) for row in rows
        )
    return written.encode("utf-8", "surrogatepass")


def spoilt_files(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """So many spoilt files, each with a name that says how it came to be."""
    seeds = sorted(seeds_of_files().items())
    for number in range(count):
        random_ = random.Random(f"{seed}-{number}")
        suffix, content = seeds[number % len(seeds)]
        match random_.randrange(4):
            case 0 if content.startswith(b"PK"):
                yield f"{seed}-{number}-part.{suffix}", spoilt_part(content, random_)
            case 1:
                yield f"{seed}-{number}-cells.xlsx", spoilt_cells(random_)
            case 2:
                yield f"{seed}-{number}-text.csv", spoilt_text(random_)
            case _:
                yield f"{seed}-{number}-bytes.{suffix}", spoilt_bytes(content, random_)
