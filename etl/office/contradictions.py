"""Rows of reference files that contradict themselves or one another, though each value for itself is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from etl.office.codes import Tables
from etl.office.values import written

_SPANS = (("assessments", "period_start", "period_end"), ("units", "valid_from", "valid_to"))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The code of a problem, the row that has it by table and place from 0, the column, and what its words need."""

    code: str
    table: str
    place: int
    column: str
    seen: str
    values: dict[str, str] = field(default_factory=dict)


def contradictions(tables: Tables) -> Iterator[Contradiction]:
    """Everything of that kind, table by table."""
    yield from _reversed_dates(tables)
    yield from _links_to_themselves(tables)
    yield from _successions_to_themselves(tables)
    yield from _grades_out_of_order(tables)


def _reversed_dates(tables: Tables) -> Iterator[Contradiction]:
    for table, start, end in _SPANS:
        for place, row in enumerate(tables[table]):
            if row[start] and row[end] and row[end] < row[start]:
                values = {"column": end, "start_column": start, "start": row[start].isoformat()}
                yield Contradiction("dates_reversed", table, place, end, row[end].isoformat(), values)


def _links_to_themselves(tables: Tables) -> Iterator[Contradiction]:
    for place, row in enumerate(tables["criterion_links"]):
        if row["from_set_code"] and row["from_set_code"] == row["to_set_code"]:
            yield Contradiction("link_to_itself", "criterion_links", place, "to_set_code", row["to_set_code"])


def _successions_to_themselves(tables: Tables) -> Iterator[Contradiction]:
    """Units that become themselves, at once or by renames that lead back, once per circle."""
    rows = tables["unit_successions"]
    renames: dict[str, int] = {}
    for place, row in enumerate(rows):
        unit = row["predecessor_code"]
        if row["kind"] != "boundary" and unit and unit == row["successor_code"]:
            yield _circle(place, [unit, unit])
        elif row["kind"] == "rename":
            renames[unit] = place
    climbed: set[str] = set()
    for start in renames:
        unit, way = start, []
        while unit in renames and unit not in climbed:
            climbed.add(unit)
            way.append(unit)
            unit = rows[renames[unit]]["successor_code"]
        if unit in way:
            yield _circle(renames[way[-1]], [*way[way.index(unit) :], unit])


def _circle(place: int, units: list[str]) -> Contradiction:
    return Contradiction("succession_cycle", "unit_successions", place, "successor_code", " → ".join(units))


def _grades_out_of_order(tables: Tables) -> Iterator[Contradiction]:
    """Grades of a set, from the best down, that begin where another does or are numbered the other way round."""
    of_set: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for place, row in enumerate(tables["grades"]):
        if row["min_value"] is not None:
            of_set[row["criteria_set_code"]].append((place, row))
    for grades in of_set.values():
        grades.sort(key=lambda grade: -grade[1]["min_value"])
        for (_, better), (place, row) in pairwise(grades):
            values = {"other": better["grade_name"], "set": row["criteria_set_code"], "grade": row["grade_name"]}
            if better["min_value"] == row["min_value"]:
                yield Contradiction("grades_alike", "grades", place, "min_value", written(row["min_value"]), values)
            elif None not in (better["sort_order"], row["sort_order"]) and better["sort_order"] >= row["sort_order"]:
                values["order"] = str(better["sort_order"])
                yield Contradiction("grades_disordered", "grades", place, "sort_order", str(row["sort_order"]), values)
