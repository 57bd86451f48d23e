"""The dashboard as a visitor meets it: an office, its own server and a real browser, for tests and for pictures."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from types import MappingProxyType

from playwright.sync_api import Browser, Page, sync_playwright

from scoreboard.export import browser as exporter

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
START_SECONDS = 60
PAGE_MILLISECONDS = 20_000

PAGES = {
    "tong-quan": "",
    "xep-hang": "xep-hang",
    "khoang-cach": "khoang-cach",
    "tieu-chi": "tieu-chi",
    "xu-huong": "xu-huong",
    "ho-so": "ho-so",
    "so-sanh": "so-sanh",
    "nguon-goc": "nguon-goc",
    "du-lieu": "du-lieu",
    "thay-doi-phien-ban": "thay-doi-phien-ban",
    "bao-cao": "bao-cao",
}
TABLES_ONLY = {"nguon-goc", "du-lieu"}  # pages whose proof is a table, without a chart
DOWNLOADS_ONLY = {"bao-cao"}  # pages that give files, without a chart
SENTENCE_ONLY = {"thay-doi-phien-ban"}  # pages that have nothing to show of an office that was built once

_DONE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
_NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def build_illustrative_office(folder: Path) -> Path:
    """Write the illustrative office into a folder and build it, as a person would; returns the folder."""
    for arguments in (("sample", folder), ("draft", "--data", folder), ("build", "--data", folder)):
        subprocess.run([sys.executable, "-m", "etl", *map(str, arguments)], cwd=ROOT, check=True)
    return folder


@contextmanager
def served(
    office: Path, app: Path | None = None, log: Path | None = None, settings: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """The address of the dashboard over an office, or of another Streamlit app, on a free port.

    `settings` are further variables of its environment.
    What the server prints goes to `log`; without one, it is told only when something fails.
    """
    with socket.create_server((HOST, 0)) as probe:
        port = probe.getsockname()[1]
    address = f"http://{HOST}:{port}"
    module = ("streamlit", "run", app) if app else ("scoreboard.serve",)
    command = [sys.executable, "-m", *module, "--server.address", HOST, "--server.port", str(port)]
    with log.open("w+", encoding="utf-8") if log else TemporaryFile("w+", encoding="utf-8") as printed:
        environment = {**os.environ, "SCOREBOARD_DATA": str(office), **settings}
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        try:
            _wait_until_healthy(address, server)
            yield address
        except BaseException:
            printed.seek(0)
            print(printed.read(), file=sys.stderr)
            raise
        finally:
            server.kill()
            server.wait()


def _wait_until_healthy(address: str, server: subprocess.Popen) -> None:
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up and server.poll() is None:
        try:
            with _NO_PROXY.open(f"{address}/_stcore/health", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the dashboard did not start; what it printed is above")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chrome, Chromium or Edge of this computer, without a window."""
    path = exporter.find()
    if path is None:
        raise RuntimeError(
            "no Chrome, Chromium or Edge found: run `python run.py test`, or `-m scripts.provide_browser`"
        )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Wait until the page's script has run and its charts are drawn."""
    page.wait_for_selector(_DONE, timeout=PAGE_MILLISECONDS)
    page.wait_for_function(
        "() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(c => c.querySelector('.main-svg'))"
        " && !document.querySelector('[data-testid=stSkeleton]') && document.fonts.status === 'loaded'",
        timeout=PAGE_MILLISECONDS,
    )


def visit(page: Page, address: str, url_path: str = "", **choices: str) -> None:
    """Open a page with choices in its URL, and wait until it stands."""
    query = "&".join(f"{name}={code}" for name, code in choices.items())
    page.goto(f"{address}/{url_path}?{query}" if query else f"{address}/{url_path}")
    settle(page)
