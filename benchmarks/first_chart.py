"""How long a visitor waits for the first chart of each page, against an empty Streamlit page with one chart.

`python -m benchmarks.first_chart` prints medians over one browser: `cold` is a visitor with an empty cache, `again` the
same visitor coming back. Both servers run side by side and are visited in turn.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, Page

from scripts.dashboard import (
    DOWNLOADS_ONLY,
    PAGES,
    ROOT,
    SENTENCE_ONLY,
    TABLES_ONLY,
    build_illustrative_office,
    chromium,
    served,
)

VISITS = 5
EMPTY_PAGE = "one chart, empty page"
FIRST_CHART = "[data-testid=stPlotlyChart] .main-svg"


def wait_for_chart(page: Page, address: str) -> float:
    """Seconds from asking for a page until its first chart stands."""
    start = perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_selector(FIRST_CHART)
    return perf_counter() - start


def visit_twice(browser: Browser, address: str) -> tuple[float, float]:
    """Seconds to the first chart with an empty cache and again with a full one."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    cold, again = wait_for_chart(page, address), wait_for_chart(page, address)
    context.close()
    return cold, again


def main() -> None:
    """Visit every page in turn, several times over, and print medians and ratios."""
    with TemporaryDirectory() as folder:
        office = build_illustrative_office(Path(folder))
        floor = served(office, ROOT / "benchmarks" / "empty_page.py")
        with served(office) as dashboard, floor as empty, chromium() as browser:
            chartless = TABLES_ONLY | DOWNLOADS_ONLY | SENTENCE_ONLY
            charted = {name: path for name, path in PAGES.items() if name not in chartless}
            addresses = {EMPTY_PAGE: empty} | {name: f"{dashboard}/{path}" for name, path in charted.items()}
            for address in addresses.values():
                visit_twice(browser, address)
            measured = {name: [] for name in addresses}
            for _ in range(VISITS):
                for name, address in addresses.items():
                    measured[name].append(visit_twice(browser, address))
    medians = {name: [median(column) for column in zip(*visits, strict=True)] for name, visits in measured.items()}
    print(f"{'seconds to the first chart':28}{'cold':>8}{'ratio':>8}{'again':>8}{'ratio':>8}")
    for name, (cold, again) in medians.items():
        cold_floor, again_floor = medians[EMPTY_PAGE]
        print(f"{name:28}{cold:8.2f}{cold / cold_floor:8.2f}{again:8.2f}{again / again_floor:8.2f}")


if __name__ == "__main__":
    main()
