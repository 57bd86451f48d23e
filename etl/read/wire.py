"""A reading as plain text, to pass from process to process and to keep: nothing in it can run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import starmap
from typing import Any

from etl.problem import Problem
from etl.read.cells import Cell, CellKind, Merge, Sheet
from etl.read.reading import Reading

_KINDS = {str(kind): kind for kind in CellKind}


def packed(reading: Reading) -> bytes:
    """The reading as JSON in UTF-8."""
    record = {
        "sha256": reading.sha256,
        "size": reading.size,
        "sheets": None if reading.sheets is None else [_sheet_record(sheet) for sheet in reading.sheets],
        "problems": [(each.code, each.sheet, each.cell, each.seen, each.values) for each in reading.problems],
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpacked(content: bytes) -> Reading:
    """The reading that was packed; raises ValueError, TypeError or KeyError for bytes that are none."""
    record = json.loads(content.decode("utf-8", "surrogatepass"))
    problems = tuple(
        Problem(code, sheet=sheet, cell=cell, seen=seen, values=values)
        for code, sheet, cell, seen, values in record["problems"]
    )
    sheets = None if record["sheets"] is None else tuple(_sheet(sheet) for sheet in record["sheets"])
    return Reading(record["sha256"], record["size"], sheets, problems)


def _sheet_record(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "is_hidden": sheet.is_hidden,
        "merges": [(merge.top, merge.left, merge.bottom, merge.right) for merge in sheet.merges],
        "cells": [_cell_record(cell) for cell in sheet.cells.values()],
        "covered": [_cell_record(cell) for cell in sheet.covered.values()],
        "decoded_name": sheet.decoded_name,
    }


def _sheet(record: dict[str, Any]) -> Sheet:
    merges = tuple(starmap(Merge, record["merges"]))
    cells, covered = _cells(record["cells"]), _cells(record["covered"])
    return Sheet(record["name"], cells, merges, record["is_hidden"], covered, record["decoded_name"])


def _cell_record(cell: Cell) -> tuple[Any, ...]:
    return (
        cell.row,
        cell.column,
        cell.kind,
        cell.text,
        None if cell.number is None else str(cell.number),
        None if cell.date is None else cell.date.isoformat(),
        cell.formula,
        cell.font,
        cell.bold,
        cell.hidden,
        cell.comment,
        cell.runs,
        cell.encoding,
        cell.comment_runs,
    )


def _cells(records: Iterable[list[Any]]) -> dict[tuple[int, int], Cell]:
    return {
        (row, column): Cell(
            row,
            column,
            _KINDS[kind],
            text,
            None if number is None else Decimal(number),
            None if day is None else date.fromisoformat(day),
            formula,
            font,
            bold,
            hidden,
            comment,
            tuple((piece, of) for piece, of in runs),
            encoding,
            tuple((piece, of) for piece, of in said),
        )
        for row, column, kind, text, number, day, formula, font, bold, hidden, comment, runs, encoding, said in records
    }
