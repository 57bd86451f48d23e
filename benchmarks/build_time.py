"""How long `python -m etl build` takes over the illustrative office, against reading the same cells with bare openpyxl.

`python -m benchmarks.build_time` prints medians of fresh processes, and their ratio: the price of everything that is
not reading, namely knowing what the cells mean, checking, computing and writing a version.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from scripts.dashboard import ROOT, build_illustrative_office

RUNS = 5


def seconds(*arguments: str | Path) -> float:
    """How long a module takes in a process of its own."""
    start = time.perf_counter()
    command = [sys.executable, "-m", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def processor_seconds(*arguments: str | Path) -> float:
    """The time that a module in a process of its own, and those it starts, keep processors busy."""
    before = os.times()
    seconds(*arguments)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Measure both in turn, so that a busy moment of the machine falls on both, and print the comparison."""
    with TemporaryDirectory() as folder:
        office = build_illustrative_office(Path(folder))
        workbooks = sum(1 for _ in (office / "raw").rglob("*.xlsx"))
        builds, reads = [], []
        for _ in range(RUNS):
            builds.append(seconds("etl", "build", "--data", office))
            reads.append(seconds("benchmarks.bare_read", office / "raw"))
    print(f"workbooks                     {workbooks}")
    print(f"python -m etl build           {median(builds):6.2f} s  (median of {RUNS})")
    print(f"bare openpyxl, same cells     {median(reads):6.2f} s")
    print(f"ratio                         {median(builds) / median(reads):6.2f}")


if __name__ == "__main__":
    main()
