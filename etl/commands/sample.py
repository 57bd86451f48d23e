"""`sample`: the illustrative office."""

from __future__ import annotations

from pathlib import Path

from etl.commands.report import report
from etl.commands.words import say
from etl.sample import OfficeInUseError, write_office


def run(folder: Path, lang: str, form: str) -> int:
    """Write the illustrative office into the folder; 1 and nothing written when it holds somebody's own workbooks."""
    try:
        files = write_office(folder)
    except OfficeInUseError as refusal:
        report([refusal.problem], lang, form, files=[])
        return 1
    sentence = say(lang, "sample_written", count=len(files), folder=folder)
    report([], lang, form, sentence, files=[path.relative_to(folder).as_posix() for path in files])
    return 0
