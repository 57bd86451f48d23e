"""Workbooks as packages of parts, for what openpyxl does not write."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Collection, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"
SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def packed(parts: dict[str, bytes]) -> bytes:
    """The bytes of a package."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def parts_of(sheet: Worksheet) -> dict[str, bytes]:
    """The parts of an .xlsx as openpyxl writes it."""
    stream = BytesIO()
    sheet.parent.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(sheet: Worksheet, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """An .xlsx with one part changed."""
    parts = parts_of(sheet)
    return packed(parts | {name: change(parts.get(name, b""))})


def ods(rows: str, manifest: bytes = b"<manifest/>", styles: str = "", table: str = "") -> bytes:
    """An OpenDocument workbook of one sheet with these rows, these elements before it and attributes of its table."""
    standard = {name: f"{name}:1.0" for name in ("office", "table", "text", "style")}
    standard |= {"fo": "xsl-fo-compatible:1.0", "svg": "svg-compatible:1.0"}
    namespaces = {prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}" for prefix, name in standard.items()}
    namespaces["calcext"] = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
    namespaces["dc"] = "http://purl.org/dc/elements/1.1/"
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in namespaces.items())
    content = (
        f"<office:document-content {declared}>{styles}<office:body><office:spreadsheet>"
        f'<table:table table:name="Bảng" {table}>'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": SPREADSHEET, "META-INF/manifest.xml": manifest, "content.xml": content.encode()})


def _record(code: int, body: bytes = b"") -> bytes:
    number = bytes([code]) if code < 128 else bytes([code & 0x7F | 0x80, code >> 7])
    return number + bytes([len(body)]) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


class XlsbError(NamedTuple):
    """An error value by its code, and whether a formula gives it."""

    code: int
    is_formula: bool = False


def _xlsb_cell(column: int, value: float | str | XlsbError) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, XlsbError):
        formula = struct.pack("<HII", 0, 0, 0) if value.is_formula else b""
        return _record(11 if value.is_formula else 3, place + bytes([value.code]) + formula)
    return _record(6, place + _wide(value)) if isinstance(value, str) else _record(5, place + struct.pack("<d", value))


def xlsb(
    cells: dict[tuple[int, int], float | str | XlsbError],
    *,
    hidden_rows: Collection[int] = (),
    merges: Collection[tuple[int, int, int, int]] = (),
    comments: Mapping[tuple[int, int], str] = MappingProxyType({}),
) -> bytes:
    """A binary workbook of one sheet with these cells by (row, column) from 0, in reading order."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    link = '<Relationship Id="rId1" Type="' + relations + '/{}" Target="{}"/>'
    bundle = _record(143) + _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Bảng")) + _record(144)
    book = _record(131) + _record(153, bytes(12)) + bundle + _record(157, bytes(26)) + _record(132)
    sheet = _record(129) + _record(148, struct.pack("<IIII", 0, 100, 0, 100)) + _record(145)
    row_begun = -1
    for (row, column), value in cells.items():
        if row != row_begun:
            sheet += _record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0x10 * (row in hidden_rows), 0, 0))
            row_begun = row
        sheet += _xlsb_cell(column, value)
    sheet += _record(146) + b"".join(_record(176, struct.pack("<IIII", *merge)) for merge in merges)
    remarks = b"".join(
        _record(635, struct.pack("<IIIII", 0, row, row, column, column) + bytes(16)) + _record(637, b"\0" + _wide(text))
        for (row, column), text in comments.items()
    )
    return packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": links.format(link.format("officeDocument", "xl/workbook.bin")).encode(),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": links.format(link.format("worksheet", "worksheets/sheet1.bin")).encode(),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/worksheets/_rels/sheet1.bin.rels": links.format(link.format("comments", "../comments1.bin")).encode(),
            "xl/comments1.bin": remarks,
        }
    )
