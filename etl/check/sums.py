"""Printed totals and subtotals against the sum of their parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from etl.check.evidence import LAST, SELF, Evidence
from etl.harmonise.criteria import CriteriaSet
from etl.harmonise.scores import PrintedResult, Score, State
from etl.layout.table import Printed
from etl.office.load import Row
from etl.office.values import written
from etl.problem import Problem

ZERO = Decimal(0)
SHOWN_PLACES = 6
PRINTED = "printed"


def subtotal_mismatch(evidence: Evidence) -> Iterator[Problem]:
    """Printed subtotals that are not the sum of the scored criteria of their branch."""
    for result in _printed(evidence, Printed.SUBTOTAL):
        criteria_set = evidence.set_of[result.assessment_code]
        if result.criterion_code is None:
            continue
        sums = _possible_sums(evidence, result, criteria_set.scored_below(result.criterion_code))
        name = criteria_set.rows[result.criterion_code]["criterion_name"]
        yield from _difference("subtotal_mismatch", evidence, result, sums, {"criterion": name})


def total_mismatch(evidence: Evidence) -> Iterator[Problem]:
    """Printed totals that are not the sum of all scored criteria."""
    for result in _printed(evidence, Printed.TOTAL):
        sums = _possible_sums(evidence, result, evidence.set_of[result.assessment_code].scored)
        yield from _difference("total_mismatch", evidence, result, sums, {})


def total_without_parts(evidence: Evidence) -> Iterator[Problem]:
    """Totals and subtotals printed for units of which no points were read: one problem per sheet that prints them."""
    scored = {(score.assessment_code, score.unit_code) for score, _ in evidence.scored}
    silent = {
        (each.assessment_code, each.unit_code) for each in evidence.harmonised.memberships if not each.is_submitted
    }
    bare: dict[tuple[str, str], list[PrintedResult]] = defaultdict(list)
    for result in evidence.harmonised.printed_results:
        is_sum = result.what in (Printed.TOTAL, Printed.SUBTOTAL) and result.points is not None
        is_taken = evidence.total_rule(result.assessment_code) == PRINTED
        if is_sum and not is_taken and (result.assessment_code, result.unit_code) not in scored | silent:
            bare[result.file, result.sheet].append(result)
    for results in bare.values():
        first = results[0]
        units = dict.fromkeys(result.unit_code for result in results)
        values = {"unit": evidence.unit_names[first.unit_code], "units": str(len(units))}
        yield Problem("total_without_parts", first.file, first.sheet, first.cell, first.raw_text, values)


def _printed(evidence: Evidence, what: Printed) -> Iterator[PrintedResult]:
    for result in evidence.harmonised.printed_results:
        if result.what == what and result.points is not None and result.assessment_code in evidence.set_of:
            yield result


def _possible_sums(evidence: Evidence, result: PrintedResult, criterion_codes: Iterable[str]) -> list[Decimal]:
    """The sums that a sheet may rightly print, the likeliest last; none for a unit without any points there.

    A total called "thẩm định" may be the appraised one or the one that stands in the end.
    """
    criteria_set = evidence.set_of[result.assessment_code]
    codes = list(criterion_codes)
    sums: list[Decimal] = []
    for stage in dict.fromkeys((result.stage_code, SELF if result.stage_code == SELF else LAST)):
        standing = evidence.scores_at(result.assessment_code, result.unit_code, stage)
        scores = [standing[code] for code in codes if code in standing]
        if any(score.points is not None for score in scores):
            sums = [*_sums_of_scores(scores, criteria_set, evidence.set_rows[criteria_set.code]), *sums]
    return sums


def _sums_of_scores(scores: list[Score], criteria_set: CriteriaSet, rule: Row) -> list[Decimal]:
    """The sums of some scores by the rules that offices follow in print.

    Weights count, caps count or not, and criteria that do not apply are left out as the set's rule says or simply add
    nothing; what penalties take away may be printed without its sign.
    """
    plain = {kind: _sum_of(scores, criteria_set, kind) for kind in ("normal", "bonus", "penalty")}
    bonus = plain["bonus"] if rule["bonus_cap"] is None else min(plain["bonus"], rule["bonus_cap"])
    penalty = plain["penalty"] if rule["penalty_cap"] is None else max(plain["penalty"], -rule["penalty_cap"])
    normal = _with_not_applicable(scores, criteria_set, plain["normal"], rule["not_applicable_rule"])
    sums = [sum(plain.values(), ZERO), plain["normal"] + bonus + penalty, normal + bonus + penalty]
    is_taken_only = all(criteria_set.rows[score.criterion_code]["kind"] == "penalty" for score in scores)
    return [*map(abs, sums), *sums] if is_taken_only else sums


def _sum_of(scores: list[Score], criteria_set: CriteriaSet, kind: str) -> Decimal:
    of_kind = [score for score in scores if criteria_set.rows[score.criterion_code]["kind"] == kind]
    weighed = (
        score.points * criteria_set.weight(score.criterion_code) for score in of_kind if score.points is not None
    )
    return sum(weighed, ZERO)


def _with_not_applicable(scores: list[Score], criteria_set: CriteriaSet, normal: Decimal, rule: str) -> Decimal:
    """The normal points once criteria that do not apply have earned their maximum, or have left the scale."""
    maxima = [
        (
            score.state,
            (criteria_set.rows[score.criterion_code]["max_points"] or ZERO) * criteria_set.weight(score.criterion_code),
        )
        for score in scores
        if criteria_set.rows[score.criterion_code]["kind"] == "normal"
    ]
    full = sum((each for _, each in maxima), ZERO)
    out = sum((each for state, each in maxima if state is State.NOT_APPLICABLE), ZERO)
    if rule == "full_marks":
        return normal + out
    return normal * full / (full - out) if rule == "excluded" and full > out else normal


def _difference(
    code: str, evidence: Evidence, result: PrintedResult, sums: list[Decimal], values: dict[str, str]
) -> Iterator[Problem]:
    tolerance = evidence.set_rows[evidence.set_of[result.assessment_code].code]["sum_tolerance"]
    if sums and all(abs(result.points - each) > tolerance for each in sums):
        values |= {
            "unit": evidence.unit_names[result.unit_code],
            "sum": written(round(sums[-1], SHOWN_PLACES)),
            "difference": written(round(result.points - sums[-1], SHOWN_PLACES)),
        }
        yield Problem(code, result.file, result.sheet, result.cell, result.raw_text, values)
