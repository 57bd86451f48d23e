"""Text files that pass for workbooks: their bytes into text, and a written number into a number."""

from __future__ import annotations

import codecs
import re

from etl.read.content import Fields, Runs, of_number, of_text
from etl.read.refused import RefusedError

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_HEAD = 4096
_LEGACY_FONT = re.compile(rb"[\"':,;=\s](\.Vn|VNI-)", re.IGNORECASE)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
# Three places after a lone separator may be thousands: such a text stays a text.
_NUMBER = re.compile(r"(0|[+-]?[1-9]\d*|[+-]?(?:0|[1-9]\d*)[.,](?:\d{1,2}|\d{4,}))")


def text_of(content: bytes) -> str:
    """The text of a file by its byte order mark or by what its bytes can be: UTF-8, UTF-16, else Windows Vietnamese.

    Raises RefusedError when the bytes are no text.
    """
    text = _decoded(content)
    if _NOT_TEXT.search(text):
        raise RefusedError("file_not_workbook", "?")
    return text


def fields_of(text: str, font: str = "", runs: Runs = ()) -> Fields:
    """What a written cell holds: a number when it is written as one beyond doubt, else its text."""
    if _NUMBER.fullmatch(text.strip()):
        return of_number(float(text.strip().replace(",", ".")), "General") | {"text": text.strip()}
    return of_text(runs or ((text, font),), font)


def _decoded(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    head = content[:_HEAD]
    if b"\0" in head:
        return content.decode("utf-16-be" if head[::2].count(0) > head[1::2].count(0) else "utf-16-le", "replace")
    # The fonts of legacy encodings are laid over the Western code page, not over the Vietnamese one.
    for encoding in ("utf-8", "cp1252" if _LEGACY_FONT.search(content) else "cp1258"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
