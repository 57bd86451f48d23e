"""The method once more, naively, in plain Python: loops over dictionaries and exact fractions.

Nothing here is taken from the rules or the marts; it is how a clerk would do it with a list and a pencil.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from math import floor, trunc
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
        self.units = read(connection, "unit")
        self.members = read(connection, "membership")
        self.criteria = _scored_criteria(read(connection, "criterion"))
        self.grades = read(connection, "grade")
        self.printed = read(connection, "printed_result")
        self.overrides = {(row["assessment_code"], row["unit_code"]): row for row in read(connection, "grade_override")}
        self.cells: dict[Key, dict[str, Row]] = defaultdict(dict)
        self.stages: dict[str, set[str]] = defaultdict(set)
        for row in read(connection, "score"):
            place = (row["assessment_code"], row["unit_code"], row["criterion_code"])
            self.cells[place][row["stage_code"]] = row
            self.stages[row["assessment_code"]].add(row["stage_code"])

    def set_of(self, assessment: str) -> Row:
        """The criteria set of an assessment."""
        return self.sets[self.assessments[assessment]["criteria_set_code"]]

    def official_stage(self, assessment: str) -> str:
        """The stage prescribed, or the last that gives anything, or the self-assessment."""
        prescribed = self.set_of(assessment)["official_stage"]
        given = [stage for stage in LATER_STAGES if stage in self.stages[assessment]]
        return prescribed or (given[-1] if given else "self")

    def criterion_results(self, only_stage: str | None = None) -> dict[Key, Row]:
        """Expected values of `criterion_result` by assessment, unit and criterion; or of another stage alone."""
        results = {}
        for member in self.members:
            assessment, unit = member["assessment_code"], member["unit_code"]
            rules = self.set_of(assessment)
            for criterion in self.criteria[rules["criteria_set_code"]]:
                place = (assessment, unit, criterion["criterion_code"])
                stage = only_stage or self.official_stage(assessment)
                cell = self.cell_at(place, stage) if member["is_submitted"] else {"state": "not_submitted"}
                results[place] = _criterion_result(criterion, cell, rules) | {
                    "group_code": member["group_code"],
                    "criteria_set_code": rules["criteria_set_code"],
                    "stage_code": cell.get("stage_code", stage),
                }
        return results

    def cell_at(self, place: Key, stage: str) -> Row:
        """The cell that stands after a stage: its own, else the latest before it that gives something.

        A prescribed official stage, and the self-assessment, leave every stage its own cells.
        """
        given = self.cells.get(place, {})
        order = [stage]
        if stage != "self" and not self.set_of(place[0])["official_stage"]:
            order = [*reversed(LATER_STAGES[: LATER_STAGES.index(stage) + 1])]
        cells = [given[each] for each in order if each in given]
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
            total["places_per_quarter_point"] = None
            if is_ranked:
                lifted = total["points"] + Decimal("0.25")
                total["places_per_quarter_point"] = total["rank"] - 1 - sum(points > lifted for points in rivals)
        return totals

    def full_maximum(self, rules: Row) -> Fraction:
        """The normal maxima of a set, each times its weight."""
        normal = [c for c in self.criteria[rules["criteria_set_code"]] if c["kind"] == "normal"]
        return sum((Fraction(_weighed(c["max_points"], c)) for c in normal), Fraction(0))

    def _total(self, member: Row, results: list[Row]) -> Row:
        rules = self.set_of(member["assessment_code"])
        normal = [result for result in results if result["kind"] == "normal"]
        numbers = [result for result in normal if result["state"] == "scored"]
        full = self.full_maximum(rules)
        total: Row = {
            "group_code": member["group_code"],
            "max_points": cut(Fraction(full), POINT_DIGITS),
            "gap_points": sum(result["gap_points"] for result in numbers) if numbers else None,
            "not_applicable": sum(result["state"] == "not_applicable" for result in normal),
            "missing": sum(result["state"] in MISSING for result in normal),
        }
        for verdict in ("done_well", "not_well", "not_done"):
            total[verdict] = sum(result["verdict"] == verdict for result in normal)
        parts = parts_of(results, normal, rules, full) if numbers else dict.fromkeys(PARTS)
        total |= {name: parts[name] for name in PARTS if name != "points"}
        total["points"] = parts["points"] if rules["total_rule"] == "sum" else self._printed_total(member)
        total["is_partial"] = (bool(numbers) or total["points"] is not None) and total["missing"] > 0
        total["unranked_reason"] = _unranked_reason(member, total, rules)
        return total | self._grade(total, rules, self.overrides.get((member["assessment_code"], member["unit_code"])))

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

    def _grade(self, total: Row, rules: Row, override: Row | None) -> Row:
        by_points = rules["grade_basis"] == "points"
        value = total["points"] if by_points else total["share"] and total["share"] * 100
        bands = sorted(
            (grade["min_value"], grade["grade_code"])
            for grade in self.grades
            if grade["criteria_set_code"] == rules["criteria_set_code"]
        )
        least = {code: bound for bound, code in bands}
        reached = [code for bound, code in bands if value is not None and bound <= value]
        above = [code for bound, code in bands if value is not None and bound > value]
        graded: Row = dict.fromkeys(
            ("grade_override_reason", "grade_override_source", "next_grade_code", "points_to_next_grade")
        )
        graded["points_grade_code"] = graded["grade_code"] = reached[-1] if reached else None
        limit = override["highest_grade_code"] if override and override["status"] == "confirmed" else None
        if override and limit in least and reached and least[reached[-1]] > least[limit]:
            graded["grade_code"] = limit
            graded["grade_override_reason"] = override["reason"]
            graded["grade_override_source"] = override["legal_source"]
        if above and not (limit in least and least[above[0]] > least[limit]):
            graded["next_grade_code"] = above[0]
            wanted = Fraction(least[above[0]])
            if by_points:
                missing = wanted - Fraction(total["points"])
            else:
                missing = wanted * Fraction(total["applicable_max_points"]) / 100 - Fraction(total["normal_points"])
            graded["points_to_next_grade"] = -cut(Fraction(floor(-missing * 10**POINT_DIGITS), 10**POINT_DIGITS), 10)
        return graded

    def stage_totals(self) -> dict[Key, Row]:
        """Expected values of `stage_total` by assessment, unit and stage."""
        totals = {}
        for stage in ("self", *LATER_STAGES):
            of_unit: dict[Key, list[Row]] = defaultdict(list)
            for (assessment, unit, _), result in self.criterion_results(stage).items():
                if stage in self.stages[assessment]:
                    of_unit[assessment, unit].append(result)
            for (assessment, unit), results in of_unit.items():
                normal = [result for result in results if result["kind"] == "normal"]
                if any(result["state"] == "scored" for result in normal):
                    rules = self.set_of(assessment)
                    missing = sum(result["state"] in MISSING for result in normal)
                    totals[assessment, unit, stage] = {
                        **parts_of(results, normal, rules, self.full_maximum(rules)),
                        "group_code": results[0]["group_code"],
                        "is_official": stage == self.official_stage(assessment),
                        "missing": missing,
                        "is_partial": missing > 0,
                    }
        return totals

    def group_summaries(self, totals: dict[Key, Row]) -> dict[Key, Row]:
        """Expected values of `group_summary` by assessment and group."""
        gathered: dict[Key, list[Decimal]] = {}
        for (assessment, _), total in totals.items():
            shares = gathered.setdefault((assessment, total["group_code"]), [])
            shares += [] if total["share"] is None else [total["share"]]
        return {
            place: {
                "units": len(shares),
                "mean_share": cut(Fraction(sum(shares)) / len(shares), SHARE_DIGITS) if shares else None,
                "lowest_share": min(shares, default=None),
                "highest_share": max(shares, default=None),
            }
            for place, shares in gathered.items()
        }

    def summaries(self, results: dict[Key, Row]) -> dict[tuple[str, str | None, str], Row]:
        """Expected values of `criterion_summary` by assessment, group (None: all) and criterion."""
        gathered: dict[tuple[str, str | None, str], list[Row]] = defaultdict(list)
        for (assessment, _, criterion), result in results.items():
            if result["kind"] == "normal":
                for group in (None, result["group_code"]):
                    gathered[assessment, group, criterion].append(result)
        summaries = {place: _summary(members) for place, members in gathered.items()}
        for (assessment, group, _), summary in summaries.items():
            losses = [other["gap_points"] for place, other in summaries.items() if place[:2] == (assessment, group)]
            own = summary["gap_points"]
            summary["gap_rank"] = 1 + sum(loss > own for loss in losses) if own else None
        return summaries


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


def _weighed(amount: Decimal, criterion: Row) -> Decimal:
    return cut(Fraction(amount) * Fraction(criterion["weight"]), POINT_DIGITS) or Decimal(0)


def _criterion_result(criterion: Row, cell: Row, rules: Row) -> Row:
    state, normal = cell["state"], criterion["kind"] == "normal"
    printed_most, most = criterion["max_points"], _weighed(criterion["max_points"], criterion)
    result: Row = {"kind": criterion["kind"], "state": state, "max_points": most}
    result |= dict.fromkeys(("points", "share", "gap_points", "verdict"))
    if state == "scored":
        result["points"] = _weighed(cell["points"], criterion)
        if normal:
            result["gap_points"] = most - result["points"]
            if printed_most:
                result["share"] = cut(Fraction(cell["points"]) / Fraction(printed_most), SHARE_DIGITS)
    elif state == "not_applicable" and normal:
        rule = rules["not_applicable_rule"]
        result["gap_points"] = Decimal(0)
        result["points"] = {"zero": Decimal(0), "full_marks": most, "excluded": None}[rule]
        result["max_points"] = None if rule == "excluded" else most
    if result["share"] is not None:
        result["verdict"] = verdict_of(result["share"], rules)
    return result


def verdict_of(share: Decimal, rules: Row) -> str:
    """How well that is done which earns this share, by the thresholds of a set."""
    if share >= rules["done_well_min_share"]:
        return "done_well"
    return "not_done" if share <= rules["not_done_max_share"] else "not_well"


def parts_of(results: list[Row], normal: list[Row], rules: Row, full: Fraction) -> Row:
    """What a unit's results add up to by the rules of their set, its normal results among them given apart."""
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
