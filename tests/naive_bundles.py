"""What units made of everything that was split or merged, as a whole, naively."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from tests.naive import SHARE_DIGITS, Row, cut, verdict_of
from tests.naive_changes import Changes, states_of, sum_of
from tests.naive_links import Bundle


def bundle_summaries(changes: Changes) -> dict[tuple[str | None, ...], Row]:
    """Expected values of `bundle_summary` by both sets, bundle, side, assessment and group (None: all)."""
    gathered: dict[tuple[str | None, ...], list[Row]] = defaultdict(list)
    for from_set, to_set in changes.links.set_pairs():
        for bundle in changes.links.between(from_set, to_set):
            if bundle.comparability == "not" or len(bundle.before) + len(bundle.now) == 2:
                continue
            for side, set_code in (("from", from_set), ("to", to_set)):
                for member in changes.office.members:
                    assessment = member["assessment_code"]
                    if changes.office.set_of(assessment)["criteria_set_code"] == set_code:
                        whole = _whole(changes, (assessment, member["unit_code"]), bundle, side)
                        for group in (None, member["group_code"]):
                            gathered[from_set, to_set, bundle.name, side, assessment, group].append(whole)
    return {place: _summary(rows) for place, rows in gathered.items()}


def _whole(changes: Changes, place: tuple[str, str], bundle: Bundle, side: str) -> Row:
    codes = bundle.before if side == "from" else bundle.now
    rows = [changes.results[*place, code] for code in codes]
    if states_of(rows) != {"scored"}:
        return {"is_scored": False, "points": Decimal(0), "max_points": Decimal(0), "verdict": None}
    most = sum_of(rows, "max_points")
    share = cut(sum_of(rows, "points") / most, SHARE_DIGITS) if most else None
    return {
        "is_scored": True,
        "points": sum((row["points"] for row in rows), Decimal(0)),
        "max_points": sum((row["max_points"] for row in rows), Decimal(0)),
        "verdict": None if share is None else verdict_of(share, changes.office.set_of(place[0])),
    }


def _summary(rows: list[Row]) -> Row:
    summary: Row = {"units": len(rows), "scored_units": sum(row["is_scored"] for row in rows)}
    for verdict in ("done_well", "not_well", "not_done"):
        summary[verdict] = sum(row["verdict"] == verdict for row in rows)
    for amount in ("points", "max_points"):
        summary[amount] = sum((row[amount] for row in rows), Decimal(0))
    most = summary["max_points"]
    share = cut(Fraction(summary["points"]) / Fraction(most), SHARE_DIGITS) if most else None
    return summary | {"share": share}
