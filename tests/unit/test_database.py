"""Versions are found by the pointer, opened read-only, and what cannot be opened says why."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from etl import build
from scoreboard import queries
from scoreboard.database import (
    SCHEMA_VERSION,
    DamagedPointerError,
    NoDatabaseError,
    OtherSchemaError,
    UnknownVersionError,
    connect,
    find_version,
    versions,
)
from tests.app.small_office import point_to, write_version

OLD, NEW = "20260101-000000-aaaaaaaa", "20260202-000000-bbbbbbbb"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    write_version(tmp_path, OLD, rounds=False)
    return tmp_path


def test_builder_and_reader_agree_on_the_schema():
    assert SCHEMA_VERSION == build.SCHEMA_VERSION


def test_new_version_is_found_while_the_old_one_is_read(office: Path):
    reading = connect(office)
    write_version(office, NEW, rounds=False)
    assert find_version(office).name == NEW
    assert queries.about(reading.cursor())["version"].iloc[0] == OLD
    assert queries.about(connect(office).cursor())["version"].iloc[0] == NEW


def test_pinned_version_is_opened_whatever_is_current(office: Path):
    write_version(office, NEW, rounds=False)
    assert connect(office, OLD).version.name == OLD
    assert [version.name for version in versions(office)] == [NEW, OLD]


def test_version_is_labelled_by_its_moment(office: Path):
    assert find_version(office).label == "20260101-000000"


@pytest.mark.parametrize("version", ["20300101-000000-cccccccc", "", "../build/" + OLD])
def test_unknown_version(office: Path, version: str):
    with pytest.raises(UnknownVersionError):
        connect(office, version)


@pytest.mark.parametrize("pointer", ["", "{", "[]", '{"version": "x"}', '{"version": "x", "file": "x.duckdb"}'])
def test_pointer_that_leads_nowhere(office: Path, pointer: str):
    (office / "build" / "current.json").write_text(pointer, "utf-8")
    with pytest.raises(DamagedPointerError):
        connect(office)


def test_no_pointer_is_no_database(office: Path):
    (office / "build" / "current.json").unlink()
    with pytest.raises(NoDatabaseError) as refused:
        connect(office)
    assert not isinstance(refused.value, DamagedPointerError)


def test_pointer_cannot_lead_out_of_the_folder(office: Path):
    outside = office / "outside.duckdb"
    duckdb.connect(str(outside)).close()
    pointer = '{"version": "x", "file": "../outside.duckdb"}'
    (office / "build" / "current.json").write_text(pointer, "utf-8")
    with pytest.raises(NoDatabaseError):
        connect(office)


@pytest.mark.parametrize(("step", "state"), [(1, "newer_schema"), (-1, "older_schema")])
def test_another_schema_is_named(office: Path, step: int, state: str):
    write_version(office, NEW, schema_version=SCHEMA_VERSION + step, rounds=False)
    with pytest.raises(OtherSchemaError) as refused:
        connect(office)
    assert (refused.value.version, refused.value.schema_version) == (NEW, SCHEMA_VERSION + step)
    assert refused.value.state == state
    point_to(office, OLD)
    assert connect(office).version.name == OLD


def test_nothing_can_be_written(office: Path):
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        connect(office).cursor().execute("delete from build_info")


def test_readers_side_by_side_get_their_own_answers(tmp_path: Path):
    write_version(tmp_path, OLD)
    database = connect(tmp_path)

    def units_of(assessment: str) -> list[str]:
        with database.cursor() as cursor:
            return list(queries.units(cursor, assessment=assessment, group=None)["unit_code"])

    expected = {"2020": 5, "2022": 3}
    with ThreadPoolExecutor(8) as pool:
        asked = list(expected) * 40
        for assessment, units in zip(asked, pool.map(units_of, asked), strict=True):
            assert len(units) == expected[assessment]
