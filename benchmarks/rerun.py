"""How long the server works for a reader's choice in a filter, page by page, against an empty page with one chart.

`python -m benchmarks.rerun` builds fifteen years of sixty units with sixty criteria and chooses through every drop-down
of every page as a browser would (`reader`): options that nobody chose before, and the same ones again. It prints
milliseconds from the choice to the end of the script by the clock (median), those in which the server kept
processors busy (mean), and the ratio of the latter to running the empty page. On a machine that does other work too,
the processor's milliseconds and the ratio are what can be compared. `--office` takes an office that is already built.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psutil

from benchmarks.large_office import write_raw
from benchmarks.reader import Reader
from scripts.dashboard import PAGES, ROOT, served

EMPTY_PAGE = "empty page"
OPTIONS = 4
ROUNDS = 5
EMPTY_RUNS = 60


@dataclass(slots=True)
class Runs:
    """Seconds of several runs: by the clock each, by the processor together."""

    passed: list[float] = field(default_factory=list)
    busy: float = 0.0

    @property
    def mean_busy(self) -> float:
        """Seconds of the processor that a run takes."""
        return self.busy / len(self.passed)

    def against(self, floor: Runs) -> str:
        """Milliseconds that pass, those of the processor, and how many times those of the floor they are."""
        if not self.passed:
            return f"{'':26}"
        return f"{1000 * median(self.passed):9.0f}{1000 * self.mean_busy:9.1f}{self.mean_busy / floor.mean_busy:8.1f}"


class Meter:
    """Counts the time that the server, which this process started, keeps processors busy."""

    def __init__(self) -> None:
        self._server = psutil.Process().children()[-1]

    def busy(self) -> float:
        """Seconds so far."""
        times = self._server.cpu_times()
        return times.user + times.system


async def choose_all(reader: Reader, meter: Meter, runs: Runs, times: int) -> None:
    """Choose some options of every drop-down of the page, one after the other, and put each back as it was."""
    before = meter.busy()
    for _ in range(times):
        for name in list(reader.choices):
            first, options = reader.choices[name].chosen, reader.choices[name].options
            others = [option for option in options if option != first]
            chosen = others[:: max(1, len(others) // OPTIONS)][:OPTIONS]
            for option in [*chosen, first] if chosen else ():
                if name in reader.choices and option in reader.choices[name].options:
                    runs.passed.append(await reader.choose(name, option))
    runs.busy += meter.busy() - before


async def measure(address: str, page: str) -> tuple[Runs, Runs]:
    """Choices that are new to the server, and the same ones again."""
    reader, meter, new, known = await Reader.at(address, page), Meter(), Runs(), Runs()
    await reader.open()
    await reader.open()
    await choose_all(reader, meter, new, 1)
    await choose_all(reader, meter, known, ROUNDS)
    if not known.passed:
        await run_again(reader, meter, known)
    await reader.leave()
    return new, known


async def run_again(reader: Reader, meter: Meter, runs: Runs) -> None:
    """Run a page without drop-downs over and over."""
    before = meter.busy()
    for _ in range(EMPTY_RUNS):
        runs.passed.append(await reader.open())
    runs.busy += meter.busy() - before


def build_large_office(folder: Path) -> Path:
    """Write fifteen years of sixty units with sixty criteria, and build them; returns the folder."""
    write_raw(folder / "raw", 15, 60, 60)
    for verb in ("draft", "build"):
        command = [sys.executable, "-m", "etl", verb, "--data", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder


def main() -> None:
    """Measure every page and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--office", type=Path)
    parser.add_argument("--pages", nargs="*", choices=PAGES, default=list(PAGES))
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        office = options.office or build_large_office(Path(folder) / "office")
        with served(office, ROOT / "benchmarks" / "empty_page.py") as empty:
            _, floor = asyncio.run(measure(empty, ""))
        print(f"{'milliseconds':20}{'new':>9}{'busy':>9}{'ratio':>8}{'known':>9}{'busy':>9}{'ratio':>8}")
        print(f"{EMPTY_PAGE:20}{Runs().against(floor)}{floor.against(floor)}", flush=True)
        with served(office) as dashboard:
            for name in options.pages:
                new, known = asyncio.run(measure(dashboard, PAGES[name]))
                print(f"{name:20}{new.against(floor)}{known.against(floor)}", flush=True)


if __name__ == "__main__":
    main()
