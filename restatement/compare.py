"""Two versions opened together, read-only, and asked what differs between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

Row = dict[str, Any]

HERE = Path(__file__).parent
OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


class NotComparableError(Exception):
    """A version cannot be opened, or lacks a table or column that the comparison reads; `file` is the version's."""

    def __init__(self, file: Path, cause: str):
        super().__init__(f"{file.stem}: {cause}")
        self.file = file
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Restatement:
    """What differs, as rows of the questions of the same name; every list is empty between equal versions.

    `inputs`: what went into the versions; `scores`: cells of scoresheets; `totals`: points, ranks and grades;
    `verdicts`: criteria done well, not well, not done; `remedies`: outcomes of what was asked. `reasons` of a row are
    codes, whose words are in `words.toml`.
    """

    inputs: list[Row]
    scores: list[Row]
    totals: list[Row]
    verdicts: list[Row]
    remedies: list[Row]

    @property
    def is_empty(self) -> bool:
        """Whether the two versions tell the same."""
        return not any((self.inputs, self.scores, self.totals, self.verdicts, self.remedies))


def compare(old: Path, new: Path) -> Restatement:
    """What is different in the version of the file `new`, seen from that of `old`.

    Raises NotComparableError for a file that does not open, or one built by a programme whose tables are others.
    """
    with duckdb.connect(config=OFFLINE) as connection:
        _attach(connection, old, "old")
        _attach(connection, new, "new")
        try:
            connection.execute(_question("prepare"))
            return Restatement(**{name: _rows(connection, name) for name in Restatement.__slots__})
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            raise NotComparableError(old, str(error).splitlines()[0]) from error


def _attach(connection: duckdb.DuckDBPyConnection, file: Path, name: str) -> None:
    try:
        connection.execute(_question(f"attach_{name}"), {"file": str(file)})
    except duckdb.Error as error:
        raise NotComparableError(file, str(error).splitlines()[0]) from error


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[Row]:
    cursor = connection.execute(_question(name))
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


@cache
def _question(name: str) -> str:
    return (HERE / "questions" / f"{name}.sql").read_text("utf-8")
