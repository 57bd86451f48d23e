"""Read spoilt workbooks for as long as one likes, each in a reader process, and keep those that it does not survive.

`python -m benchmarks.fuzz_reader --seconds 600 --seed 7` prints how files ended and how long the slowest took. Files
that were too slow, that broke their reader (calamine aborts on some .xlsb) or that the layout choked on
are kept in `benchmarks/results/fuzz/`.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from etl.layout import find_tables
from etl.read.readers import Readers
from etl.read.reading import Reading
from tests.workbooks.mutations import spoilt_files

KEPT = Path(__file__).with_name("results") / "fuzz"
BATCH = 200
SECONDS_PER_FILE = 20
MEMORY = 2**30
NEVER = {"file_too_slow", "file_breaks_reader", "file_unreadable"}


def outcome(name: str, reading: Reading) -> str:
    """How a file ended: `read`, a problem code, or what the layout raised."""
    workbook, problems = reading.of(name)
    if workbook is None:
        return problems[0].code
    try:
        find_tables(workbook)
    # Whatever it is, it is what we look for.
    except Exception as error:
        return f"layout: {type(error).__name__}"
    return "read"


def outcomes(seed: int, folder: Path, readers: Readers) -> Iterator[tuple[Path, str]]:
    """Every spoilt file of a batch with how it ended."""
    paths = []
    for name, content in spoilt_files(seed, BATCH):
        paths.append(folder / name)
        paths[-1].write_bytes(content)
    for path, reading in zip(paths, readers.read(paths), strict=True):
        yield path, outcome(path.name, reading)


def main() -> None:
    """Fuzz batch after batch until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    ends, slowest, ended = time.monotonic() + options.seconds, 0.0, Counter()
    with Readers(seconds=SECONDS_PER_FILE, memory=MEMORY) as readers:
        for seed in count(options.seed):
            if time.monotonic() > ends:
                break
            with TemporaryDirectory() as folder:
                before = time.monotonic()
                for path, end in outcomes(seed, Path(folder), readers):
                    slowest, before = max(slowest, time.monotonic() - before), time.monotonic()
                    ended[end] += 1
                    if end in NEVER or end.startswith("layout"):
                        KEPT.mkdir(parents=True, exist_ok=True)
                        (KEPT / path.name).write_bytes(path.read_bytes())
                        print(f"{path.name}: {end}")
    for end, files in ended.most_common():
        print(f"{end:28}{files:8}")
    print(f"{'slowest file':28}{slowest:8.2f} s")


if __name__ == "__main__":
    main()
