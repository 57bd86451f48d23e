"""One write at a time: a lock that the operating system lets go of when its holder dies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO

from etl.build.refusal import RefusedError
from etl.build.statements import Progress, silent
from etl.office.folder import OfficeFolder
from etl.problem import Problem

LOCK_FILE = ".lock"
SECONDS_BETWEEN_TRIES = 0.2
# Windows denies reading a locked region, so the lock lies far behind the holder's name.
LOCKED_BYTE = 1 << 30

try:
    import fcntl

    def _try_lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:
    import msvcrt

    def _try_lock(file: BinaryIO) -> None:
        file.seek(LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)


@contextmanager
def write_lock(folder: OfficeFolder, wait_seconds: int, progress: Progress = silent) -> Iterator[None]:
    """Holds the office's write lock; `progress` sees stage `wait`, in seconds, while another process holds it.

    Raises `RefusedError` with problem `build_running` when the other is not done after `wait_seconds`.
    """
    folder.build.mkdir(parents=True, exist_ok=True)
    path = folder.build / LOCK_FILE
    path.touch()
    with path.open("r+b") as file:
        _wait_for(file, wait_seconds, progress)
        file.seek(0)
        file.truncate()
        file.write(f"{os.getpid()} {datetime.now():%H:%M:%S}".encode())
        file.flush()
        yield


def _wait_for(file: BinaryIO, wait_seconds: int, progress: Progress) -> None:
    started = time.monotonic()
    while True:
        try:
            return _try_lock(file)
        except OSError:
            waited = time.monotonic() - started
        if waited >= wait_seconds:
            file.seek(0)
            process, _, since = file.read(40).decode().partition(" ")
            raise RefusedError(Problem("build_running", seen=process, values={"since": since}))
        progress("wait", int(waited), wait_seconds)
        time.sleep(SECONDS_BETWEEN_TRIES)
