"""Units beside themselves, their peers and what is printed of them, naively."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

import duckdb

from tests.naive import POINT_DIGITS, SHARE_DIGITS, Key, Office, Row, cut, read

WEAK = ("not_well", "not_done")


def claims(office: Office, results: dict[Key, Row]) -> dict[str, dict[tuple[str | None, ...], Row]]:
    """Expected values of `over_claim`, `over_claim_unit` and `over_claim_group`."""
    own = office.criterion_results("self")
    criteria: dict[tuple[str | None, ...], Row] = {}
    one_sided: dict[Key, list[str]] = defaultdict(list)
    for place, official in results.items():
        if not _is_appraised(office, place, official):
            continue
        both = [own[place]["state"] == "scored", official["state"] == "scored"]
        if all(both):
            criteria[place] = {
                "group_code": official["group_code"],
                "kind": official["kind"],
                "self_points": own[place]["points"],
                "points": official["points"],
                "over_claim_points": own[place]["points"] - official["points"],
            }
        elif any(both):
            one_sided[place[:2]].append("self" if both[0] else "official")
    units: dict[tuple[str | None, ...], Row] = {}
    for place in {place[:2] for place in criteria}:
        rows = [row for other, row in criteria.items() if other[:2] == place]
        units[place] = {
            "group_code": rows[0]["group_code"],
            "compared_criteria": len(rows),
            "only_self_criteria": one_sided[place].count("self"),
            "only_official_criteria": one_sided[place].count("official"),
            "is_partial": bool(one_sided[place]),
            **{name: sum(row[name] for row in rows) for name in ("self_points", "points", "over_claim_points")},
        }
    return {"over_claim": criteria, "over_claim_unit": units, "over_claim_group": _claims_of_groups(units)}


def _is_appraised(office: Office, place: Key, official: Row) -> bool:
    return office.official_stage(place[0]) != "self" and official["state"] != "not_submitted"


def _claims_of_groups(units: dict[tuple[str | None, ...], Row]) -> dict[tuple[str | None, ...], Row]:
    gathered: dict[tuple[str | None, ...], list[Row]] = defaultdict(list)
    for place, row in units.items():
        for group in (None, row["group_code"]):
            gathered[place[0], group].append(row)
    groups = {}
    for place, rows in gathered.items():
        claimed = [row["over_claim_points"] for row in rows]
        groups[place] = {
            "units": len(rows),
            "units_above": sum(points > 0 for points in claimed),
            "units_equal": sum(points == 0 for points in claimed),
            "units_below": sum(points < 0 for points in claimed),
            "partial_units": sum(row["is_partial"] for row in rows),
            "over_claim_points": sum(claimed),
            "mean_over_claim_points": cut(Fraction(sum(claimed)) / len(rows), POINT_DIGITS),
            "largest_over_claim_points": max(claimed),
        }
    return groups


def peers(results: dict[Key, Row]) -> dict[Key, Row]:
    """Expected values of `peer_comparison` by assessment, unit and criterion."""
    scored = {place: row for place, row in results.items() if row["kind"] == "normal" and row["state"] == "scored"}
    rivals: dict[Key, list[tuple[str, Row]]] = defaultdict(list)
    losses: dict[Key, list[Decimal]] = defaultdict(list)
    for (assessment, unit, criterion), row in scored.items():
        rivals[assessment, row["group_code"], criterion].append((unit, row))
        losses[assessment, unit].append(row["gap_points"])
    expected = {}
    for (assessment, unit, criterion), row in scored.items():
        field = rivals[assessment, row["group_code"], criterion]
        others = [other for name, other in field if name != unit]
        points = [other["points"] for _, other in field]
        mean = cut(Fraction(sum(points)) / len(points), POINT_DIGITS)
        own = row["gap_points"]
        expected[assessment, unit, criterion] = {
            "group_code": row["group_code"],
            "gap_rank": 1 + sum(loss > own for loss in losses[assessment, unit]) if own else None,
            "gap_to_best_points": max(points) - row["points"],
            "gap_to_mean_points": None if mean is None else mean - row["points"],
            "peers": len(others),
            **_claim(row, others),
        }
    return expected


def _claim(own: Row, others: list[Row]) -> Row:
    most = sum((Fraction(other["max_points"]) for other in others), Fraction(0))
    share = cut(sum(Fraction(other["points"]) for other in others) / most, SHARE_DIGITS) if most else None
    above = None if share is None or own["share"] is None else own["share"] - share
    claim, reason = None, None
    if len(others) < 3:
        reason = "too_few_peers"
    elif all(other["points"] == own["points"] for other in others):
        reason = "all_equal"
    elif above is not None and abs(above) < Decimal("0.1"):
        reason = "near_mean"
    elif above is not None:
        as_good = [o for o in others if (o["points"] >= own["points"] if above > 0 else o["points"] <= own["points"])]
        if len(as_good) * 2 >= len(others):
            reason = "shared_by_many"
        else:
            claim = "strength" if above > 0 else "weakness"
    return {"peer_share": share, "share_above_peers": above, "claim": claim, "no_claim_reason": reason}


def histories(connection: duckdb.DuckDBPyConnection, office: Office, results: dict[Key, Row]) -> dict[Key, Row]:
    """Expected values of `criterion_history` by assessment, unit and criterion.

    Which names are one unit and which lines one criterion is taken from the marts that say so; breaks are found anew.
    """
    history = _History(connection, office, results)
    return {place: history.of(place) for place, row in results.items() if row["verdict"]}


class _History:
    def __init__(self, connection: duckdb.DuckDBPyConnection, office: Office, results: dict[Key, Row]) -> None:
        self.office, self.results = office, results
        self.series = {row["unit_code"]: row["series_code"] for row in read(connection, "unit_series")}
        self.links = [
            row
            for row in read(connection, "criterion_bundle")
            if row["comparability"] != "not" and row["from_criteria"] == row["to_criteria"] == 1
        ]
        self.changes = [
            row
            for row in read(connection, "unit_succession")
            if row["status"] == "confirmed" and row["kind"] != "rename"
        ]
        self.days = {
            row["assessment_code"]: row["period_end"] or row["assessed_on"] or date(row["year"], 12, 31)
            for row in read(connection, "assessment")
        }

    def of(self, place: Key) -> Row:
        """What the mart should say of one result."""
        earlier, reason = self._before(place)
        verdict = self.results[place]["verdict"]
        before = self.results[earlier]["verdict"] if earlier else None
        history = None
        if reason is None:
            words = {
                (True, True): "kept",
                (True, False): "recovered",
                (False, True): "lost",
                (False, False): "recurring",
            }
            history = words[verdict == "done_well", before == "done_well"]
        return {
            "verdict": verdict,
            "previous_verdict": before,
            "history": history,
            "reason": reason,
            "weak_rounds": self._weak_rounds(place),
        }

    def _weak_rounds(self, place: Key | None) -> int:
        rounds = 0
        while place and self.results[place]["verdict"] in WEAK:
            rounds += 1
            place = self._before(place)[0]
        return rounds

    def _before(self, place: Key) -> tuple[Key | None, str | None]:
        assessment, unit, criterion = place
        previous = self.office.assessments[assessment]["previous_code"]
        if previous is None:
            return None, "no_previous_assessment"
        if self._is_broken(unit, previous, assessment):
            return None, "territory_changed"
        units = self._units_of(self._name_in(unit, assessment), previous)
        if not units:
            return None, "absent_before"
        criteria = self._same_criterion(criterion, assessment, previous)
        if criteria is None:
            return None, "no_links"
        earlier = self.results[previous, units[0], criteria]
        if earlier["verdict"] is None:
            known = ("not_submitted", "not_applicable")
            return None, earlier["state"] if earlier["state"] in known else "missing"
        return (previous, units[0], criteria), None

    def _name_in(self, unit: str, assessment: str) -> str:
        """The series of a unit, or its own code where two names of the series take part in the assessment."""
        names = [
            member["unit_code"]
            for member in self.office.members
            if member["assessment_code"] == assessment and self.series[member["unit_code"]] == self.series[unit]
        ]
        return self.series[unit] if len(names) == 1 else unit

    def _units_of(self, series: str, assessment: str) -> list[str]:
        return [
            member["unit_code"]
            for member in self.office.members
            if member["assessment_code"] == assessment and self._name_in(member["unit_code"], assessment) == series
        ]

    def _is_broken(self, unit: str, previous: str, assessment: str) -> bool:
        name = self._name_in(unit, assessment)
        return any(
            name in {self.series.get(change["predecessor_code"]), self.series.get(change["successor_code"])}
            and self.days[previous] < change["effective_on"] <= self.days[assessment]
            for change in self.changes
        )

    def _same_criterion(self, criterion: str, assessment: str, previous: str) -> str | None:
        here, there = (self.office.assessments[each]["criteria_set_code"] for each in (assessment, previous))
        if here == there:
            return criterion
        between = [row for row in self.links if (row["from_set_code"], row["to_set_code"]) == (there, here)]
        bundle = {row["criterion_code"]: row["bundle_code"] for row in between if row["side"] == "to"}.get(criterion)
        return {row["bundle_code"]: row["criterion_code"] for row in between if row["side"] == "from"}.get(bundle)


def printed_ranks(totals: dict[Key, Row], found: dict[Key, Row]) -> dict[Key, str | None]:
    """Expected `printed_rank_reason` by assessment and unit, where no set states how its ranks are printed.

    Printed ranks, points and the reasons about them are taken from the mart.
    """
    expected: dict[Key, str | None] = {}
    for assessment in {place[0] for place in totals}:
        units = {place: found[place] for place in totals if place[0] == assessment}
        ranked = {place: row for place, row in units.items() if row["printed_rank"] is not None}
        if not ranked:
            continue
        readings = []
        for basis, scope, ties in product(("computed", "printed"), ("group", "all"), ("shared", "dense", "one_each")):
            reading = (basis, scope, ties)
            fits = {place for place in ranked if _fits(place, units, totals, reading)}
            order = (-len(fits), scope != "group", ("shared", "dense", "one_each").index(ties), basis != "computed")
            readings.append((order, reading, fits))
        _, reading, fits = min(readings, key=lambda judged: judged[0])
        if len(fits) * 20 < len(ranked) * 19:
            fits = set()
        for place, row in ranked.items():
            expected[place] = _rank_reason(place, row, units, totals, reading if place in fits else None)
    return expected


def _rank_reason(
    place: Key, row: Row, units: dict[Key, Row], totals: dict[Key, Row], reading: tuple[str, str, str] | None
) -> str | None:
    rank = totals[place]["rank"]
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


def _fits(place: Key, units: dict[Key, Row], totals: dict[Key, Row], reading: tuple[str, str, str]) -> bool:
    basis, scope, ties = reading
    values = {}
    for other, row in units.items():
        if scope == "all" or row["group_code"] == units[place]["group_code"]:
            is_ranked = totals[other]["unranked_reason"] is None
            value = row["printed_points"] if basis == "printed" else totals[other]["points"] if is_ranked else None
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
