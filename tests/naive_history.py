"""Every criterion beside the round before, naively."""

from __future__ import annotations

from tests.naive import Key, Row
from tests.naive_changes import Changes

WEAK = ("not_well", "not_done")


def histories(changes: Changes) -> dict[Key, Row]:
    """Expected values of `criterion_history` by assessment, unit and criterion."""
    history = _History(changes)
    return {place: history.of(place) for place, row in changes.results.items() if row["verdict"]}


class _History:
    def __init__(self, changes: Changes) -> None:
        self.office, self.results, self.links = changes.office, changes.results, changes.links
        self.pairs = {(pair.earlier, pair.later, pair.now): pair for pair in changes.pairs if pair.now}

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
            "group_code": self.results[place]["group_code"],
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
        pair = self.pairs[previous, assessment, unit]
        if pair.is_broken:
            return None, "territory_changed"
        if pair.before is None:
            return None, "absent_before"
        criteria = self._same_criterion(criterion, assessment, previous)
        if criteria is None:
            return None, "no_links"
        earlier = self.results[previous, pair.before, criteria]
        if earlier["verdict"] is None:
            known = ("not_submitted", "not_applicable")
            return None, earlier["state"] if earlier["state"] in known else "missing"
        return (previous, pair.before, criteria), None

    def _same_criterion(self, criterion: str, assessment: str, previous: str) -> str | None:
        here, there = (self.office.set_of(each)["criteria_set_code"] for each in (assessment, previous))
        for bundle in self.links.between(there, here):
            if bundle.comparability != "not" and bundle.now == [criterion] and len(bundle.before) == 1:
                return bundle.before[0]
        return None
