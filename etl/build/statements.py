"""The database in SQL: its tables, their comments, and the rules that fill the marts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from etl.office.load import Row

HERE = Path(__file__).parent
SCHEMA = HERE / "schema.sql"
COMMENTS = HERE / "comments"
RULES = HERE.parent / "rules"
# How a rule says that it asks of the units of the batch at hand only.
BATCH_BY_BATCH = "Batch by batch."

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """A progress that nobody watches."""


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Every table, empty."""
    connection.execute(SCHEMA.read_text("utf-8"))


def comment_on_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Says in the database what every table and column holds."""
    for path in sorted(COMMENTS.glob("*.sql")):
        connection.execute(path.read_text("utf-8"))


def load_rows(
    connection: duckdb.DuckDBPyConnection, tables: Mapping[str, list[Row]], progress: Progress = silent
) -> None:
    """Adds the rows to the tables; what a row has beyond the table's columns is passed over."""
    for done, (table, rows) in enumerate(tables.items(), start=1):
        if rows:
            _append(connection, table, rows)
        progress("load", done, len(tables))


def _append(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    columns = connection.table(table).columns
    # As text, which DuckDB turns into each column's own type: a frame of decimals would pass through floats.
    frame = pd.DataFrame([[_text(row[column]) for column in columns] for row in rows], columns=columns, dtype="str")
    connection.append(table, frame, by_name=True)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def run_rules(connection: duckdb.DuckDBPyConnection, progress: Progress = silent, last: str = "") -> None:
    """Fills the marts from the loaded tables, rule by rule in the order of their file names.

    Ends with the rule called `last`, its place in the order left aside; it is none of those that run in batches.
    Without one, or with an empty name, all run.
    """
    rules = len(list(RULES.glob("*.sql")))
    begun = set()
    for rule in running_rules(connection):
        begun.add(rule)
        progress("rules", len(begun), rules)
        if last and rule.stem.partition("_")[2] == last:
            return


def running_rules(connection: duckdb.DuckDBPyConnection) -> Iterator[Path]:
    """Runs the rules in their order and yields each that has just run.

    Neighbours that say so of themselves run together, batch after batch of units, and are yielded once a batch.
    """
    texts = {rule: rule.read_text("utf-8") for rule in sorted(RULES.glob("*.sql"))}
    for in_batches, rules in groupby(texts, lambda rule: BATCH_BY_BATCH in texts[rule]):
        together = list(rules)
        for batch in _batches(connection) if in_batches else [None]:
            connection.execute("set variable batch = $batch", {"batch": batch})
            for rule in together:
                connection.execute(texts[rule])
                yield rule


def _batches(connection: duckdb.DuckDBPyConnection) -> list[int]:
    # The first runs also where there is no unit: it makes the tables that later rules ask.
    found = connection.table("unit_batch").project("batch").distinct().order("batch").fetchall()
    return [batch for (batch,) in found] or [0]
