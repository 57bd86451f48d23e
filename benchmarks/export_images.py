"""How long images take: the first, which starts the browser, one warm in every format, a hundred, and a bundle.

`python -m benchmarks.export_images` prints seconds, how many times as long as Kaleido takes alone for the same picture
already laid out (it loads its page anew after each), and megabytes of the browser and its children, over the
illustrative office. A hundred are asked for from as many threads as would be readers, twenty.
The bundle is every picture of the latest assessment, asked and drawn.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import plotly.graph_objects as go
import psutil
from kaleido import Kaleido

from scoreboard.database import connect
from scoreboard.export import browser
from scoreboard.export.drawing import captioned
from scoreboard.export.image import FORMATS, SIZES, Caption, composed, to_file
from scoreboard.export.picture_files import make_pictures
from scoreboard.export.renderer import shared
from scoreboard.figures.figure import Figure
from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.theme import LIGHT
from scoreboard.pictures.collection import choices_of, collected
from scoreboard.pictures.overview import sections
from scoreboard.scope import open_scope
from scoreboard.text import words
from scripts.dashboard import build_illustrative_office

TIMES, MANY, READERS = 15, 100, 20


def main() -> None:
    """Build the office, make one figure of it in every way, then all of them."""
    with TemporaryDirectory() as folder:
        database = connect(build_illustrative_office(Path(folder)))
        scope = open_scope(database, words("vi"))
        picture = sections(scope)
        measure(picture.draw(LIGHT), captioned(picture, scope), picture.key(LIGHT))
        bundle = partial(make_pictures, scope, choices_of(scope), "full", "png")
        print(f"{f'{len(list(collected(scope, choices_of(scope))))} pictures in a zip':24}{seconds(bundle):8.2f}")
        database.close()


def measure(figure: Figure, caption: Caption, key: Sequence[KeyEntry]) -> None:
    """Make one figure in every way, and many times over."""
    made = partial(to_file, figure, caption, key)
    print(f"{'first image':24}{seconds(made):8.2f}")
    for size in SIZES:
        took = median(seconds(partial(made, size)) for _ in range(TIMES))
        alone = asyncio.run(kaleido_alone(composed(figure, caption, key, SIZES[size])))
        print(f"{f'png {size}':24}{took:8.2f}{took / alone:8.2f} times")
    for file_format in FORMATS[1:]:
        print(f"{file_format:24}{median(seconds(partial(made, 'full', file_format)) for _ in range(TIMES)):8.2f}")
    start = perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        images = list(readers.map(lambda _: made(), range(MANY)))
    print(f"{f'{MANY} images, {READERS} at once':24}{perf_counter() - start:8.2f}")
    print(f"{'MB of an image':24}{len(images[0]) / 1e6:8.2f}")
    print(f"{'MB of the browser':24}{resident(shared().process_id()):8.0f}")


def seconds(make: Callable[[], object]) -> float:
    """How long one image takes."""
    start = perf_counter()
    make()
    return perf_counter() - start


async def kaleido_alone(picture: go.Figure) -> float:
    """The median of the seconds that a warm Kaleido takes for the picture."""
    options = {"format": "png", "width": picture.layout.width, "height": picture.layout.height, "scale": 1}
    took = []
    async with Kaleido(n=1, mathjax=False, path=browser.find()) as kaleido:
        for _ in range(TIMES + 1):
            start = perf_counter()
            await kaleido.calc_fig(picture, options)
            took.append(perf_counter() - start)
    return median(took[1:])


def resident(process_id: int) -> float:
    """Megabytes of memory that a process and all that it started hold, what they share counted once; Linux only."""
    process = psutil.Process(process_id)
    return sum(member.memory_full_info().pss for member in [process, *process.children(recursive=True)]) / 1e6


if __name__ == "__main__":
    main()
