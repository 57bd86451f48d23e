"""The whole method over a synthetic nation, beside bare aggregates over the same scores in the same run.

`python -m benchmarks.method_at_scale 10 50` (millions of scores): a child process a size, two threads, 8 GB. Prints
the seconds of every rule, of the bare aggregates and of copying the marts that the rules filled, the ratios of the
three, the peak memory of the process, and the slowest questions that pages ask of the result. Seconds of the processor
stand beside those of the clock: on a machine that does other work too, only they can be compared. The bare aggregates
hold each assessment against the one before and write sums; the method holds it against every earlier one, 45 pairs of
ten, and writes each change down. What the writing alone takes, the copy says.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from operator import attrgetter
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import duckdb

from etl.build.mart_keys import MART_KEYS
from etl.build.statements import RULES, create_tables, running_rules
from scoreboard import queries

THREADS, MEMORY = 2, "8GB"
ROUNDS, CRITERIA = 10, 100
MILLION = 1_000_000
NATION = Path(__file__).with_name("nation.sql")
QUESTIONS = sorted(Path(queries.__file__).parent.glob("*.sql"))
SLOW = 0.050
# What a reader of a page has chosen.
CHOSEN = {
    "assessment": f"A{ROUNDS - 1}",
    "baseline": f"A{ROUNDS - 2}",
    "criteria_set": "S1",
    "group": "P000007",
    "unit": "U000150",
    "section": "G3",
    "criterion": "C33",
    "lang": "vi",
    "table": "assessment",
}
BARE = Path(__file__).with_name("bare_aggregates.sql")


def main(sizes: list[int]) -> None:
    """One child a size, so that a peak belongs to its size alone."""
    for size in sizes:
        subprocess.run([sys.executable, "-m", "benchmarks.method_at_scale", "--one", str(size)], check=True)


def one(millions: int) -> None:
    """Make the nation of that size, then time the bare aggregates, every rule, and what pages ask of the result."""
    units = millions * MILLION // (ROUNDS * CRITERIA)
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(f"{folder}/nation.duckdb") as connection:
        connection.execute(f"set threads = {THREADS}")
        connection.execute(f"set memory_limit = '{MEMORY}'")
        create_tables(connection)
        for name, value in (("units", units), ("rounds", ROUNDS), ("criteria", CRITERIA)):
            connection.execute(f"set variable {name} = {value}")
        made = timed(connection, NATION)
        bare = timed(connection, BARE)
        print(f"{millions} million scores, {units} units: made in {made}; bare aggregates {bare}", flush=True)
        taken = dict.fromkeys(sorted(RULES.glob("*.sql")), Seconds(0.0, 0.0))
        clock, processor = perf_counter(), process_time()
        for rule in running_rules(connection):
            until = perf_counter(), process_time()
            taken[rule] = Seconds(taken[rule].clock + until[0] - clock, taken[rule].processor + until[1] - processor)
            clock, processor = until
        for rule, seconds in taken.items():
            print(f"  {rule.stem:28} {seconds}", flush=True)
        total = Seconds(sum(one.clock for one in taken.values()), sum(one.processor for one in taken.values()))
        print(
            f"  all rules {total}, {total.clock / bare.clock:.1f} times the bare aggregates by the clock,"
            f" {total.processor / bare.processor:.1f} times by the processor, peak {peak():.1f} GB",
            flush=True,
        )
        connection.checkpoint()
        copied = [copying(connection, mart) for mart in MART_KEYS]
        clock, processor = sum(one.clock for one in copied), sum(one.processor for one in copied)
        print(
            f"  copying the marts {Seconds(clock, processor)}; all rules {total.processor / processor:.1f} times that"
            " by the processor",
            flush=True,
        )
        asked = [(asking(connection, question), question.stem) for question in QUESTIONS]
        asked.sort(key=lambda answer: answer[0].processor, reverse=True)
        slow = sum(seconds.processor > SLOW for seconds, _ in asked)
        print(f"  {len(asked)} questions of the pages, {slow} above {SLOW * 1000:.0f} ms of processor; the slowest:")
        for seconds, name in asked[:6]:
            print(f"  {name:28} {seconds}", flush=True)


class Seconds(NamedTuple):
    """How long something took by the clock, and how long all processors together worked on it."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{self.clock:7.2f} s ({self.processor:7.2f} s of processor)"


def timed(connection: duckdb.DuckDBPyConnection, file: Path) -> Seconds:
    """What the statements of a file take."""
    clock, processor = perf_counter(), process_time()
    connection.execute(file.read_text("utf-8"))
    return Seconds(perf_counter() - clock, process_time() - processor)


def copying(connection: duckdb.DuckDBPyConnection, mart: str) -> Seconds:
    """What it takes to write the rows of a mart once more."""
    clock, processor = perf_counter(), process_time()
    connection.table(mart).create(f"copied_{mart}")
    return Seconds(perf_counter() - clock, process_time() - processor)


def asking(connection: duckdb.DuckDBPyConnection, question: Path) -> Seconds:
    """The quickest of three times that a question is answered about the last round, one of its groups and units."""
    sql = question.read_text("utf-8")
    (statement,) = connection.extract_statements(sql)
    chosen = {name: CHOSEN[name] for name in statement.named_parameters}
    times = []
    for _ in range(3):
        clock, processor = perf_counter(), process_time()
        connection.execute(sql, chosen).fetchall()
        times.append(Seconds(perf_counter() - clock, process_time() - processor))
    return min(times, key=attrgetter("processor"))


def peak() -> float:
    """The most memory this process ever held, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        one(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]])
