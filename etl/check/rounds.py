"""A round against the one before it: units, criteria and cells that are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from etl.check.evidence import Evidence
from etl.harmonise.assessments import last_day
from etl.harmonise.scores import FILLED
from etl.office.load import Row
from etl.office.reference import Status
from etl.problem import Problem


def assessment_without_sheet(evidence: Evidence) -> Iterator[Problem]:
    """Assessments that a person confirmed and that no sheet belongs to."""
    found = {sheet.assessment_code for sheet in evidence.identified}
    for row in evidence.assessments:
        if row["status"] == Status.CONFIRMED and row["assessment_code"] not in found:
            values = {"code": row["assessment_code"]}
            yield Problem("assessment_without_sheet", "assessments.csv", seen=row["assessment_name"], values=values)


def unit_missing(evidence: Evidence) -> Iterator[Problem]:
    """Units of one round that the next one does not list, though nothing says that they ended."""
    units: dict[str, set[str]] = defaultdict(set)
    for member in evidence.harmonised.memberships:
        units[member.assessment_code].add(member.unit_code)
    ended = {
        row["unit_code"]: row["valid_to"] for row in evidence.reference.rows("units") if row["valid_to"] is not None
    }
    for row in evidence.reference.rows("unit_successions"):
        if row["status"] == Status.CONFIRMED and row["kind"] != "boundary" and row["extent"] == "full":
            ended.setdefault(row["predecessor_code"], row["effective_on"])
    for before, after in pairwise(evidence.held):
        for unit_code in sorted(units[before["assessment_code"]] - units[after["assessment_code"]]):
            if unit_code in ended and ended[unit_code] <= last_day(after):
                continue
            values = _names(before, after) | {"line": f"{after['assessment_code']},{unit_code},not_submitted"}
            yield Problem("unit_missing", seen=evidence.unit_names[unit_code], values=values)


def criterion_missing(evidence: Evidence) -> Iterator[Problem]:
    """Criteria that a round scored and the next one under the same set has no cell of, on any sheet."""
    given = _given(evidence)
    for before, after in pairwise(evidence.held):
        if before["criteria_set_code"] == after["criteria_set_code"]:
            gone = given[before["assessment_code"]] - given[after["assessment_code"]]
            yield from _criteria("criterion_missing", evidence, before, after, gone)


def criterion_unlinked(evidence: Evidence) -> Iterator[Problem]:
    """Criteria that a round scored and nothing links to the other set of the next one, although others are linked."""
    given = _given(evidence)
    for before, after in pairwise(evidence.held):
        sets = before["criteria_set_code"], after["criteria_set_code"]
        linked = _linked(evidence, *sets) if len(set(sets)) > 1 else set()
        if linked:
            yield from _criteria(
                "criterion_unlinked", evidence, before, after, given[before["assessment_code"]] - linked
            )


def coverage_shrinking(evidence: Evidence) -> Iterator[Problem]:
    """Rounds of which a clearly smaller part of all cells is filled than in the round before.

    The threshold is a part of all cells that the round should have.
    """
    shrunk = evidence.threshold("coverage_shrinking")
    shares = {row["assessment_code"]: _coverage(evidence, row["assessment_code"]) for row in evidence.held}
    for before, after in pairwise(evidence.held):
        was, now = shares[before["assessment_code"]], shares[after["assessment_code"]]
        if was > now and was - now >= shrunk:
            values = _names(before, after) | {"was": _percent(was)}
            yield Problem("coverage_shrinking", seen=_percent(now), values=values)


def _given(evidence: Evidence) -> dict[str, set[str]]:
    """The criteria that each assessment has cells of."""
    given: dict[str, set[str]] = defaultdict(set)
    for score in evidence.harmonised.scores:
        given[score.assessment_code].add(score.criterion_code)
    return given


def _criteria(problem_code: str, evidence: Evidence, before: Row, after: Row, gone: set[str]) -> Iterator[Problem]:
    """A problem for each criterion that is gone from one round to the next."""
    from_set, to_set = before["criteria_set_code"], after["criteria_set_code"]
    for code in sorted(gone):
        seen = evidence.sets_in_use[from_set].rows[code]["criterion_name"]
        values = _names(before, after) | {"code": code, "from_set": from_set, "to_set": to_set}
        yield Problem(problem_code, seen=seen, values=values)


def _linked(evidence: Evidence, from_set: str, to_set: str) -> set[str]:
    return {
        row["from_criterion_code"]
        for row in evidence.reference.rows("criterion_links")
        if (row["from_set_code"], row["to_set_code"]) == (from_set, to_set)
    }


def _coverage(evidence: Evidence, assessment_code: str) -> Decimal:
    """The part of the cells, every unit times every scored criterion, that is filled at any stage.

    A unit counts as soon as it has cells, also while nothing says which group it belongs to.
    """
    given = [score for score in evidence.harmonised.scores if score.assessment_code == assessment_code]
    filled = {(score.unit_code, score.criterion_code) for score in given if score.state in FILLED}
    members = evidence.harmonised.memberships
    units = {member.unit_code for member in members if member.assessment_code == assessment_code}
    units |= {score.unit_code for score in given}
    return Decimal(len(filled)) / (len(units) * len(evidence.set_of[assessment_code].scored))


def _names(before: Row, after: Row) -> dict[str, str]:
    return {"before": before["assessment_name"], "after": after["assessment_name"]}


def _percent(share: Decimal) -> str:
    return f"{round(100 * share)}%"
