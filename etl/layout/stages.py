"""Which stage a header cell tells, as the whole header tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from etl.layout.header import Column, Header
from etl.layout.numbering import number_in_front
from etl.read.cells import Cell
from etl.text.words import meaning

FEWEST_STAGE_ROWS = 2
ON_THE_WAY = ("self", "appraised", "appealed")


@dataclass(frozen=True, slots=True)
class Stages:
    """The words for stages; beside a column of self-assessment, `Phòng Nội vụ chấm` is the stage after it."""

    has_self: bool

    @classmethod
    def of(cls, header: Header) -> Stages:
        """As the header has a column of self-assessment or not."""
        return cls(any(meaning("stage", cell.text) == "self" for column in header.columns for cell in column.path))

    def said_by(self, cell: Cell) -> str | None:
        """The stage that a header cell tells; None where it tells none."""
        said = meaning("stage", cell.text)
        if said in (None, "final") and self.has_self and not meaning("column", cell.text):
            return meaning("stage_after_self", cell.text) or said
        return said

    def is_name(self, cell: Cell) -> bool:
        """Whether a header cell is neither a stage nor anything else that columns are called: a unit's name."""
        return not self.said_by(cell) and not meaning("column", cell.text)

    def over(self, column: Column) -> str:
        """The stage nearest to the data of those over a column, `final` where none is."""
        stages = [stage for cell in column.path if (stage := self.said_by(cell))]
        return stages[-1] if stages else "final"

    def alone(self, column: Column) -> str | None:
        """The stage of a column that says nothing but a stage; None when it names a unit as well."""
        if column.is_declared_points:
            return self.over(column)
        if not column.path or any(self.is_name(cell) for cell in column.path):
            return None
        return self.said_by(column.path[-1])


def unknown_stages(header: Header) -> list[Column]:
    """The columns that stand beside a stage under the name of one unit or criterion, and say nothing that we know."""
    stages = Stages.of(header)
    under: dict[tuple[str, ...], list[Column]] = defaultdict(list)
    for column in header.columns:
        if column.index > header.lead and len(column.path) > 1:
            under[tuple(cell.address for cell in column.path[:-1])].append(column)
    return [
        column
        for columns in under.values()
        if any(map(stages.is_name, columns[0].path[:-1]))
        if any(stages.said_by(column.path[-1]) in ON_THE_WAY for column in columns)
        for column in columns
        if stages.is_name(column.path[-1]) and not _is_named_otherwise(column)
    ]


def is_list_of_stages(names: Iterable[str]) -> bool:
    """Whether several of the names are nothing but stages: the rows of a table whose stages stand below each other."""
    return sum(meaning("stage", name) in ON_THE_WAY for name in names) >= FEWEST_STAGE_ROWS


def _is_named_otherwise(column: Column) -> bool:
    return bool(number_in_front(column.label)[0] or meaning("quantity", column.label))
