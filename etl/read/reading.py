"""The bytes of a file into what was read of it. Whatever they are, the answer is a reading, never an exception."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from etl.problem import Problem
from etl.read.cells import Sheet, Workbook
from etl.read.decoding import decode_sheets
from etl.read.engines import ENGINES
from etl.read.formats import format_of
from etl.read.refused import RefusedError


@dataclass(frozen=True)
class Reading:
    """What was read of a file: `sheets` is None when it was refused. The problems do not name the file yet."""

    sha256: str
    size: int
    sheets: tuple[Sheet, ...] | None
    problems: tuple[Problem, ...] = ()

    def of(self, file: str) -> tuple[Workbook | None, list[Problem]]:
        """The workbook, or None, and the problems, under the file's path below `raw/`."""
        problems = [replace(problem, file=file) for problem in self.problems]
        return (None if self.sheets is None else Workbook(file, self.sha256, self.size, self.sheets)), problems


def refusal(sha256: str, size: int, code: str, seen: str = "") -> Reading:
    """The reading of a file that is not read."""
    return Reading(sha256, size, None, (Problem(code, seen=seen),))


def not_opened(error: OSError) -> Reading:
    """The reading of a file that the system does not hand over."""
    if isinstance(error, FileNotFoundError):
        return refusal("", 0, "file_missing")
    return refusal("", 0, "file_unreadable", error.strerror or type(error).__name__)


def read_content(content: bytes) -> Reading:
    """The sheets of a file with their texts decoded, or the problem that kept it out. MemoryError passes through."""
    sha256, size = hashlib.sha256(content).hexdigest(), len(content)
    try:
        kind = format_of(content)
        engine = ENGINES[kind]
        sheets, unsure = decode_sheets(tuple(engine.read(content)), "")
    except RefusedError as error:
        return refusal(sha256, size, error.code, error.seen)
    except MemoryError:
        raise
    # A damaged file makes the parsers raise nearly anything; each of them means the same to the person who sent it.
    except Exception as error:
        return refusal(sha256, size, "file_corrupt", type(error).__name__)
    problems = [*([Problem("format_keeps_less", seen=f".{kind}")] if engine.loses else []), *unsure]
    if not any(sheet.cells for sheet in sheets):
        problems.append(Problem("workbook_empty"))
    return Reading(sha256, size, sheets, tuple(problems))
