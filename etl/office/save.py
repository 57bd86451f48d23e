"""Proposed rows into reference files, beside what people wrote."""

from __future__ import annotations

import os
from pathlib import Path

from etl.office.csv_file import CsvFile, as_text, read_csv
from etl.office.folder import OfficeFolder
from etl.office.load import Row
from etl.office.reference import TABLE, ReferenceTable
from etl.office.values import parse, written

BYTE_ORDER_MARK = "\ufeff"  # without it a spreadsheet program takes the file for the machine's legacy code page


def save_rows(folder: OfficeFolder, table: str, rows: list[Row]) -> int:
    """Add the rows whose key the file does not hold yet; says how many.

    Lines already in the file stay as they are, to the letter, unless the file lacks a column that a new row fills: then
    the column is added at the right. The file is replaced in one step, so a reader never meets half of it.
    """
    definition = TABLE[table]
    path = folder.reference_file(table)
    content = read_csv(path) if path.exists() else CsvFile(())
    taken = {_key(definition, record) for record in content.records}
    added = []
    for row in rows:
        key = tuple(row.get(column) for column in definition.key)
        if key not in taken:
            taken.add(key)
            added.append({name: written(row.get(name)) for name in definition.column_names})
    if added:
        _replace(path, _new_text(path, content, definition, added))
    return len(added)


def _key(definition: ReferenceTable, record: dict[str, str]) -> tuple[object, ...]:
    """The key as values, so that `31/12/2014` and `2014-12-31` are one; text as it is where it cannot be read."""
    columns = {column.name: column for column in definition.columns}
    key: list[object] = []
    for name in definition.key:
        try:
            key.append(parse(columns[name], record.get(name, "")))
        except ValueError:
            key.append(record[name])
    return tuple(key)


def _new_text(path: Path, content: CsvFile, definition: ReferenceTable, added: list[dict[str, str]]) -> str:
    header = list(content.header or definition.column_names)
    lacking = [name for name in definition.column_names if name not in header and any(row[name] for row in added)]
    new_lines = [[row.get(name, "") for name in [*header, *lacking]] for row in added]
    if content.header and not lacking:
        kept = path.read_bytes().decode("utf-8-sig")
        return kept + ("" if kept.endswith(("\n", "\r")) else "\n") + as_text(new_lines, content.delimiter)
    kept_lines = [[record.get(name, "") for name in [*header, *lacking]] for record in content.records]
    return as_text([[*header, *lacking], *kept_lines, *new_lines], content.delimiter)


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_text(BYTE_ORDER_MARK + text, encoding="utf-8", newline="")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
