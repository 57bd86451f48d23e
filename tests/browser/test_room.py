"""What has too little room: tables on a phone and in folds, the page on paper, names on a projector."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from scripts.dashboard import settle, visit

pytestmark = pytest.mark.browser

PHONE = {"width": 400, "height": 860}
UNITS = "trung-tam-giao-duc-nghe-nghiep-giao-duc-thuong-xuyen,phong-lao-dong-thuong-binh-va-xa-hoi"
LONGEST_CELL = """() => Math.max(...[...document.querySelectorAll('.vl-scroll tbody .vl-named')].map(
    cell => cell.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).fontSize)))"""


@pytest.mark.parametrize("screen", [PHONE], ids=["phone"])
def test_the_values_of_compared_units_are_on_a_phones_screen(page: Page, address: str):
    visit(page, address, "so-sanh", units=UNITS)
    values = page.locator(".vl-compared .vl-result")
    ends = values.evaluate_all("all => all.map(value => value.getBoundingClientRect().right)")
    assert ends
    assert max(ends) <= PHONE["width"]


def test_names_in_a_folded_table_are_no_columns_of_words(page: Page, address: str):
    visit(page, address)
    for summary in page.locator("[data-testid=stExpander] summary").all():
        summary.click()
    page.locator(".vl-scroll .vl-named").first.wait_for()
    settle(page)
    assert page.evaluate(LONGEST_CELL) < 7  # three lines and the cell's padding


def test_on_paper_there_is_the_page_without_what_chooses_and_leads(page: Page, address: str):
    visit(page, address)
    page.emulate_media(media="print")
    for name in ("stSidebar", "stHeader", "stSelectbox", "stExpander"):
        assert not page.get_by_test_id(name).locator("visible=true").count(), name
    assert page.get_by_test_id("stPlotlyChart").locator("visible=true").count()
