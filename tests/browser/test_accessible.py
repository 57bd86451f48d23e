"""Every page in light and dark against axe-core: nothing serious that is ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from scripts.dashboard import PAGE_MILLISECONDS, PAGES, settle, visit

pytestmark = pytest.mark.browser

GRAVE = {"serious", "critical"}
# Rule -> the element of Streamlit's own that breaks it, and why it is not ours to mend.
NOT_OURS = {
    "list": "[data-testid=stSidebarNav]",  # the grouped menu puts a <div> for each group between <ul> and <li>
    "listitem": "[data-testid=stSidebarNav]",  # the other half of the same
}
OPEN_ALL = "() => document.querySelectorAll('details').forEach(each => { each.open = true; })"
FOLDED = "[data-testid=stExpander] details:not([open]) > summary:not(.vl summary)"
INSIDE = "([target, frame]) => !!document.querySelector(target)?.closest(frame)"


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A fresh visitor whose computer is set to a theme."""
    screen = {"width": 1440, "height": 1000}
    context = browser.new_context(viewport=screen, color_scheme=request.param, locale="vi-VN")
    context.set_default_timeout(PAGE_MILLISECONDS)
    yield context.new_page()
    context.close()


def grave(page: Page) -> list[str]:
    """The grave violations that are ours, one line per element: rule, target, markup."""
    violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in violations
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
        if not is_excepted(page, violation["id"], node)
    ]


def is_excepted(page: Page, rule: str, node: dict[str, Any]) -> bool:
    """Whether the element is the one of Streamlit's own that is known to break the rule."""
    return rule in NOT_OURS and page.evaluate(INSIDE, [node["target"][0], NOT_OURS[rule]])


def open_all(page: Page) -> None:
    """Open every fold: Streamlit's one by one, for each is filled when it is opened; then ours."""
    folds = page.locator(FOLDED)
    for left in range(folds.count(), 0, -1):
        folds.first.click()
        expect(folds).to_have_count(left - 1)
        settle(page)
    page.evaluate(OPEN_ALL)
    settle(page)


@pytest.mark.parametrize("url_path", PAGES.values(), ids=PAGES)
def test_page_has_no_grave_violation(themed: Page, address: str, url_path: str):
    visit(themed, address, url_path)
    open_all(themed)
    assert grave(themed) == []


def test_what_a_search_finds_has_no_grave_violation(themed: Page, address: str):
    visit(themed, address)
    themed.get_by_label("Tìm đơn vị, tiêu chí").fill("ho")
    expect(themed.locator(".vl-hits a").first).to_be_visible()
    assert grave(themed) == []


def test_the_search_beside_a_drop_down_has_no_grave_violation(themed: Page, address: str):
    visit(themed, address, PAGES["ho-so"])
    themed.get_by_role("button", name="Tìm không dấu").click()
    themed.get_by_label("Tìm trong").fill("ho")
    expect(themed.get_by_role("button", name="Phường Hòa Khánh")).to_be_visible()
    assert grave(themed) == []


def test_a_violation_of_ours_is_noticed(themed: Page, address: str):
    visit(themed, address)
    themed.evaluate("() => { document.querySelector('.vl-caption').innerHTML = '<ul><p>x</p></ul><img src=x>'; }")
    assert {line.partition(":")[0] for line in grave(themed)} == {"list", "image-alt"}
