"""How severe an office says a problem is, and how far is too far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from etl.office.load import Reference
from etl.office.values import written
from etl.problem import Problem, Severity, catalogue

FILE = "severities.csv"


def as_decided(problems: Iterable[Problem], reference: Reference) -> list[Problem]:
    """The problems with the severities that the office's `severities.csv` gives them."""
    decided = {row["code"]: Severity(row["severity"]) for row in _usable(reference)}
    return [replace(each, decided=decided[each.code]) if each.code in decided else each for each in problems]


def threshold(code: str, reference: Reference) -> Decimal:
    """What a check measures against: the office's `threshold` in `severities.csv`, else the catalogue's."""
    given = (row["threshold"] for row in reference.rows("severities") if row["code"] == code)
    decided = next((each for each in given if each is not None), None)
    return Decimal(catalogue()[code]["threshold"]) if decided is None else decided


def refused_severities(reference: Reference) -> Iterator[Problem]:
    """Rows of `severities.csv` not followed: of an unknown code, too lenient, or with a threshold for what has none.

    An error may become a warning only where the catalogue says `may_warn`: everywhere else the method would compute
    with something that it cannot use. A word that is no severity is a problem of the file, told where it is read.
    """
    followed = [row["code"] for row in _usable(reference)]
    for row in reference.rows("severities"):
        if row["code"] not in catalogue():
            yield Problem("unknown_problem_code", FILE, seen=row["code"])
        elif row["code"] not in followed and row["severity"] in tuple(Severity):
            yield Problem("severity_refused", FILE, seen=row["code"])
        elif row["threshold"] is not None and "threshold" not in catalogue()[row["code"]]:
            yield Problem("threshold_refused", FILE, seen=written(row["threshold"]), values={"code": row["code"]})


def _usable(reference: Reference) -> list[dict]:
    return [
        row
        for row in reference.rows("severities")
        if row["code"] in catalogue()
        and row["severity"] in tuple(Severity)
        and (row["severity"] == Severity.ERROR or _may_warn(row["code"]))
    ]


def _may_warn(code: str) -> bool:
    entry = catalogue()[code]
    return entry["severity"] == Severity.WARNING or entry.get("may_warn", False)
