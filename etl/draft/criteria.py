"""Criteria with their codes and maxima, and the other spellings that sheets print of them."""

from __future__ import annotations

from itertools import count

from etl.draft.lines import Line, Lines
from etl.draft.proposal import free, proposed
from etl.draft.words import say
from etl.harmonise.criteria import CriteriaSet
from etl.office.load import Reference, Row
from etl.text.capitals import in_sentence_case
from etl.text.keys import match_key


def give_codes(lines: Lines) -> None:
    """Mint the code of every line that has none, from the numbers down to it."""
    taken = {line.code for line in lines if line.code}
    for line in lines:
        if not line.code:
            line.code = free(_code(line, lines), taken)
            taken.add(line.code)


def _code(line: Line, lines: Lines) -> str:
    """`1.1` below `1` below `I` is `I.1.1`; a line without a number counts among its siblings."""
    number = _bare(line) or _place(line, line.parent.children if line.parent else lines.tops)
    if line.parent is None:
        return number
    inherited = f"{line.parent.number.strip().rstrip('.)')}."
    if len(inherited) > 1 and number.startswith(inherited):
        return f"{line.parent.code}.{number.removeprefix(inherited)}"
    return f"{line.parent.code}.{number}"


def _bare(line: Line) -> str:
    return line.number.strip().rstrip(".)").lstrip("(").strip()


def _place(line: Line, siblings: list[Line]) -> str:
    """Which of its siblings the line is; the next place that none of them has for its number."""
    numbers = {_bare(sibling) for sibling in siblings}
    return next(str(place) for place in count(siblings.index(line) + 1) if str(place) not in numbers)


def missing_criteria(criteria_set_code: str, lines: Lines, reference: Reference) -> list[Row]:
    """A row for every line that the reference does not hold yet, in the order of the sheet."""
    held = CriteriaSet(reference, criteria_set_code).rows
    return [
        proposed(
            "criteria",
            criteria_set_code=criteria_set_code,
            criterion_code=line.code,
            parent_code=line.parent.code if line.parent else "",
            number=line.number,
            criterion_name=line.name,
            short_name=_short(line.name),
            max_points=line.max_points,
            kind=line.kind,
            sort_order=place,
            guidance=line.guidance,
            note=say("fill_max_points") if line.is_scored and line.max_points is None else "",
        )
        for place, line in enumerate(lines, start=1)
        if line.code not in held
    ]


def _short(name: str) -> str:
    """What pages show where the sheet prints capitals, which no sentence can hold; blank when the name will do."""
    short = in_sentence_case(name)
    return short if short != name else ""


def missing_criterion_aliases(criteria_set_code: str, lines: Lines, reference: Reference) -> list[Row]:
    """A row for every spelling that does not lead to its criterion by itself."""
    criteria_set = CriteriaSet(reference, criteria_set_code)
    rows: dict[str, Row] = {}
    for line in lines:
        for name in line.names:
            if not criteria_set.find(name, line.path, line.above):
                rows.setdefault(
                    match_key(name),
                    proposed(
                        "criterion_aliases",
                        criteria_set_code=criteria_set_code,
                        alias=name,
                        criterion_code=line.code,
                        note=say("spelling_variant", name=criteria_set.rows[line.code]["criterion_name"]),
                    ),
                )
    return list(rows.values())
