"""The process that opens files, so that no file can harm the one that asks.

It answers one request after another: a path comes in on standard input, a reading goes out on standard output, each
after a header that says how long it is. It ends with its input.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from etl.read.memory import limit_memory
from etl.read.reading import not_opened, read_content, refusal
from etl.read.wire import packed

HEADER = struct.Struct(">?Q")  # whether this is the last answer of the process, and the bytes that follow
FIRST_REQUEST = struct.Struct(">dQ")  # the limits: seconds for a file, bytes of memory


def send(stream: BinaryIO, content: bytes, is_last: bool = False) -> None:
    """Writes a message."""
    stream.write(HEADER.pack(is_last, len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[bytes, bool] | None:
    """The next message and whether it is the last, or None when the other side has ended, even in mid-sentence."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    is_last, length = HEADER.unpack(header)
    content = stream.read(length)
    return (content, is_last) if len(content) == length else None


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Reads files until nobody asks any more or the memory is used up."""
    seconds, memory = FIRST_REQUEST.unpack(requests.read(FIRST_REQUEST.size))
    limit_memory(memory)
    # A million cells live until they are sent: looking for cycles among them meanwhile only costs time.
    gc.disable()
    while request := receive(requests):
        path = Path(request[0].decode("utf-8", "surrogateescape"))
        # Should the asking process be gone by then, nobody else is left to end this one.
        faulthandler.dump_traceback_later(seconds * 2, exit=True)
        is_last = False
        try:
            answer = packed(read_content(path.read_bytes()))
        except OSError as error:
            answer = packed(not_opened(error))
        except MemoryError:
            answer, is_last = packed(refusal("", 0, "file_too_large")), True
        send(answers, answer, is_last)
        faulthandler.cancel_dump_traceback_later()
        if is_last:
            return
        del answer
        gc.collect()


def main() -> None:
    """Keep the way to the asking process to ourselves: what parsers print must not get into it."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    serve(sys.stdin.buffer, answers)
