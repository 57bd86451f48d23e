"""Which units take part in an assessment, and in which group."""

from __future__ import annotations

from collections import defaultdict

from etl.harmonise.assessments import in_time_order
from etl.office.load import Reference, Row


class Memberships:
    """The group of every unit over time, as `memberships.csv` says."""

    def __init__(self, reference: Reference) -> None:
        ordered = in_time_order(reference.rows("assessments"))
        self._place = {"": -1} | {row["assessment_code"]: place for place, row in enumerate(ordered)}
        self._rows: dict[str, list[Row]] = defaultdict(list)
        for row in reference.rows("memberships"):
            if row["from_assessment"] in self._place:
                self._rows[row["unit_code"]].append(row)

    def row(self, unit_code: str, assessment_code: str) -> Row | None:
        """The row that holds for a unit in an assessment: the last that begins then or earlier; None without any."""
        holding = [
            row
            for row in self._rows.get(unit_code, [])
            if self._place[row["from_assessment"]] <= self._place[assessment_code]
        ]
        return max(holding, key=lambda row: self._place[row["from_assessment"]], default=None)

    def group(self, unit_code: str, assessment_code: str) -> str:
        """The unit's group in an assessment, `""` where nobody says."""
        row = self.row(unit_code, assessment_code)
        return row["group_code"] if row else ""
