"""Lines to whoever reads them, for as long as somebody does."""

from __future__ import annotations

import os
import sys


def write(line: str) -> None:
    """One line to the output."""
    try:
        sys.stdout.write(f"{line}\n")
    except BrokenPipeError:
        _go_on_unheard()


def finish() -> None:
    """Hand over what is still held back."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _go_on_unheard()


def _go_on_unheard() -> None:
    """A reader such as `head` may leave early; the work goes on and the exit code stays what it is."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
