"""Where in its file a row of a reference table stands."""

from __future__ import annotations

from etl.office.csv_file import read_csv
from etl.office.folder import OfficeFolder
from etl.office.reference import TABLE, Status


def row_numbers(folder: OfficeFolder, table: str) -> dict[tuple[str, ...], int]:
    """The number of each row by its key as text; beside a proposed row, that of the one a person wrote."""
    file = folder.reference_file(table)
    if not file.exists():
        return {}
    content = read_csv(file)
    numbered = zip(content.rows, content.records, strict=True)
    rows = [(number, record) for (number, _), record in numbered]
    rows.sort(key=lambda row: row[1].get("status") != Status.PROPOSED)
    return {tuple(record.get(column, "") for column in TABLE[table].key): number for number, record in rows}
