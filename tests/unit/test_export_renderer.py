"""A renderer that outlives its browser: many at once, a browser that dies, grows or is missing."""

import contextlib
import io
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import psutil
import pytest
from kaleido import Kaleido
from PIL import Image

from scoreboard.export import browser, memory, renderer
from scoreboard.export.svg import self_contained
from scoreboard.figures.gap_outcomes import gap_outcomes
from scoreboard.figures.theme import LIGHT, canvas
from scoreboard.text import words
from tests.rendered import needs_browser, plain_picture, rgb

ROOT = Path(__file__).parents[2]
WARM_SECONDS = 5


@needs_browser
def test_threads_get_their_own_pictures():
    colours = ["#FF0000", "#00FF00", "#0000FF", "#FFFF00"] * 3
    with ThreadPoolExecutor(4) as threads:
        pictures = list(threads.map(lambda colour: renderer.shared().picture(plain_picture(colour), 80, 60), colours))
    seen = [Image.open(io.BytesIO(picture)).convert("RGB").getpixel((5, 5)) for picture in pictures]
    assert seen == [rgb(colour) for colour in colours]


@needs_browser
def test_a_browser_that_died_is_replaced():
    shared = renderer.shared()
    shared.picture(plain_picture("#FF0000"), 80, 60)
    died = shared.process_id()
    os.kill(died, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    picture = Image.open(io.BytesIO(shared.picture(plain_picture("#00FF00"), 80, 60))).convert("RGB")
    assert picture.getpixel((5, 5)) == (0, 255, 0)
    assert shared.process_id() != died


@needs_browser
def test_twenty_at_once_get_their_own_pictures_though_the_browser_dies_meanwhile():
    colours = [f"#{12 * at:02X}{255 - 12 * at:02X}{(97 * at) % 256:02X}" for at in range(20)]
    own = renderer.Renderer()
    own.picture(plain_picture("#FF0000"), 80, 60)
    died = own.process_id()
    with ThreadPoolExecutor(20) as threads:
        asked = [threads.submit(own.picture, plain_picture(colour), 80, 60) for colour in colours]
        asked[3].result()
        os.kill(died, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        pictures = [one.result() for one in asked]
    seen = [Image.open(io.BytesIO(picture)).convert("RGB").getpixel((5, 5)) for picture in pictures]
    assert seen == [rgb(colour) for colour in colours]
    assert own.process_id() != died
    own.close()


@needs_browser
def test_a_closed_renderer_starts_again():
    own = renderer.Renderer(tabs=1)
    assert own.process_id() is None
    own.picture(plain_picture("#FF0000"), 80, 60)
    own.close()
    assert own.process_id() is None
    assert own.picture(plain_picture("#FF0000"), 80, 60).startswith(b"\x89PNG")
    own.close()


def all_of_different_colours(own, count, threads):
    """Have so many pictures drawn by so many threads at once; whether each got its own, and the browsers seen."""
    colours = [f"#{(12 * at) % 256:02X}{255 - (12 * at) % 256:02X}{(97 * at) % 256:02X}" for at in range(count)]
    seen = set()

    def drawn(colour):
        picture = own.picture(plain_picture(colour), 80, 60)
        seen.add(own.process_id())
        return Image.open(io.BytesIO(picture)).convert("RGB").getpixel((5, 5)) == rgb(colour)

    with ThreadPoolExecutor(threads) as pool:
        return all(pool.map(drawn, colours)), seen - {None}


def is_running(process):
    return psutil.pid_exists(process) and psutil.Process(process).status() != psutil.STATUS_ZOMBIE


@contextlib.contextmanager
def counted_browsers():
    """Watch the browsers that this process starts; the list holds the most that ran at once, when it is over."""
    this, done, most = psutil.Process(), threading.Event(), [0]
    others = {child.pid for child in this.children()}

    def is_browser(process):
        with contextlib.suppress(psutil.Error):
            return process.pid not in others and "--remote-debugging-pipe" in process.cmdline()
        return False

    def watch():
        while not done.wait(0.05):
            most[0] = max(most[0], sum(map(is_browser, this.children())))

    watcher = threading.Thread(target=watch)
    watcher.start()
    yield most
    done.set()
    watcher.join()


@needs_browser
def test_a_browser_that_has_drawn_enough_is_replaced_while_pictures_are_asked_for():
    own = renderer.Renderer(most_pictures=5)
    with counted_browsers() as most:
        are_right, browsers = all_of_different_colours(own, count=14, threads=10)
    assert are_right
    assert len(browsers) == 3
    assert most == [1]
    own.close()


@needs_browser
def test_a_browser_that_holds_too_much_memory_is_replaced_while_pictures_are_asked_for():
    """A browser holds more than a megabyte whenever it is weighed."""
    own = renderer.Renderer(tabs=1, most_megabytes=1, weighed_every=5)
    are_right, browsers = all_of_different_colours(own, count=9, threads=8)
    assert are_right
    assert len(browsers) == 2
    assert sum(map(is_running, browsers)) == 1
    own.close()


@needs_browser
def test_a_browser_within_its_bounds_is_kept_and_what_it_holds_is_weighed():
    own = renderer.Renderer(weighed_every=1)
    are_right, browsers = all_of_different_colours(own, count=8, threads=4)
    assert are_right
    (process,) = browsers
    assert 50 < memory.held(process) < renderer.MOST_MEGABYTES
    own.close()
    assert memory.held(process) == 0


@needs_browser
def test_a_figure_that_cannot_be_drawn_is_told_and_the_next_has_a_fresh_browser():
    own = renderer.Renderer(tabs=1)
    own.picture(plain_picture("#FF0000"), 80, 60)
    used = own.process_id()
    with pytest.raises(renderer.RenderError):
        own.picture(SimpleNamespace(to_dict=lambda: {"data": "no list of traces"}), 80, 60)
    assert own.picture(plain_picture("#FF0000"), 80, 60).startswith(b"\x89PNG")
    assert own.process_id() != used
    own.close()


@needs_browser
def test_a_page_that_has_drawn_others_draws_as_a_fresh_one():
    drawn = gap_outcomes(
        pd.DataFrame({"outcome": ["closed", "unchanged"], "shortfalls": [95, 211]}), LIGHT, words("vi")
    )
    fresh, used = renderer.Renderer(tabs=1), renderer.Renderer(tabs=1)
    for file_format in ("pdf", "svg", "png"):
        used.picture(canvas(LIGHT, height=900, margin={"l": 300}), 700, 900, file_format)
    one, other = (drawer.picture(drawn, 600, 200) for drawer in (fresh, used))
    assert one == other
    one, other = (self_contained(drawer.picture(drawn, 600, 200, "svg")) for drawer in (fresh, used))
    assert one == other
    fresh.close()
    used.close()


def test_kaleido_still_hands_pages_back_where_ours_are_kept():
    assert "_return_kaleido_tab" in vars(Kaleido)


@needs_browser
def test_a_process_that_ends_closes_its_browser_and_leaves_nothing_behind(tmp_path):
    draw = (
        "import plotly.graph_objects as go\n"
        "from scoreboard.export import renderer\n"
        "renderer.shared().picture(go.Figure(layout={'height': 60}), 80, 60)\n"
        "print(renderer.shared().process_id())"
    )
    environment = os.environ | {"TMPDIR": str(tmp_path), "TEMP": str(tmp_path), "TMP": str(tmp_path)}
    command = [sys.executable, "-W", "always::ResourceWarning", "-c", draw]
    ended = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT)
    assert not is_running(int(ended.stdout))
    assert "ResourceWarning" not in ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_without_a_browser_the_error_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(browser, "find", lambda: str(tmp_path / "no-browser-here"))
    with pytest.raises(renderer.NoBrowserError):
        renderer.Renderer().picture(plain_picture("#FF0000"), 80, 60)


def test_a_browser_named_by_the_environment_is_preferred(monkeypatch, tmp_path):
    named = tmp_path / "chrome"
    named.touch(mode=0o755)
    monkeypatch.setenv("BROWSER_PATH", str(named))
    assert browser.find() == str(named)
    monkeypatch.setenv("BROWSER_PATH", "chrome")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find() == str(named)


def test_a_server_can_be_told_to_have_no_browser(monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", "none")
    assert browser.find() is None
    assert not renderer.is_available()
    with pytest.raises(renderer.NoBrowserError):
        renderer.Renderer().picture(plain_picture("#FF0000"), 80, 60)


def test_all_threads_share_one_renderer():
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(renderer.shared())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, seen))) == 1


@needs_browser
def test_a_network_that_never_answers_holds_no_picture_up(monkeypatch):
    """All that the browser would fetch goes to a place that takes the call and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as silent:
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            for spelt in (name, name.upper()):
                monkeypatch.setenv(spelt, f"http://127.0.0.1:{silent.getsockname()[1]}")
        own = renderer.Renderer(tabs=1)
        try:
            own.picture(plain_picture("#FF0000"), 80, 60)
            start = time.monotonic()
            for file_format, sign in (("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF-")):
                assert own.picture(plain_picture("#00FF00"), 80, 60, file_format).startswith(sign)
            assert time.monotonic() - start < 3 * WARM_SECONDS
        finally:
            own.close()
