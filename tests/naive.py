"""The method once more, naively, in plain Python: loops over dictionaries and exact fractions.

Nothing here is taken from the rules or the marts; it is how a clerk would do it with a list and a pencil.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from math import trunc
from typing import Any

import duckdb

Row = dict[str, Any]
Key = tuple[str, ...]

POINT_DIGITS = 10
SHARE_DIGITS = 18
PARTS = ("points", "share", "normal_points", "applicable_max_points", "bonus_points", "penalty_points")
LATER_STAGES = ("appraised", "appealed", "final")
MISSING = ("blank", "dash", "unreadable", "not_submitted")


def read(connection: duckdb.DuckDBPyConnection, table: str) -> list[Row]:
    """All rows of a table as dictionaries."""
    relation = connection.table(table)
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def cut(value: Fraction | None, digits: int) -> Decimal | None:
    """The value without the decimals after the last one kept."""
    return None if value is None else Decimal(trunc(value * 10**digits)).scaleb(-digits)


class Office:
    """What a database says it was built from."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.sets = {row["criteria_set_code"]: row for row in read(connection, "criteria_set")}
        self.assessments = {row["assessment_code"]: row for row in read(connection, "assessment")}
        self.members = read(connection, "membership")
        self.criteria = _scored_criteria(read(connection, "criterion"))
        self.grades = read(connection, "grade")
        self.printed = read(connection, "printed_result")
        self.cells: dict[Key, dict[str, Row]] = defaultdict(dict)
        self.stages: dict[str, set[str]] = defaultdict(set)
        for row in read(connection, "score"):
            place = (row["assessment_code"], row["unit_code"], row["criterion_code"])
            self.cells[place][row["stage_code"]] = row
            self.stages[row["assessment_code"]].add(row["stage_code"])

    def set_of(self, assessment: str) -> Row:
        """The criteria set of an assessment."""
        return self.sets[self.assessments[assessment]["criteria_set_code"]]

    def criterion_results(self) -> dict[Key, Row]:
        """Expected values of `criterion_result` by assessment, unit and criterion."""
        results = {}
        for member in self.members:
            assessment, unit = member["assessment_code"], member["unit_code"]
            rules = self.set_of(assessment)
            for criterion in self.criteria[rules["criteria_set_code"]]:
                place = (assessment, unit, criterion["criterion_code"])
                cell = self.official_cell(place) if member["is_submitted"] else {"state": "not_submitted"}
                results[place] = _criterion_result(criterion, cell, rules) | {"group_code": member["group_code"]}
        return results

    def official_cell(self, place: Key) -> Row:
        """The cell that counts: of the stage prescribed, else the latest that gives something."""
        given = self.cells.get(place, {})
        prescribed = self.set_of(place[0])["official_stage"]
        if prescribed:
            order = [prescribed]
        elif self.stages[place[0]] <= {"self"}:
            order = ["self"]
        else:
            order = [*reversed(LATER_STAGES)]
        cells = [given[stage] for stage in order if stage in given]
        telling = [cell for cell in cells if cell["state"] not in ("blank", "dash")]
        dashes = [cell for cell in cells if cell["state"] == "dash"]
        return [*telling, *dashes, *cells, {"state": "blank"}][0]

    def totals(self, results: dict[Key, Row]) -> dict[Key, Row]:
        """Expected values of `total` by assessment and unit."""
        of_unit: dict[Key, list[Row]] = defaultdict(list)
        for (assessment, unit, _), result in results.items():
            of_unit[assessment, unit].append(result)
        totals = {}
        for member in self.members:
            place = (member["assessment_code"], member["unit_code"])
            totals[place] = self._total(member, of_unit[place])
        for place, total in totals.items():
            rivals = [
                other["points"]
                for (assessment, _), other in totals.items()
                if assessment == place[0]
                and other["group_code"] == total["group_code"]
                and other["unranked_reason"] is None
            ]
            is_ranked = total["unranked_reason"] is None
            total["ranked_units"] = len(rivals)
            total["rank"] = 1 + sum(points > total["points"] for points in rivals) if is_ranked else None
            total["is_tied"] = is_ranked and rivals.count(total["points"]) > 1
        return totals

    def _total(self, member: Row, results: list[Row]) -> Row:
        rules = self.set_of(member["assessment_code"])
        normal = [result for result in results if result["kind"] == "normal"]
        numbers = [result for result in normal if result["state"] == "scored"]
        full = sum(
            Fraction(c["max_points"]) for c in self.criteria[rules["criteria_set_code"]] if c["kind"] == "normal"
        )
        total: Row = {
            "group_code": member["group_code"],
            "max_points": cut(Fraction(full), POINT_DIGITS),
            "gap_points": sum(result["gap_points"] for result in numbers) if numbers else None,
            "not_applicable": sum(result["state"] == "not_applicable" for result in normal),
            "missing": sum(result["state"] in MISSING for result in normal),
        }
        for verdict in ("done_well", "not_well", "not_done"):
            total[verdict] = sum(result["verdict"] == verdict for result in normal)
        parts = _parts(results, normal, rules, full) if numbers else dict.fromkeys(PARTS)
        total |= {name: parts[name] for name in PARTS if name != "points"}
        total["is_partial"] = bool(numbers) and total["missing"] > 0
        total["points"] = parts["points"] if rules["total_rule"] == "sum" else self._printed_total(member)
        total["unranked_reason"] = _unranked_reason(member, total, rules)
        total["grade_code"] = self._grade(total, rules)
        return total

    def _printed_total(self, member: Row) -> Decimal | None:
        place = (member["assessment_code"], member["unit_code"])
        prescribed = self.set_of(place[0])["official_stage"]
        found = {
            row["stage_code"]: row["points"]
            for row in self.printed
            if (row["assessment_code"], row["unit_code"]) == place and row["what"] == "total"
        }
        order = [prescribed, *reversed(LATER_STAGES)]
        if prescribed is None and self.stages[place[0]] <= {"self"}:
            order.insert(0, "self")
        return next((found[stage] for stage in order if stage in found), None) if member["is_submitted"] else None

    def _grade(self, total: Row, rules: Row) -> str | None:
        value = total["points"] if rules["grade_basis"] == "points" else total["share"] and total["share"] * 100
        reached = [
            (grade["min_value"], grade["grade_code"])
            for grade in self.grades
            if value is not None
            and grade["criteria_set_code"] == rules["criteria_set_code"]
            and grade["min_value"] <= value
        ]
        return max(reached)[1] if reached else None

    def summaries(self, results: dict[Key, Row]) -> dict[tuple[str, str | None, str], Row]:
        """Expected values of `criterion_summary` by assessment, group (None: all) and criterion."""
        gathered: dict[tuple[str, str | None, str], list[Row]] = defaultdict(list)
        for (assessment, _, criterion), result in results.items():
            if result["kind"] == "normal":
                for group in (None, result["group_code"]):
                    gathered[assessment, group, criterion].append(result)
        return {place: _summary(members) for place, members in gathered.items()}


