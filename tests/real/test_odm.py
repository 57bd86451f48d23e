"""One questionnaire per unit: 35 workbooks give the sums, maxima and ranks that were computed from them by others."""

from __future__ import annotations

import csv
import shutil
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import duckdb
import openpyxl
import pytest

from etl.__main__ import main
from etl.build.versions import current_version, version_file
from etl.layout import find_tables
from etl.layout.table import Family, Printed
from etl.office import OfficeFolder, full_row, load_reference, save_rows
from etl.read import read_workbook
from tests.recompute import differences

SOURCE = Path(__file__).resolve().parents[3] / "shared" / "real" / "odm2023"
TEMPLATE = "00_ODM2023_questionnaire_template.xlsx"
YEAR = "2023"
FULL = Decimal(2540)
UNITS = 35
DIMENSIONS = {"1": "dim1", "2": "dim2", "3": "dim3", "4": "dim4"}
MISPRINTED = "IE"
OUTSIDE = ("24a", Decimal(10))  # a question without a weight, for which one unit was given points all the same
TIED = ("DE", "PT")

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SOURCE.exists(), reason="the public workbooks are not beside the repository"),
]


def expected() -> dict[str, dict[str, str]]:
    with (SOURCE / "expected.csv").open(encoding="utf-8", newline="") as lines:
        return {row["unit"]: row for row in csv.DictReader(lines)}


@cache
def weights() -> dict[str, Decimal]:
    """The points of every question, as the template prints them; a question without a weight earns nothing."""
    sheet = openpyxl.load_workbook(SOURCE / TEMPLATE, data_only=True, read_only=True)["Scoring"]
    rows = sheet.iter_rows(min_row=2, max_col=3, values_only=True)
    return {str(number): Decimal(str(weight)) for number, _, weight in rows if isinstance(weight, int | float)}


def save_confirmed(folder: OfficeFolder, table: str, rows: list[dict]) -> None:
    folder.reference_file(table).unlink(missing_ok=True)
    save_rows(folder, table, [full_row(table, **row) | {"status": "confirmed"} for row in rows])


def set_the_template_aside(folder: OfficeFolder) -> None:
    sheets = openpyxl.load_workbook(SOURCE / TEMPLATE, read_only=True).sheetnames
    save_confirmed(folder, "layouts", [{"file": TEMPLATE, "sheet": sheet, "family": "ignore"} for sheet in sheets])


def decide(folder: OfficeFolder) -> None:
    """What only a person can know: the points of the questions, and that the printed totals were published."""
    reference, _ = load_reference(folder)
    criteria = reference.rows("criteria")
    parents = {row["parent_code"] for row in criteria}
    valued = [row if row["criterion_code"] in parents else row | worth(row["number"]) for row in criteria]
    save_confirmed(folder, "criteria", valued)
    rules = {"not_applicable_rule": "zero", "total_rule": "printed"}
    save_confirmed(folder, "criteria_sets", [row | rules for row in reference.rows("criteria_sets")])


def worth(number: str) -> dict:
    """The kind and the maximum of a question: one without a weight adds to the points and not to the maximum."""
    if number in weights():
        return {"kind": "normal", "max_points": weights()[number]}
    return {"kind": "bonus", "max_points": OUTSIDE[1] if number == OUTSIDE[0] else Decimal(0)}


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> OfficeFolder:
    folder = OfficeFolder(tmp_path_factory.mktemp("odm"))
    folder.raw.mkdir()
    for workbook in SOURCE.glob("*.xlsx"):
        shutil.copy(workbook, folder.raw)
    set_the_template_aside(folder)
    assert main(["draft", "--data", str(folder.root)]) == 0
    decide(folder)
    assert main(["build", "--data", str(folder.root)]) == 0
    return folder


@pytest.fixture(scope="module")
def built(office: OfficeFolder) -> duckdb.DuckDBPyConnection:
    with duckdb.connect(version_file(office, current_version(office)), read_only=True) as connection:
        yield connection


