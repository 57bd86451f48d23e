"""Files in `reference/` that look like reference files and are none."""

from __future__ import annotations

import os
from collections.abc import Iterator

from etl.office.facts import FACTS_FILE
from etl.office.folder import OfficeFolder
from etl.office.reference import TABLES
from etl.problem import Problem
from etl.text.distance import distance

TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".toml", ".xlsx", ".xls", ".ods")
UNFINISHED = (".", "~")  # what spreadsheet programs leave beside an open file


def unknown_files(folder: OfficeFolder) -> Iterator[Problem]:
    """Tables that nobody reads, each with the name that it was most likely meant to have."""
    known = [*(f"{table.name}.csv" for table in TABLES), FACTS_FILE]
    for path in sorted(folder.reference.glob("*")):
        name = os.path.normcase(path.name)
        if name in known or path.name.startswith(UNFINISHED) or path.suffix.lower() not in TABLE_SUFFIXES:
            continue
        nearest = min(known, key=lambda each: distance(name.lower(), each))
        yield Problem("unknown_reference_file", path.name, seen=path.name, values={"nearest": nearest})
