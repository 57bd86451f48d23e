"""Spoilt files: every one is read or refused with a known reason, none slowly, none at the cost of the reader.

`benchmarks/fuzz_reader.py` does the same for as long as one likes.
"""

from __future__ import annotations

from pathlib import Path

from etl.layout import find_tables
from etl.problem import catalogue
from etl.read.readers import Readers
from tests.workbooks.mutations import seeds_of_files, spoilt_files

FILES = 300
SEED = 1
NEVER = {"file_too_slow", "file_breaks_reader", "file_unreadable", "file_missing"}
NATIVE = {".xlsb": {"file_breaks_reader"}, ".ods": {"file_breaks_reader"}}  # calamine aborts its process
SECONDS = 20
MEMORY = 2**30


def test_good_files_of_every_format_are_read(tmp_path: Path):
    paths = written(tmp_path, [(f"good.{suffix}", content) for suffix, content in seeds_of_files().items()])
    with Readers(count=1) as readers:
        assert all(reading.sheets[0].cells for reading in readers.read(paths))


def test_spoilt_files_are_read_or_refused(tmp_path: Path):
    paths = written(tmp_path, spoilt_files(SEED, FILES))
    outcomes = {"read": 0, "refused": 0}
    with Readers(count=2, seconds=SECONDS, memory=MEMORY) as readers:
        for path, reading in zip(paths, readers.read(paths), strict=True):
            codes = {problem.code for problem in reading.problems}
            assert codes <= set(catalogue()), path.name
            assert not codes & NEVER or codes & NEVER == NATIVE.get(path.suffix), path.name
            assert (reading.sheets is None) <= bool(codes), path.name
            outcomes["refused" if reading.sheets is None else "read"] += 1
            if reading.sheets is not None:
                find_tables(reading.of(path.name)[0])
    assert min(outcomes.values()) > FILES // 10


def written(folder: Path, files) -> list[Path]:
    paths = []
    for name, content in files:
        paths.append(folder / name)
        paths[-1].write_bytes(content)
    return paths
