"""Marks of charts are links: a click opens what the mark stands for, and the back button returns to the chart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.dashboard import PAGE_MILLISECONDS, settle, visit
from tests.browser.marks import Mark, bring_into_view, hover_text, marks
from tests.browser.test_journeys import choices

pytestmark = pytest.mark.browser

# From a page, by a mark that leads to this in a trace of that kind, to another page.
JOURNEYS = {
    "dot-to-unit": ("", "unit", "scatter", "ho-so"),
    "bar-to-unit": ("xep-hang", "unit", "bar", "ho-so"),
    "bar-to-criterion": ("", "criterion", "bar", "tieu-chi"),
    "bar-to-section": ("", "section", "bar", "khoang-cach"),
    "cell-to-source": ("khoang-cach", "source", "heatmap", "nguon-goc"),
    "dot-to-source": ("ho-so", "source", "scatter", "nguon-goc"),
    "bar-to-source": ("so-sanh", "source", "bar", "nguon-goc"),
}


def one_of(page: Page, leads_to: str, kind: str) -> Mark:
    """A mark of that kind in the middle of the page's many, brought into view."""
    places = [place for place, mark in enumerate(marks(page, leads_to)) if mark.type == kind]
    return bring_into_view(page, leads_to, places[len(places) // 2])


def path_of(page: Page) -> str:
    """Which page the address names."""
    return page.url.partition("?")[0].rpartition("/")[2]


@pytest.mark.parametrize("journey", JOURNEYS.values(), ids=JOURNEYS)
def test_a_click_opens_what_the_mark_stands_for_and_back_returns(
    page: Page, address: str, journey: tuple[str, str, str, str]
):
    start, leads_to, kind, goal = journey
    visit(page, address, start)
    heading, before = page.locator("h1").inner_text(), page.url
    mark = one_of(page, leads_to, kind)
    page.mouse.click(mark.x, mark.y)
    page.wait_for_url(lambda url: url != before)
    settle(page)
    assert path_of(page) == goal
    assert mark.codes.items() <= choices(page).items()
    expect(page.locator("h1")).not_to_have_text(heading)
    expect(page.get_by_role("status")).to_have_count(0)

    page.go_back()
    settle(page)
    expect(page.locator("h1")).to_have_text(heading)
    page.wait_for_timeout(500)
    assert page.url == before


def test_a_cell_of_the_map_leads_down_to_the_cell_of_the_workbook(page: Page, address: str):
    visit(page, address, "khoang-cach")
    mark = one_of(page, "source", "heatmap")
    page.mouse.move(mark.x, mark.y)
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("Bấm để xem ô nguồn")
    named = hover_text(page)
    assert mark.codes["criterion"] in named
    page.mouse.click(mark.x, mark.y)
    expect(page.locator("h1")).to_contain_text("Nguồn gốc")
    settle(page)
    lead = page.locator(".vl-lead").inner_text()
    assert mark.codes["criterion"] in lead
    assert page.locator(".vl-lead strong").first.inner_text() in named
    expect(page.locator("h2").first).to_contain_text("Điểm được lấy từ ô")


@pytest.mark.parametrize(("name", "goal"), [("nghề nghiệp", "ho-so"), ("1.1", "tieu-chi")], ids=["unit", "criterion"])
def test_names_of_rows_and_columns_of_the_map_lead_on_too(page: Page, address: str, name: str, goal: str):
    visit(page, address, "khoang-cach")
    label = page.locator(".js-plotly-plot .annotation-text-g").filter(has_text=name).first
    label.hover()
    named = page.locator(".hoverlayer .hovertext")
    expect(named).to_contain_text("Bấm để mở")
    whole = named.text_content().partition("Bấm")[0]
    label.click()
    page.wait_for_url(f"**/{goal}?**")
    expect(page.locator("h1")).to_have_text(whole)


def test_marks_keep_the_choices_of_the_page(page: Page, address: str):
    visit(page, address, "xep-hang", lang="en", screen="projector")
    mark = one_of(page, "unit", "bar")
    page.mouse.move(mark.x, mark.y)
    expect(page.locator(".hoverlayer .hovertext")).to_contain_text("Click for the unit profile")
    page.mouse.click(mark.x, mark.y)
    page.wait_for_url("**/ho-so?**")
    settle(page)
    assert choices(page) == {"lang": "en", "screen": "projector"} | mark.codes


def test_a_click_with_the_control_key_opens_a_tab_of_its_own(page: Page, address: str):
    visit(page, address, "khoang-cach")
    here = page.url
    mark = one_of(page, "criterion", "bar")
    page.mouse.move(mark.x, mark.y)
    page.keyboard.down("Control")
    with page.context.expect_page() as opened:
        page.mouse.click(mark.x, mark.y)
    page.keyboard.up("Control")
    opened.value.wait_for_url("**/tieu-chi?**")
    assert choices(opened.value)["criterion"] == mark.codes["criterion"]
    assert page.url == here


def test_the_cursor_tells_a_mark_from_the_ground_beside_it(page: Page, address: str):
    visit(page, address)
    mark = one_of(page, "criterion", "bar")
    is_hand = "([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor === 'pointer'"
    page.mouse.move(mark.x, mark.y)
    page.wait_for_function(is_hand, arg=[mark.x, mark.y])
    chart = "([x, y]) => document.elementFromPoint(x, y).closest('.js-plotly-plot').getBoundingClientRect().right"
    ground = page.evaluate(chart, [mark.x, mark.y]) - 4
    page.mouse.move(ground, mark.y)
    page.wait_for_function(f"at => !({is_hand})(at)", arg=[ground, mark.y])


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A screen that is touched."""
    context = browser.new_context(
        viewport={"width": 400, "height": 860}, has_touch=True, is_mobile=True, locale="vi-VN"
    )
    context.set_default_timeout(PAGE_MILLISECONDS)
    yield context.new_page()
    context.close()


def test_a_first_tap_shows_the_hover_box_and_a_second_one_opens(phone: Page, address: str):
    visit(phone, address, "xep-hang")
    here = phone.url
    mark = one_of(phone, "unit", "bar")
    phone.touchscreen.tap(mark.x, mark.y)
    expect(phone.locator(".hoverlayer .hovertext")).to_contain_text("Bấm để mở hồ sơ đơn vị")
    phone.wait_for_timeout(500)
    assert phone.url == here
    phone.touchscreen.tap(mark.x, mark.y)
    phone.wait_for_url("**/ho-so?**")
    assert choices(phone)["unit"] == mark.codes["unit"]


def test_a_finger_on_a_chart_still_scrolls_the_page(phone: Page, address: str):
    visit(phone, address, "xep-hang")
    mark = one_of(phone, "unit", "bar")
    scrolled = "() => document.querySelector('[data-testid=stMain]').scrollTop"
    before = phone.evaluate(scrolled)
    touch = phone.context.new_cdp_session(phone)
    for place in range(21):
        kind = "touchMove" if place else "touchStart"
        point = {"x": mark.x, "y": mark.y - 10 * place}
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    phone.wait_for_function(f"before => ({scrolled})() > before + 100", arg=before)
