"""Which criterion of the next set carries on which criterion of the one before, judged by names alone."""

from __future__ import annotations

from itertools import pairwise

from etl.draft.proposal import proposed
from etl.draft.words import say
from etl.harmonise.assessments import in_time_order
from etl.harmonise.criteria import CriteriaSet
from etl.office.load import Reference, Row
from etl.text.keys import distance, match_key

SIMILAR_SHARE = 0.7  # of the letters of a name that must stay for it to be a renaming
SHARED_WORDS = 0.4  # of the words; fewer cannot reach the share above in names of usual length
FEWEST_WORDS = 3  # of a name that another one may contain


def missing_links(reference: Reference) -> list[Row]:
    """A row for every criterion of two consecutive sets that no link mentions yet.

    Criteria that are scored link to criteria that are scored, headings to headings. Equal numbers say nothing.
    """
    used = [row["criteria_set_code"] for row in in_time_order(reference.rows("assessments"))]
    in_order = list(dict.fromkeys(used))
    return [
        row
        for before, after in pairwise(in_order)
        for row in _links_between(CriteriaSet(reference, before), CriteriaSet(reference, after), reference)
    ]


def _links_between(before: CriteriaSet, after: CriteriaSet, reference: Reference) -> list[Row]:
    told = [
        row
        for row in reference.rows("criterion_links")
        if (row["from_set_code"], row["to_set_code"]) == (before.code, after.code)
    ]
    old = _untold(before, {row["from_criterion_code"] for row in told})
    new = _untold(after, {row["to_criterion_code"] for row in told})
    pairs = sorted(
        (
            (-similarity, place_old, place_new, a, b)
            for place_old, a in enumerate(old)
            for place_new, b in enumerate(new)
            if (a in before.scored) == (b in after.scored)
            and (similarity := _similarity(before.rows[a], after.rows[b])) >= SIMILAR_SHARE
        ),
    )
    successor: dict[str, str] = {}
    for _, _, _, a, b in pairs:
        if a not in successor and b not in successor.values():
            successor[a] = b
    rows = [_carried_on(before.rows[a], after.rows[b]) for a in old for b in (successor.get(a),) if b]
    rows += [_ended(before.rows[a], after.code) for a in old if a not in successor]
    rows += [_begun(before.code, after.rows[b]) for b in new if b not in successor.values()]
    return rows


def _untold(criteria_set: CriteriaSet, told: set[str]) -> list[str]:
    return [code for code, row in criteria_set.rows.items() if code not in told and row["kind"] != "alternative"]


def _similarity(before: Row, after: Row) -> float:
    """1 for one name, 0 for names of different kinds or without enough words in common."""
    a, b = match_key(before["criterion_name"]), match_key(after["criterion_name"])
    if before["kind"] != after["kind"]:
        return 0.0
    if a == b:
        return 1.0
    words, other_words = set(a.split()), set(b.split())
    if len(words & other_words) < SHARED_WORDS * len(words | other_words):
        return 0.0
    is_contained = len(words & other_words) == min(len(words), len(other_words)) >= FEWEST_WORDS
    return max(1.0 - distance(a, b) / max(len(a), len(b)), SIMILAR_SHARE if is_contained else 0.0)


def _carried_on(before: Row, after: Row) -> Row:
    names = {"before": before["criterion_name"], "after": after["criterion_name"]}
    is_one_name = match_key(names["before"]) == match_key(names["after"])
    is_one_max = before["max_points"] == after["max_points"]
    kind = "rescaled" if not is_one_max else "same" if is_one_name else "renamed"
    reason = "same_name" if kind == "same" and before["max_points"] is not None else f"same_name_{kind}"
    return proposed(
        "criterion_links",
        from_set_code=before["criteria_set_code"],
        from_criterion_code=before["criterion_code"],
        to_set_code=after["criteria_set_code"],
        to_criterion_code=after["criterion_code"],
        kind=kind,
        reason=say(reason) if is_one_name else say("similar_name", **names),
    )


def _ended(before: Row, next_set: str) -> Row:
    return proposed(
        "criterion_links",
        from_set_code=before["criteria_set_code"],
        from_criterion_code=before["criterion_code"],
        to_set_code=next_set,
        kind="dropped",
        reason=say("no_successor"),
    )


def _begun(previous_set: str, after: Row) -> Row:
    return proposed(
        "criterion_links",
        from_set_code=previous_set,
        to_set_code=after["criteria_set_code"],
        to_criterion_code=after["criterion_code"],
        kind="new",
        reason=say("no_predecessor"),
    )
