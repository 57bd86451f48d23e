"""Fifty people at the dashboard at once: how long each waits for a choice in a filter.

`python -m benchmarks.fifty_readers` serves fifteen years of sixty units with sixty criteria as `python run.py` does.
Fifty sessions, spread evenly over the pages, each choose a random option of a random drop-down of their page, look at
what came for three to nine seconds, and choose again, for two minutes; most choices are new to the server at first.
It prints how long it took from the choice to the end of the script, the share of one processor that the server kept
busy, and the load of the machine before, for the sessions themselves and whatever else runs share its processors.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

import psutil

from benchmarks.reader import Reader
from benchmarks.rerun import Meter, build_large_office
from scripts.dashboard import PAGES, served

PEOPLE = 50
SECONDS = 120
LEAST_LOOK, LONGEST_LOOK = 3.0, 9.0
CHOICELESS = {"thay-doi-phien-ban"}


async def read(address: str, name: str, chance: Random, until: float) -> tuple[list[float], list[float]]:
    """What one person waits for the page, and for every choice on it, in seconds."""
    await asyncio.sleep(chance.uniform(0, LONGEST_LOOK))
    reader = await Reader.at(address, PAGES[name])
    opened, chosen = [await reader.open()], []
    while True:
        await asyncio.sleep(chance.uniform(LEAST_LOOK, LONGEST_LOOK))
        if perf_counter() > until:
            break
        drop_down = chance.choice(sorted(reader.choices))
        chosen.append(await reader.choose(drop_down, chance.choice(reader.choices[drop_down].options)))
    await reader.leave()
    return opened, chosen


async def read_together(address: str, people: int, seconds: float) -> tuple[list[float], list[float]]:
    """What all of them wait."""
    until = perf_counter() + seconds
    pages = islice(cycle(name for name in PAGES if name not in CHOICELESS), people)
    waits = await asyncio.gather(*(read(address, page, Random(seed), until) for seed, page in enumerate(pages)))
    return [wait for opened, _ in waits for wait in opened], [wait for _, chosen in waits for wait in chosen]


def told(what: str, waits: list[float]) -> str:
    """The distribution of some waits, in milliseconds."""
    ranks = quantiles(waits, n=100)
    p50, p95, longest = (round(1000 * wait) for wait in (ranks[49], ranks[94], max(waits)))
    return f"{what:10}{len(waits):6} times: half within {p50} ms, 95 % within {p95} ms, the longest {longest} ms"


def main() -> None:
    """Serve, let them read and print what they waited."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--office", type=Path)
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        office = options.office or build_large_office(Path(folder) / "office")
        load = psutil.getloadavg()[0]
        with served(office) as address:
            meter = Meter()
            before, start = meter.busy(), perf_counter()
            opened, chosen = asyncio.run(read_together(address, options.people, options.seconds))
            busy = (meter.busy() - before) / (perf_counter() - start)
    print(f"{options.people} people, {os.cpu_count()} processors, load {load:.1f} before; server {busy:.0%} of one")
    print(told("opened", opened))
    print(told("chosen", chosen))


if __name__ == "__main__":
    main()
