"""Every page stands by itself, on a large screen and on a phone, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from scripts.dashboard import DOWNLOADS_ONLY, PAGES, SENTENCE_ONLY, TABLES_ONLY, visit

pytestmark = pytest.mark.browser

DESK = {"width": 1440, "height": 1000}
PHONE = {"width": 400, "height": 860}
MARKS = {
    "vi": "Dữ liệu minh họa – không phải kết quả thật",
    "en": "Illustrative data – not real results",
}
WIDER_THAN_SCREEN = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .filter(frame => frame.scrollWidth > frame.clientWidth + 1)
    .map(frame => `${frame.tagName} ${frame.scrollWidth} > ${frame.clientWidth}`)"""


def proof_of(page: Page, url_path: str) -> Locator:
    if url_path in SENTENCE_ONLY:
        return page.locator(".vl-caption")
    if url_path in DOWNLOADS_ONLY:
        return page.get_by_test_id("stDownloadButton")
    return page.locator(".vl-table") if url_path in TABLES_ONLY else page.get_by_test_id("stPlotlyChart")


@pytest.mark.parametrize(
    ("screen", "lang"),
    [(DESK, "vi"), (PHONE, "vi"), (PHONE, "en")],
    ids=["desk-vi", "phone-vi", "phone-en"],
)
def test_every_page_states_its_finding_over_its_proof(page: Page, address: str, screen: dict[str, int], lang: str):
    for url_path in PAGES.values():
        visit(page, address, url_path, lang=lang)
        expect(page.locator("html")).to_have_attribute("lang", lang)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("h2").first).to_be_visible()
        expect(page.locator(".vl-mark")).to_have_text(MARKS[lang])
        expect(proof_of(page, url_path).first).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        assert page.evaluate(WIDER_THAN_SCREEN) == [], url_path
