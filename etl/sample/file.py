"""A workbook as bytes that depend on its content alone, and whether a file is one that the sample wrote."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time
from pathlib import Path

from openpyxl import Workbook

IDENTIFIER = "scoreboard-sample"
_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def as_bytes(workbook: Workbook, day: date, description: str) -> bytes:
    """The workbook's file, dated that day, whenever and wherever it is made."""
    properties = workbook.properties
    properties.creator = properties.identifier = IDENTIFIER
    properties.description = description
    properties.created = datetime.combine(day, time(8))
    fresh = io.BytesIO()
    workbook.save(fresh)
    return _without_clock(fresh, day)


def _without_clock(fresh: io.BytesIO, day: date) -> bytes:
    settled = io.BytesIO()
    with zipfile.ZipFile(fresh) as source, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:
                content = _MODIFIED.sub(rb"\g<1>" + f"{day.isoformat()}T08:00:00Z".encode(), content)
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, content)
    return settled.getvalue()


def is_ours(path: Path) -> bool:
    """Whether the sample wrote the file."""
    try:
        with zipfile.ZipFile(path) as workbook:
            return IDENTIFIER.encode() in workbook.read(_PROPERTIES)
    except (zipfile.BadZipFile, KeyError):
        return False
