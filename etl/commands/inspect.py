"""`inspect`: what was read from workbooks, and what every row of them was taken for."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from etl.layout import find_tables
from etl.layout.table import Table
from etl.problem import Problem, has_errors, in_reading_order
from etl.read import read_workbook
from etl.read.cells import Sheet, Workbook
from etl.text.charts import Encoding
from etl.text.numbers import written


@cache
def _words(lang: str) -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name("inspect.toml").read_text("utf-8"))[lang]


def run(files: Iterable[Path], lang: str = "vi", format: str = "text") -> int:
    """Prints what was read of every file; 1 when a problem would stop a build, else 0."""
    found = [_inspected(Path(file)) for file in files]
    if format == "json":
        shown = [_as_json(file, workbook, tables, problems, lang) for file, workbook, tables, problems in found]
        sys.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    else:
        for inspection in found:
            sys.stdout.writelines(f"{line}\n" for line in _as_text(*inspection, lang))
    return int(any(has_errors(problems) for *_, problems in found))


def _inspected(path: Path) -> tuple[str, Workbook | None, list[Table], list[Problem]]:
    file = path.as_posix()
    workbook, problems = read_workbook(path, file)
    tables, unread = find_tables(workbook) if workbook else ([], [])
    return file, workbook, tables, in_reading_order([*problems, *unread])


def _as_text(
    file: str, workbook: Workbook | None, tables: list[Table], problems: list[Problem], lang: str
) -> Iterator[str]:
    yield file
    for sheet in workbook.sheets if workbook else ():
        yield "  " + _sheet_line(sheet, lang)
        for encoding, found in _decoded(sheet).items():
            yield "    " + _words(lang)["decoded"].format(encoding=Encoding(encoding).label, **found)
        for table in tables:
            if table.sheet == sheet.name:
                yield from (f"    {line}" for line in _table_lines(table, _words(lang)))
    yield from (f"  {problem.as_line(lang)}" for problem in problems)


def _sheet_line(sheet: Sheet, lang: str) -> str:
    words = _words(lang)
    hidden = words["hidden"] if sheet.is_hidden else ""
    return words["sheet"].format(name=sheet.name, cells=len(sheet.cells), hidden=hidden)


def _decoded(sheet: Sheet) -> dict[str, dict[str, Any]]:
    """Per legacy encoding: how many cells were decoded from it, and the fonts that they are written in."""
    fonts: dict[str, list[str]] = {}
    for cell in sheet.cells.values():
        if cell.encoding:
            fonts.setdefault(cell.encoding, []).append(cell.font)
    return {
        encoding: {"cells": len(named), "fonts": ", ".join(sorted(set(named)))} for encoding, named in fonts.items()
    }


def _table_lines(table: Table, words: dict[str, str]) -> Iterator[str]:
    facts = _facts(table)
    yield words["table"].format(family=table.family, title=table.title or words["none"])
    for fact in ("year", "decision", "header_rows", "stages", "points", "results"):
        yield f"  {words[fact]}: {_listed(facts[fact]) or words['none']}"
    yield f"  {words['rows']}: " + ", ".join(f"{kind} {rows}" for kind, rows in _row_runs(table))
    yield f"  {words['units'].format(n=len(table.units))}: "
    for unit in table.units:
        yield f"    {unit.name}" + (f" [{unit.group_name}]" if unit.group_name else "")
    yield f"  {words['criteria'].format(n=len(table.criteria))}:"
    for index, criterion in enumerate(table.criteria):
        maximum = "" if criterion.max_points is None else f" ({words['max']} {written(criterion.max_points)})"
        kind = "" if criterion.kind == "normal" else f" <{criterion.kind}>"
        yield f"    {'  ' * _depth(table, index)}{criterion.number} {criterion.name}{maximum}{kind}"


def _facts(table: Table) -> dict[str, Any]:
    results: dict[str, int] = {}
    for result in table.results:
        results[result.what] = results.get(result.what, 0) + 1
    return {
        "family": table.family,
        "title": table.title,
        "year": table.year_seen,
        "decision": table.decision,
        "header_rows": list(table.header_rows),
        "stages": sorted({seen.stage_code for seen in (*table.points, *table.results)}),
        "points": len(table.points),
        "results": results,
    }


def _as_json(
    file: str, workbook: Workbook | None, tables: list[Table], problems: list[Problem], lang: str
) -> dict[str, Any]:
    sheets = workbook.sheets if workbook else ()
    return {
        "file": file,
        "sheets": [
            {
                "sheet": sheet.name,
                "cells": len(sheet.cells),
                "is_hidden": sheet.is_hidden,
                "decoded": _decoded(sheet),
                "tables": [_table_as_json(table) for table in tables if table.sheet == sheet.name],
            }
            for sheet in sheets
        ],
        "problems": [problem.as_json(lang) for problem in problems],
    }


def _table_as_json(table: Table) -> dict[str, Any]:
    return _facts(table) | {
        "rows": {str(row): str(kind) for row, kind in sorted(table.rows.items())},
        "units": [{"name": unit.name, "group": unit.group_name} for unit in table.units],
        "criteria": [
            {
                "number": criterion.number,
                "name": criterion.name,
                "kind": criterion.kind,
                "parent": criterion.parent,
                "max_points": None if criterion.max_points is None else str(criterion.max_points),
                "cell": criterion.cell.address,
            }
            for criterion in table.criteria
        ],
    }


def _row_runs(table: Table) -> Iterator[tuple[str, str]]:
    """The kinds of the rows in order, neighbours of one kind together: (`criterion`, `8–12`)."""
    for kind, run in groupby(sorted(table.rows.items()), key=lambda row: row[1]):
        rows = [row for row, _ in run]
        yield str(kind), str(rows[0]) if len(rows) == 1 else f"{rows[0]}–{rows[-1]}"


def _depth(table: Table, index: int) -> int:
    parent = table.criteria[index].parent
    return 0 if parent is None else 1 + _depth(table, parent)


def _listed(fact: Any) -> str:
    if isinstance(fact, dict):
        return ", ".join(f"{name} {count}" for name, count in fact.items())
    if isinstance(fact, list):
        return ", ".join(map(str, fact))
    return "" if fact is None else str(fact)
