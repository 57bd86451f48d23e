"""What a reference file and each of its columns may hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

# The database keeps eight digits before the decimal mark; a set of a thousand such amounts still adds up within them.
LARGEST = Decimal(100_000)


class Content(StrEnum):
    """What a column may hold."""

    TEXT = "text"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a reference file; `choices` are the only words allowed when it has any.

    A number lies between `least` and `most`, both included.
    """

    name: str
    content: Content = Content.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    least: Decimal = -LARGEST
    most: Decimal = LARGEST


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """One reference file; `key` tells its rows apart. Every file also has `status` and `note`."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...] = field(default=())

    @property
    def column_names(self) -> tuple[str, ...]:
        """Columns in the order they are written, the two common ones last."""
        return (*(column.name for column in self.columns), "status", "note")


def required_column(name: str, *choices: str) -> Column:
    """Text that every row has."""
    return Column(name, required=True, choices=choices)


def text_column(name: str, *choices: str) -> Column:
    """Text that may be blank."""
    return Column(name, choices=choices)


def amount_column(name: str) -> Column:
    """Points that cannot be negative."""
    return Column(name, Content.DECIMAL, least=Decimal(0))


def share_column(name: str) -> Column:
    """A part of a whole: 0 to 1."""
    return Column(name, Content.DECIMAL, least=Decimal(0), most=Decimal(1))


def integer_column(name: str) -> Column:
    """A whole number."""
    return Column(name, Content.INTEGER)


def date_column(name: str) -> Column:
    """A day."""
    return Column(name, Content.DATE)
