"""`rollback`: an older version served again."""

from __future__ import annotations

from etl.build import RefusedError
from etl.build.versions import damaged_pointer, rollback
from etl.commands.report import report
from etl.commands.words import say
from etl.office import OfficeFolder


def run(folder: OfficeFolder, version: str, lang: str, form: str) -> int:
    """Point to the version named; 1 and nothing changed when there is none that opens."""
    try:
        rollback(folder, version)
    except RefusedError as refusal:
        report([refusal.problem, *damaged_pointer(folder)], lang, form, version=None)
        return 1
    report([], lang, form, say(lang, "rolled_back", version=version), version=version)
    return 0
