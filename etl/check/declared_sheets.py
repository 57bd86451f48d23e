"""Sheets that a person decided about and that are not there any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from etl.harmonise.layouts import IGNORED, sheet_key
from etl.office.load import Reference, Row
from etl.office.reference import Status
from etl.problem import Problem
from etl.read.cells import Workbook
from etl.text.keys import distance

FILE = "layouts.csv"
RowNumbers = Mapping[tuple[str, ...], int]


def layouts_without_sheet(
    reference: Reference, workbooks: list[Workbook], unread: Collection[str], numbers: RowNumbers
) -> Iterator[Problem]:
    """Confirmed rows of `layouts.csv` that no sheet has: one problem per file that is gone, else one per sheet.

    What was decided there has no effect. A hidden or empty sheet is not read, which does no harm to one that is to be
    ignored; nothing can be said of the sheets of files in `unread`, which have problems of their own.
    """
    by_file: dict[str, list[Row]] = defaultdict(list)
    for row in reference.rows("layouts"):
        if row["status"] == Status.CONFIRMED:
            by_file[sheet_key(row["file"], "")[0]].append(row)
    known = {sheet_key(workbook.file, "")[0]: workbook for workbook in workbooks}
    there = {*known, *(sheet_key(file, "")[0] for file in unread)}
    undecided = sorted(there - by_file.keys())
    for file, rows in by_file.items():
        if file in known:
            yield from _of_file(known[file], rows, numbers)
        elif file not in there:
            nearest = min(undecided, key=lambda each: distance(file, each), default="–")
            values, cell = {"count": str(len(rows)), "nearest": nearest}, _cell(rows[0], numbers)
            yield Problem("layout_without_file", FILE, cell=cell, seen=rows[0]["file"], values=values)


def _of_file(workbook: Workbook, rows: list[Row], numbers: RowNumbers) -> Iterator[Problem]:
    read = [sheet.name for sheet in workbook.sheets if sheet.cells and not sheet.is_hidden]
    for row in rows:
        harmless = [sheet.name for sheet in workbook.sheets] if row["family"] == IGNORED else read
        if sheet_key("", row["sheet"]) not in {sheet_key("", name) for name in harmless}:
            values = {"of_file": row["file"], "sheets": ", ".join(f"“{name}”" for name in read) or "–"}
            cell = _cell(row, numbers)
            yield Problem("layout_without_sheet", FILE, cell=cell, seen=row["sheet"], values=values)


def _cell(row: Row, numbers: RowNumbers) -> str:
    number = numbers.get((row["file"], row["sheet"]))
    return f"A{number}" if number else ""
