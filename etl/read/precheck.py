"""A glance at the bytes before any parser: what the file is, and whether opening it is safe."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

MAX_FILE_BYTES = 50 * 2**20
MAX_PART_BYTES = 100 * 2**20
MAX_UNPACKED_BYTES = 200 * 2**20
MAX_CELLS = 1_000_000
MAX_MERGES = 20_000
_CHUNK = 2**20

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"http://purl.oclc.org/ooxml/"
_CELL = re.compile(rb"<(?:\w+:)?c[ >]")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell ")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")


@dataclass(frozen=True, slots=True)
class Glance:
    """`refusal` is the problem code that keeps the file out, empty when it may be opened."""

    refusal: str = ""
    has_formulas: bool = False


def glance(content: bytes, suffix: str) -> Glance:
    """Judge a file by its bytes; its suffix is believed only where the bytes say nothing."""
    if not content:
        return Glance("file_empty")
    if len(content) > MAX_FILE_BYTES:
        return Glance("file_too_large")
    if content.startswith(_OLE):
        return Glance("file_encrypted" if _OLE_ENCRYPTED in content else "file_old_format")
    if content.startswith(_ZIP):
        return _glance_at_zip(content)
    return Glance("file_corrupt" if suffix in (".xlsx", ".xlsm") and b"\0" in content else "file_not_workbook")


def _glance_at_zip(content: bytes) -> Glance:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return _glance_at_package(package)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return Glance("file_corrupt")


def _glance_at_package(package: zipfile.ZipFile) -> Glance:
    parts = package.infolist()
    names = {part.filename.lower() for part in parts}
    if "[content_types].xml" not in names or "xl/workbook.bin" in names:
        return Glance("file_old_format" if "mimetype" in names or "xl/workbook.bin" in names else "file_not_workbook")
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES or any(p.file_size > MAX_PART_BYTES for p in parts):
        return Glance("file_too_large")
    return _glance_at_xml(package, [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))])


def _glance_at_xml(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Glance:
    cells = merges = formulas = 0
    for part in parts:
        name = part.filename.lower()
        for chunk in _chunks(package, part):
            if name.startswith(("xl/", "[content_types]", "_rels/")) and b"<!DOCTYPE" in chunk:
                return Glance("file_dangerous")
            if name == "xl/workbook.xml" and _STRICT in chunk:
                return Glance("file_old_format")
            if name.startswith("xl/worksheets/"):
                cells += len(_CELL.findall(chunk))
                merges += len(_MERGE.findall(chunk))
                formulas += len(_FORMULA.findall(chunk))
        if cells > MAX_CELLS or merges > MAX_MERGES:
            return Glance("file_too_large")
    return Glance(has_formulas=formulas > 0)


def _chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes in pieces that overlap a little, so that no tag hides on a seam."""
    with package.open(part) as stream:
        seam = b""
        while piece := stream.read(_CHUNK):
            cut = piece.rfind(b"<") if len(piece) == _CHUNK else len(piece)
            cut = len(piece) if cut < 0 else cut
            yield seam + piece[:cut]
            seam = piece[cut:]
        if seam:
            yield seam
