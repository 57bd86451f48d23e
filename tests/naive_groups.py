"""What may be said of the change of a group's mean, and its parts, naively."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.naive import POINT_DIGITS, Key, Row, cut
from tests.naive_changes import Changes, Pair


def group_changes(changes: Changes, units: dict[Key, Row], linked: dict[Key, Row]) -> dict[Key, Row]:
    """Expected values of `group_change` by earlier and later assessment and group."""
    expected = {}
    for place, pairs in _of_groups(changes).items():
        row = _means(changes, pairs, place[2])
        row |= _counts(
            [
                units[pair.key] | {"linked": linked.get(pair.key)}
                for pair in pairs
                if units[pair.key]["group_code"] == place[2]
            ]
        )
        expected[place] = row | _verdict(changes, pairs, place, units)
    return expected


def _of_groups(changes: Changes) -> dict[Key, list[Pair]]:
    """Every group between two assessments, with the units that were or are in it."""
    gathered: dict[Key, list[Pair]] = defaultdict(list)
    for pair in changes.pairs:
        for group in {changes.groups.get(place) for place in _places(pair)} - {None}:
            gathered[pair.earlier, pair.later, str(group)].append(pair)
    return gathered


def _places(pair: Pair) -> list[tuple[str, Any]]:
    return [(pair.earlier, pair.before), (pair.later, pair.now)]


def _common(changes: Changes, pairs: list[Pair], group: str) -> list[Pair]:
    """The units that are one unit, in the group both times, with a total both times."""
    return [
        pair
        for pair in pairs
        if changes.is_compared(pair) and all(changes.groups.get(place) == group for place in _places(pair))
    ]


def _amounts(changes: Changes, pairs: list[Pair], group: str, side: int) -> list[Decimal]:
    amounts = [changes.points(pair)[side] for pair in pairs if changes.groups.get(_places(pair)[side]) == group]
    return [amount for amount in amounts if amount is not None]


def _mean(amounts: list[Decimal]) -> Decimal | None:
    return cut(Fraction(sum(amounts)) / len(amounts), POINT_DIGITS) if amounts else None


def _means(changes: Changes, pairs: list[Pair], group: str) -> Row:
    sides = [_amounts(changes, pairs, group, side) for side in (0, 1)]
    common = _common(changes, pairs, group)
    row: Row = {"from_units": len(sides[0]), "to_units": len(sides[1]), "common_units": len(common)}
    row["from_mean"], row["to_mean"] = _mean(sides[0]), _mean(sides[1])
    row["common_from_mean"], row["common_to_mean"] = (_mean(_amounts(changes, common, group, side)) for side in (0, 1))
    for name in ("", "common_"):
        before, now = row[f"{name}from_mean"], row[f"{name}to_mean"]
        row[f"{name}mean_change"] = None if before is None or now is None else now - before
    return row


def _rise(unit: Row) -> Any:
    """By how much the share that may be compared rose; None where none may, or where a printed total has no share."""
    if unit["comparability"] == "not":
        return None
    return (unit if unit["comparability"] == "comparable" else unit["linked"])["share_change"]


def _counts(units: list[Row]) -> Row:
    told = [unit for unit in units if _rise(unit) is not None]
    rises = [_rise(unit) for unit in told]
    return {
        "improved": sum(rise > 0 for rise in rises),
        "unchanged": sum(rise == 0 for rise in rises),
        "worse": sum(rise < 0 for rise in rises),
        "not_compared": len(units) - len(told),
        "ceiling": sum(unit["caution"] == "ceiling" for unit in told),
        "floor": sum(unit["caution"] == "floor" for unit in told),
    }


def _verdict(changes: Changes, pairs: list[Pair], place: Key, units: dict[Key, Row]) -> Row:
    row = _means(changes, pairs, place[2])
    common = _common(changes, pairs, place[2])
    is_same_set = changes.office.set_of(place[0]) == changes.office.set_of(place[1])
    reasons = {units[pair.key]["reason"] for pair in common}
    if not row["from_units"] or not row["to_units"]:
        reason = "absent_now" if row["from_units"] else "absent_before"
    elif not common:
        reason = "no_common_units"
    elif not row["from_units"] == row["to_units"] == len(common):
        reason = "members_changed"
    else:
        reason = next((each for each in ("partial", "no_links") if each in reasons), None)
    return {"reason": reason, "comparability": "not" if reason else "comparable" if is_same_set else "by_share"}


def group_parts(changes: Changes) -> dict[tuple[str | None, ...], Row]:
    """Expected values of `group_change_part` by both assessments, group, part, earlier and later criterion."""
    of_unit = changes.parts()
    expected = {}
    for place, pairs in _of_groups(changes).items():
        for part, points in _parts(changes, pairs, place[2], of_unit).items():
            if points:
                expected[*place, *part] = {"points_change": points}
    return expected


def _parts(changes: Changes, pairs: list[Pair], group: str, of_unit: dict[Key, dict[Any, Decimal]]) -> dict[Any, Any]:
    row = _means(changes, pairs, group)
    common = _common(changes, pairs, group)
    if not common:
        return {("members_replaced", None, None): row["mean_change"]}
    sums: dict[Any, Fraction] = defaultdict(Fraction)
    for pair in common:
        for part, points in of_unit[pair.key].items():
            sums[part] += Fraction(points)
    parts: dict[Any, Any] = {part: cut(points / len(common), POINT_DIGITS) for part, points in sums.items()}
    remainder = row["common_mean_change"] - sum(parts.values(), Decimal(0))
    return parts | {
        ("remainder", None, None): remainder,
        ("members_left", None, None): row["common_from_mean"] - row["from_mean"],
        ("members_joined", None, None): row["to_mean"] - row["common_to_mean"],
    }
