"""How a page opens: asked for at the right place, still while it comes, and then there at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from scoreboard import opening
from scripts.dashboard import PAGE_MILLISECONDS, PAGES, settle, visit

pytestmark = pytest.mark.browser

DESK = {"width": 1440, "height": 1000}
PHONE = {"width": 400, "height": 860}
MOVED = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => window.moved += entry.value))
    .observe({type: "layout-shift", buffered: true});
"""
STILL = 0.1  # what browsers' makers call a page that does not move, https://web.dev/articles/cls
OUTLINE = "getComputedStyle(document.querySelector('[data-testid=stMainBlockContainer]'), '::before').display"


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_that_is_on_the_screen_moves_while_a_page_opens(page: Page, address: str, screen: dict[str, int]):
    page.add_init_script(MOVED)
    for url_path in PAGES.values():
        visit(page, address, url_path)
        assert page.evaluate("window.moved") < STILL, url_path


def test_nothing_moves_on_a_projector_whose_sidebar_is_wider(page: Page, address: str):
    page.add_init_script(MOVED)
    visit(page, address, "xep-hang", screen="projector")
    assert page.evaluate("window.moved") < STILL


def test_a_page_is_an_outline_until_its_texts_can_be_shown(page: Page, address: str):
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/Html.*.js", hold)
    page.goto(f"{address}/xep-hang", wait_until="commit")
    chart = page.locator(".st-key-ranks_chart")
    chart.wait_for(state="attached")
    expect(chart).not_to_be_visible()
    assert page.evaluate(OUTLINE) == "block"
    held[0].continue_()
    settle(page)
    expect(chart).to_be_visible()
    assert page.evaluate(OUTLINE) == "none"


def test_a_page_whose_code_never_comes_shows_what_there_is(page: Page, address: str):
    page.route("**/Html.*.js", lambda _: None)
    page.goto(f"{address}/xep-hang", wait_until="commit")
    expect(page.locator(".st-key-ranks_chart")).to_be_visible(timeout=PAGE_MILLISECONDS)


def test_the_server_is_asked_once_and_at_the_right_place(page: Page, address: str):
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/health") else None)
    visit(page, address, "xep-hang")
    assert asked == [f"{address}/_stcore/health"]


@pytest.mark.parametrize(
    ("path", "place"),
    [("/", "/"), ("/ho-so?unit=a/b", "/"), ("/van-thu/ho-so", "/van-thu/"), ("/van-thu/", "/van-thu/")],
)
def test_the_place_keeps_the_prefix_of_a_proxy(browser: Browser, path: str, place: str):
    page = browser.new_page()
    document = b"<html><head>" + opening.head(240) + b"</head></html>"
    page.route("**/*", lambda route: route.fulfill(body=document, content_type="text/html"))
    page.goto(f"http://office.test{path}")
    assert page.evaluate("window.__streamlit.BACKEND_BASE_URL") == f"http://office.test{place}"
    page.close()
