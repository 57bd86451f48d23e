"""What the workbooks say and what was found wrong in them, as the rows of the database."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from typing import Any

from etl.harmonise.scores import Harmonised
from etl.office.load import Row
from etl.problem import Problem, in_reading_order
from etl.read.cells import Workbook


def source_rows(workbooks: list[Workbook], harmonised: Harmonised, problems: list[Problem]) -> dict[str, list[Row]]:
    """Rows by database table."""
    score_cells = Counter(score.file for score in harmonised.scores)
    return {
        "source_file": [
            {
                "file": workbook.file,
                "sha256": workbook.sha256,
                "size_bytes": workbook.size,
                "sheets": len(workbook.sheets),
                "score_cells": score_cells[workbook.file],
            }
            for workbook in sorted(workbooks, key=lambda workbook: workbook.file)
        ],
        "membership": [_row(membership) for membership in harmonised.memberships],
        "score": [_row(score) for score in harmonised.scores],
        "correction": [_row(correction) for correction in harmonised.corrections],
        "printed_result": [_row(result) for result in harmonised.printed_results],
        "problem": [_problem(problem) for problem in in_reading_order(problems)],
    }


def _row(record: Any) -> Row:
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _problem(problem: Problem) -> Row:
    english = problem.as_json("en")
    return {**problem.as_json("vi"), **{f"{part}_en": english[part] for part in ("expected", "action", "message")}}
