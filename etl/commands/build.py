"""`build`: check, then a new version and the pointer to it."""

from __future__ import annotations

from etl.build import RefusedError, build_version
from etl.build.versions import current_version, damaged_pointer
from etl.commands.bar import Bar
from etl.commands.pipeline import examine
from etl.commands.report import report
from etl.commands.words import say
from etl.office import OfficeFolder
from etl.problem import has_errors


def run(folder: OfficeFolder, lang: str, form: str) -> int:
    """Build a version and show all problems; 1 and nothing changed when there are errors."""
    bar = Bar(lang)
    found = examine(folder, bar)
    damaged = damaged_pointer(folder)
    not_built = say(lang, "not_built" if current_version(folder) else "none_built")
    if has_errors(found.problems):
        report([*found.problems, *damaged], lang, form, not_built, version=None)
        return 1
    try:
        version = build_version(
            folder, found.reference, found.workbooks, found.harmonised, found.problems, progress=bar
        )
    except RefusedError as refusal:
        report([*found.problems, *damaged, refusal.problem], lang, form, not_built, version=None)
        return 1
    report(found.problems, lang, form, say(lang, "built", version=version), version=version)
    return 0
