"""Every example of the method comes out as it is written, from the real rules and from the recomputation."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import duckdb
import pytest

from tests.recompute import differences
from tests.spec.contents import EXAMPLES
from tests.spec.example import Example, parse_table
from tests.spec.office import built


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_example(example: Example):
    with built(example.given) as connection:
        for table, expected in example.result.items():
            rows = parse_table(expected)
            found = written_rows(connection, table, list(rows[0]))
            assert Counter(found) == Counter(tuple(plain(cell) for cell in row.values()) for row in rows), table
        assert differences(connection) == []


def written_rows(connection: duckdb.DuckDBPyConnection, table: str, columns: list[str]) -> list[tuple[str, ...]]:
    relation = connection.table(table).select(*columns)
    return [tuple(written(value) for value in row) for row in relation.fetchall()]


def written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return plain(f"{value:f}") if isinstance(value, Decimal) else str(value)


def plain(text: str) -> str:
    """Without the zeros that end a decimal, so that 85.00 and 85 are one."""
    whole, point, decimals = text.partition(".")
    if point and (whole.lstrip("-") + decimals).isdigit():
        return f"{whole}.{decimals}".rstrip("0").rstrip(".")
    return text
