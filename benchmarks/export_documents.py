"""How long documents take: each one cold and warm, and the profiles of sixty units, over an office of that many.

`python -m benchmarks.export_documents` prints seconds and megabytes. `cold` is the first of its kind in the
process; the very first starts the browser. `warm` is the median of those that follow. All profiles are compared with
as many warm ones made one by one, and their processor time is that of Python alone, without the browser's.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.large_office import write_raw
from scoreboard import queries
from scoreboard.database import connect
from scoreboard.export.making import FORMATS, make, make_profiles
from scoreboard.scope import DatabaseScope, open_scope
from scoreboard.text import words

YEARS, UNITS, CRITERIA = 3, 60, 40
TIMES = 3


def main() -> None:
    """Build the office, make every document in every format, then all profiles."""
    with TemporaryDirectory() as folder:
        office = Path(folder)
        (office / "reference").mkdir()
        write_raw(office / "raw", YEARS, UNITS, CRITERIA)
        for verb in ("draft", "build"):
            subprocess.run([sys.executable, "-m", "etl", verb, "--data", folder], check=True, capture_output=True)
        database = connect(office)
        scope = open_scope(database, words("vi"))
        unit = scope.ask_here(queries.units)["unit_code"].iloc[0]
        print(f"{'document':20}{'cold s':>8}{'warm s':>8}{'MB':>8}")
        warm = {}
        for document, formats in FORMATS.items():
            for file_format in formats:
                if document != "profiles":
                    warm[document, file_format] = one(scope, document, file_format, unit)
        for file_format in FORMATS["profiles"]:
            start, busy = perf_counter(), process_time()
            made = make_profiles(scope, file_format)
            seconds, busy = perf_counter() - start, process_time() - busy
            ratio = seconds / (UNITS * warm["profile", file_format])
            print(
                f"{UNITS} profiles {file_format:8}{seconds:8.2f}{'':8}{len(made.content) / 1e6:8.2f}"
                f"{ratio:8.2f} times one by one, {busy:.2f} s of processor"
            )
        database.close()


def one(scope: DatabaseScope, document: str, file_format: str, unit: str) -> float:
    """Make one document several times over and print its line; how many seconds it takes when warm."""
    seconds = []
    for _ in range(TIMES + 1):
        start = perf_counter()
        made = make(scope, document, file_format, unit if document == "profile" else None)
        seconds.append(perf_counter() - start)
    name = f"{document} {file_format}"
    warm = median(seconds[1:])
    print(f"{name:20}{seconds[0]:8.2f}{warm:8.2f}{len(made.content) / 1e6:8.2f}")
    return warm


if __name__ == "__main__":
    main()
