"""One long-lived browser that turns figures into pictures, for all threads of the process.

Starting a browser takes seconds, a picture after that a fraction of one. The browser is driven from one event loop on
a thread of its own; callers on other threads wait for their own picture. A browser that has died is replaced, and so
is one that has drawn so much, or holds so much memory, that it is better begun anew.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import cache

import plotly.graph_objects as go
from choreographer.browsers.chromium import ChromeNotFoundError
from kaleido.errors import JavascriptError, KaleidoError

from scoreboard.export import browser, memory

START_SECONDS = 30
PICTURE_SECONDS = 40
CLOSE_SECONDS = 10
ATTEMPTS = 2

MOST_PICTURES = 1000
MOST_MEGABYTES = 1200
WEIGHED_EVERY = 20  # pictures; it takes as long as drawing a small one


class NoBrowserError(RuntimeError):
    """There is no Chrome, Chromium or Edge on this machine to draw with."""


class RenderError(RuntimeError):
    """The browser could not draw the picture, a fresh one neither."""


@dataclass(eq=False, slots=True)
class _Drawer:
    """A running browser, what it has drawn, how many pictures it is at, and whether it is to be replaced after them."""

    kaleido: browser.Drawer
    pictures: int = 0
    busy: int = 0
    is_worn: bool = False
    free: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def process_id(self) -> int:
        return self.kaleido.subprocess.pid

    @property
    def has_ended(self) -> bool:
        return self.kaleido.subprocess.poll() is not None


class Renderer:
    """Draws figures in a browser that starts with the first picture; safe to call from any thread.

    A browser that has drawn `most_pictures`, or that holds more than `most_megabytes` when it is weighed, finishes
    what it is at and is closed before the next one starts: there are never two.
    """

    def __init__(
        self,
        tabs: int = 2,
        most_pictures: int = MOST_PICTURES,
        most_megabytes: float = MOST_MEGABYTES,
        weighed_every: int = WEIGHED_EVERY,
    ):
        self._tabs = tabs
        self._most_pictures = most_pictures
        self._most_megabytes = most_megabytes
        self._weighed_every = weighed_every
        self._drawer: _Drawer | None = None
        self._starting = asyncio.Lock()
        self._free_tabs = asyncio.Semaphore(tabs)
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, name="renderer", daemon=True).start()

    def picture(self, figure: go.Figure, width: int, height: int, file_format: str = "png") -> bytes:
        """The figure laid out and drawn at exactly `width` by `height` pixels, as `png`, `svg` or `pdf`.

        Raises NoBrowserError where no browser is found, RenderError where two browsers failed one after the other.
        """
        spec = figure.to_dict()
        options = {"format": file_format, "width": width, "height": height, "scale": 1}
        return asyncio.run_coroutine_threadsafe(self._drawn(spec, options), self._loop).result()

    def process_id(self) -> int | None:
        """The process of the running browser, None before the first picture."""
        drawer = self._drawer
        return drawer.process_id if drawer else None

    def close(self) -> None:
        """End the browser; the next picture starts another."""
        closing = asyncio.run_coroutine_threadsafe(self._drop(self._drawer), self._loop)
        with contextlib.suppress(TimeoutError):
            closing.result(CLOSE_SECONDS)

    async def _drawn(self, spec: dict, options: dict) -> bytes:
        async with self._free_tabs:
            for attempt in range(1, ATTEMPTS + 1):
                async with self._lent() as drawer:
                    try:
                        picture = await asyncio.wait_for(drawer.kaleido.calc_fig(spec, options), PICTURE_SECONDS)
                        await self._weigh(drawer)
                        return picture
                    except (JavascriptError, KaleidoError) as error:
                        drawer.is_worn = True  # what a failed picture leaves on its page is not known
                        raise RenderError(str(error)) from error
                    except (Exception, asyncio.CancelledError) as error:  # a dying browser raises anything, and cancels
                        await self._drop(drawer)
                        if attempt == ATTEMPTS:
                            raise RenderError(str(error)) from error
        raise AssertionError("unreachable")

    @contextlib.asynccontextmanager
    async def _lent(self) -> AsyncIterator[_Drawer]:
        """The browser for one picture: the one that runs, or another if there is none, it has ended, or it is worn."""
        async with self._starting:
            if self._drawer and self._drawer.is_worn and not self._drawer.has_ended:
                await self._drawer.free.wait()
            if self._drawer and (self._drawer.is_worn or self._drawer.has_ended):
                await self._drop(self._drawer)
            if self._drawer is None:
                self._drawer = await self._started()
            drawer = self._drawer
            drawer.busy += 1
            drawer.free.clear()
        try:
            yield drawer
        finally:
            drawer.busy -= 1
            if not drawer.busy:
                drawer.free.set()

    async def _weigh(self, drawer: _Drawer) -> None:
        """Count the picture that the browser has just drawn, and see whether it was one too many."""
        drawer.pictures += 1
        if drawer.pictures % self._weighed_every == 0:
            megabytes = await asyncio.to_thread(memory.held, drawer.process_id)
            drawer.is_worn |= megabytes > self._most_megabytes
        drawer.is_worn |= drawer.pictures >= self._most_pictures

    async def _started(self) -> _Drawer:
        path = browser.find()
        if path is None:  # without a path Kaleido would look for one itself
            raise NoBrowserError
        try:
            # MathJax would be loaded from the internet, which a closed network lets hang.
            kaleido = browser.Drawer(n=self._tabs, mathjax=False, path=path, browser_cls=browser.BrowserWithFonts)
        except ChromeNotFoundError as error:
            raise NoBrowserError(str(error)) from error
        await asyncio.wait_for(kaleido.open(), START_SECONDS)
        # What is registered last goes first at the end: the browser, and only then the folders that it has just made.
        atexit.unregister(self.close)
        atexit.register(self.close)
        return _Drawer(kaleido)

    async def _drop(self, drawer: _Drawer | None) -> None:
        """Close a browser that is not to be used again, whatever state it is in."""
        if drawer is not None and drawer is self._drawer:
            self._drawer = None
            with contextlib.suppress(Exception, asyncio.CancelledError):
                await asyncio.wait_for(drawer.kaleido.close(), CLOSE_SECONDS)


def is_available() -> bool:
    """Whether a browser to draw with is on this machine."""
    return browser.find() is not None


@cache
def _new_shared() -> Renderer:
    return Renderer()


_SHARED = threading.Lock()


def shared() -> Renderer:
    """The one renderer of this process."""
    with _SHARED:
        return _new_shared()
