"""A few reader processes that live as long as they are needed; one that dies is replaced."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from etl.read import limits
from etl.read.cache import Cache
from etl.read.reader import Reader, ReaderDiedError, ReaderSlowError
from etl.read.reading import Reading, not_opened, refusal

PROCESSES = max(1, min(os.cpu_count() or 1, 4))
_AHEAD = 16  # files read before whoever takes the readings asks for them
_ATTEMPTS = 2  # a process may die of what an earlier file left behind; a fresh one that dies, dies of this file


class Readers:
    """Reads files in processes of their own, `count` at a time. Nothing starts before a file is to be read."""

    def __init__(
        self,
        cache: Cache | None = None,
        count: int = PROCESSES,
        seconds: float = limits.MAX_SECONDS,
        memory: int = limits.MAX_MEMORY_BYTES,
    ) -> None:
        self._cache = cache
        self._readers = [Reader(seconds, memory) for _ in range(count)]
        self._idle: SimpleQueue[Reader] = SimpleQueue()
        for reader in self._readers:
            self._idle.put(reader)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reader")

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the processes, those that are reading too."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for reader in self._readers:
            reader.end()

    def read(self, paths: Iterable[Path]) -> Iterator[Reading]:
        """What was read of every file, in the order of the paths."""
        waiting: deque[Future[Reading]] = deque()
        for path in paths:
            waiting.append(self._threads.submit(self._read, path))
            if len(waiting) > _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _read(self, path: Path) -> Reading:
        """What is kept of a file with these bytes, or else what a process now reads."""
        if self._cache is None:
            return self._ask(path)
        try:
            size = path.stat().st_size
            sha256 = hashlib.sha256(path.read_bytes()).hexdigest() if size <= limits.MAX_FILE_BYTES else ""
        except OSError as error:
            return not_opened(error)
        reading = self._cache.get(sha256) or self._ask(path)
        self._cache.put(reading)
        return reading

    def _ask(self, path: Path) -> Reading:
        reader = self._idle.get()
        try:
            for _ in range(_ATTEMPTS):
                try:
                    return reader.ask(path)
                except ReaderDiedError:
                    continue
        except ReaderSlowError as error:
            return refusal("", 0, "file_too_slow", f"{error.seconds:g}")
        finally:
            self._idle.put(reader)
        return refusal("", 0, "file_breaks_reader")
