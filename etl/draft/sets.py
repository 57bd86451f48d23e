"""Which rounds share a criteria set, and the assessments and sets that follow from it."""

from __future__ import annotations

from etl.draft.lines import Lines, is_same_set, lines_of_reference, lines_of_tables
from etl.draft.proposal import free, proposed
from etl.draft.rounds import Round
from etl.draft.words import say
from etl.harmonise.assessments import in_time_order
from etl.office.load import Reference, Row

PREFIX = "BTC-"


def sets_of_rounds(rounds: list[Round], reference: Reference) -> tuple[dict[str, str], dict[str, Lines]]:
    """The set code of every assessment, and the lines that its rounds print of every set.

    A round keeps the set that its assessment row names, and opens the set that a person declared for its year.
    Otherwise it shares the latest earlier set whose lines are the same, or opens one of its own.
    """
    set_codes: dict[str, str] = {}
    known = _known_sets(reference)
    declared = {row["criteria_set_code"] for row in reference.rows("criteria_sets")}
    for each in rounds:
        lines = lines_of_tables(each.tables)
        code = _code(each, lines, known, declared)
        set_codes[each.assessment_code] = code
        if code not in known:
            known[code] = lines_of_reference(reference, code)
        for table in each.tables:
            known[code].take(table)
    return set_codes, known


def _known_sets(reference: Reference) -> dict[str, Lines]:
    """The lines of the sets that assessments already use, earliest first."""
    used = dict.fromkeys(row["criteria_set_code"] for row in in_time_order(reference.rows("assessments")))
    found = {code: lines_of_reference(reference, code) for code in used}
    return {code: lines for code, lines in found.items() if lines.tops}


def _code(each: Round, lines: Lines, known: dict[str, Lines], declared: set[str]) -> str:
    if each.row:
        return each.row["criteria_set_code"]
    own = f"{PREFIX}{each.year}"
    if own in declared and own not in known:
        return own
    earlier = list(reversed(known))
    if not lines.tops and earlier:
        return earlier[0]
    return next((code for code in earlier if is_same_set(lines, known[code])), None) or free(own, known)


def missing_assessments(rounds: list[Round], set_codes: dict[str, str]) -> list[Row]:
    """A row for every round that has none."""
    return [
        proposed(
            "assessments",
            assessment_code=each.assessment_code,
            assessment_name=say(
                f"assessment_name_{each.part.suffix}" if each.part else "assessment_name", year=each.year
            ),
            year=each.year,
            period_start=each.part.days(each.year)[0] if each.part else None,
            period_end=each.part.days(each.year)[1] if each.part else None,
            criteria_set_code=set_codes[each.assessment_code],
            decision=each.decision,
        )
        for each in rounds
        if each.row is None
    ]


def missing_sets(rounds: list[Round], set_codes: dict[str, str], reference: Reference) -> list[Row]:
    """A row for every set in use that has none; what becomes of criteria that do not apply is for a person to say."""
    taken = {row["criteria_set_code"] for row in reference.rows("criteria_sets")}
    rows = {}
    for each in rounds:
        code = set_codes[each.assessment_code]
        if code not in taken and code not in rows:
            rows[code] = proposed(
                "criteria_sets",
                criteria_set_code=code,
                criteria_set_name=say("criteria_set_name", year=each.year),
                not_applicable_rule="zero",
                note=say("confirm_not_applicable"),
            )
    return list(rows.values())
