"""Every criterion beside the round before, naively."""

from __future__ import annotations

from datetime import date

import duckdb

from tests.naive import Key, Office, Row, read

WEAK = ("not_well", "not_done")


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
