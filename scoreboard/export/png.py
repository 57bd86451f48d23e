"""The resolution of a PNG, written into the file, so that a document places it at its real size."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
METRES_PER_INCH = 0.0254
_HEADER_END = len(SIGNATURE) + 4 + 4 + 13 + 4


def with_resolution(png: bytes, dots_per_inch: int) -> bytes:
    """The same picture with a pHYs chunk of that resolution right behind its header, and no other pHYs chunk."""
    per_metre = round(dots_per_inch / METRES_PER_INCH)
    kept = b"".join(chunk for kind, chunk in _chunks(png[_HEADER_END:]) if kind != b"pHYs")
    return png[:_HEADER_END] + _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) + kept


def _chunks(data: bytes):
    """(kind, whole chunk) one after the other."""
    while data:
        length = int.from_bytes(data[:4], "big") + 12
        yield data[4:8], data[:length]
        data = data[length:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
