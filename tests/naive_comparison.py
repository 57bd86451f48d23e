"""What units claimed for themselves, and how they stand beside their peers, naively."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from tests.naive import POINT_DIGITS, SHARE_DIGITS, Key, Office, Row, cut


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