def _scored_criteria(rows: list[Row]) -> dict[str, list[Row]]:
    scored = defaultdict(list)
    for row in rows:
        children = [
            other
            for other in rows
            if other["criteria_set_code"] == row["criteria_set_code"]
            and other["parent_code"] == row["criterion_code"]
            and other["kind"] != "alternative"
        ]
        if row["kind"] != "alternative" and not children:
            scored[row["criteria_set_code"]].append(row)
    return scored


def _criterion_result(criterion: Row, cell: Row, rules: Row) -> Row:
    state, normal, most = cell["state"], criterion["kind"] == "normal", criterion["max_points"]
    result: Row = {"kind": criterion["kind"], "state": state, "max_points": most}
    result |= dict.fromkeys(("points", "share", "gap_points", "verdict"))
    if state == "scored":
        result["points"] = cell["points"]
        if normal:
            result["gap_points"] = most - cell["points"]
            result["share"] = cut(Fraction(cell["points"]) / Fraction(most), SHARE_DIGITS) if most else None
    elif state == "not_applicable" and normal:
        rule = rules["not_applicable_rule"]
        result["gap_points"] = Decimal(0)
        result["points"] = {"zero": Decimal(0), "full_marks": most, "excluded": None}[rule]
        result["max_points"] = None if rule == "excluded" else most
    if result["share"] is not None:
        if result["share"] >= rules["done_well_min_share"]:
            result["verdict"] = "done_well"
        else:
            result["verdict"] = "not_done" if result["share"] <= rules["not_done_max_share"] else "not_well"
    return result


def _parts(results: list[Row], normal: list[Row], rules: Row, full: Fraction) -> Row:
    earned = sum(Fraction(result["points"] or 0) for result in normal)
    possible = sum(Fraction(result["max_points"] or 0) for result in normal)
    bonus = sum(Fraction(result["points"] or 0) for result in results if result["kind"] == "bonus")
    penalty = sum(Fraction(result["points"] or 0) for result in results if result["kind"] == "penalty")
    if rules["bonus_cap"] is not None and bonus > rules["bonus_cap"]:
        bonus = Fraction(rules["bonus_cap"])
    if rules["penalty_cap"] is not None and -penalty > rules["penalty_cap"]:
        penalty = -Fraction(rules["penalty_cap"])
    on_scale = cut(earned * full / possible, POINT_DIGITS) if possible else None
    exact = {
        "normal_points": earned,
        "applicable_max_points": possible,
        "bonus_points": Fraction(bonus),
        "penalty_points": Fraction(penalty),
    }
    return {
        **{name: cut(Fraction(value), POINT_DIGITS) for name, value in exact.items()},
        "share": cut(earned / possible, SHARE_DIGITS) if possible else None,
        "points": None if on_scale is None else cut(Fraction(on_scale) + bonus + penalty, POINT_DIGITS),
    }


def _unranked_reason(member: Row, total: Row, rules: Row) -> str | None:
    if not member["is_submitted"]:
        return "not_submitted"
    if total["points"] is None:
        return "no_points"
    return "partial" if total["is_partial"] and rules["partial_rule"] == "not_ranked" else None


def _summary(results: list[Row]) -> Row:
    scored = [result for result in results if result["state"] == "scored"]
    weak = [result for result in scored if result["verdict"] in ("not_well", "not_done")]
    summary: Row = {
        "units": len(results),
        "scored_units": len(scored),
        "not_applicable": sum(result["state"] == "not_applicable" for result in results),
        "missing": sum(result["state"] in MISSING for result in results),
        "best_points": max((result["points"] for result in scored), default=None),
        "is_systemic": len(scored) >= 3 and Fraction(len(weak), len(scored)) >= Fraction(60, 100),
    }
    for verdict in ("done_well", "not_well", "not_done"):
        summary[verdict] = sum(result["verdict"] == verdict for result in scored)
    for amount in ("points", "max_points", "gap_points"):
        summary[amount] = sum((result[amount] for result in scored), Decimal(0))
    share = Fraction(summary["points"]) / Fraction(summary["max_points"]) if summary["max_points"] else None
    return summary | {"share": cut(share, SHARE_DIGITS)}
