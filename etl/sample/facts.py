"""What the illustrative office is told about itself: criteria sets, units and how they fare over the years."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from etl.office.csv_file import read_csv

HERE = Path(__file__).parent
REFERENCE = HERE / "reference"
STORY = HERE / "story"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of a criteria set; `topic` names the duty behind it, the same in every set, and is empty on headings."""

    code: str
    parent_code: str
    level: int
    number: str
    name: str
    max_points: Decimal
    kind: str
    topic: str
    guidance: str

    @property
    def is_scored(self) -> bool:
        """Whether points are given on this line: headings and alternatives get none."""
        return bool(self.topic)


@dataclass(frozen=True, slots=True)
class Grade:
    """A band of a set, reached from `min_value` on."""

    name: str
    min_value: Decimal


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """A criteria set with the rules that turn its points into a result; `grades` from the best to the lowest."""

    code: str
    decision: str
    criteria: tuple[Criterion, ...]
    grades: tuple[Grade, ...]
    grade_basis: str
    not_applicable_rule: str
    bonus_cap: Decimal | None
    penalty_cap: Decimal | None

    @property
    def scored(self) -> tuple[Criterion, ...]:
        """The lines that get points, in the order printed."""
        return tuple(criterion for criterion in self.criteria if criterion.is_scored)

    @property
    def max_points(self) -> Decimal:
        """The most that the normal criteria can give."""
        return sum((criterion.max_points for criterion in self.scored if criterion.kind == "normal"), Decimal(0))

    def options(self, code: str) -> tuple[Decimal, ...]:
        """What the alternatives of a criterion are worth; none where its points are graded freely."""
        return tuple(
            line.max_points for line in self.criteria if (line.parent_code, line.kind) == (code, "alternative")
        )

    def below(self, code: str) -> tuple[Criterion, ...]:
        """The scored lines under a heading, however deep."""
        return tuple(criterion for criterion in self.scored if criterion.code.startswith(f"{code}."))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the office: how well it does records work when it is first and last assessed (1 is faultless).

    `claim` says how readily it scores itself above what is found, `character` what its lasting strengths hang on, so
    that a renamed unit keeps them.
    """

    code: str
    name: str
    abbreviation: str
    group_name: str
    first_year: int
    last_year: int
    character: str
    start_level: float
    end_level: float
    claim: float

    def level(self, year: int) -> float:
        """How well the unit does in that year, on the straight way from its start to its end."""
        years = self.last_year - self.first_year
        done = (year - self.first_year) / years if years else 0.0
        return self.start_level + (self.end_level - self.start_level) * done


@cache
def story(table: str) -> tuple[dict[str, str], ...]:
    """The rows of one file of `story/`."""
    return tuple(read_csv(STORY / f"{table}.csv").records)


@cache
def criteria_sets() -> dict[str, CriteriaSet]:
    """Every criteria set by its code, in the order they came into force."""
    rows = read_csv(REFERENCE / "criteria_sets.csv").records
    return {row["criteria_set_code"]: _criteria_set(row) for row in rows}


def _criteria_set(row: dict[str, str]) -> CriteriaSet:
    code = row["criteria_set_code"]
    return CriteriaSet(
        code=code,
        decision=row["decision"],
        criteria=_criteria(read_csv(HERE / "criteria" / f"{code}.csv").records),
        grades=tuple(
            Grade(grade["grade_name"], Decimal(grade["min_value"]))
            for grade in read_csv(REFERENCE / "grades.csv").records
            if grade["criteria_set_code"] == code
        ),
        grade_basis=row["grade_basis"],
        not_applicable_rule=row["not_applicable_rule"],
        bonus_cap=Decimal(row["bonus_cap"]) if row["bonus_cap"] else None,
        penalty_cap=Decimal(row["penalty_cap"]) if row["penalty_cap"] else None,
    )


def _criteria(rows: list[dict[str, str]]) -> tuple[Criterion, ...]:
    criteria: list[Criterion] = []
    above: dict[int, Criterion] = {}
    for row in rows:
        level = int(row["level"])
        parent = above.get(level - 1)
        above[level] = Criterion(
            code=_code(row["number"].rstrip(".)"), parent),
            parent_code=parent.code if parent else "",
            level=level,
            number=row["number"],
            name=row["name"],
            max_points=Decimal(row["max_points"]),
            kind=row["kind"],
            topic=row["topic"],
            guidance=row["guidance"],
        )
        criteria.append(above[level])
    return tuple(criteria)


def _code(number: str, parent: Criterion | None) -> str:
    """A number that repeats its parent's number says only what follows it."""
    if parent is None:
        return number
    return f"{parent.code}.{number.removeprefix(f'{parent.number}.')}"


@cache
def units() -> tuple[Unit, ...]:
    """Every unit that the office ever assessed, in the order that its scoresheets list them."""
    return tuple(
        Unit(
            code=row["unit_code"],
            name=row["unit_name"],
            abbreviation=row["abbreviation"],
            group_name=row["group_name"],
            first_year=int(row["first_year"]),
            last_year=int(row["last_year"]),
            character=row["character"],
            start_level=float(row["start_level"]),
            end_level=float(row["end_level"]),
            claim=float(row["claim"]),
        )
        for row in story("units")
    )
