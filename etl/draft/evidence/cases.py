"""The printed results of one criteria set, and the points that should explain them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from etl.check.evidence import LAST, SELF, Evidence
from etl.harmonise.criteria import CriteriaSet
from etl.harmonise.scores import PrintedResult, Score, State
from etl.layout.table import Printed
from etl.office.reference import STAGES
from etl.text.capitals import in_sentence_case

ZERO = Decimal(0)
ENOUGH = 0.95
MOST_PLACES = 4  # of a total that still mean anything when its parts have been rounded before they were added
BY_RULE = ""  # the stage of the points that count when no stage is prescribed: the last given


def is_enough(explained: int, of: int) -> bool:
    """Whether a reading explains so many of the printed results that the others may be taken for misprints."""
    return explained >= ENOUGH * of


@dataclass(frozen=True, slots=True)
class Parts:
    """What a unit's points at one stage add up to, before any rule.

    `full` is the sum of all normal maxima of the set, `out` the part of it that does not apply to the unit. `penalty`
    is what penalties take, without its sign. `earned` are the normal points criterion by criterion.
    """

    normal: Decimal
    full: Decimal
    out: Decimal
    bonus: Decimal
    penalty: Decimal
    earned: dict[str, Decimal] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class PrintedTotal:
    """A total as printed, the parts it should come from, and where it stands.

    `places` are the decimals that totals of its file are printed with: 75 among totals such as 66,67 is 75,00.
    """

    points: Decimal
    parts: Parts
    file: str
    sheet: str
    cell: str
    places: int = 2

    @property
    def place(self) -> str:
        """`2014/bang.xlsx > F17`."""
        return f"{self.file} > {self.cell}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A unit in an assessment: its parts by stage, `BY_RULE` among them, and what is printed for it.

    `printed` is the total other than of a self-assessment, None unless there is exactly one.
    """

    assessment_code: str
    unit_code: str
    group_code: str
    parts: dict[str, Parts]
    rank: int | None
    grade: str
    printed: Decimal | None = None


@dataclass
class Cases:
    """Everything printed under one criteria set."""

    criteria_set: CriteriaSet
    totals: list[PrintedTotal] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def has_not_applicable(self) -> bool:
        """Whether any printed total is of a unit to which a criterion does not apply."""
        return any(total.parts.out for total in self.totals)


def cases_by_set(evidence: Evidence) -> dict[str, Cases]:
    """The cases of every criteria set in use, by its code; sets without printed results have none."""
    found = {code: Cases(criteria_set) for code, criteria_set in evidence.sets_in_use.items()}
    printed = _printed_by_participant(evidence)
    for member in evidence.harmonised.memberships:
        criteria_set = evidence.set_of.get(member.assessment_code)
        of_unit = printed.get((member.assessment_code, member.unit_code), [])
        if criteria_set is None or not member.is_submitted or not of_unit:
            continue
        participant = member.assessment_code, member.unit_code
        parts = {stage: _parts(evidence, participant, stage, criteria_set) for stage in (BY_RULE, *STAGES)}
        known = {stage: of_stage for stage, of_stage in parts.items() if of_stage}
        cases = found[criteria_set.code]
        cases.totals += _totals(of_unit, known)
        results = _rank(of_unit), _grade(of_unit), _official_total(of_unit)
        cases.outcomes.append(Outcome(*participant, member.group_code, known, *results))
    for cases in found.values():
        cases.totals = _with_places(cases.totals)
    return {code: cases for code, cases in found.items() if cases.outcomes}


def _with_places(totals: list[PrintedTotal]) -> list[PrintedTotal]:
    places: dict[str, int] = defaultdict(int)
    for total in totals:
        printed = -total.points.normalize().as_tuple().exponent
        places[total.file] = max(places[total.file], min(printed, MOST_PLACES))
    return [replace(total, places=places[total.file]) for total in totals]


def _printed_by_participant(evidence: Evidence) -> dict[tuple[str, str], list[PrintedResult]]:
    found: dict[tuple[str, str], list[PrintedResult]] = defaultdict(list)
    for result in evidence.harmonised.printed_results:
        if result.criterion_code is None:
            found[result.assessment_code, result.unit_code].append(result)
    return found


def _parts(evidence: Evidence, participant: tuple[str, str], stage: str, criteria_set: CriteriaSet) -> Parts | None:
    standing = evidence.scores_at(*participant, stage or LAST)
    if stage not in (BY_RULE, LAST) and all(score.stage_code != stage for score in standing.values()):
        return None
    if stage == BY_RULE and not standing:
        standing = evidence.scores_at(*participant, SELF)
    if all(score.points is None for score in standing.values()):
        return None
    return _added(standing.values(), criteria_set)


def _added(scores: Iterable[Score], criteria_set: CriteriaSet) -> Parts:
    points: dict[str, Decimal] = defaultdict(Decimal)
    earned: dict[str, Decimal] = {}
    out = ZERO
    for score in scores:
        row = criteria_set.rows[score.criterion_code]
        points[row["kind"]] += score.points or ZERO
        if row["kind"] == "normal":
            earned[score.criterion_code] = score.points or ZERO
        if score.state is State.NOT_APPLICABLE and row["kind"] == "normal":
            out += row["max_points"] or ZERO
    rows = [criteria_set.rows[code] for code in criteria_set.scored]
    full = sum((row["max_points"] or ZERO for row in rows if row["kind"] == "normal"), ZERO)
    return Parts(points["normal"], full, out, points["bonus"], abs(points["penalty"]), earned)


def _totals(printed: list[PrintedResult], parts: dict[str, Parts]) -> list[PrintedTotal]:
    """The printed totals of stages that have points; one cell may be met through several tables."""
    found = {}
    for result in printed:
        stage = result.stage_code if result.stage_code in parts else BY_RULE
        if result.what == Printed.TOTAL and result.points is not None and stage in parts:
            place = (result.file, result.sheet, result.cell)
            found[place] = PrintedTotal(result.points, parts[stage], *place)
    return list(found.values())


def _official_total(printed: list[PrintedResult]) -> Decimal | None:
    totals = {result.points for result in printed if result.what == Printed.TOTAL and result.stage_code != SELF}
    return totals.pop() if len(totals) == 1 else None


def _rank(printed: list[PrintedResult]) -> int | None:
    ranks = {result.points for result in printed if result.what == Printed.RANK and result.points is not None}
    return int(ranks.pop()) if len(ranks) == 1 and all(rank == int(rank) for rank in ranks) else None


def _grade(printed: list[PrintedResult]) -> str:
    """The grade printed for the unit; none where two places print two."""
    grades = {in_sentence_case(result.raw_text) for result in printed if result.what == Printed.GRADE}
    return grades.pop() if len(grades) == 1 else ""
