"""One reader process, seen from the process that asks."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import etl
from etl.read.child import FIRST_REQUEST, receive, send
from etl.read.memory import OUT_OF_MEMORY
from etl.read.reading import Reading, refusal
from etl.read.wire import unpacked

_ROOT = Path(etl.__file__).resolve().parents[1]
# openpyxl imports numpy where there is one, only to know its numbers: nearly half of the time that a start takes.
_MAIN = "import sys; sys.modules['numpy'] = None; from etl.read.child import main; main()"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class ReaderDiedError(Exception):
    """The process ended without an answer."""


class ReaderSlowError(Exception):
    """The process had no answer within the time it is given, and was ended."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Reader:
    """A process that reads files one by one. It starts when first asked, and again after it has ended."""

    def __init__(self, seconds: float, memory: int) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ended = False

    def ask(self, path: Path) -> Reading:
        """What the process read of a file.

        Raises ReaderDiedError or ReaderSlowError; the next call then starts a new process.
        """
        process = self._process or self._start()
        is_late = threading.Event()

        def end_late() -> None:
            is_late.set()
            process.kill()

        watch = threading.Timer(self._seconds, end_late)
        watch.start()
        try:
            send(process.stdin, os.fsencode(path.absolute()))
            answer, is_last = receive(process.stdout) or (b"", True)
            reading = unpacked(answer)
        except (OSError, ValueError, TypeError, KeyError) as error:
            self._leave()
            if is_late.is_set():
                raise ReaderSlowError(self._seconds) from error
            if process.returncode == OUT_OF_MEMORY:
                return refusal("", 0, "file_too_large")
            raise ReaderDiedError from error
        finally:
            watch.cancel()
        if is_last:
            self._leave()
        return reading

    def end(self) -> None:
        """Ends the process for good."""
        self._is_ended = True
        self._leave()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._is_ended:
            raise ReaderDiedError
        self._process = subprocess.Popen(
            [sys.executable, "-c", _MAIN],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )
        self._process.stdin.write(FIRST_REQUEST.pack(self._seconds, self._memory))
        return self._process

    def _leave(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                pipe.close()
            except OSError:
                continue  # what was not sent yet has nobody to read it