def by_unit(connection: duckdb.DuckDBPyConnection, query: str) -> dict[str, tuple]:
    """The rows of a query by the state that the first column, the unit's name, begins with."""
    return {name.split()[0]: tuple(rest) for name, *rest in connection.execute(query).fetchall()}


def test_every_workbook_is_a_unit_and_the_template_is_none(built):
    assert by_unit(built, "select unit_name from unit").keys() == expected().keys()
    assert built.execute("select assessment_code, count(*) from membership group by all").fetchall() == [(YEAR, UNITS)]


def test_every_sum_of_questions(built):
    found = by_unit(built, "select unit_name, sum(points) from score join unit using (unit_code) group by unit_name")
    assert found == {unit: (Decimal(row["sum_of_questions"]),) for unit, row in expected().items()}


def test_every_printed_total_and_every_maximum(built):
    found = by_unit(built, "select unit_name, points, max_points from total join unit using (unit_code)")
    assert found == {unit: (Decimal(row["total_cell"]), FULL) for unit, row in expected().items()}


def test_every_rank_and_the_tie(built):
    found = by_unit(built, "select unit_name, rank, is_tied, ranked_units from total join unit using (unit_code)")
    assert {unit: rank for unit, (rank, _, _) in found.items()} == {
        unit: int(row["rank"]) for unit, row in expected().items()
    }
    assert sorted(unit for unit, (_, is_tied, _) in found.items() if is_tied) == sorted(TIED)
    assert {ranked for _, _, ranked in found.values()} == {UNITS}


PRINTED = """
    select unit_name, points from printed_result join unit using (unit_code)
    where what = 'subtotal' and criterion_code = $code
"""
COMPUTED = "select unit_name, points from parent_result join unit using (unit_code) where criterion_code = $code"


@pytest.mark.parametrize("code", DIMENSIONS)
def test_every_dimension(built, code: str):
    published = {unit: Decimal(row[DIMENSIONS[code]]) for unit, row in expected().items()}
    for query, misprints in ((PRINTED, set()), (COMPUTED, {MISPRINTED})):
        found = {name.split()[0]: points for name, points in built.execute(query, {"code": code}).fetchall()}
        assert found.keys() == published.keys()
        assert {unit for unit in found if found[unit] != published[unit]} <= misprints


def test_the_wrong_printed_total_is_reported_with_the_subtotals_that_lack_the_same_points(built):
    wrong = expected()[MISPRINTED]
    assert wrong["total_cell"] != wrong["sum_of_questions"]
    query = "select code, file, cell, seen from problem where code like '%total_mismatch' order by code desc, cell"
    found = built.execute(query).fetchall()
    assert found[0] == ("total_mismatch", f"{MISPRINTED}_ODM {YEAR}.xlsx", "I2", wrong["total_cell"])
    assert [(code, cell) for code, _, cell, _ in found[1:]] == [
        ("subtotal_mismatch", "I21"),
        ("subtotal_mismatch", "I71"),
    ]
    assert {file for _, file, _, _ in found} == {found[0][1]}


def test_a_questionnaire_as_it_is_read():
    path = SOURCE / f"{MISPRINTED}_ODM {YEAR}.xlsx"
    workbook, _ = read_workbook(path, path.name)
    (table,), problems = find_tables(workbook)
    assert (problems, table.family) == ([], Family.UNIT_SHEET)
    scored = [criterion.number for criterion in table.criteria if not criterion.has_children]
    assert set(weights()) <= set(scored)
    assert Counter(scored).most_common(1)[0][1] == 1
    assert [result.cell.address for result in table.results if result.what is Printed.TOTAL] == ["I2"]
    assert any(seen.remark for seen in table.points)


def test_every_value_of_every_mart_is_recomputed(built):
    assert differences(built) == []
