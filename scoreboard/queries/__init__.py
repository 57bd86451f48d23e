"""What pages ask: one question per `.sql` file, and a function of the same name that answers it.

A question is called with a cursor and its bound parameters and answers with a table. Its header comment, which is also
the function's docstring, says what comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

Question = Callable[..., pd.DataFrame]

_FOLDER = Path(__file__).parent


def _column(values: tuple[Any, ...]) -> pd.Series:
    """Python values as they came (exact decimals, None for nothing); flags and counts without gaps as numpy's."""
    kinds = {type(value) for value in values}
    return pd.Series(values, dtype={frozenset({bool}): bool, frozenset({int}): "int64"}.get(frozenset(kinds), object))


def _table(cursor: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return pd.DataFrame({name: _column(values) for name, values in zip(names, columns, strict=True)})


def _question(name: str) -> Question:
    sql = (_FOLDER / f"{name}.sql").read_text("utf-8")

    def ask(cursor: duckdb.DuckDBPyConnection, **parameters: Any) -> pd.DataFrame:
        return _table(cursor.execute(sql, parameters))

    ask.__name__ = ask.__qualname__ = name
    header = takewhile(lambda line: line.startswith("--"), sql.splitlines())
    ask.__doc__ = "\n".join(line.removeprefix("--").strip() for line in header)
    return ask


about = _question("about")
assessments = _question("assessments")
change_by_unit = _question("change_by_unit")
costliest_criteria = _question("costliest_criteria")
gap_outcome_counts = _question("gap_outcome_counts")
grades = _question("grades")
groups = _question("groups")
rank_history = _question("rank_history")
ranking = _question("ranking")
top_level_verdicts = _question("top_level_verdicts")
units = _question("units")
