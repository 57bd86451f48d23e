"""A file that is not read, and why."""

from __future__ import annotations


class RefusedError(Exception):
    """`code` is a problem of the catalogue; `seen` is what the file turned out to be."""

    def __init__(self, code: str, seen: str = "") -> None:
        super().__init__(code, seen)
        self.code = code
        self.seen = seen
