"""Where a result in print is not the computed one, and why, as far as that can be proven."""

from __future__ import annotations

from operator import eq
from typing import Any, NamedTuple

from scoreboard.text import Words, names
from scoreboard.text import numbers as written

RESULTS = ("points", "rank", "grade")

_COMPUTED = {"points": "points", "rank": "rank", "grade": "grade_name"}


class Difference(NamedTuple):
    """One of `RESULTS` as it is in print and as it is computed, and the reason, None where nothing is known of it.

    A reason is a code of the method, or one of two that follow from it: `no_grades` where the criteria set has none,
    `not_held_down` where the print gives the grade that the points alone reach.
    """

    what: str
    printed: Any
    computed: Any
    reason: str | None


def differences(result: Any) -> list[Difference]:
    """What is in print unlike what is computed, in the order of `RESULTS`.

    `result` is a row of the questions `unit_profile` and `ranking`. Totals differ when they do as they are written: a
    cut behind the decimals that are shown is no difference.
    """
    return [found for what in RESULTS if (found := difference(result, what)) is not None]


def difference(result: Any, what: str) -> Difference | None:
    """The difference in one of `RESULTS`; None where the print says the same, or nothing."""
    printed, computed = getattr(result, f"printed_{what}"), getattr(result, _COMPUTED[what])
    if printed is None or _IS_SAME[what](printed, computed) or (what == "grade" and _is_same_band(result)):
        return None
    return Difference(what, printed, computed, _reason(what, result))


def why(what: str, reason: str | None, words: Words) -> str:
    """The reason in words, short enough to stand beside a number; a dash where nothing is known."""
    return words(f"reason.printed.{what}.{reason}") if reason else written.NOTHING


def _is_same_total(printed: Any, computed: Any) -> bool:
    return written.points(printed) == written.points(computed)


_IS_SAME = {"points": _is_same_total, "rank": eq, "grade": names.is_same_grade}


def _is_same_band(result: Any) -> bool:
    """Whether the method knows the printed grade, by its code too, as the one computed."""
    if result.grade_override_reason:
        return result.printed_grade_reason == "override"
    return result.grade_name is not None and result.printed_grade_reason is None


def _reason(what: str, result: Any) -> str | None:
    reason = getattr(result, f"printed_{what}_reason")
    if what != "grade" or reason is not None:
        return reason
    return "not_held_down" if result.grade_override_reason else "no_grades" if result.grade_name is None else None
