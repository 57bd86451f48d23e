"""`check`: all problems, nothing written."""

from __future__ import annotations

from etl.commands.bar import Bar
from etl.commands.pipeline import examine
from etl.commands.report import report
from etl.office import OfficeFolder
from etl.problem import has_errors


def run(folder: OfficeFolder, lang: str, form: str) -> int:
    """Show all problems of the office; 1 when there are errors."""
    problems = examine(folder, Bar(lang)).problems
    report(problems, lang, form)
    return int(has_errors(problems))
