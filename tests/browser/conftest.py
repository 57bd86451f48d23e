"""A real server over the illustrative office and a real browser; every page is watched for what must not happen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

from scripts.dashboard import HOST, PAGE_MILLISECONDS, build_illustrative_office, chromium, served


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_illustrative_office(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def server_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server") / "log.txt"


@pytest.fixture(scope="session")
def address(office: Path, server_log: Path) -> Iterator[str]:
    with served(office, log=server_log) as where:
        yield where


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a module: Playwright keeps an event loop in this thread, which no other test should meet."""
    with chromium() as launched:
        yield launched


@dataclass
class Watched:
    """What a page asked for and complained of."""

    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.meet(request.url))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.meet(socket.url)))
        context.on("console", self.listen)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def meet(self, url: str) -> None:
        host = urlsplit(url).hostname
        if host:  # data: and blob: stay inside the page
            self.hosts.add(host)

    def listen(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(f"{said.text} {said.location['url']}")


@pytest.fixture
def screen() -> dict[str, int]:
    return {"width": 1440, "height": 1000}


@pytest.fixture
def page(browser: Browser, screen: dict[str, int], address: str, server_log: Path) -> Iterator[Page]:
    """A fresh visitor; at the end nothing came from elsewhere, and neither console nor server told of an error."""
    told_before = len(server_log.read_text("utf-8"))
    context = browser.new_context(viewport=screen, locale="vi-VN", accept_downloads=True)
    context.set_default_timeout(PAGE_MILLISECONDS)
    watched = Watched()
    watched.watch(context)
    yield context.new_page()
    context.close()
    assert watched.hosts == {HOST}
    assert watched.complaints == []
    assert "Traceback" not in server_log.read_text("utf-8")[told_before:]
