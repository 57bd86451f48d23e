"""Strict OOXML, which few offices choose knowingly, into the transitional form that every reader knows."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

_NAMESPACE = re.compile(rb"http://purl\.oclc\.org/ooxml/(spreadsheetml|drawingml|officeDocument)/(\w+)")


def transitional(content: bytes) -> bytes:
    """The same package with the namespaces of the transitional form; both forms agree in all that is read here."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for part in source.infolist():
            target.writestr(part.filename, _NAMESPACE.sub(_transitional_name, source.read(part)))
    return written.getvalue()


def _transitional_name(name: re.Match[bytes]) -> bytes:
    # Strict names carry no edition; the transitional ones are those of the first.
    edition = b"%d" % (2000 + 6)
    return b"http://schemas.openxmlformats.org/" + name[1] + b"/" + edition + b"/" + name[2]
