"""What a rebuild changed and why, over the small office built twice with one thing different."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from restatement import NotComparableError, Restatement, compare
from tests.app.small_office import TABLES, write_version

OLD, NEW = "20260101-000000-aaaaaaaa", "20260102-000000-bbbbbbbb"
FILE = "bang-diem.xlsx"

Change = Callable[[duckdb.DuckDBPyConnection], object]


def restated(folder: Path, tables: dict[str, str] = TABLES, after: Change | None = None) -> Restatement:
    """The old version against one built from other tables, or changed afterwards as a build could have left it."""
    old = write_version(folder, OLD)
    new = write_version(folder, NEW, tables=TABLES | tables)
    for file, sha256 in ((old, "1"), (new, "1")):
        with duckdb.connect(str(file)) as connection:
            connection.execute("insert into source_file values (?, ?, 10, 1, 30)", [FILE, sha256])
    if after:
        with duckdb.connect(str(new)) as connection:
            after(connection)
    return compare(old, new)


def scored(old: str, new: str) -> dict[str, str]:
    """The small office's scores with one row of the drawn table another."""
    assert TABLES["scores"].count(old) == 1
    return {"scores": TABLES["scores"].replace(old, new)}


LOWER_A = scored(
    "2021            | A         | 8   | 7            | 5 ", "2021            | A         | 1   | 7            | 5 "
)


def test_equal_versions_tell_the_same(tmp_path: Path):
    assert restated(tmp_path).is_empty


def test_a_replaced_file_changes_its_cell_its_total_and_the_places_of_others(tmp_path: Path):
    def replace_file(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("update source_file set sha256 = '2'")

    found = restated(tmp_path, LOWER_A, replace_file)
    (cell,) = found.scores
    assert (cell["unit_code"], cell["criterion_code"], cell["old_points"], cell["new_points"]) == ("A", "I.1", 8, 1)
    assert (cell["old_text"], cell["new_text"], cell["new_file"]) == ("8", "1", FILE)
    assert cell["reasons"] == ["file_replaced"]
    totals = {row["unit_code"]: row for row in found.totals}
    assert (totals["A"]["points_change"], totals["A"]["reasons"]) == (Decimal(-7), ["file_replaced"])
    assert (totals["C"]["old_rank"], totals["C"]["new_rank"], totals["C"]["reasons"]) == (3, 2, ["others"])
    assert [(row["unit_code"], row["old_verdict"], row["new_verdict"]) for row in found.verdicts] == [
        ("A", "done_well", "not_well")
    ]
    assert found.inputs == [{"kind": "file", "name": FILE, "change": "replaced"}]


def test_the_same_file_read_otherwise_is_said_to_be(tmp_path: Path):
    (cell,) = restated(tmp_path, LOWER_A).scores
    assert cell["reasons"] == ["reading"]


def test_a_correction_comes_before_every_other_reason(tmp_path: Path):
    def correct(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute(
            "insert into correction values ($file, 'Bảng điểm', 'A1', '8', '8', '3', 'gõ nhầm', '', null)",
            {"file": FILE},
        )

    found = restated(tmp_path, LOWER_A, correct)
    assert found.scores[0]["reasons"] == ["correction"]
    assert {"kind": "correction", "name": f"{FILE} › Bảng điểm › A1", "change": "added"} in found.inputs


@pytest.mark.parametrize(
    ("tables", "kind", "name"),
    [
        ({"grades": TABLES["grades"].replace("Khá        | 60", "Khá        | 70")}, "criteria_set", "CU"),
        ({"criterion_links": TABLES["criterion_links"].replace("rescaled", "renamed ")}, "link", "CU I.1 › MOI I.1"),
    ],
)
def test_changed_reference_rows_are_named(tmp_path: Path, tables: dict[str, str], kind: str, name: str):
    assert {"kind": kind, "name": name, "change": "replaced"} in restated(tmp_path, tables).inputs


def test_a_grade_under_other_bands_is_explained_by_the_set(tmp_path: Path):
    found = restated(tmp_path, {"grades": TABLES["grades"].replace("Tốt        | 80", "Tốt        | 99")})
    assert not found.scores
    assert {tuple(row["reasons"]) for row in found.totals} == {("criteria_set",)}
    assert all(row["old_points"] == row["new_points"] for row in found.totals)


def test_another_method_is_named_and_explains_points_that_nothing_else_does(tmp_path: Path):
    def other_method(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("update build_info set method_sha256 = '1'")
        connection.execute("update total set points = points + 1 where unit_code = 'A' and assessment_code = '2021'")

    found = restated(tmp_path, after=other_method)
    assert found.inputs == [{"kind": "method", "name": "", "change": "replaced"}]
    assert [(row["unit_code"], row["reasons"]) for row in found.totals] == [("A", ["method"])]


def test_a_unit_in_one_version_only_stays_in_the_list(tmp_path: Path):
    found = restated(tmp_path, scored("2022            | B         | 12  | (không có ô) | (không có ô) | 10", ""))
    gone = next(row for row in found.totals if (row["assessment_code"], row["unit_code"]) == ("2022", "B"))
    assert gone["old_points"] is not None
    assert gone["new_points"] is None


def test_an_outcome_that_changed_tells_whether_scores_or_links_did(tmp_path: Path):
    remedies = {
        "remedies": """
            assessment_code | unit_code | criterion_code | remedy
            2020            | A         | I.1            | Mở hồ sơ đầy đủ
        """
    }
    old = write_version(tmp_path, OLD, tables=TABLES | remedies)
    new = write_version(tmp_path, NEW, tables=TABLES | remedies | LOWER_A)
    (row,) = compare(old, new).remedies
    assert (row["old_outcome"], row["new_outcome"], row["reasons"]) == ("closed", "worse", ["scores"])


def test_a_version_of_other_tables_cannot_be_compared(tmp_path: Path):
    old, new = write_version(tmp_path, OLD), write_version(tmp_path, NEW)
    with duckdb.connect(str(old)) as connection:
        connection.execute("drop table correction")
    with pytest.raises(NotComparableError, match="correction"):
        compare(old, new)


def test_a_file_that_is_no_database_is_named(tmp_path: Path):
    new = write_version(tmp_path, NEW)
    broken = tmp_path / "broken.duckdb"
    broken.write_text("không phải cơ sở dữ liệu", "utf-8")
    with pytest.raises(NotComparableError, match="broken"):
        compare(broken, new)
