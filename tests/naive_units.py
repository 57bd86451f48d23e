"""What may be said of the change of a unit, naively."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction

from tests.naive import SHARE_DIGITS, Key, Row, cut
from tests.naive_changes import Changes, Pair, states_of, sum_of


def like_for_like(changes: Changes) -> dict[Key, Row]:
    """Expected values of `like_for_like` by earlier and later assessment and unit."""
    rows = {pair.key: _shares(changes, pair) for pair in changes.pairs if changes.is_compared(pair)}
    rivals: dict[Key, list[Row]] = defaultdict(list)
    for place, row in rows.items():
        if row["from_share"] is not None and row["to_share"] is not None:
            rivals[*place[:2], row["group_code"]].append(row)
    for place, row in rows.items():
        others = rivals[*place[:2], row["group_code"]]
        row["ranked_units"] = len(others)
        for name, share in (("from_rank", "from_share"), ("to_rank", "to_share")):
            is_ranked = any(other is row for other in others)
            row[name] = 1 + sum(other[share] > row[share] for other in others) if is_ranked else None
    return rows


def _shares(changes: Changes, pair: Pair) -> Row:
    scored = [(a, b) for a, b in changes.sides(pair) if states_of([*a, *b]) == {"scored"}]
    row: Row = {"linked_criteria": len(scored), "group_code": changes.group_of(pair)}
    for side, name, assessment in ((0, "from", pair.earlier), (1, "to", pair.later)):
        rows = [row for both in scored for row in both[side]]
        most = sum_of(rows, "max_points")
        full = changes.office.full_maximum(changes.office.set_of(assessment))
        row[f"{name}_share"] = cut(sum_of(rows, "points") / most, SHARE_DIGITS) if most else None
        row[f"{name}_linked_max_share"] = cut(most / full, SHARE_DIGITS) if scored and full else None
    row["share_change"] = _difference(row["to_share"], row["from_share"])
    return row


def _difference(now: Decimal | None, before: Decimal | None) -> Decimal | None:
    return None if now is None or before is None else now - before


def unit_changes(changes: Changes, linked: dict[Key, Row]) -> dict[Key, Row]:
    """Expected values of `unit_change` by earlier and later assessment and unit."""
    return {pair.key: _unit_change(changes, pair, linked.get(pair.key)) for pair in changes.pairs}


def _unit_change(changes: Changes, pair: Pair, linked: Row | None) -> Row:
    before, now = changes.totals_of(pair)
    row: Row = {"group_code": changes.group_of(pair)}
    for name in ("points", "share", "rank"):
        row[f"from_{name}"], row[f"to_{name}"] = before.get(name), now.get(name)
    for name in ("points", "share"):
        change = _difference(row[f"to_{name}"], row[f"from_{name}"])
        row[f"{name}_change"] = None if pair.is_broken else change
    is_same_set = changes.office.set_of(pair.earlier) == changes.office.set_of(pair.later)
    quoted = row if is_same_set else linked or {}
    row |= {f"quoted_{name}": quoted.get(name) for name in ("from_share", "to_share", "share_change")}
    row["reason"] = _reason(pair, before, now)
    if row["reason"] is None and not is_same_set and not (linked and linked["linked_criteria"]):
        row["reason"] = "no_links"
    row["comparability"] = "not" if row["reason"] else "comparable" if is_same_set else "by_share"
    row["rank_reason"] = _rank_reason(changes, pair, is_same_set=is_same_set)
    row["rank_comparability"] = "not" if row["rank_reason"] else "comparable"
    row["places_up"] = None if row["rank_reason"] else row["from_rank"] - row["to_rank"]
    row["caution"] = None
    if row["reason"] is None and row["from_share"] is not None:
        high, low = (Fraction(row["from_share"]) >= Fraction(95, 100), Fraction(row["from_share"]) <= Fraction(5, 100))
        row["caution"] = "ceiling" if high else "floor" if low else None
    return row


def _reason(pair: Pair, before: Row, now: Row) -> str | None:
    if pair.is_broken:
        return "territory_changed"
    if pair.before is None or pair.now is None:
        return "absent_before" if pair.before is None else "absent_now"
    reasons = {before["unranked_reason"], now["unranked_reason"]}
    if before["is_partial"] or now["is_partial"]:
        reasons.add("partial")
    return next((reason for reason in ("not_submitted", "no_points", "partial") if reason in reasons), None)


def _rank_reason(changes: Changes, pair: Pair, *, is_same_set: bool) -> str | None:
    before, now = changes.totals_of(pair)
    if before.get("rank") is None or now.get("rank") is None:
        return "unranked"
    if before["group_code"] != now["group_code"]:
        return "group_changed"
    if not is_same_set:
        return "set_changed"
    ranked = [
        {
            (other.key, other.is_broken)
            for other in changes.pairs
            if other[:2] == pair[:2]
            and changes.totals_of(other)[side].get("group_code") == now["group_code"]
            and changes.totals_of(other)[side].get("rank") is not None
        }
        for side in (0, 1)
    ]
    is_same = ranked[0] == ranked[1] and not any(is_broken for _, is_broken in ranked[0])
    return None if is_same else "members_changed"
