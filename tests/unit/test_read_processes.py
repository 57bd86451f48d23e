"""Files are read in processes that may be slow, run out of memory or die: each costs one file, never the others."""

from __future__ import annotations

import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from etl.read import read_workbooks
from etl.read.cache import Cache, reader_version
from etl.read.memory import OUT_OF_MEMORY
from etl.read.reader import Reader, ReaderDiedError
from etl.read.readers import Readers
from etl.read.reading import read_content
from etl.read.wire import packed, unpacked
from tests.workbooks import packages
from tests.workbooks.builders import new_sheet, save, unit_sheet

ROOT = Path(__file__).resolve().parents[2]
MEBIBYTE = 2**20


def codes(readings) -> list[list[str]]:
    return [[problem.code for problem in reading.problems] for reading in readings]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    sheet = new_sheet()
    sheet["A1"] = 8.5
    return save(sheet, tmp_path, "plain.xlsx")


@pytest.fixture
def hungry(tmp_path: Path) -> Path:
    """A file well below the limit on its size whose reading takes some hundred megabytes."""
    path = tmp_path / "hungry.csv"
    path.write_bytes(b"x;y\n" * 3_000_000)
    return path


def test_a_reading_survives_the_way_between_processes():
    for content in (packages.packed(packages.parts_of(unit_sheet())), b"", packages.xlsb({(0, 0): "Điểm"})):
        reading = read_content(content)
        assert unpacked(packed(reading)) == reading


def test_readings_come_in_the_order_of_the_files(tmp_path: Path):
    paths = []
    for number in range(40):
        sheet = new_sheet()
        sheet["A1"] = number
        paths.append(save(sheet, tmp_path, f"{number}.xlsx"))
    with Readers(count=2) as readers:
        found = [reading.sheets[0].at(1, 1).number for reading in readers.read(paths)]
    assert found == [Decimal(number) for number in range(40)]


def test_a_slow_file_is_given_up_and_the_next_is_read(plain: Path, hungry: Path):
    with Readers(count=1, seconds=0.8) as readers:
        started = time.monotonic()
        assert codes(readers.read([plain, hungry, plain])) == [[], ["file_too_slow"], []]
        assert time.monotonic() - started < 10


def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read(plain: Path, hungry: Path):
    with Readers(count=1, memory=200 * MEBIBYTE) as readers:
        assert codes(readers.read([plain, hungry, plain])) == [[], ["file_too_large"], []]


def test_a_process_that_dies_is_replaced(plain: Path):
    reader = Reader(seconds=60, memory=2**30)
    assert reader.ask(plain).sheets
    reader._process.kill()
    with pytest.raises(ReaderDiedError):
        reader.ask(plain)
    assert reader.ask(plain).sheets
    reader.end()


def test_a_process_killed_for_an_earlier_file_costs_the_next_nothing(plain: Path):
    with Readers(count=1) as readers:
        next(readers.read([plain]))
        readers._readers[0]._process.kill()
        assert codes(readers.read([plain])) == [[]]


def test_a_process_that_cannot_live_is_a_problem_of_the_file(plain: Path):
    with Readers(count=1, memory=MEBIBYTE) as readers:
        assert codes(readers.read([plain])) == [["file_breaks_reader"]]


def test_memory_is_watched_where_the_system_sets_no_limit():
    script = "from etl.read.memory import watch_memory; waste = bytearray(64 * 2**20); watch_memory(32 * 2**20)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == OUT_OF_MEMORY


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path, plain: Path):
    (tmp_path / "empty.xlsx").write_bytes(b"")
    found = list(read_workbooks(tmp_path, [tmp_path / "empty.xlsx", plain, tmp_path / "gone.xlsx"]))
    assert [workbook and workbook.file for workbook, _ in found] == [None, "plain.xlsx", None]
    assert [[problem.code for problem in problems] for _, problems in found] == [
        ["file_empty"],
        [],
        ["file_missing"],
    ]
    assert [problem.file for _, problems in found for problem in problems] == ["empty.xlsx", "gone.xlsx"]


def kept_files(folder: Path) -> list[Path]:
    return sorted((folder / reader_version()).iterdir())


def test_what_was_read_is_not_read_again(tmp_path: Path, plain: Path):
    kept = tmp_path / "cells"
    first = list(read_workbooks(tmp_path, [plain], kept))
    reading = read_content(plain.read_bytes())
    marked = unpacked(packed(reading).replace(b'"text":', b'"text":').replace(b'"8.5"', b'"7.5"'))
    kept_files(kept)[0].unlink()
    Cache(kept).put(marked)
    assert first[0][0].sheets[0].at(1, 1).number == Decimal("8.5")
    assert next(read_workbooks(tmp_path, [plain], kept))[0].sheets[0].at(1, 1).number == Decimal("7.5")


def test_a_changed_file_is_read_again(tmp_path: Path, plain: Path):
    kept = tmp_path / "cells"
    list(read_workbooks(tmp_path, [plain], kept))
    sheet = new_sheet()
    sheet["A1"] = 9
    save(sheet, tmp_path, "plain.xlsx")
    assert next(read_workbooks(tmp_path, [plain], kept))[0].sheets[0].at(1, 1).number == Decimal(9)
    assert len(kept_files(kept)) == 2


def test_what_another_reader_kept_is_thrown_away(tmp_path: Path, plain: Path):
    stale = tmp_path / "cells" / "another-reader"
    stale.mkdir(parents=True)
    list(read_workbooks(tmp_path, [plain], tmp_path / "cells"))
    assert not stale.exists()


@pytest.mark.parametrize("damage", [b"", b"not compressed", b"x\x9c\x03\x00"])
def test_a_damaged_entry_is_read_from_the_file(tmp_path: Path, plain: Path, damage: bytes):
    kept = tmp_path / "cells"
    list(read_workbooks(tmp_path, [plain], kept))
    kept_files(kept)[0].write_bytes(damage)
    assert next(read_workbooks(tmp_path, [plain], kept))[0].sheets[0].at(1, 1).number == Decimal("8.5")


def test_what_a_process_could_not_finish_is_not_kept(tmp_path: Path, hungry: Path):
    cache = Cache(tmp_path / "cells")
    with Readers(cache, count=1, memory=200 * MEBIBYTE) as readers:
        assert codes(readers.read([hungry])) == [["file_too_large"]]
    assert not (tmp_path / "cells").exists()
