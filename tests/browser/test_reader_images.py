"""A server without a browser of its own: the reader's makes the pictures, and they are those that a server makes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from scripts.dashboard import served, settle, visit

pytestmark = pytest.mark.browser

PICTURE_MILLISECONDS = 60_000
NOTICED = 48  # difference of a colour, of 255, that an eye would see in a letter's edge


@pytest.fixture(scope="module")
def bare_address(office: Path, server_log: Path) -> Iterator[str]:
    with served(office, log=server_log.with_name("bare.txt"), settings={"BROWSER_PATH": "none"}) as where:
        yield where


@pytest.fixture
def servers(address: str, bare_address: str) -> tuple[str, str]:
    """The addresses of the server with a browser of its own, and of the one without."""
    return address, bare_address


def opened_images(page: Page, address: str, url_path: str = "") -> None:
    visit(page, address, url_path)
    page.get_by_text("Bảng số liệu và tải về").first.click()
    page.get_by_role("button", name="Tải ảnh").first.click()


def taken(page: Page, label: str, folder: Path) -> Path:
    """The picture that the button gives, under the name that it has for the reader."""
    with page.expect_download(timeout=PICTURE_MILLISECONDS) as started:
        page.get_by_role("button", name=label).click()
    folder.mkdir(exist_ok=True)
    return Path(started.value.path()).rename(folder / started.value.suggested_filename)


def noticed_share(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels in which two pictures of one size differ so that it is seen."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
    return sum(difference.histogram()[NOTICED:]) / (one.width * one.height)


@pytest.mark.parametrize(
    ("url_path", "of_size"),
    [
        ("", ("PNG nửa khổ", 945)),
        ("", ("PNG cả khổ A4 dọc", 1890)),
        ("xep-hang", ("PNG trang chiếu", 2880)),
        ("khoang-cach", ("PNG khổ A4 ngang", 2917)),
    ],
)
def test_the_readers_picture_is_the_servers_picture(
    page: Page, servers: tuple[str, str], tmp_path: Path, url_path: str, of_size: tuple[str, int]
):
    label, width = of_size
    address, bare_address = servers
    opened_images(page, address, url_path)
    of_server = taken(page, label, tmp_path / "server")
    opened_images(page, bare_address, url_path)
    of_reader = taken(page, label, tmp_path / "reader")
    assert of_reader.name == of_server.name
    with Image.open(of_server) as one, Image.open(of_reader) as other:
        assert other.format == "PNG"
        assert other.size == one.size
        assert other.width == width
        assert other.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert noticed_share(one, other) < 0.002
        moved = ImageChops.offset(other.convert("RGB"), 3, 0)
        assert noticed_share(one, moved) > 0.01, "the measure must tell letters from letters elsewhere"


def test_the_readers_lines_are_the_servers_lines(page: Page, servers: tuple[str, str], tmp_path: Path):
    address, bare_address = servers
    opened_images(page, address)
    of_server = taken(page, "SVG", tmp_path / "server")
    opened_images(page, bare_address)
    of_reader = taken(page, "SVG", tmp_path / "reader")
    assert of_reader.name == of_server.name
    one, other = (ElementTree.parse(file).getroot() for file in (of_server, of_reader))
    assert (other.get("width"), other.get("height")) == (one.get("width"), one.get("height"))
    assert "".join(other.itertext()) == "".join(one.itertext())
    places = [[text.get("x") for text in root.iter("{http://www.w3.org/2000/svg}text")] for root in (one, other)]
    assert places[0] == places[1]


def test_each_order_is_fulfilled_once_and_the_page_says_so(page: Page, bare_address: str, tmp_path: Path):
    taken_files: list[str] = []
    page.on("download", lambda download: taken_files.append(download.suggested_filename))
    opened_images(page, bare_address)
    for label in ("PNG nửa khổ", "PNG cả khổ A4 dọc", "PNG nửa khổ"):
        file = taken(page, label, tmp_path)
        expect(page.get_by_text(f"Đã lưu {file.name}.")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Tải ảnh").first.click()
    expect(page.get_by_role("button", name="PNG nửa khổ")).to_be_visible()
    settle(page)
    page.wait_for_timeout(1500)
    assert len(taken_files) == 3


def test_the_page_says_what_a_browser_on_the_server_would_add(page: Page, bare_address: str):
    opened_images(page, bare_address)
    expect(page.get_by_text("Để có thêm PDF và có hình trong Word, PowerPoint")).to_be_visible()
    expect(page.get_by_role("button", name="PDF")).to_have_count(0)
    visit(page, bare_address, "bao-cao")
    expect(page.get_by_text("Máy chủ chưa có Chrome, Edge hoặc Chromium")).to_be_visible()


def test_a_picture_that_cannot_be_drawn_is_told_and_the_next_try_may_succeed(
    page: Page, bare_address: str, tmp_path: Path
):
    page.route("**/plotly-*.min.js", lambda route: route.fulfill(status=200, body="/* not plotly.js */"))
    opened_images(page, bare_address)
    page.get_by_role("button", name="PNG nửa khổ").click()
    expect(page.get_by_text("Trình duyệt không vẽ được ảnh")).to_be_visible()
    page.unroute("**/plotly-*.min.js")
    assert taken(page, "PNG nửa khổ", tmp_path).suffix == ".png"
