"""`check`: all problems, nothing of the office written."""

from __future__ import annotations

from pathlib import Path

from etl.commands.bar import Bar
from etl.commands.pipeline import examine
from etl.commands.refusal import reason
from etl.commands.report import report, save_report
from etl.commands.words import say
from etl.office import OfficeFolder
from etl.problem import Problem, has_errors


def run(folder: OfficeFolder, lang: str, form: str, report_file: Path | None = None) -> int:
    """Show all problems of the office, and save them as a workbook where one is named; 1 when there are errors."""
    problems = examine(folder, Bar(lang)).problems
    sentence = ""
    if report_file is not None:
        try:
            save_report(problems, folder, lang, report_file)
            sentence = say(lang, "report_saved", file=report_file)
        except OSError as error:
            values = {"reason": reason(error, lang)}
            problems.append(Problem("report_not_written", seen=str(report_file), values=values))
    report(problems, lang, form, sentence)
    return int(has_errors(problems))
