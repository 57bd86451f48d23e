"""What reading and building a large office cost, against bare openpyxl and xlrd reading the same cells in the same run.

`python -m benchmarks.read_build` writes fifteen years of sixty units with sixty criteria, half of the years as .xls,
and measures in turn, each in a process of its own: bare engines; our reader; our reader when every file was read
before; `build`; `build` when every file was read before. It prints medians and their ratios to bare reading.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.build_time import seconds
from benchmarks.large_office import write_raw
from scripts.dashboard import ROOT


def measure(office: Path, kept: Path) -> dict[str, float]:
    """Seconds of each way, once."""
    raw = office / "raw"
    shutil.rmtree(office / "build", ignore_errors=True)
    shutil.rmtree(kept, ignore_errors=True)
    return {
        "bare openpyxl and xlrd": seconds("benchmarks.bare_read", raw),
        "our reader": seconds("benchmarks.our_read", raw, kept),
        "our reader, read before": seconds("benchmarks.our_read", raw, kept),
        "build": seconds("etl", "build", "--data", office),
        "build, read before": seconds("etl", "build", "--data", office),
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
    medians = {way: median(run[way] for run in runs) for way in runs[0]}
    floor = next(iter(medians.values()))
    print(f"{f'median of {options.runs}':28}{'seconds':>10}{'ratio':>8}")
    for way, taken in medians.items():
        print(f"{way:28}{taken:10.2f}{taken / floor:8.2f}")


if __name__ == "__main__":
    main()
