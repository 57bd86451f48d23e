"""Why printed results differ from the computed ones, naively."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product

from tests.naive import Key, Office, Row, parts_of

TIES = ("shared", "dense", "one_each")


def printed_points(office: Office, results: dict[Key, Row], totals: dict[Key, Row]) -> dict[Key, str | None]:
    """Expected `printed_points_reason` by assessment and unit."""
    stages = office.stage_totals()
    expected = {}
    for place, total in totals.items():
        printed = total["printed_points"]
        if printed is None or printed == total["points"]:
            expected[place] = None
        elif total["points"] is None:
            expected[place] = "no_points"
        else:
            places = max(_decimals(row["printed_points"]) for other, row in totals.items() if other[0] == place[0])
            others = [row["points"] for stage, row in stages.items() if stage[:2] == place and not row["is_official"]]
            own = [row for other, row in results.items() if other[:2] == place]
            ways = {"rounding": [total["points"]], **_ways(office, place[0], own), "other_stage": others}
            fitting = [way for way, sums in ways.items() if any(_is_printed_as(each, printed, places) for each in sums)]
            expected[place] = fitting[0] if fitting else "unexplained"
    return expected


def _ways(office: Office, assessment: str, results: list[Row]) -> dict[str, list[Decimal | None]]:
    """Other ways to add up, in the order in which they are believed; none without a number."""
    normal = [row for row in results if row["kind"] == "normal"]
    if not any(row["state"] == "scored" for row in normal):
        return {}
    rules = office.set_of(assessment)
    full = office.full_maximum(rules)
    capped = parts_of(results, normal, rules, full)
    uncapped = parts_of(results, normal, rules | {"bonus_cap": None, "penalty_cap": None}, full)
    besides = capped["bonus_points"] + capped["penalty_points"]
    return {
        "cap": [uncapped["points"]],
        "not_rescaled": [capped["normal_points"] + besides],
        "without_bonus_penalty": [None if capped["points"] is None else capped["points"] - besides],
    }


def _decimals(printed: Decimal | None) -> int:
    return 0 if printed is None else min(4, max(0, -int(printed.normalize().as_tuple().exponent)))


def _is_printed_as(computed: Decimal | None, printed: Decimal, places: int) -> bool:
    return computed is not None and abs(Fraction(computed) - Fraction(printed)) <= Fraction(1, 2 * 10**places)


def printed_grades(office: Office, totals: dict[Key, Row]) -> dict[Key, str | None]:
    """Expected `printed_grade_reason` by assessment and unit."""
    expected: dict[Key, str | None] = {}
    for place, total in totals.items():
        rules = office.set_of(place[0])
        bands = [row for row in office.grades if row["criteria_set_code"] == rules["criteria_set_code"]]
        seen = total["printed_grade"]
        if seen is None or not bands:
            expected[place] = None
            continue
        named = [row["grade_code"] for row in bands if seen.strip().lower() in _names(row)]
        printed = total["printed_points"] if rules["grade_basis"] == "points" else None
        below = [row for row in bands if printed is not None and row["min_value"] <= printed]
        by_printed = max(below, key=lambda row: row["min_value"])["grade_code"] if below else None
        is_rounded = total["printed_points_reason"] == "rounding"
        by = {
            total["points_grade_code"]: None,
            total["grade_code"]: "override",
            by_printed: "rounding" if is_rounded else "printed_points",
        }
        by[total["points_grade_code"]] = None
        expected[place] = by.get(named[0], "unexplained") if named else "unexplained"
    return expected


def _names(grade: Row) -> set[str]:
    return {grade["grade_code"].lower(), grade["grade_name"].lower()}


def printed_ranks(office: Office, totals: dict[Key, Row]) -> dict[Key, str | None]:
    """Expected `printed_rank_reason` by assessment and unit. What a set states of its printed ranks is not guessed."""
    expected: dict[Key, str | None] = dict.fromkeys(totals)
    for assessment in {place[0] for place in totals}:
        units = {place: row for place, row in totals.items() if place[0] == assessment}
        ranked = {place: row for place, row in units.items() if row["printed_rank"] is not None}
        if not ranked:
            continue
        readings = []
        stated = [office.set_of(assessment)[name] for name in ("printed_scope", "printed_ties")]
        scopes = [stated[0]] if stated[0] else ["group", "all"]
        for basis, scope, ties in product(("computed", "printed"), scopes, [stated[1]] if stated[1] else TIES):
            reading = (basis, scope, ties)
            fits = {place for place in ranked if _fits(place, units, reading)}
            order = (-len(fits), scope != "group", TIES.index(ties), basis != "computed")
            readings.append((order, reading, fits))
        _, reading, fits = min(readings, key=lambda judged: judged[0])
        if not any(stated) and len(fits) * 20 < len(ranked) * 19:
            fits = set()
        for place, row in ranked.items():
            expected[place] = _rank_reason(row, units, reading if place in fits else None)
    return expected


def _rank_reason(row: Row, units: dict[Key, Row], reading: tuple[str, str, str] | None) -> str | None:
    rank = row["rank"]
    if row["printed_rank"] == rank:
        return None
    if rank is None or reading is None:
        return "unranked" if rank is None else "unexplained"
    basis, scope, ties = reading
    group = [other["printed_points_reason"] for other in units.values() if other["group_code"] == row["group_code"]]
    if scope == "all" or ties != "shared":
        return "scope" if scope == "all" else "tie_rule"
    if basis == "computed":
        return "unexplained"
    return "rounding" if set(group) <= {None, "rounding"} else "printed_points"


def _fits(place: Key, units: dict[Key, Row], reading: tuple[str, str, str]) -> bool:
    basis, scope, ties = reading
    values = {}
    for other, row in units.items():
        if scope == "all" or row["group_code"] == units[place]["group_code"]:
            is_ranked = row["unranked_reason"] is None
            value = row["printed_points"] if basis == "printed" else row["points"] if is_ranked else None
            if value is not None:
                values[other] = value
    if place not in values:
        return False
    own, rank = values[place], units[place]["printed_rank"]
    better = [value for value in values.values() if value > own]
    if ties == "shared":
        return rank == len(better) + 1
    if ties == "dense":
        return rank == len(set(better)) + 1
    equals = list(values.values()).count(own)
    alike = sum(units[other]["printed_rank"] == rank for other in values)
    return len(better) < rank <= len(better) + equals and alike == 1
