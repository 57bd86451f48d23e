"""The whole method over a synthetic nation, beside bare aggregates over the same scores in the same run.

`python -m benchmarks.method_at_scale 10 50` (millions of scores): a child process a size, two threads, 8 GB. Prints
the seconds of every rule and of the bare aggregates, their ratio, and the peak memory of the process.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import duckdb

from etl.build.statements import RULES, create_tables

THREADS, MEMORY = 2, "8GB"
ROUNDS, CRITERIA = 10, 100
MILLION = 1_000_000
NATION = Path(__file__).with_name("nation.sql")
BARE = Path(__file__).with_name("bare_aggregates.sql")


def main(sizes: list[int]) -> None:
    """One child a size, so that a peak belongs to its size alone."""
    for size in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks.method_at_scale", "--one", str(size)], check=True)


def one(millions: int) -> None:
    """Make the nation of that size, then time the bare aggregates and every rule."""
    units = millions * MILLION // (ROUNDS * CRITERIA)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(f"{folder}/nation.duckdb") as connection:
        connection.execute(f"set threads = {THREADS}")
        connection.execute(f"set memory_limit = '{MEMORY}'")
        create_tables(connection)
        for name, value in (("units", units), ("rounds", ROUNDS), ("criteria", CRITERIA)):
            connection.execute(f"set variable {name} = {value}")
        made = timed(connection, NATION)
        bare = timed(connection, BARE)
        print(
            f"{millions} million scores, {units} units: made in {made:.1f} s; bare aggregates {bare:.1f} s", flush=True
        )
        total = 0.0
        for rule in sorted(RULES.glob("*.sql")):
            seconds = timed(connection, rule)
            total += seconds
            print(f"  {rule.stem:32} {seconds:8.1f} s  peak {peak():5.1f} GB", flush=True)
        print(
            f"  all rules {total:.1f} s, {total / bare:.1f} times the bare aggregates, peak {peak():.1f} GB", flush=True
        )


def timed(connection: duckdb.DuckDBPyConnection, file: Path) -> float:
    """The seconds that the statements of a file take."""
    begun = perf_counter()
    connection.execute(file.read_text("utf-8"))
    return perf_counter() - begun


def peak() -> float:
    """The most memory this process ever held, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]])
