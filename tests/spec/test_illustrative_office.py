"""The illustrative office, from its workbooks to its database, is what a recomputation of its scores gives."""

from __future__ import annotations

import duckdb
import pytest

from etl.__main__ import main
from etl.build.mart_keys import repeated_keys
from etl.build.versions import current_version, version_file
from etl.office import OfficeFolder
from tests.naive import read
from tests.recompute import differences


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = OfficeFolder(tmp_path_factory.mktemp("office"))
    assert main(["sample", str(folder.root / "office")]) == 0
    folder = OfficeFolder(folder.root / "office")
    assert main(["draft", "--data", str(folder.root)]) == 0
    assert main(["build", "--data", str(folder.root)]) == 0
    with duckdb.connect(version_file(folder, current_version(folder)), read_only=True) as connection:
        yield connection


def test_every_value_recomputed(database):
    assert differences(database) == []


def test_no_mart_says_the_same_thing_twice(database):
    assert repeated_keys(database) == []


def test_every_mart_is_filled(database):
    tables = [name for (name,) in database.execute("select table_name from duckdb_tables()").fetchall()]
    assert [table for table in tables if not read(database, table)] == []


def test_ranks_are_those_that_the_sheets_print(database):
    printed = [(row["rank"], row["printed_rank"]) for row in read(database, "total") if row["printed_rank"]]
    assert printed
    assert [ranks for ranks in printed if ranks[0] != ranks[1]] == []
