"""Six rounds of a public index whose overall score is no sum: the published score is the authority, its ranks ours."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from etl.__main__ import main
from etl.build.versions import current_version, version_file
from etl.layout import find_tables
from etl.layout.table import Family, Printed, Table
from etl.office import OfficeFolder, full_row, load_reference, save_rows
from etl.read import read_workbook

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "real" / "lpi"
WORKBOOK = SOURCE / "International_LPI_from_2007_to_2018.xlsx"
YEARS = (2007, 2010, 2012, 2014, 2016, 2018)
FIRST_YEAR = YEARS[0]  # with one criterion more than the years after it
BEST = Decimal(5)  # of every criterion, on a scale from 1
ANY_DIFFERENCE = Decimal(100)  # the overall score is a weighted mean, which no sum has to equal

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not WORKBOOK.exists(), reason="the public workbook is not beside the repository"),
]


def published() -> dict[tuple[str, str], tuple[Decimal, int]]:
    """The overall score and rank by year and unit."""
    with (SOURCE / "expected.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {(row["year"], row["unit"]): (Decimal(row["total_published"]), int(row["rank_published"])) for row in rows}


def confirm(folder: OfficeFolder, table: str, **decided: object) -> None:
    reference, _ = load_reference(folder)
    rows = [row | decided | {"status": "confirmed"} for row in reference.rows(table)]
    folder.reference_file(table).unlink()
    save_rows(folder, table, [full_row(table, **row) for row in rows])


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> duckdb.DuckDBPyConnection:
    folder = OfficeFolder(tmp_path_factory.mktemp("lpi"))
    folder.raw.mkdir()
    shutil.copy(WORKBOOK, folder.raw)
    assert main(["draft", "--data", str(folder.root)]) == 0
    confirm(folder, "criteria", max_points=BEST)
    confirm(folder, "criteria_sets", not_applicable_rule="zero", total_rule="printed", sum_tolerance=ANY_DIFFERENCE)
    assert main(["build", "--data", str(folder.root)]) == 0
    with duckdb.connect(version_file(folder, current_version(folder)), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def tables() -> dict[int | None, Table]:
    workbook, unread = read_workbook(WORKBOOK, WORKBOOK.name)
    found, problems = find_tables(workbook)
    assert not unread + problems
    return {table.year_seen: table for table in found}


def test_every_sheet_is_the_assessment_of_its_year(tables):
    assert sorted(tables) == list(YEARS)
    assert {table.family for table in tables.values()} == {Family.UNITS_BY_CRITERIA}


def test_the_header_takes_two_rows_with_a_blank_one_between(tables):
    assert {table.header_rows for table in tables.values()} == {(1, 2, 3)}
    assert {table.units[0].cell.row for table in tables.values()} == {4}


def test_scores_are_scores_and_ranks_of_criteria_are_not(tables):
    names = {year: [criterion.name for criterion in table.criteria] for year, table in tables.items()}
    assert {year: len(found) for year, found in names.items()} == {
        year: 7 if year == FIRST_YEAR else 6 for year in YEARS
    }
    assert "Domestic Logistics Costs" in names[FIRST_YEAR]
    for table in tables.values():
        assert len(table.points) == len(table.units) * len(table.criteria)
        assert all(1 <= seen.cell.number <= BEST for seen in table.points)
        columns = {(result.what, result.cell.column) for result in table.results}
        assert {what for what, _ in columns} == {Printed.TOTAL, Printed.RANK}
        assert len(columns) == 2


def test_every_published_score_is_the_total(built):
    query = "select assessment_code, printed_name, points from total join membership using (assessment_code, unit_code)"
    found = {(year, unit): points for year, unit, points in built.execute(query).fetchall()}
    totals = {key: total for key, (total, _) in published().items()}
    assert found.keys() == totals.keys()
    assert max(abs(found[key] - totals[key]) for key in totals) < Decimal("1e-9")


def test_every_published_rank_is_reproduced(built):
    query = """
        select assessment_code, printed_name, rank, printed_rank
        from total join membership using (assessment_code, unit_code)
    """
    found = {(year, unit): ranks for year, unit, *ranks in built.execute(query).fetchall()}
    differ = {key: ranks for key, ranks in found.items() if ranks != [published()[key][1], published()[key][1]]}
    assert not differ
