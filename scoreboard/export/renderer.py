"""One long-lived browser that turns figures into pictures, for all threads of the process.

Starting a browser takes seconds, a picture after that a fraction of one. The browser is driven from one event loop on
a thread of its own; callers on other threads wait for their own picture. A browser that has died is replaced.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import threading
from functools import cache

import plotly.graph_objects as go
from choreographer.browsers.chromium import ChromeNotFoundError
from kaleido import Kaleido
from kaleido.errors import JavascriptError, KaleidoError

from scoreboard.export import browser

START_SECONDS = 30
PICTURE_SECONDS = 40
CLOSE_SECONDS = 10
ATTEMPTS = 2


class NoBrowserError(RuntimeError):
    """There is no Chrome, Chromium or Edge on this machine to draw with."""


class RenderError(RuntimeError):
    """The browser could not draw the picture, a fresh one neither."""


class Renderer:
    """Draws figures in a browser that starts with the first picture; safe to call from any thread."""

    def __init__(self, tabs: int = 2):
        self._tabs = tabs
        self._kaleido: Kaleido | None = None
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
        return self._kaleido.subprocess.pid if self._kaleido else None

    def close(self) -> None:
        """End the browser; the next picture starts another."""
        closing = asyncio.run_coroutine_threadsafe(self._drop(self._kaleido), self._loop)
        with contextlib.suppress(TimeoutError):
            closing.result(CLOSE_SECONDS)

    async def _drawn(self, spec: dict, options: dict) -> bytes:
        async with self._free_tabs:
            for attempt in range(1, ATTEMPTS + 1):
                kaleido = await self._running()
                try:
                    return await asyncio.wait_for(kaleido.calc_fig(spec, options), PICTURE_SECONDS)
                except (JavascriptError, KaleidoError) as error:
                    raise RenderError(str(error)) from error
                except (Exception, asyncio.CancelledError) as error:  # a dying browser raises anything, and cancels
                    await self._drop(kaleido)
                    if attempt == ATTEMPTS:
                        raise RenderError(str(error)) from error
        raise AssertionError("unreachable")

    async def _running(self) -> Kaleido:
        """The browser that is running, started if there is none or if its process has ended."""
        async with self._starting:
            if self._kaleido and self._kaleido.subprocess.poll() is not None:
                await self._drop(self._kaleido)
            if self._kaleido is None:
                self._kaleido = await self._started()
            return self._kaleido

    async def _started(self) -> Kaleido:
        try:
            # MathJax would be loaded from the internet, which a closed network lets hang.
            kaleido = Kaleido(n=self._tabs, mathjax=False, path=browser.find(), browser_cls=browser.BrowserWithFonts)
        except ChromeNotFoundError as error:
            raise NoBrowserError(str(error)) from error
        await asyncio.wait_for(kaleido.open(), START_SECONDS)
        return kaleido

    async def _drop(self, kaleido: Kaleido | None) -> None:
        """Close a browser that is not to be used again, whatever state it is in."""
        if kaleido is not None and kaleido is self._kaleido:
            self._kaleido = None
            with contextlib.suppress(Exception, asyncio.CancelledError):
                await asyncio.wait_for(kaleido.close(), CLOSE_SECONDS)


def is_available() -> bool:
    """Whether a browser to draw with is on this machine."""
    return browser.find() is not None


@cache
def _new_shared() -> Renderer:
    renderer = Renderer()
    atexit.register(renderer.close)
    return renderer


_SHARED = threading.Lock()


def shared() -> Renderer:
    """The one renderer of this process."""
    with _SHARED:
        return _new_shared()
