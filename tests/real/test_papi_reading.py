"""A real public workbook of six years is understood from its contents alone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from etl.layout import find_tables
from etl.layout.table import Family, Printed, Table
from etl.read import read_workbook
from etl.read.cells import CellKind

PAPI = Path(__file__).resolve().parents[3] / "shared" / "real" / "papi" / "PAPI_2011-2016.xlsx"
NOISE = Decimal("0.0001")

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not PAPI.exists(), reason="the public PAPI workbook is not beside the repository"),
]


@pytest.fixture(scope="module")
def tables() -> dict[int | None, Table]:
    workbook, unread = read_workbook(PAPI, PAPI.name)
    found, problems = find_tables(workbook)
    assert not unread + problems
    return {table.year_seen: table for table in found}


def test_six_years_of_63_provinces(tables: dict[int | None, Table]):
    assert list(tables) == [2011, 2012, 2013, 2014, 2015, 2016]
    for table in tables.values():
        assert table.family is Family.UNITS_BY_CRITERIA
        assert len(table.units) == 63
        assert table.units[0].name == "Hà Nội"
        assert "Điểm cao nhất" not in {unit.name for unit in table.units}
        assert list(table.rows.values()).count("statistic") == 1


def test_dimensions_are_found_over_their_parts(tables: dict[int | None, Table]):
    for table in tables.values():
        dimensions = [index for index, criterion in enumerate(table.criteria) if criterion.has_children]
        parts = [sum(criterion.parent == index for criterion in table.criteria) for index in dimensions]
        assert parts == [4, 3, 3, 4, 4, 4]
        assert all(criterion.parent is None for criterion in table.criteria if criterion.has_children)
        assert {criterion.max_points for criterion in table.criteria} == {None}


def test_names_are_the_vietnamese_ones(tables: dict[int | None, Table]):
    names = [criterion.name for criterion in tables[2016].criteria]
    assert names[:2] == ["Tham gia của người dân ở cấp cơ sở", "Tri thức công dân"]
    assert "Đáp ứng kiến nghị của người dân" in names
    assert "Đáp ứng kiến nghị của người dân" not in [criterion.name for criterion in tables[2015].criteria]


def test_every_published_total_is_the_sum_of_its_points(tables: dict[int | None, Table]):
    for table in tables.values():
        totals = {result.unit: result.cell.number for result in table.results if result.what is Printed.TOTAL}
        assert len(totals) == 63
        for unit, published in totals.items():
            points = [seen.cell.number for seen in table.points if seen.unit == unit]
            assert len(points) == 22
            assert abs(sum(number or 0 for number in points) - published) < NOISE


def test_withheld_provinces_are_blank_with_a_printed_zero(tables: dict[int | None, Table]):
    table = tables[2014]
    withheld = {seen.unit for seen in table.points if seen.cell.kind is CellKind.BLANK}
    assert {table.units[unit].name for unit in withheld} == {"Bắc Giang", "Đồng Tháp"}
    assert all(seen.cell.kind is CellKind.BLANK for seen in table.points if seen.unit in withheld)
    printed = {(result.what, result.cell.number) for result in table.results if result.unit in withheld}
    assert printed == {(Printed.TOTAL, Decimal(0))}
