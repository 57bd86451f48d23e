"""Zip packages judged before any parser sees them: which format they hold, and whether opening them is safe."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from etl.read import limits
from etl.read.refused import RefusedError

_CHUNK = 2**20
_DAMAGED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_STRICT = b"http://purl.oclc.org/ooxml/"
_CELL = re.compile(rb"<(?:\w+:)?c[ />]")
_ROW = re.compile(rb"<(?:\w+:)?row[ />]")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell ")
# Excel writes UTF-8, others UTF-16: there every second byte is zero.
_DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")
_ENCRYPTED_ODS = b"encryption-data"


def format_of_package(content: bytes) -> str:
    """`xlsx`, `strict` (an .xlsx in ISO strict form), `xlsb` or `ods`; raises RefusedError for any other package."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            found = _format(package)
            _refuse_unsafe(package, counts_cells=found in ("xlsx", "strict"))
            return found
    except _DAMAGED as error:
        raise RefusedError("file_corrupt", type(error).__name__) from error


def _format(package: zipfile.ZipFile) -> str:
    parts = {part.filename.lower(): part for part in package.infolist()}
    _refuse_large(package)
    if "mimetype" in parts and b"opendocument.spreadsheet" in package.read(parts["mimetype"])[:100]:
        if "meta-inf/manifest.xml" in parts and _ENCRYPTED_ODS in package.read(parts["meta-inf/manifest.xml"]):
            raise RefusedError("file_encrypted")
        return "ods"
    if "[content_types].xml" not in parts:
        raise RefusedError("file_not_workbook", "ZIP")
    if "xl/workbook.bin" in parts:
        return "xlsb"
    workbook = parts.get("xl/workbook.xml")
    return "strict" if workbook and _STRICT in package.read(workbook) else "xlsx"


def _refuse_large(package: zipfile.ZipFile) -> None:
    sizes = [part.file_size for part in package.infolist()]
    if sum(sizes) > limits.MAX_UNPACKED_BYTES or max(sizes, default=0) > limits.MAX_PART_BYTES:
        raise RefusedError("file_too_large")


def _refuse_unsafe(package: zipfile.ZipFile, counts_cells: bool) -> None:
    cells = rows = merges = 0
    for part in package.infolist():
        name = part.filename.lower()
        if not name.endswith((".xml", ".rels")):
            continue
        for chunk in _chunks(package, part):
            # Some programs put XML schemas with a DOCTYPE into `customXml`, which nothing here opens.
            if not name.startswith("customxml/") and name != "xl/xmlmaps.xml" and _DOCTYPE.search(chunk):
                raise RefusedError("file_dangerous")
            if counts_cells and name.startswith("xl/worksheets/"):
                cells += len(_CELL.findall(chunk))
                rows += len(_ROW.findall(chunk))
                merges += len(_MERGE.findall(chunk))
        if cells > limits.MAX_CELLS or rows > limits.MAX_ROWS or merges > limits.MAX_MERGES:
            raise RefusedError("file_too_large")


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes in pieces cut before a tag, so that none is split between two."""
    with package.open(part) as stream:
        seam = b""
        while piece := stream.read(_CHUNK):
            cut = piece.rfind(b"<") if len(piece) == _CHUNK else len(piece)
            cut = len(piece) if cut < 0 else cut
            yield seam + piece[:cut]
            seam = piece[cut:]
        if seam:
            yield seam
