"""A version is made whole or not at all, one at a time, and readers never wait."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from etl.build import SCHEMA_VERSION, RefusedError, build_version, builder
from etl.build.mart_keys import MART_KEYS
from etl.build.statements import run_rules
from etl.build.versions import current_version, list_versions, new_version, remove_old, rollback, version_file
from etl.office import OfficeFolder
from etl.office.load import full_row
from etl.problem import Problem
from etl.read.cells import Workbook
from tests.recompute import differences
from tests.spec.chapters import changes
from tests.spec.office import office_of

ROOT = Path(__file__).parents[2]
REFERENCE, HARMONISED = office_of(changes.PARTS.examples[0].given)
MOMENTS = [("load", 1), ("load", 14), ("rules", 1), ("rules", 12), ("publish", 0), ("publish", 1)]


@pytest.fixture
def folder(tmp_path) -> OfficeFolder:
    return OfficeFolder(tmp_path)


def build(folder: OfficeFolder, **choices) -> str:
    return build_version(folder, REFERENCE, [], HARMONISED, [], **choices)


@contextmanager
def child_at(folder: OfficeFolder, stage: str, done: int):
    """A child process that is building and has come to the moment."""
    command = [sys.executable, "-m", "tests.unit.build_in_child", str(folder.root), stage, str(done)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "there\n"
            yield child
        finally:
            child.kill()


def served(folder: OfficeFolder) -> str:
    """The version that a reader opens by the pointer, as the file itself says."""
    pointer = json.loads((folder.build / "current.json").read_text("utf-8"))
    with duckdb.connect(folder.build / pointer["file"], read_only=True) as connection:
        assert differences(connection) == []
        return connection.table("build_info").fetchall()[0][0]


def test_version_that_says_the_same_thing_twice_is_not_served(folder, monkeypatch):
    def rules_that_repeat(connection, progress):
        run_rules(connection, progress)
        connection.execute("insert into peer_comparison select * from peer_comparison limit 1")

    monkeypatch.setattr(builder, "run_rules", rules_that_repeat)
    with pytest.raises(RuntimeError, match=r"the same thing twice: .*peer_comparison"):
        build(folder)
    assert current_version(folder) is None


def test_version_is_complete_and_pointed_to(folder):
    seen = []
    workbooks = [Workbook("2020/bang-diem.xlsx", "ab" * 32, 1024, ())]
    problems = [
        Problem("points_above_max", "2020/bang-diem.xlsx", "Bảng", "F7", "12", {"max_points": "10", "criterion": "Kho"})
    ]
    version = build_version(
        folder, REFERENCE, workbooks, HARMONISED, problems, progress=lambda *step: seen.append(step)
    )
    assert served(folder) == version == current_version(folder)
    pointer = json.loads((folder.build / "current.json").read_text("utf-8"))
    assert pointer["schema_version"] == SCHEMA_VERSION
    with duckdb.connect(version_file(folder, version), read_only=True) as connection:
        assert connection.execute("select file, size_bytes from source_file").fetchall() == [
            ("2020/bang-diem.xlsx", 1024)
        ]
        ((message, message_en),) = connection.execute("select message, message_en from problem").fetchall()
        assert "12" in message
        assert "12" in message_en
        comments = "select count(*) from duckdb_columns() where not internal and comment is null"
        assert connection.execute(comments).fetchone() == (0,)
    assert [stage for stage, done, total in seen if done == total] == ["load", "rules", "publish"]


def test_equal_inputs_make_two_versions_with_one_hash_and_the_same_marts(folder):
    first, second = build(folder), build(folder)
    assert first != second
    hashes, marts = [], []
    for version in (first, second):
        with duckdb.connect(version_file(folder, version), read_only=True) as connection:
            hashes += connection.execute("select inputs_sha256, method_sha256 from build_info").fetchall()
            marts.append({mart: sorted(map(str, connection.table(mart).fetchall())) for mart in MART_KEYS})
    assert hashes[0] == hashes[1]
    assert marts[0] == marts[1]
    assert marts[0]["total"]


def test_another_reference_row_makes_another_hash(folder):
    changed = REFERENCE.with_rows("remedies", [full_row("remedies", assessment_code="2020", criterion_code="a")])
    version = build_version(folder, changed, [], HARMONISED, [])
    assert version.rpartition("-")[2] != build(folder).rpartition("-")[2]


@pytest.mark.parametrize(("stage", "done"), MOMENTS)
def test_killed_build_leaves_the_version_before_it(folder, stage, done):
    before = build(folder)
    with child_at(folder, stage, done) as child:
        child.kill()
        child.wait()
    assert served(folder) == before
    after = build(folder)
    assert served(folder) == after
    assert list(folder.build.glob(".*.part*")) == []


def test_second_build_says_that_one_is_running_and_readers_go_on(folder):
    before = build(folder)
    with child_at(folder, "rules", 12) as child:
        waited = []
        with pytest.raises(RefusedError) as refused:
            build(folder, wait_seconds=1, progress=lambda *step: waited.append(step[0]))
        assert served(folder) == before
        assert refused.value.problem.code == "build_running"
        assert refused.value.problem.seen == str(child.pid)
        assert set(waited) == {"wait"}


def test_second_build_waits_for_the_first(folder):
    with child_at(folder, "rules", 12) as child:

        def let_go(stage: str, done: int, total: int) -> None:
            if stage == "wait" and not child.stdin.closed:
                child.stdin.close()

        version = build(folder, progress=let_go)
        assert child.wait() == 0
    assert len(list_versions(folder)) == 2
    assert served(folder) == version


def test_build_that_fails_leaves_the_version_before_it(folder):
    before = build(folder)
    twice = [*HARMONISED.scores, HARMONISED.scores[0]]
    with pytest.raises(duckdb.ConstraintException):
        build_version(folder, REFERENCE, [], type(HARMONISED)(twice, [], HARMONISED.memberships), [])
    assert served(folder) == before
    assert build(folder) == current_version(folder)


def test_rollback_serves_an_older_version_again(folder):
    first, second = build(folder), build(folder)
    rollback(folder, first)
    assert served(folder) == first
    assert [(version.name, version.is_current) for version in list_versions(folder)] == [(second, False), (first, True)]


def test_rollback_to_nowhere_is_refused(folder):
    version = build(folder)
    with pytest.raises(RefusedError) as refused:
        rollback(folder, "20000101-000000-00000000")
    assert refused.value.problem.code == "unknown_version"
    assert version in refused.value.problem.said("expected")
    assert served(folder) == version


def test_only_the_newest_versions_and_the_served_one_are_kept(folder):
    first, second, third = build(folder), build(folder), build(folder)
    rollback(folder, first)
    remove_old(folder, keep=1)
    assert [version.name for version in list_versions(folder)] == [third, first]
    assert not version_file(folder, second).exists()


def test_no_version_before_the_first_build(folder):
    assert current_version(folder) is None
    assert list_versions(folder) == []


def test_versions_of_one_second_are_named_in_the_order_of_their_making(folder):
    folder.build.mkdir(exist_ok=True)
    names = []
    for inputs in ("ffffffff", "00000000"):
        name, _ = new_version(folder, inputs)
        version_file(folder, name).touch()
        names.append(name)
    assert names == sorted(names)
