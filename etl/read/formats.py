"""Which format a file is in, by its bytes; its name is not asked."""

from __future__ import annotations

import re
from enum import StrEnum

from etl.read import limits
from etl.read.package import format_of_package
from etl.read.refused import RefusedError

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# A BIFF stream without a container: the record that begins it, of any version, and its plausible lengths.
_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")
_HEAD = 65_536
_NUL = b"\0"
_XML_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
_WEB_ARCHIVE = b"mime-version:"
_HTML = (b"<table", b"<html", b"<!doctype html")


class Format(StrEnum):
    """The formats that are read."""

    XLSX = "xlsx"
    STRICT = "strict"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    HTML = "html"
    CSV = "csv"


def format_of(content: bytes) -> Format:
    """The format of the file; raises RefusedError for one that is not to be opened. Any other text may be CSV."""
    if not content:
        raise RefusedError("file_empty")
    if len(content) > limits.MAX_FILE_BYTES:
        raise RefusedError("file_too_large")
    if content.startswith(_ZIP):
        return Format(format_of_package(content))
    if content.startswith(_OLE):
        if _OLE_ENCRYPTED in content:
            raise RefusedError("file_encrypted")
        return Format.XLS
    return Format.XLS if _BIFF.match(content) else _format_of_text(content)


def _format_of_text(content: bytes) -> Format:
    # In UTF-16 every second byte of a tag is zero.
    head = content[:_HEAD].replace(_NUL, b"").lower()
    if _XML_SPREADSHEET in head and b"<?xml" in head:
        raise RefusedError("file_old_format", "XML Spreadsheet")
    if _WEB_ARCHIVE in head[:200] and b"multipart/related" in head:
        raise RefusedError("file_old_format", "MHTML")
    return Format.HTML if any(mark in head for mark in _HTML) else Format.CSV
