"""Problems as a person or a machine reads them."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import Any

from etl.commands.output import write
from etl.commands.words import say
from etl.office import OfficeFolder
from etl.problem import Problem, Severity, in_reading_order
from spreadsheet.problem_report import problem_report

TEXT, JSON = "text", "json"
FORMATS = (TEXT, JSON)


def problem_lines(problems: list[Problem], lang: str) -> list[str]:
    """Errors, then warnings, each under its count, file by file; and the sum of both."""
    lines = []
    counts = {}
    for severity, name in ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings")):
        found = [problem for problem in in_reading_order(problems) if problem.severity is severity]
        counts[name] = len(found)
        if found:
            lines += [f"{say(lang, name, count=len(found))}:", *_by_file(found, lang), ""]
    summary = ", ".join(say(lang, name, count=count) for name, count in counts.items())
    return [*lines, f"{summary}."]


def _by_file(found: list[Problem], lang: str) -> list[str]:
    lines = []
    for file, group in groupby(found, key=lambda problem: problem.file):
        of_file = list(group)
        name = file or say(lang, "whole_office")
        lines += ["", say(lang, "of_file", file=name, count=len(of_file)), *(each.as_line(lang) for each in of_file)]
    return lines


def report(problems: list[Problem], lang: str, form: str, sentence: str = "", **facts: Any) -> None:
    """Show problems and a closing sentence; as JSON, one object with `problems` and the facts given."""
    if form == JSON:
        found = [problem.as_json(lang) for problem in in_reading_order(problems)]
        write(json.dumps({**facts, "problems": found}, ensure_ascii=False, indent=2))
        return
    for line in problem_lines(problems, lang):
        write(line)
    if sentence:
        write(sentence)


def save_report(problems: list[Problem], folder: OfficeFolder, lang: str, file: Path) -> None:
    """Write the problems as a workbook with links into the office's files; OSError where the file cannot be written."""
    rows = [problem.as_json(lang) for problem in in_reading_order(problems)]
    file.write_bytes(problem_report(rows, folder.root, lang))
