"""What is said of a unit's grade: by points, held down by a condition, in print, and what is missing to the next."""

from __future__ import annotations

from typing import Any

from scoreboard.findings import goals, lift, printed
from scoreboard.text import Words, names


def sentences(result: Any, words: Words) -> list[str]:
    """What is missing to the next grade, which condition bounds the grade and by what document, and the grade in print.

    `result` is a row of the question `unit_profile`. Empty where the criteria set has no grades.
    """
    return list(filter(None, (_next(result, words), _condition(result, words), _in_print(result, words))))


def beside(result: Any, words: Words) -> str:
    """What a grade rests on: the points, or the condition that holds it below them; and whether the print agrees."""
    if result.grade_name is None:
        return words("profile.figure.grade_none") if result.points is not None else ""
    return "; ".join(filter(None, (_rests_on(result, words), _beside_print(result, words))))


def held_down(result: Any, words: Words) -> str:
    """That a condition holds the grade below the points, why and by what document; empty where none does.

    `result` is a row of the question `ranking`.
    """
    if not result.grade_override_reason:
        return ""
    reason = _with_source(result.grade_override_reason, result.grade_override_source, words)
    return words("ranking.held_down_by", reason=reason)


def _next(result: Any, words: Words) -> str:
    needed = lift.missing(result)
    if needed is not None:
        grade = names.grade(result.next_grade_name)
        said = words("profile.sentence.lift", points=goals.points_short(needed, words), grade=grade)
        return " ".join(filter(None, (said, goals.rescaled(result, None, words))))
    is_bounded = result.highest_grade_name is not None
    return words("profile.sentence.top_grade") if result.grade_name and not is_bounded else ""


def _condition(result: Any, words: Words) -> str:
    """The condition declared for the unit, whether or not it holds the grade down now."""
    if result.highest_grade_name is None:
        return ""
    reason = _with_source(result.highest_grade_reason, result.highest_grade_source, words)
    said = {"grade": names.grade(result.highest_grade_name), "reason": reason}
    if not result.grade_override_reason:
        return words("profile.sentence.bounded", **said)
    return words("profile.sentence.held_down", points_grade=names.grade(result.points_grade_name), **said)


def _in_print(result: Any, words: Words) -> str:
    found = printed.difference(result, "grade")
    if found is None or found.computed is None:
        return ""
    pair = {"printed": names.grade(found.printed), "computed": names.grade(found.computed)}
    return words("profile.sentence.printed_grade", **pair, reason=printed.why("grade", found.reason, words))


def _rests_on(result: Any, words: Words) -> str:
    if not result.grade_override_reason:
        return words("profile.figure.grade_by_points")
    said = words("profile.figure.grade_held_down", points_grade=names.grade(result.points_grade_name))
    source = result.grade_override_source
    return f"{said} {words('profile.figure.grade_source', source=source)}" if source else said


def _beside_print(result: Any, words: Words) -> str:
    if result.printed_grade is None:
        return ""
    differs = printed.difference(result, "grade") is not None
    key = "profile.figure.grade_differs" if differs else "profile.figure.grade_same"
    return words(key, printed=result.printed_grade)


def _with_source(reason: str, source: str | None, words: Words) -> str:
    reason = reason.rstrip(". ")
    return words("profile.sentence.with_source", reason=reason, source=source) if source else reason
