"""The starting command: it runs anywhere, chooses the right office, and says in words what it needs."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import run
from etl.read import find_workbooks
from etl.read.workbook import SUFFIXES

SOURCE = Path(run.__file__).read_text("utf-8")


@pytest.fixture
def offices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in place of `data/`, without workbooks, and no office named by the environment."""
    monkeypatch.setattr(run, "DEFAULT_OFFICE", tmp_path)
    monkeypatch.setattr(run, "ILLUSTRATIVE_OFFICE", tmp_path / "illustrative")
    monkeypatch.delenv("SCOREBOARD_DATA", raising=False)
    (tmp_path / "raw").mkdir()
    return tmp_path


def test_needs_nothing_but_the_standard_library():
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(SOURCE))
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", "")])
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert "subprocess" in imported
    assert imported <= sys.stdlib_module_names


def test_an_old_python_can_read_it():
    ast.parse(SOURCE, feature_version=(3, 7))


@pytest.mark.parametrize("version", [(3, 10, 14), (3, 14, 0)])
def test_says_which_python_is_needed(version: tuple[int, ...], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(run.CannotGoOnError, match=r"Cần Python 3\.11, 3\.12 hoặc 3\.13; máy đang chạy Python 3\.1[04]"):
        run.check_python()


def test_this_python_is_accepted():
    run.check_python()


def test_without_workbooks_the_illustrative_office_is_shown(offices: Path):
    assert run.choose_office(None) == offices / "illustrative"


def test_the_office_of_its_own_is_shown_once_it_has_a_workbook(offices: Path):
    workbook = offices / "raw" / "2024" / "Phường.xlsx"
    workbook.parent.mkdir()
    workbook.touch()
    assert run.choose_office(None) == offices


NAMES = [
    "a.xlsx",
    "b.XLSM",
    "c.xls",
    "d.xlsb",
    "e.ods",
    "f.csv",
    "g.htm",
    "h.HTML",
    "~$a.xlsx",
    ".b.xlsx",
    "i.xlsz",
    "j.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_what_counts_as_a_workbook_is_what_the_reader_reads(offices: Path, name: str):
    (offices / "raw" / "2024").mkdir()
    (offices / "raw" / "2024" / name).touch()
    assert run.workbooks(offices) == find_workbooks(offices / "raw")
    assert bool(run.workbooks(offices)) == ("a" <= name[0] <= "h")


def test_the_reader_and_the_starting_command_know_the_same_endings():
    assert run.WORKBOOKS == SUFFIXES


@pytest.mark.parametrize(
    ("later", "count"), [((), 0), (("2025/a.xlsx", "2025/b.ODS", "2025/~$a.xlsx", "2025/c.pdf"), 2)]
)
def test_workbooks_newer_than_the_data_in_use_are_told_with_what_loads_them(
    offices: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture, later: tuple[str, ...], count: int
):
    current = offices / "build" / "current.json"
    for path in (offices / "raw" / "2024.xlsx", current, *(offices / "raw" / name for name in later)):
        path.parent.mkdir(exist_ok=True)
        path.touch()
    days = {"2024.xlsx": 1, "current.json": 2}
    monkeypatch.setattr(run, "arrived", lambda path: days.get(path.name, 3))
    run.prepare(offices)
    said = capsys.readouterr().out
    assert (f"Có {count} sổ tính mới hơn" in said) == (f"newer than the data in use: {count}." in said) == bool(count)
    assert said.count("-m etl draft") == said.count("-m etl build") == (2 if count else 0)
    assert "--data" not in said
    run.tell_of_later_workbooks(offices / "raw" / "..", current)
    assert ("--data" in capsys.readouterr().out) == bool(count)


def test_a_copy_that_keeps_an_old_date_arrived_when_it_was_copied(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.touch()
    os.utime(path, (1, 1))
    assert run.arrived(path) > 1


def test_a_named_office_goes_first(offices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name in ("named", "given"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("SCOREBOARD_DATA", str(tmp_path / "named"))
    assert run.choose_office(None) == tmp_path / "named"
    assert run.choose_office(tmp_path / "given") == tmp_path / "given"


def test_a_missing_office_is_named_in_both_languages(offices: Path):
    ended = subprocess.run(
        [sys.executable, run.ROOT / "run.py", "--data", offices / "none"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert ended.returncode == 1
    assert f"Không thấy thư mục dữ liệu {offices / 'none'}." in ended.stderr
    assert "There is no office folder" in ended.stderr


def test_a_port_in_use_is_refused_when_asked_for_and_passed_over_when_not(monkeypatch: pytest.MonkeyPatch):
    with socket.create_server((run.HOST, 0)) as server:
        taken = server.getsockname()[1]
        with pytest.raises(run.CannotGoOnError, match=f"Cổng {taken} đang được chương trình khác dùng"):
            run.free_port(taken)
        monkeypatch.setattr(run, "DEFAULT_PORT", taken)
        assert run.free_port(None) > taken
