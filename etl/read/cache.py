"""Readings kept beside the versions, so that a file is read once. The folder may be deleted at any time."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import zlib
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

import etl
from etl.read.reading import Reading
from etl.read.wire import packed, unpacked

_ETL = Path(etl.__file__).parent
_SOURCES = ("read", "text")
_ENGINES = ("openpyxl", "xlrd", "python-calamine")
_SUFFIX = ".json.z"
_FAST = 1


@cache
def reader_version() -> str:
    """A word for everything that decides how bytes are read: our code, our word lists, the engines and Python."""
    digest = hashlib.sha256(repr((sys.version_info[:2], [(name, version(name)) for name in _ENGINES])).encode())
    for source in sorted(path for folder in _SOURCES for path in (_ETL / folder).rglob("*")):
        if source.suffix in (".py", ".toml", ".csv"):
            digest.update(source.relative_to(_ETL).as_posix().encode() + source.read_bytes())
    return digest.hexdigest()[:16]


class Cache:
    """Readings by the hash of the bytes they were read from; those of another reader are thrown away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / reader_version()
        for other in folder.glob("*"):
            if other != self._folder:
                shutil.rmtree(other, ignore_errors=True)

    def get(self, sha256: str) -> Reading | None:
        """What was read of these bytes, or None when it is not kept or no longer legible."""
        try:
            reading = unpacked(zlib.decompress((self._folder / f"{sha256}{_SUFFIX}").read_bytes()))
        except (OSError, zlib.error, ValueError, TypeError, KeyError):
            return None
        return reading if reading.sha256 == sha256 else None

    def put(self, reading: Reading) -> None:
        """Keeps a reading, unless it comes from a process that could not finish or is kept already."""
        file = self._folder / f"{reading.sha256}{_SUFFIX}"
        if not reading.sha256 or file.exists():
            return
        # A folder that cannot be written makes the next reading slower, nothing else.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}-{id(reading)}")
            part.write_bytes(zlib.compress(packed(reading), _FAST))
            part.replace(file)
