"""From everything known to a new database version, in one go or not at all."""

from __future__ import annotations

import errno
import os
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import duckdb

from etl.build import versions
from etl.build.fingerprint import inputs_sha256, method_sha256
from etl.build.lock import write_lock
from etl.build.mart_keys import repeated_keys
from etl.build.reference_rows import reference_rows
from etl.build.source_rows import source_rows
from etl.build.statements import Progress, comment_on_tables, create_tables, load_rows, run_rules, silent
from etl.harmonise.scores import Harmonised
from etl.office.folder import OfficeFolder
from etl.office.load import Reference, Row
from etl.problem import Problem
from etl.read.cells import Workbook

SCHEMA_VERSION = 3
SECONDS_TO_WAIT = 60
OFFLINE = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def build_version(
    folder: OfficeFolder,
    reference: Reference,
    workbooks: list[Workbook],
    harmonised: Harmonised,
    problems: list[Problem],
    *,
    progress: Progress = silent,
    wait_seconds: int = SECONDS_TO_WAIT,
) -> str:
    """Builds a new version, serves it, and returns its name. Until the last step the version before it is served.

    `progress` is told the stage (`wait`, `load`, `rules`, `publish`), how much of it is done and how much there is.
    Raises `RefusedError` when another build does not end within `wait_seconds`, OSError when the folder takes no file.
    """
    with write_lock(folder, wait_seconds, progress):
        versions.remove_leftovers(folder)
        inputs = inputs_sha256(reference, workbooks)
        version, built_at = versions.new_version(folder, inputs)
        tables = {
            "build_info": [_build_info(version, built_at, reference, inputs)],
            **source_rows(workbooks, harmonised, problems),
            **reference_rows(reference, harmonised.memberships),
        }
        part = versions.part_file(folder, version)
        try:
            _write(part, tables, progress)
            _verify(part, tables)
        except duckdb.IOException as error:
            # The database engine's word for a full disk or a folder that refuses.
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(part)) from error
        progress("publish", 0, 2)
        part.replace(versions.version_file(folder, version))
        progress("publish", 1, 2)
        versions.point_to(folder, version)
        versions.remove_old(folder)
        progress("publish", 2, 2)
    return version


def _build_info(version: str, built_at: datetime, reference: Reference, inputs: str) -> Row:
    return {
        **asdict(reference.facts),
        "version": version,
        "schema_version": SCHEMA_VERSION,
        "built_at": built_at,
        "inputs_sha256": inputs,
        "method_sha256": method_sha256(),
    }


def _write(file: Path, tables: dict[str, list[Row]], progress: Progress) -> None:
    with duckdb.connect(file, config=OFFLINE) as connection:
        connection.begin()
        create_tables(connection)
        comment_on_tables(connection)
        load_rows(connection, tables, progress)
        # Only of what is committed does DuckDB know how many rows it has, on which the speed of the rules hangs.
        connection.commit()
        connection.begin()
        run_rules(connection, progress)
        connection.commit()
        connection.checkpoint()


def _verify(file: Path, tables: dict[str, list[Row]]) -> None:
    """Opens the file as a reader would.

    What was loaded is there, every member of an assessment has a result, and no mart says the same thing twice.
    """
    expected = {table: len(rows) for table, rows in tables.items()} | {"total": len(tables["membership"])}
    with duckdb.connect(file, read_only=True, config=OFFLINE) as connection:
        found = {table: connection.table(table).count("*").fetchall()[0][0] for table in expected}
        repeated = repeated_keys(connection)
    if found != expected:
        raise RuntimeError(f"The new version does not hold what was loaded: {expected} became {found}.")
    if repeated:
        raise RuntimeError(f"The new version says the same thing twice: {repeated}.")
