"""Six years of a public index: what `draft` proposes and a person adds is enough to build what was published."""

from __future__ import annotations

import shutil
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import duckdb
import openpyxl
import pytest

from etl.__main__ import main
from etl.build.versions import current_version, version_file
from etl.office import OfficeFolder, Reference, full_row, load_reference, save_rows
from tests.recompute import differences

WORKBOOK = Path(__file__).resolve().parents[3] / "shared" / "real" / "papi" / "PAPI_2011-2016.xlsx"
FIRST_YEAR, LAST_YEAR = 2011, 2016
CHANGED_IN = LAST_YEAR
WITHHELD = {("2014", "Bắc Giang"), ("2014", "Đồng Tháp")}
PROVINCES = 63
DIMENSION_MAX = Decimal(10)
SUBDIMENSION_MAX = {4: Decimal("2.5"), 3: Decimal("3.3333333333")}
TOLERANCE = Decimal("0.00001")
FOOT = 999  # the id of the line of maxima below the provinces

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not WORKBOOK.exists(), reason="the public workbook is not beside the repository"),
]


def with_decisions_of_a_person(folder: OfficeFolder) -> None:
    """Replace what only a person can know: maxima, rules of the sets, and which links hold."""
    reference, _ = load_reference(folder)
    confirm(folder, "criteria", [row | {"max_points": maximum(row, reference)} for row in reference.rows("criteria")])
    rules = {"not_applicable_rule": "zero", "total_rule": "printed", "sum_tolerance": TOLERANCE}
    confirm(folder, "criteria_sets", [row | rules for row in reference.rows("criteria_sets")])
    confirm(folder, "criterion_links", reference.rows("criterion_links"))


def maximum(row: dict, reference: Reference) -> Decimal:
    siblings = Counter(other["parent_code"] for other in reference.rows("criteria") if same_set(row, other))
    return SUBDIMENSION_MAX[siblings[row["parent_code"]]] if row["parent_code"] else DIMENSION_MAX


def same_set(row: dict, other: dict) -> bool:
    return row["criteria_set_code"] == other["criteria_set_code"]


def confirm(folder: OfficeFolder, table: str, rows: list[dict]) -> None:
    folder.reference_file(table).unlink()
    save_rows(folder, table, [full_row(table, **row) | {"status": "confirmed"} for row in rows])


def published() -> dict[tuple[str, str], Decimal | None]:
    """The totals as printed, by year and province; None for the two that were withheld."""
    totals = {}
    for sheet in openpyxl.load_workbook(WORKBOOK, data_only=True):
        year = sheet.title[:4]
        for cells in sheet.iter_rows(min_row=3, values_only=True):
            if cells[0] not in (None, FOOT):
                key = (year, cells[2])
                totals[key] = None if key in WITHHELD else Decimal(format(cells[-1], ".15g"))
    return totals


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> OfficeFolder:
    folder = OfficeFolder(tmp_path_factory.mktemp("papi"))
    folder.raw.mkdir()
    shutil.copy(WORKBOOK, folder.raw)
    assert main(["draft", "--data", str(folder.root)]) == 0
    return folder


@pytest.fixture(scope="module")
def built(office) -> duckdb.DuckDBPyConnection:
    with_decisions_of_a_person(office)
    assert main(["build", "--data", str(office.root)]) == 0
    with duckdb.connect(version_file(office, current_version(office)), read_only=True) as connection:
        yield connection


def answers(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple]:
    return connection.execute(query).fetchall()


def test_the_draft_alone_asks_for_the_maxima(tmp_path, capsys):
    folder = OfficeFolder(tmp_path)
    folder.raw.mkdir()
    shutil.copy(WORKBOOK, folder.raw)
    main(["draft", "--data", str(folder.root)])
    capsys.readouterr()
    assert main(["build", "--data", str(folder.root), "--lang", "en"]) == 1
    errors = [line for line in capsys.readouterr().out.splitlines() if "the maximum of criterion" in line]
    assert len(errors) == 2 * 22
    assert current_version(folder) is None


def test_six_assessments_of_two_sets(built):
    found = answers(built, "select year, criteria_set_code from assessment order by sort_order")
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    assert found == [(year, f"BTC-{CHANGED_IN if year >= CHANGED_IN else FIRST_YEAR}") for year in years]


def test_every_province_is_a_unit_and_the_foot_of_the_sheet_is_not(built):
    found = answers(built, "select assessment_code, count(*), count(distinct unit_code) from membership group by all")
    assert sorted(found) == [(str(year), PROVINCES, PROVINCES) for year in range(FIRST_YEAR, LAST_YEAR + 1)]
    assert answers(built, "select count(*) from unit where unit_name ilike '%cao nhất%'") == [(0,)]


def test_every_total_is_the_published_one(built):
    found = answers(built, "select assessment_code, unit_name, points from total join unit using (unit_code)")
    expected = {
        key: None if total is None else total.quantize(Decimal("1e-10"), ROUND_HALF_UP)
        for key, total in published().items()
    }
    assert {(year, name): points for year, name, points in found} == expected


def test_subdimensions_sum_to_dimensions(built):
    wrong = """
        select result.assessment_code, result.unit_code, printed.criterion_code, printed.points, result.points
        from printed_result printed
        join parent_result result using (assessment_code, unit_code, criterion_code)
        where printed.what = 'subtotal' and abs(printed.points - result.points) > 0.00001
    """
    assert answers(built, wrong) == []
    assert answers(built, "select count(*) from printed_result where what = 'subtotal'") == [
        (6 * (PROVINCES * (LAST_YEAR - FIRST_YEAR + 1) - len(WITHHELD)),)
    ]


def test_the_withheld_provinces_are_listed_blank_and_unranked(built):
    found = answers(
        built,
        "select assessment_code, unit_name, points, share, rank, unranked_reason, ranked_units "
        "from total join unit using (unit_code) where rank is null order by unit_name",
    )
    assert found == [
        ("2014", name, None, None, None, "no_points", PROVINCES - len(WITHHELD))
        for name in sorted(name for _, name in WITHHELD)
    ]
    states = "select distinct state from score join unit using (unit_code) where points is null"
    assert answers(built, states) == [("blank",)]


def test_ranks_follow_the_published_totals(built):
    totals = published()
    found = answers(built, "select assessment_code, unit_name, rank from total join unit using (unit_code)")
    assert {(year, name) for year, name, rank in found if rank is None} == WITHHELD
    for year, name, rank in found:
        if rank is not None:
            higher = [t for (y, _), t in totals.items() if y == year and t is not None and t > totals[year, name]]
            assert rank == len(higher) + 1, (year, name)


def test_what_carries_on_is_compared_and_what_does_not_is_left_out(built):
    links = answers(
        built,
        "select kind, count(*) from criterion_link where status = 'confirmed' group by kind order by kind",
    )
    assert dict(links)["same"] >= 26
    found = answers(
        built,
        "select distinct linked_criteria from like_for_like where from_assessment = '2015' and to_assessment = '2016'",
    )
    assert all(20 <= count < 22 for (count,) in found)
    assert found


def test_nothing_was_wrong_with_the_sheets(built):
    codes = {code for (code,) in answers(built, "select distinct code from problem")}
    assert codes == {"unconfirmed_rows"}


def test_every_value_of_every_mart_is_recomputed(built):
    assert differences(built) == []
