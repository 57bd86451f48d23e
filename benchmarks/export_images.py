"""How long images take: the first, which starts the browser, one when it is warm in every format, and a hundred.

`python -m benchmarks.export_images` prints seconds, and megabytes of the browser and its children, over the
illustrative office. A hundred are asked for from as many threads as would be readers, twenty.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from scoreboard import queries
from scoreboard.database import connect
from scoreboard.export.image import FORMATS, SIZES, Caption, to_file
from scoreboard.export.renderer import shared
from scoreboard.figures.keys import verdict_key
from scoreboard.figures.theme import LIGHT
from scoreboard.figures.verdict_shares import verdict_shares
from scoreboard.scope import open_scope
from scoreboard.text import words
from scripts.dashboard import build_illustrative_office

TIMES, MANY, READERS = 5, 100, 20


def main() -> None:
    """Build the office, then make one figure of it in every way."""
    with TemporaryDirectory() as folder:
        database = connect(build_illustrative_office(Path(folder)))
        scope = open_scope(database, words("vi"))
        sections = scope.ask_here(queries.top_level_verdicts)
        caption = Caption("Mức độ thực hiện theo phần", "", scope.context, scope.source, scope.mark)
        database.close()
    figure = verdict_shares(sections, LIGHT, scope.words)
    made = partial(to_file, figure, caption, verdict_key(LIGHT, scope.words))
    print(f"{'first image':24}{seconds(made):8.2f}")
    for size in SIZES:
        print(f"{f'png {size}':24}{median(seconds(made, size) for _ in range(TIMES)):8.2f}")
    for file_format in FORMATS[1:]:
        print(f"{file_format:24}{median(seconds(made, 'full', file_format) for _ in range(TIMES)):8.2f}")
    start = perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        images = list(readers.map(lambda _: made(), range(MANY)))
    print(f"{f'{MANY} images, {READERS} at once':24}{perf_counter() - start:8.2f}")
    print(f"{'MB of an image':24}{len(images[0]) / 1e6:8.2f}")
    print(f"{'MB of the browser':24}{resident(shared().process_id()):8.0f}")


def seconds(make: partial, *how: str) -> float:
    """How long one image takes."""
    start = perf_counter()
    make(*how)
    return perf_counter() - start


def resident(process: int) -> float:
    """Megabytes of memory that a process and all that it started hold, what they share counted once; Linux only."""
    started: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        started.setdefault(parent, []).append(int(entry.parent.name))
    family = [process]
    for member in family:
        family += started.get(member, [])
    return sum(_proportional(member) for member in family) / 1e3


def _proportional(process: int) -> int:
    """Kilobytes of a process, with its part of what it shares."""
    try:
        lines = (Path("/proc") / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


if __name__ == "__main__":
    main()
