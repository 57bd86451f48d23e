"""Rows that `draft` proposes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from etl.office.load import Row, full_row
from etl.office.reference import Status
from etl.text.keys import slug


def proposed(table: str, **values: Any) -> Row:
    """A row of the table with the values given, blanks elsewhere, marked as proposed."""
    return full_row(table, **{"status": str(Status.PROPOSED)} | values)


def free_code(name: str, taken: Iterable[str]) -> str:
    """The name as a code; `-2`, `-3`... behind it where another row has it already."""
    return free(slug(name), taken)


def free(code: str, taken: Iterable[str]) -> str:
    """The code itself, or with the first number behind it that nobody has."""
    others = set(taken)
    number = 1
    candidate = code
    while candidate in others:
        number += 1
        candidate = f"{code}-{number}"
    return candidate
