"""Every workbook of the illustrative office is understood, and its printed subtotals are the sums of its points."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from etl.layout import find_tables
from etl.layout.table import Family, Printed, Table
from etl.office import OfficeFolder, load_reference
from etl.office.values import parse_decimal
from etl.read import find_workbooks, read_workbook
from etl.sample import write_office
from etl.sample.facts import HERE
from etl.text.numbers import points_in


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> list[Table]:
    office = tmp_path_factory.mktemp("office")
    write_office(office)
    found: list[Table] = []
    for path in find_workbooks(office / "raw"):
        workbook, unread = read_workbook(path, path.relative_to(office / "raw").as_posix())
        tables, problems = find_tables(workbook)
        assert not unread + problems
        found += tables
    return found


def test_every_family_is_there(tables: list[Table]):
    assert set(Counter(table.family for table in tables)) == set(Family) - {Family.UNITS_PER_CRITERION}


def test_the_year_of_the_title_is_the_year_of_the_folder(tables: list[Table]):
    assert {table.file.split("/")[0] for table in tables} == {str(table.year_seen) for table in tables}
    assert all(table.file.startswith(f"{table.year_seen}/") for table in tables)


def test_one_point_per_unit_criterion_and_stage(tables: list[Table]):
    for table in tables:
        keys = [(seen.unit, seen.criterion, seen.stage_code) for seen in table.points]
        assert len(keys) == len(set(keys))


@pytest.fixture(scope="module")
def corrected() -> dict[tuple[str, str, str], Decimal | None]:
    """By file, sheet and cell, what a clerk of the story should have typed."""
    rows = load_reference(OfficeFolder(HERE))[0].rows("corrections")
    return {(row["file"], row["sheet"], row["cell"]): parse_decimal(row["value"]) for row in rows}


def test_subtotals_are_the_sums_of_their_points(tables: list[Table], corrected: dict):
    compared = 0
    for table in tables:
        points = {
            (seen.unit, seen.criterion, seen.stage_code): corrected.get((table.file, table.sheet, seen.cell.address))
            or seen.cell.number
            or points_in(seen.cell.text)
            for seen in table.points
            if seen.stage_code != "appealed"
        }
        for result in table.results:
            if result.what is Printed.SUBTOTAL and result.stage_code != "appealed":
                assert result.cell.number == _sum(table, points, result.unit, result.criterion, result.stage_code)
                compared += 1
    assert compared > 1000


def _sum(table: Table, points: dict, unit: int, criterion: int, stage_code: str) -> Decimal:
    parts = [index for index, part in enumerate(table.criteria) if part.parent == criterion]
    if not table.criteria[criterion].has_children:
        return points[unit, criterion, stage_code] or Decimal(0)
    return sum((_sum(table, points, unit, part, stage_code) for part in parts), Decimal(0))
