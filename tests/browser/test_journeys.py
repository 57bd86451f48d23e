"""What readers do, click by click."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from scripts.dashboard import served, settle, visit

pytestmark = pytest.mark.browser

TITLE_BAND = 0.12
DARK = 110
PRINT_WIDTH = 1890
FIRST_PICTURE_MILLISECONDS = 60_000


def choose(page: Page, label: str, position: int) -> str:
    """Choose another option of a drop-down by its place in the list; returns its words.

    The page counts as settled until the choice has reached the server, so it is the URL that tells when to look.
    """
    page.get_by_test_id("stSelectbox").filter(has_text=label).get_by_role("combobox").click()
    option = page.get_by_role("option").nth(position)
    words, before = option.inner_text(), page.url
    option.click()
    page.wait_for_url(lambda url: url != before)
    settle(page)
    return words


def follow(page: Page, section: str) -> None:
    """Follow an entry of the menu."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=section).click()
    expect(page.locator("h1")).to_contain_text(section)
    settle(page)


def choices(page: Page) -> dict[str, str]:
    """What the URL says."""
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def download(page: Page, label: str, folder: Path) -> Path:
    """Open the first panel's downloads and its images, and take one."""
    page.get_by_text("Bảng số liệu và tải về").first.click()
    page.get_by_role("button", name="Tải ảnh").first.click()
    with page.expect_download(timeout=FIRST_PICTURE_MILLISECONDS) as started:
        page.get_by_role("button", name=label).first.click()
    return Path(started.value.path()).rename(folder / started.value.suggested_filename)


def dark_share(picture: Image.Image) -> float:
    """How much of a picture is dark."""
    histogram = picture.convert("L").histogram()
    return sum(histogram[:DARK]) / sum(histogram)


def test_from_the_overview_to_a_picture_of_one_unit(page: Page, address: str, tmp_path: Path):
    visit(page, address)
    latest = page.locator("h1").inner_text()

    year = choose(page, "Kỳ đánh giá", position=1)
    expect(page.locator("h1")).to_contain_text(year.lower())
    assert page.locator("h1").inner_text() != latest
    assessment = choices(page)["assessment"]

    follow(page, "Xếp hạng")
    assert choices(page)["assessment"] == assessment

    unit = page.locator("table a").first
    name = unit.inner_text()
    unit.click()
    expect(page.locator("h1")).to_have_text(name)
    settle(page)
    assert choices(page)["assessment"] == assessment
    assert choices(page)["unit"]

    file = download(page, "PNG cả khổ A4", tmp_path)
    assert file.suffix == ".png"
    with Image.open(BytesIO(file.read_bytes())) as picture:
        picture.load()
        assert picture.format == "PNG"
        assert picture.width == PRINT_WIDTH
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=1)
        title = picture.crop((0, 0, picture.width, int(picture.height * TITLE_BAND)))
        assert 0.005 < dark_share(title) < 0.3
        assert dark_share(picture) < 0.3


