"""Problems as a person or a machine reads them."""

from __future__ import annotations

import json
import sys
from typing import Any

from etl.commands.words import say
from etl.problem import Problem, Severity, in_reading_order

TEXT, JSON = "text", "json"
FORMATS = (TEXT, JSON)


def write(line: str) -> None:
    """One line to the output."""
    sys.stdout.write(f"{line}\n")


def problem_lines(problems: list[Problem], lang: str) -> list[str]:
    """Errors, then warnings, each under its count, and the sum of both."""
    lines = []
    counts = {}
    for severity, name in ((Severity.ERROR, "errors"), (Severity.WARNING, "warnings")):
        found = [problem for problem in in_reading_order(problems) if problem.severity is severity]
        counts[name] = len(found)
        if found:
            lines += [say(lang, name, count=len(found)), *(problem.as_line(lang) for problem in found), ""]
    return [*lines, say(lang, "summary", **counts)]


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
