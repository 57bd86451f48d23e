"""Invents the points of the illustrative office: the truth that its workbooks are drawn from and tests compare with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from etl.harmonise.scores import State
from etl.sample.chance import chance, swing
from etl.sample.facts import Criterion, Unit, story
from etl.sample.rounds import Round, rounds

LASTING = 0.22  # how far a unit's own strengths and weaknesses carry a criterion, year after year
PASSING = 0.08  # how far a single year does, on one criterion
SEASON = 0.05  # how far a good or a bad year does, on all of them
FULL_FROM = 0.92
NOTHING_BELOW = 0.10
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class TruePoints:
    """What one score cell says: `points` is None unless the state is scored, and negative or zero on penalties."""

    assessment_code: str
    unit_code: str
    criterion_code: str
    stage_code: str
    state: State
    points: Decimal | None


@cache
def truth() -> tuple[TruePoints, ...]:
    """Every score cell of every round, blank ones included; units that hand in nothing have none."""
    return tuple(
        cell
        for round_ in rounds()
        for unit in round_.units
        if round_.hands_in(unit)
        for criterion in round_.criteria_set.scored
        for cell in _cells(round_, unit, criterion)
    )


def _cells(round_: Round, unit: Unit, criterion: Criterion) -> Iterator[TruePoints]:
    state = _state(round_, unit, criterion)
    found = _found(round_, unit, criterion)
    for stage in round_.stages:
        cell_state, points = state, found
        if stage == "self":
            cell_state = state if state is State.NOT_APPLICABLE else State.SCORED
            points = _claimed(round_, unit, criterion, found)
        elif stage == "appealed":
            points = _raised(round_, unit, criterion, found)
            cell_state = State.BLANK if points is None or state is not State.SCORED else State.SCORED
        shown = points if cell_state is State.SCORED else None
        yield TruePoints(round_.assessment_code, unit.code, criterion.code, stage, cell_state, shown)


def _state(round_: Round, unit: Unit, criterion: Criterion) -> State:
    for row in story("absences"):
        years = range(int(row["from_year"]), int(row["to_year"]) + 1)
        if row["unit_code"] == unit.code and row["topic"] == criterion.topic and round_.year in years:
            return State(row["state"])
    return State.SCORED


def _found(round_: Round, unit: Unit, criterion: Criterion) -> Decimal:
    """What an inspector would find, in whole steps of the round, unless the story says what was found."""
    told = _findings().get((unit.code, criterion.topic, round_.year))
    if told is not None:
        return told
    level = unit.level(round_.year)
    share = (
        level
        + _felt(_ease(round_, unit, criterion.topic), level)
        + LASTING * swing(unit.character, criterion.topic)
        + PASSING * swing(unit.character, criterion.topic, round_.year)
        + SEASON * swing(unit.character, round_.year)
    )
    if criterion.kind == "penalty":
        return -_in_steps(1 - share, criterion.max_points, Decimal("0.5"))
    options = round_.criteria_set.options(criterion.code)
    if options:
        return min((ZERO, *options), key=lambda worth: abs(float(worth / criterion.max_points) - share))
    step = Decimal("0.5") if criterion.kind == "bonus" else round_.step
    return _in_steps(share, criterion.max_points, step)


def _in_steps(share: float, max_points: Decimal, step: Decimal) -> Decimal:
    if share < NOTHING_BELOW:
        return ZERO
    if share >= FULL_FROM:
        return max_points
    steps = (Decimal(str(round(share, 9))) * max_points / step).quantize(Decimal(1), ROUND_HALF_UP)
    return min(max_points, steps * step)


def _felt(ease: float, level: float) -> float:
    """What is hard is harder for the weak: the best still manage what most others leave undone."""
    return ease * max(0.0, 2.5 * (1.2 - level)) if ease < 0 else ease


def _ease(round_: Round, unit: Unit, topic: str) -> float:
    """How easy the duty is to fulfil that year for units of that group: below 0 when most fail it."""
    happened = (
        float(row["change"])
        for row in story("events")
        if row["topic"] == topic
        and row["group_name"] in ("", unit.group_name)
        and int(row["from_year"]) <= round_.year <= int(row["to_year"])
    )
    return float(topics()[topic]["ease"]) + sum(happened)


@cache
def _findings() -> dict[tuple[str, str, int], Decimal]:
    rows = story("findings")
    return {(row["unit_code"], row["topic"], int(row["year"])): Decimal(row["points"]) for row in rows}


@cache
def topics() -> dict[str, dict[str, str]]:
    """The duties behind the criteria: how easy they are, and what inspectors remark when they are not fulfilled."""
    return {row["topic"]: row for row in story("topics")}


def _claimed(round_: Round, unit: Unit, criterion: Criterion, found: Decimal) -> Decimal:
    """The score a unit gives itself: mostly what is found, more where it over-claims, less where it is modest."""
    luck = chance(unit.character, criterion.topic, round_.year, "self")
    if criterion.kind == "penalty":
        return ZERO if luck < 0.5 + unit.claim else found
    if unit.claim < 0:
        return max(ZERO, found - round_.step) if luck < -unit.claim else found
    if luck >= 0.1 + 1.5 * unit.claim:
        return found
    if round_.criteria_set.options(criterion.code):
        return criterion.max_points
    missing = (criterion.max_points - found) / round_.step
    added = (missing * Decimal(str(round(0.4 + 0.6 * luck, 9)))).quantize(Decimal(1), ROUND_HALF_UP)
    return found + added * round_.step


def _raised(round_: Round, unit: Unit, criterion: Criterion, found: Decimal) -> Decimal | None:
    """The score after the unit explained itself; None where it did not, or explained in vain."""
    wanted = _claimed(round_, unit, criterion, found) - found
    if criterion.kind != "normal" or wanted < 2 * round_.step:
        return None
    return found + round_.step if chance(unit.character, criterion.topic, round_.year, "appeal") < 0.35 else None
