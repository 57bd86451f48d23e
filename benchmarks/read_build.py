"""What reading and building a large office cost, against bare openpyxl and xlrd reading the same cells in the same run.

`python -m benchmarks.read_build` writes fifteen years of sixty units with sixty criteria, half of the years as .xls,
and measures in turn, each in a process of its own: bare engines; our reader; our reader when every file was read
before; `build`; `build` when every file was read before. It prints medians and their ratios to bare reading: of the
time that processors were busy, which other work on the machine hardly changes, and of the time that passed, in which
our reader has all processors and bare reading one.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.build_time import processor_seconds
from benchmarks.large_office import write_raw
from scripts.dashboard import ROOT


def timed(*arguments: str | Path) -> tuple[float, float]:
    """The seconds that a module keeps processors busy, and those that pass."""
    start = time.perf_counter()
    busy = processor_seconds(*arguments)
    return busy, time.perf_counter() - start


def measure(office: Path, kept: Path) -> dict[str, tuple[float, float]]:
    """Both of each way, once."""
    raw = office / "raw"
    shutil.rmtree(office / "build", ignore_errors=True)
    shutil.rmtree(kept, ignore_errors=True)
    return {
        "bare openpyxl and xlrd": timed("benchmarks.bare_read", raw),
        "our reader": timed("benchmarks.our_read", raw, kept),
        "our reader, read before": timed("benchmarks.our_read", raw, kept),
        "build": timed("etl", "build", "--data", office),
        "build, read before": timed("etl", "build", "--data", office),
    }


def main() -> None:
    """Write the office, propose its reference files, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for name, default in (("years", 15), ("units", 60), ("criteria", 60), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        office = Path(folder) / "office"
        write_raw(office / "raw", options.years, options.units, options.criteria)
        draft = [sys.executable, "-m", "etl", "draft", "--data", str(office)]
        subprocess.run(draft, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        runs = [measure(office, Path(folder) / "kept") for _ in range(options.runs)]
    medians = {way: tuple(median(each) for each in zip(*(run[way] for run in runs), strict=True)) for way in runs[0]}
    busy_floor, floor = next(iter(medians.values()))
    print(f"{f'median of {options.runs}':28}{'busy':>10}{'ratio':>8}{'passed':>10}{'ratio':>8}")
    for way, (busy, passed) in medians.items():
        print(f"{way:28}{busy:10.2f}{busy / busy_floor:8.2f}{passed:10.2f}{passed / floor:8.2f}")


if __name__ == "__main__":
    main()
