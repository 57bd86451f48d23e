"""Which stage, which competitors and which rule for ties give the ranks that are printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from etl.draft.evidence.cases import BY_RULE, Cases, Outcome
from etl.draft.evidence.totals import Rules
from etl.office.reference import STAGES

SHARED, DENSE, ONE_EACH = "shared", "dense", "one_each"  # 1, 2, 2, 4; 1, 2, 2, 3; 1, 2, 3, 4
GROUP, ALL = "group", "all"


@dataclass(frozen=True, slots=True)
class Ranking:
    """One reading of how ranks come about; `stage` is `BY_RULE` for the last points given."""

    stage: str
    scope: str
    ties: str


@dataclass(frozen=True)
class RankFit:
    """The readings that explain the most ranks, the product's own first, and the ranks they do not explain."""

    rankings: list[Ranking]
    ranks: int
    unexplained: list[Outcome]

    @property
    def ranking(self) -> Ranking:
        """The simplest of the best readings."""
        return self.rankings[0]

    @property
    def explained(self) -> int:
        """How many ranks the best readings explain."""
        return self.ranks - len(self.unexplained)

    @property
    def stages(self) -> list[str]:
        """The stages whose points give the ranks, by the best readings."""
        return list(dict.fromkeys(ranking.stage for ranking in self.rankings))


def ranks_of(cases: Cases, rules: Rules | None) -> RankFit:
    """The best readings of the printed ranks: on totals by the rules, or without rules on the printed ones."""
    ranked = [outcome for outcome in cases.outcomes if outcome.rank is not None]
    missed: dict[Ranking, list[Outcome]] = {}
    for reading in _readings(stages_of(cases) if rules else [BY_RULE]):
        missed[reading] = [outcome for outcome, fits in _judged(cases, rules, reading) if not fits]
    fewest = min(map(len, missed.values()))
    best = [reading for reading, outcomes in missed.items() if len(outcomes) == fewest]
    return RankFit(best, len(ranked), missed[best[0]])


def stages_of(cases: Cases) -> list[str]:
    """The stages whose points may be the official ones: the rule's own, and those that give any unit other points."""
    return [BY_RULE, *(stage for stage in STAGES if any(_differs(outcome, stage) for outcome in cases.outcomes))]


def _differs(outcome: Outcome, stage: str) -> bool:
    return stage in outcome.parts and outcome.parts[stage] != outcome.parts.get(BY_RULE)


def _readings(stages: list[str]) -> Iterator[Ranking]:
    for stage, scope, ties in product(stages, (GROUP, ALL), (SHARED, DENSE, ONE_EACH)):
        yield Ranking(stage, scope, ties)


def _points(outcome: Outcome, rules: Rules | None, stage: str) -> Decimal | None:
    if rules is None:
        return outcome.printed
    parts = outcome.parts.get(stage) or outcome.parts.get(BY_RULE)
    return rules.points(parts) if parts else None


def _judged(cases: Cases, rules: Rules | None, reading: Ranking) -> Iterator[tuple[Outcome, bool]]:
    """Every outcome with a printed rank, and whether the reading gives that rank."""
    fields: dict[tuple[str, str], list[tuple[Decimal, Outcome]]] = defaultdict(list)
    for outcome in cases.outcomes:
        points = _points(outcome, rules, reading.stage)
        if points is not None:
            field = outcome.group_code if reading.scope == GROUP else ""
            fields[outcome.assessment_code, field].append((points, outcome))
    for competitors in fields.values():
        fits = _TIES[reading.ties](competitors)
        for points, outcome in competitors:
            if outcome.rank is not None:
                yield outcome, fits(points, outcome.rank)


Field = list[tuple[Decimal, Outcome]]
Fits = Callable[[Decimal, int], bool]


def _shared(field: Field) -> Fits:
    ordered = sorted(-points for points, _ in field)
    return lambda points, rank: rank == 1 + bisect_left(ordered, -points)


def _dense(field: Field) -> Fits:
    ordered = sorted({-points for points, _ in field})
    return lambda points, rank: rank == 1 + bisect_left(ordered, -points)


def _one_each(field: Field) -> Fits:
    """Equal points in some order that only the office knows, but no rank twice."""
    ordered = sorted(-points for points, _ in field)
    printed = [outcome.rank for _, outcome in field]
    return lambda points, rank: (
        bisect_left(ordered, -points) < rank <= bisect_right(ordered, -points) and printed.count(rank) == 1
    )


_TIES: dict[str, Callable[[Field], Fits]] = {SHARED: _shared, DENSE: _dense, ONE_EACH: _one_each}