def test_back_button_returns_to_the_page_before(page: Page, address: str):
    visit(page, address, "xep-hang")
    ranking = page.locator("h1").inner_text()
    page.locator("table a").first.click()
    expect(page.locator("h1")).not_to_have_text(ranking)
    settle(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text(ranking)


def test_language_is_switched_and_kept_from_page_to_page(page: Page, address: str):
    visit(page, address)
    page.get_by_test_id("stSidebar").get_by_text("English").click()
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link", name="Ranking")).to_be_visible()
    settle(page)
    assert choices(page) == {"lang": "en"}
    follow(page, "Ranking")
    assert choices(page)["lang"] == "en"


def test_a_link_opens_the_same_view_for_somebody_else(page: Page, address: str, browser: Browser):
    visit(page, address, "xep-hang")
    choose(page, "Kỳ đánh giá", position=2)
    choose(page, "Khối", position=1)
    with browser.new_context() as elsewhere:
        other = elsewhere.new_page()
        other.goto(page.url)
        settle(other)
        expect(other.locator("h1")).to_have_text(page.locator("h1").inner_text())
        expect(other.locator("table").first).to_have_text(page.locator("table").first.inner_text(), use_inner_text=True)


def test_the_first_visitor_of_a_server_may_follow_a_link_to_any_page(page: Page, office: Path):
    with served(office) as fresh:
        visit(page, fresh, "xep-hang")
        expect(page.locator("h1")).to_contain_text("Xếp hạng")
        expect(page.get_by_text("Page not found")).to_have_count(0)


def test_a_code_nobody_knows_is_answered_with_a_sentence(page: Page, address: str):
    visit(page, address, assessment="1066")
    expect(page.get_by_role("status").first).to_contain_text("Không có kỳ đánh giá “1066”")


def test_from_a_rank_over_unit_and_criterion_down_to_the_cell_and_back(page: Page, address: str):
    visit(page, address, "xep-hang")
    choose(page, "Kỳ đánh giá", position=1)
    assessment = choices(page)["assessment"]
    page.locator("table.vl-ranking th a").first.click()
    expect(page.locator("table.vl-ranking")).to_have_count(0)
    settle(page)
    unit = page.locator("h1").inner_text()

    page.locator(".vl-list th a").first.click()
    expect(page.locator("h1")).not_to_have_text(unit)
    settle(page)
    criterion = page.locator("h1").inner_text()
    assert choices(page)["criterion"] == criterion.split()[0]
    assert choices(page)["assessment"] == assessment

    page.locator(".vl-list .vl-number a").first.click()
    expect(page.locator("h1")).to_contain_text("Nguồn gốc")
    settle(page)
    expect(page.locator("h2").first).to_contain_text("Điểm được lấy từ ô")
    expect(page.locator(".vl-lead")).to_contain_text(criterion.split()[0])
    assert choices(page)["assessment"] == assessment

    page.go_back()
    expect(page.locator("h1")).to_have_text(criterion)
    page.go_back()
    expect(page.locator("h1")).to_have_text(unit)


def test_links_keep_language_and_version(page: Page, address: str, office: Path):
    version = next((office / "build").glob("*.duckdb")).stem
    visit(page, address, "xep-hang", lang="en", version=version)
    page.locator("table.vl-ranking .vl-points a").first.click()
    expect(page.locator("h1")).to_contain_text("Where the points come from")
    settle(page)
    assert choices(page)["lang"] == "en"
    assert choices(page)["version"] == version


def test_search_finds_without_accents_and_leads_there(page: Page, address: str):
    visit(page, address)
    page.get_by_label("Tìm đơn vị, tiêu chí").fill("phong noi vu")
    page.locator(".vl-hits a").first.click()
    expect(page.locator("h1")).to_have_text("Phòng Nội vụ")


def test_a_unit_is_chosen_as_it_is_typed_beside_the_drop_down(page: Page, address: str):
    visit(page, address, "xu-huong", assessment="2023")
    page.get_by_role("button", name="Tìm không dấu").click()
    page.get_by_label("Tìm trong").press_sequentially("hoa khanh bac")
    page.evaluate("window.stays = true")
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Phường Hòa Khánh Bắc").click()
    page.wait_for_url("**unit=phuong-hoa-khanh-bac**")
    assert page.evaluate("window.stays"), "the page was loaded again"
    settle(page)
    assert choices(page) == {"assessment": "2023", "unit": "phuong-hoa-khanh-bac"}
    unit = page.get_by_test_id("stSelectbox").filter(has_text="Đơn vị").get_by_role("combobox")
    expect(unit).to_have_value("Phường Hòa Khánh Bắc")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)


def test_back_button_undoes_choices_one_by_one_down_to_the_first_view(page: Page, address: str):
    visit(page, address, "ho-so")
    first = page.locator("h1").inner_text()
    names = []
    for position in (1, 2):
        choose(page, "Đơn vị", position=position)
        names.append(page.locator("h1").inner_text())
    assert len({first, *names}) == 3
    page.go_back()
    expect(page.locator("h1")).to_have_text(names[0])
    settle(page)
    page.go_back()
    expect(page.locator("h1")).to_have_text(first)
    settle(page)
    assert choices(page) == {}
