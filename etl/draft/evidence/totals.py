"""Which rules turn the points on the sheets into the totals printed on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from etl.draft.evidence.cases import ZERO, Cases, Parts, PrintedTotal

NOT_APPLICABLE = ("zero", "full_marks", "excluded")  # the simplest first
TAKEN, ADDED = "taken", "added"  # what becomes of points printed under a penalty
MOST_CAPS = 4  # worth trying: those that would mend the most totals


@dataclass(frozen=True, slots=True)
class Rules:
    """One reading of how totals come about; a cap of None is no cap."""

    not_applicable_rule: str
    penalties: str
    bonus_cap: Decimal | None
    penalty_cap: Decimal | None

    def points(self, parts: Parts) -> Decimal:
        """The total that the reading gives for the parts, unrounded."""
        bonus = parts.bonus if self.bonus_cap is None else min(parts.bonus, self.bonus_cap)
        penalty = parts.penalty if self.penalty_cap is None else min(parts.penalty, self.penalty_cap)
        return self.normal_points(parts) + bonus + (penalty if self.penalties == ADDED else -penalty)

    def normal_points(self, parts: Parts) -> Decimal:
        """The points of normal criteria on the full scale of the set."""
        if self.not_applicable_rule == "full_marks":
            return parts.normal + parts.out
        if self.not_applicable_rule == "excluded" and parts.full > parts.out:
            return parts.normal * parts.full / (parts.full - parts.out)
        return parts.normal

    def share(self, parts: Parts) -> Decimal:
        """The share of the normal maximum, times 100."""
        return 100 * self.normal_points(parts) / parts.full if parts.full else ZERO

    def explains(self, total: PrintedTotal) -> bool:
        """Whether the printed total is the reading's, up to half of its last place."""
        return abs(self.points(total.parts) - total.points) <= Decimal(5).scaleb(-total.places - 1)


@dataclass(frozen=True)
class Fit:
    """The readings that explain the most totals, the simplest first, and the totals that they do not explain."""

    readings: list[Rules]
    totals: int
    unexplained: list[PrintedTotal]

    @property
    def rules(self) -> Rules:
        """The simplest of the best readings."""
        return self.readings[0]

    @property
    def explained(self) -> int:
        """How many totals the best readings explain."""
        return self.totals - len(self.unexplained)

    def alternatives(self, rule: str) -> list[str | Decimal | None]:
        """The values of one rule over all the best readings, that of the simplest first."""
        return list(dict.fromkeys(getattr(reading, rule) for reading in self.readings))


def fit_of(cases: Cases) -> Fit:
    """The best readings of the printed totals; without totals, every reading fits."""
    counts = {reading: sum(map(reading.explains, cases.totals)) for reading in _readings(cases)}
    most = max(counts.values())
    best = [reading for reading, count in counts.items() if count == most]
    return Fit(best, len(cases.totals), [total for total in cases.totals if not best[0].explains(total)])


def heading_cap(cases: Cases, kind: str) -> Decimal | None:
    """The maximum that the one heading over bonus or penalty lines prints, where it is below the sum of its lines."""
    rows, below = cases.criteria_set.rows, cases.criteria_set.children
    headings = [code for code in below if code and rows[code]["kind"] == kind]
    if len(headings) != 1 or rows[headings[0]]["max_points"] is None:
        return None
    stated = abs(rows[headings[0]]["max_points"])
    lines = sum((abs(rows[code]["max_points"] or ZERO) for code in below[headings[0]]), ZERO)
    return stated if stated < lines else None


def _readings(cases: Cases) -> Iterator[Rules]:
    """Every reading worth trying, simple ones first."""
    seen = set()
    for rule, penalties in product(NOT_APPLICABLE, (TAKEN, ADDED)):
        plain = Rules(rule, penalties, None, None)
        for caps in product(_bonus_caps(cases, plain), _penalty_caps(cases, plain)):
            reading = Rules(rule, penalties, *caps)
            if reading not in seen:
                seen.add(reading)
                yield reading


def _bonus_caps(cases: Cases, plain: Rules) -> list[Decimal | None]:
    """No cap, the one that the heading prints, and those under which a total printed too low would be right."""
    wanted = (total.parts.bonus - plain.points(total.parts) + total.points for total in _of(cases, "bonus"))
    highest = max((total.parts.bonus for total in cases.totals), default=ZERO)
    return [None, *_worth_trying(heading_cap(cases, "bonus"), wanted, highest)]


def _penalty_caps(cases: Cases, plain: Rules) -> list[Decimal | None]:
    sign = 1 if plain.penalties == TAKEN else -1
    wanted = (
        total.parts.penalty - sign * (total.points - plain.points(total.parts)) for total in _of(cases, "penalty")
    )
    highest = max((total.parts.penalty for total in cases.totals), default=ZERO)
    return [None, *_worth_trying(heading_cap(cases, "penalty"), wanted, highest)]


def _of(cases: Cases, part: str) -> Iterator[PrintedTotal]:
    return (total for total in cases.totals if getattr(total.parts, part))


def _worth_trying(stated: Decimal | None, wanted: Iterable[Decimal], highest: Decimal) -> list[Decimal]:
    """The stated cap first, then the caps that most totals ask for; one that nobody reaches is no cap."""
    asked = Counter(cap.normalize() for cap in (_rounded(each, 2) for each in wanted) if ZERO <= cap < highest)
    likely = [cap for cap, _ in asked.most_common(MOST_CAPS)]
    return list(dict.fromkeys([*([] if stated is None else [stated]), *likely]))


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
