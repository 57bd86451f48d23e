"""What the next assessment says of every criterion, of every gap and of everything that was asked, naively."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction

import duckdb

from tests.naive import SHARE_DIGITS, Key, Row, cut, read, verdict_of
from tests.naive_changes import Changes, Pair, states_of
from tests.naive_links import Bundle

WEAK = ("not_well", "not_done")
OUTCOMES = ("closed", "improved", "unchanged", "worse", "cannot_tell")


def followed(changes: Changes) -> dict[Key, Row]:
    """Expected values of `criterion_followed` by earlier and later assessment, unit and earlier criterion."""
    expected = {}
    for pair in changes.pairs:
        if pair.before is None or changes.office.assessments[pair.later]["previous_code"] != pair.earlier:
            continue
        sets = [changes.office.set_of(code)["criteria_set_code"] for code in (pair.earlier, pair.later)]
        for bundle in changes.links.between(*sets):
            for code in bundle.before:
                if (sets[0], code) in changes.links.normal:
                    expected[*pair.key, code] = _followed(changes, pair, code, bundle)
    return expected


def _followed(changes: Changes, pair: Pair, code: str, bundle: Bundle) -> Row:
    own = changes.results[pair.earlier, pair.before, code]
    is_linked, is_merged = bundle.comparability != "not", len(bundle.before) > 1
    later = []
    if is_linked and pair.now is not None:
        later = [changes.results[pair.later, pair.now, each] for each in bundle.now]
    share = None
    if len(later) == 1 and not is_merged:
        share = later[0]["share"]
    elif later and not is_merged and not pair.is_broken and states_of(later) == {"scored"}:
        points, most = (sum(Fraction(row[name]) for row in later) for name in ("points", "max_points"))
        share = cut(points / most, SHARE_DIGITS) if most else None
    verdict = None if share is None else verdict_of(share, changes.office.set_of(pair.later))
    reason = None
    if pair.is_broken:
        reason = "territory_changed"
    elif pair.now is None:
        reason = "absent_now"
    elif bundle.reason or is_merged:
        reason = bundle.reason or "merged"
    elif None in (own["share"], share):
        reason = _why_without_score([own, *later])
    row = {
        "group_code": changes.group_of(pair),
        "from_unit_code": pair.before,
        "to_unit_code": pair.now,
        "to_criterion_code": bundle.now[0] if is_linked else None,
        "from_state": own["state"],
        "from_verdict": own["verdict"],
        "to_verdict": verdict,
        "from_share": own["share"],
        "to_share": share,
        "link_comparability": bundle.comparability,
        "reason": reason,
        "outcome": "cannot_tell",
    }
    if len(bundle.before) == len(bundle.now) == 1:
        row["to_state"] = later[0]["state"] if later else None
    else:
        row["to_state"] = None if pair.is_broken or not later else _state_of_all(later)
    if reason is None:
        row["outcome"] = _outcome(row)
    return row


def _state_of_all(rows: list[Row]) -> str:
    states = states_of(rows)
    absence = next((state for state in ("not_submitted", "not_applicable") if state in states), "blank")
    return "scored" if states == {"scored"} else absence


def _outcome(row: Row) -> str:
    if row["to_verdict"] == "done_well":
        return "closed"
    if row["to_share"] == row["from_share"]:
        return "unchanged"
    return "improved" if row["to_share"] > row["from_share"] else "worse"


def _why_without_score(rows: list[Row]) -> str:
    states = states_of(rows)
    return next((state for state in ("not_submitted", "not_applicable") if state in states), "missing")


def gaps(rows: dict[Key, Row]) -> dict[Key, Row]:
    """Expected values of `gap_outcome`, of what was followed: of what was not done well."""
    kept = (
        "group_code",
        "to_criterion_code",
        "from_verdict",
        "to_verdict",
        "from_share",
        "to_share",
        "outcome",
        "reason",
    )
    return {place: {name: row[name] for name in kept} for place, row in rows.items() if row["from_verdict"] in WEAK}


def closures(outcomes: dict[Key, Row]) -> dict[tuple[str | None, ...], Row]:
    """Expected values of `gap_closure` by both assessments, group, unit and criterion (None: all of them)."""
    counted: dict[tuple[str | None, ...], Counter[str]] = defaultdict(Counter)
    for (earlier, later, unit, criterion), row in outcomes.items():
        group = row["group_code"]
        for part in (
            (None, None, None),
            (None, None, criterion),
            (group, None, None),
            (group, None, criterion),
            (group, unit, None),
        ):
            counted[earlier, later, *part][row["outcome"]] += 1
    expected = {}
    for place, count in counted.items():
        told = count.total() - count["cannot_tell"]
        share = cut(Fraction(count["closed"], told), SHARE_DIGITS) if told else None
        expected[place] = {
            "gaps": count.total(),
            **{name: count[name] for name in OUTCOMES},
            "closed_share": share,
        }
    return expected


def summary_changes(rows: dict[Key, Row]) -> dict[tuple[str | None, ...], Row]:
    """Expected values of `criterion_summary_change` by both assessments, group (None: all) and earlier criterion."""
    gathered: dict[tuple[str | None, ...], list[Row]] = defaultdict(list)
    for (earlier, later, _, criterion), row in rows.items():
        for group in (None, row["group_code"]):
            gathered[earlier, later, group, criterion].append(row)
    return {place: _summary_change(members) for place, members in gathered.items()}


def _summary_change(rows: list[Row]) -> Row:
    told = [row for row in rows if row["reason"] is None]
    rises = [row["to_share"] - row["from_share"] for row in told]
    reasons = Counter(row["reason"] for row in rows if row["reason"])
    means = [
        cut(sum((Fraction(row[side]) for row in told), Fraction(0)) / len(told), SHARE_DIGITS) if told else None
        for side in ("from_share", "to_share")
    ]
    return {
        "to_criterion_code": rows[0]["to_criterion_code"],
        "common_units": len(told),
        "from_share": means[0],
        "to_share": means[1],
        "share_change": means[1] - means[0] if told else None,
        "improved": sum(rise > 0 for rise in rises),
        "unchanged": sum(rise == 0 for rise in rises),
        "worse": sum(rise < 0 for rise in rises),
        "not_compared": len(rows) - len(told),
        "comparability": rows[0]["link_comparability"] if told else "not",
        # Of two reasons of equally many units, the first by name.
        "reason": None if told else min(reasons, key=lambda reason: (-reasons[reason], reason)),
    }


def remedies(connection: duckdb.DuckDBPyConnection, changes: Changes, rows: dict[Key, Row]) -> dict[Key, Row]:
    """Expected values of `remedy` by assessment, unit, criterion and what was asked."""
    next_of = {row["previous_code"]: code for code, row in changes.office.assessments.items()}
    said = {(earlier, row["from_unit_code"], code): row for (earlier, _, _, code), row in rows.items()}
    asked = [row for row in read(connection, "remedy_request") if row["status"] == "confirmed"]
    expected = {}
    for request in sorted(asked, key=lambda row: row["unit_code"] is not None):
        assessment, criterion = request["assessment_code"], request["criterion_code"]
        for member in changes.office.members:
            place = (assessment, member["unit_code"], criterion)
            result = changes.results.get(place, {})
            is_weak = result.get("kind") == "normal" and result["verdict"] in WEAK
            is_addressed = is_weak if request["unit_code"] is None else request["unit_code"] == member["unit_code"]
            if member["assessment_code"] == assessment and is_addressed:
                told = said.get(place, dict.fromkeys(("reason", "from_share", "to_share")))
                reason = told["reason"] if result.get("kind") == "normal" else "not_scored"
                later = next_of.get(assessment)
                expected[*place, request["remedy"]] = {
                    "due_on": request["due_on"],
                    "legal_source": request["legal_source"],
                    "next_assessment_code": later,
                    "outcome": told.get("outcome", "cannot_tell"),
                    "reason": reason if later else "no_next_assessment",
                    "from_share": told["from_share"],
                    "to_share": told["to_share"],
                }
    return expected
