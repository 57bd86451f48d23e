"""How long a visitor waits for the first chart of each page, against an empty Streamlit page with one chart.

`python -m benchmarks.first_chart` prints medians over one browser: `cold` is a visitor with an empty cache, `again` the
same visitor coming back. The bare frame is a page of one chart with choices, a search and a sentence as ours have them.
All servers run side by side and are visited in turn. The page itself notes when its first chart was painted, for a
program outside asks only every half second. `moved` is how far what was on the screen moved while the page opened, the
worst of all visits (browsers' cumulative layout shift; up to 0.1 is called good).
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

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
    settle,
)

VISITS = 5
EMPTY_PAGE = "one chart, empty page"
BARE_PAGE = "one chart, bare frame"
NOTES = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved += entry.value))
    .observe({type: "layout-shift", buffered: true});
new MutationObserver((_, watching) => {
    if (!document.querySelector("[data-testid=stPlotlyChart] .main-svg")) return;
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => window.painted = performance.now()));
}).observe(document, {childList: true, subtree: true});
"""


def wait_for_chart(page: Page, address: str) -> tuple[float, float]:
    """Seconds from asking for a page until its first chart is painted, and how far the page moved when all stood."""
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.painted")
    settle(page)
    return page.evaluate("[window.painted / 1000, window.moved]")


def visit_twice(browser: Browser, address: str) -> tuple[float, float, float]:
    """Seconds to the first chart with an empty cache and again with a full one, and the farthest that a page moved."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.add_init_script(NOTES)
    (cold, moved), (again, moved_again) = wait_for_chart(page, address), wait_for_chart(page, address)
    context.close()
    return cold, again, max(moved, moved_again)


def main() -> None:
    """Visit every page in turn, several times over, and print medians and ratios."""
    with TemporaryDirectory() as folder:
        office = build_illustrative_office(Path(folder))
        floors = (served(office, ROOT / "benchmarks" / f"{page}_page.py") for page in ("empty", "bare"))
        with served(office) as dashboard, next(floors) as empty, next(floors) as bare, chromium() as browser:
            chartless = TABLES_ONLY | DOWNLOADS_ONLY | SENTENCE_ONLY
            charted = {name: path for name, path in PAGES.items() if name not in chartless}
            addresses = {EMPTY_PAGE: empty, BARE_PAGE: bare} | {
                name: f"{dashboard}/{path}" for name, path in charted.items()
            }
            for address in addresses.values():
                visit_twice(browser, address)
            measured = {name: [] for name in addresses}
            for _ in range(VISITS):
                for name, address in addresses.items():
                    measured[name].append(visit_twice(browser, address))
    cold_floor, again_floor, _ = summary(measured[EMPTY_PAGE])
    print(f"{'seconds to the first chart':28}{'cold':>8}{'ratio':>8}{'again':>8}{'ratio':>8}{'moved':>8}")
    for name, visits in measured.items():
        cold, again, moved = summary(visits)
        print(f"{name:28}{cold:8.2f}{cold / cold_floor:8.2f}{again:8.2f}{again / again_floor:8.2f}{moved:8.2f}")


def summary(visits: list[tuple[float, float, float]]) -> tuple[float, float, float]:
    """The medians of both times over several visits, and the farthest that the page moved."""
    cold, again, moved = zip(*visits, strict=True)
    return median(cold), median(again), max(moved)


if __name__ == "__main__":
    main()
