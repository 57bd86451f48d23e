"""Archives that are the same bytes whenever they are made: Office files, and folders of files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import datetime

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_ARCHIVES = (".xlsx",)
_COMPRESSED = (".docx", ".pptx", ".xlsx", ".pdf")
_PROPERTIES = "docProps/core.xml"


def settled(archive: bytes, moment: datetime) -> bytes:
    """An Office file as made at `moment`: its parts and properties bear that time, and those of workbooks in it."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return zipped({name: _settled(name, source.read(name), moment) for name in source.namelist()}, moment)


def zipped(files: Mapping[str, bytes], moment: datetime) -> bytes:
    """A zip of the files, by their names, in the order given, all of the time `moment`."""
    target = io.BytesIO()
    time = max(_EARLIEST, moment.timetuple()[:6])
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, time)
            member.compress_type = zipfile.ZIP_STORED if name.endswith(_COMPRESSED) else zipfile.ZIP_DEFLATED
            member.create_system = 0
            member.external_attr = 0
            archive.writestr(member, content)
    return target.getvalue()


def _settled(name: str, content: bytes, moment: datetime) -> bytes:
    if name.endswith(_ARCHIVES):
        return settled(content, moment)
    if name == _PROPERTIES:
        return _MOMENT.sub(rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<3>", content)
    return content
