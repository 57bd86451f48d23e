"""What one resolved sheet states: scores, printed results, and who gave no scoresheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from etl.harmonise.corrections import Place, was_corrected
from etl.harmonise.identify import Sheet
from etl.harmonise.points import number_in, read_points
from etl.harmonise.scores import PrintedResult, Score, State
from etl.layout.table import Printed, SeenPoints, SeenResult
from etl.office.values import written
from etl.problem import Problem
from etl.text.keys import clean


def scores_of(sheet: Sheet, corrected: Collection[Place]) -> tuple[list[Score], list[Problem]]:
    """The scores of the sheet, blank cells included, and the cells that cannot be read as points."""
    scores = []
    problems = []
    for seen, unit_code, criterion_code in _known(sheet):
        if not sheet.has_scores or criterion_code not in sheet.criteria_set.scored:
            continue
        criterion = sheet.criteria_set.rows[criterion_code]
        reading = read_points(seen.cell, criterion["kind"])
        if reading.problem_code:
            problems.append(
                Problem(
                    reading.problem_code,
                    sheet.table.file,
                    sheet.table.sheet,
                    seen.cell.address,
                    seen.cell.text,
                    {"criterion": criterion["criterion_name"], "max_points": written(criterion["max_points"])},
                )
            )
        scores.append(
            Score(
                sheet.assessment_code,
                unit_code,
                criterion_code,
                sheet.stage(seen.stage_code),
                reading.state,
                reading.points,
                seen.cell.text,
                sheet.table.file,
                sheet.table.sheet,
                seen.cell.address,
                seen.remark,
                was_corrected(corrected, sheet.table, seen.cell),
            )
        )
    return scores, problems


def _known(sheet: Sheet) -> Iterator[tuple[SeenPoints, str, str]]:
    for seen in sheet.table.points:
        unit_code, criterion_code = sheet.unit_codes[seen.unit], sheet.criterion_codes[seen.criterion]
        if unit_code and criterion_code:
            yield seen, unit_code, criterion_code


def printed_results_of(sheet: Sheet) -> list[PrintedResult]:
    """Printed totals, subtotals, ranks and grades; a number on a line that is not scored is its branch's subtotal."""
    found: dict[tuple[str, str], PrintedResult] = {}
    for seen, unit_code, criterion_code in _known(sheet):
        if criterion_code not in sheet.criteria_set.scored and sheet.criteria_set.scored_below(criterion_code):
            result = _printed(sheet, unit_code, Printed.SUBTOTAL, seen, criterion_code)
            found[unit_code, result.cell] = result
    for seen_result in sheet.table.results:
        code = sheet.unit_codes[seen_result.unit]
        criterion = None if seen_result.criterion is None else sheet.criterion_codes[seen_result.criterion]
        is_known = code and (seen_result.criterion is None or criterion)
        if is_known and seen_result.what is not Printed.SUBMISSION:
            result = _printed(sheet, code, seen_result.what, seen_result, criterion)
            found[code, result.cell] = result
    return [result for result in found.values() if result.raw_text]


def _printed(
    sheet: Sheet, unit_code: str, what: Printed, seen: SeenPoints | SeenResult, criterion_code: str | None
) -> PrintedResult:
    return PrintedResult(
        sheet.assessment_code,
        unit_code,
        str(what),
        sheet.stage(seen.stage_code),
        clean(seen.cell.text),
        number_in(seen.cell),
        sheet.table.file,
        sheet.table.sheet,
        seen.cell.address,
        criterion_code,
    )


def not_submitted_in(sheet: Sheet, scores: list[Score]) -> set[str]:
    """The units that the sheet says gave no scoresheet: in words, or in every one of their score cells."""
    stated = {sheet.unit_codes[result.unit] for result in sheet.table.results if result.what is Printed.SUBMISSION}
    states: dict[str, set[State]] = defaultdict(set)
    for score in scores:
        states[score.unit_code].add(score.state)
    silent = {unit_code for unit_code, found in states.items() if found == {State.NOT_SUBMITTED}}
    return {unit_code for unit_code in stated if unit_code} | silent
