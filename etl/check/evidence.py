"""What checks look at, with the lookups that several of them need."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from etl.check.severities import threshold
from etl.harmonise.assessments import in_time_order
from etl.harmonise.criteria import CriteriaSet
from etl.harmonise.identify import Identities, Sheet
from etl.harmonise.scores import Harmonised, Score, State
from etl.layout.table import Table
from etl.office.blanks import without_blanks
from etl.office.load import Reference, Row
from etl.office.reference import STAGES

SELF, *_, LAST = STAGES


@dataclass(frozen=True)
class Evidence:
    """Scores, reference and tables of one office."""

    harmonised: Harmonised
    reference: Reference
    tables: list[Table]

    @cached_property
    def assessments(self) -> list[Row]:
        """Assessments, earliest first."""
        return in_time_order(self.reference.rows("assessments"))

    @cached_property
    def held(self) -> list[Row]:
        """The assessments that have scores, earliest first."""
        return [row for row in self.assessments if row["assessment_code"] in self._with_scores]

    @cached_property
    def _with_scores(self) -> set[str]:
        return {score.assessment_code for score in self.harmonised.scores}

    @cached_property
    def identified(self) -> list[Sheet]:
        """The tables whose words are resolved, those of printed results only included."""
        identities = Identities(self.reference)
        found = (identities.identify(table)[0] for table in self.tables)
        return [sheet for sheet in found if sheet is not None]

    @cached_property
    def sheets(self) -> list[Sheet]:
        """Those of them with scores."""
        return [sheet for sheet in self.identified if sheet.has_scores]

    @cached_property
    def scored(self) -> list[tuple[Score, Row]]:
        """Every score with points, beside the row of its criterion."""
        return [
            (score, self.set_of[score.assessment_code].rows[score.criterion_code])
            for score in self.harmonised.scores
            if score.points is not None
        ]

    @cached_property
    def sets_in_use(self) -> dict[str, CriteriaSet]:
        """The criteria sets that an assessment with scores uses, by code."""
        codes = {row["criteria_set_code"] for row in self.held}
        return {code: CriteriaSet(self.reference, code) for code in sorted(codes)}

    @cached_property
    def set_rows(self) -> dict[str, Row]:
        """The rows of `criteria_sets.csv` by code, blanks filled with what they mean."""
        return {row["criteria_set_code"]: without_blanks(row) for row in self.reference.rows("criteria_sets")}

    @cached_property
    def set_of(self) -> dict[str, CriteriaSet]:
        """The criteria set of every assessment with scores."""
        return {
            row["assessment_code"]: self.sets_in_use[row["criteria_set_code"]]
            for row in self.assessments
            if row["criteria_set_code"] in self.sets_in_use
        }

    def threshold(self, code: str) -> Decimal:
        """How far is too far for the check of a problem."""
        return threshold(code, self.reference)

    def total_rule(self, assessment_code: str) -> str:
        """What the total of an assessment rests on: its parts, or what is printed."""
        codes = {row["assessment_code"]: row["criteria_set_code"] for row in self.assessments}
        return self.set_rows[codes[assessment_code]]["total_rule"]

    @cached_property
    def unit_names(self) -> dict[str, str]:
        """The names of units by code."""
        return {row["unit_code"]: row["unit_name"] for row in self.reference.rows("units")}

    @cached_property
    def _by_unit(self) -> dict[tuple[str, str], dict[str, dict[str, Score]]]:
        found: dict[tuple[str, str], dict[str, dict[str, Score]]] = defaultdict(lambda: defaultdict(dict))
        for score in self.harmonised.scores:
            found[score.assessment_code, score.unit_code][score.criterion_code][score.stage_code] = score
        return found

    def scores_at(self, assessment_code: str, unit_code: str, stage_code: str) -> dict[str, Score]:
        """The scores by criterion that stand at a stage: the last given, not blank, up to it.

        A self-assessment stands only at its own stage.
        """
        reached = (SELF,) if stage_code == SELF else STAGES[1 : STAGES.index(stage_code) + 1]
        standing = {}
        for criterion_code, by_stage in self._by_unit.get((assessment_code, unit_code), {}).items():
            given = [by_stage[stage] for stage in reached if stage in by_stage]
            filled = [score for score in given if score.state is not State.BLANK]
            if given:
                standing[criterion_code] = (filled or given)[-1]
        return standing
