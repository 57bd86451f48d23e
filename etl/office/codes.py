"""Which column of which reference table must hold a code that another table defines."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pointer:
    """`columns` of `table` name a row of `target` by its `target_columns`. A blank last column points nowhere."""

    table: str
    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]


def _pointer(table: str, column: str, target: str, target_column: str) -> Pointer:
    return Pointer(table, (column,), target, (target_column,))


_CRITERION = ("criteria_set_code", "criterion_code")

POINTERS: tuple[Pointer, ...] = (
    _pointer("assessments", "criteria_set_code", "criteria_sets", "criteria_set_code"),
    _pointer("unit_aliases", "unit_code", "units", "unit_code"),
    _pointer("memberships", "unit_code", "units", "unit_code"),
    _pointer("memberships", "from_assessment", "assessments", "assessment_code"),
    _pointer("memberships", "group_code", "groups", "group_code"),
    _pointer("unit_successions", "predecessor_code", "units", "unit_code"),
    _pointer("unit_successions", "successor_code", "units", "unit_code"),
    _pointer("criteria", "criteria_set_code", "criteria_sets", "criteria_set_code"),
    Pointer("criteria", ("criteria_set_code", "parent_code"), "criteria", _CRITERION),
    Pointer("criterion_aliases", _CRITERION, "criteria", _CRITERION),
    _pointer("grades", "criteria_set_code", "criteria_sets", "criteria_set_code"),
    _pointer("grade_overrides", "assessment_code", "assessments", "assessment_code"),
    _pointer("grade_overrides", "unit_code", "units", "unit_code"),
    Pointer("criterion_links", ("from_set_code", "from_criterion_code"), "criteria", _CRITERION),
    Pointer("criterion_links", ("to_set_code", "to_criterion_code"), "criteria", _CRITERION),
    _pointer("submissions", "assessment_code", "assessments", "assessment_code"),
    _pointer("submissions", "unit_code", "units", "unit_code"),
    _pointer("remedies", "assessment_code", "assessments", "assessment_code"),
    _pointer("remedies", "unit_code", "units", "unit_code"),
    _pointer("layouts", "assessment_code", "assessments", "assessment_code"),
    _pointer("layouts", "criteria_set_code", "criteria_sets", "criteria_set_code"),
    _pointer("layouts", "unit_code", "units", "unit_code"),
    _pointer("layouts", "group_code", "groups", "group_code"),
)


Tables = dict[str, list[dict[str, Any]]]


def broken_pointers(tables: Tables, unreadable: Collection[str] = ()) -> Iterator[tuple[str, int, Pointer]]:
    """Rows that name a code nobody defined: the table, the place in it from 0, and the pointer broken.

    Nobody can say so of a code that stands in an unreadable table.
    """
    for pointer in POINTERS:
        if pointer.target in unreadable:
            continue
        defined = {tuple(row[column] for column in pointer.target_columns) for row in tables[pointer.target]}
        for place, row in enumerate(tables[pointer.table]):
            if row[pointer.columns[-1]] and tuple(row[column] for column in pointer.columns) not in defined:
                yield pointer.table, place, pointer


def circles(tables: Tables) -> Iterator[tuple[int, list[str]]]:
    """Criteria that stand above themselves, once per circle: the place of a row of it from 0, and its codes upwards."""
    rows = tables["criteria"]
    place_of = {(row["criteria_set_code"], row["criterion_code"]): place for place, row in enumerate(rows)}
    climbed: set[tuple[str, str]] = set()
    for criteria_set_code, start in place_of:
        code, way = start, []
        while (criteria_set_code, code) in place_of and (criteria_set_code, code) not in climbed:
            climbed.add((criteria_set_code, code))
            way.append(code)
            code = rows[place_of[criteria_set_code, code]]["parent_code"]
        if code in way:
            yield place_of[criteria_set_code, code], [*way[way.index(code) :], code]
