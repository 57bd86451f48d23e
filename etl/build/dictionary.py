"""`docs/data-dictionary.md`, written from the comments in the database: `python -m etl.build.dictionary`."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb

from etl.build.mart_keys import MART_KEYS
from etl.build.statements import comment_on_tables, create_tables

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
COLUMNS = Path(__file__).with_name("dictionary.sql")

HEADING = """\
# Data dictionary

Every table and column of a database version, as the comments inside the database say it, with the Vietnamese term in
brackets. Written by `python -m etl.build.dictionary`; do not edit it here.

Points are `DECIMAL(18,10)` and shares `DECIMAL(20,18)`: exact, never floats.
"""

TABLE_HEAD = ("| column | type | may be null | meaning |", "|---|---|---|---|")


def data_dictionary() -> str:
    """The page in Markdown: per table what it holds, its key if it is a mart, its columns with type and meaning."""
    with duckdb.connect() as connection:
        create_tables(connection)
        comment_on_tables(connection)
        columns = connection.execute(COLUMNS.read_text("utf-8")).fetchall()
    sections = [_section(*table, list(rows)) for table, rows in groupby(columns, key=itemgetter(0, 1))]
    return "\n".join([HEADING, *sections])


def _section(table: str, about_table: str, columns: list[tuple[Any, ...]]) -> str:
    key = MART_KEYS.get(table, ())
    lines = [
        f"## `{table}`",
        "",
        f"{about_table}.",
        "",
        *([f"One row per {', '.join(f'`{column}`' for column in key)}.", ""] if key else []),
        "| column | type | may be null | meaning |",
        "|---|---|---|---|",
    ]
    for _, _, column, data_type, is_nullable, about_column in columns:
        lines.append(f"| `{column}` | {data_type} | {'yes' if is_nullable else ''} | {about_column} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(data_dictionary(), "utf-8", newline="\n")
