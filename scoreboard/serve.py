"""`python -m scoreboard.serve [options of streamlit run]`: serve the dashboard, ready for a link to any page.

Streamlit takes a folder called `pages` beside `app.py` for its older form of several pages until `st.navigation` has
run once, and tells the first visitor who follows a link to a page that there is none. It also opens its port so that
the system holds back small answers until the browser has acknowledged the ones before, which browsers put off: every
choice of a reader then waits 40 ms (200 ms on Windows) for nothing. And it loads what a page needs when the page is
first asked for, in the thread of whoever asks: the first visitor waits for it, and of several at once some met modules
that were half loaded. Python, last, looks through everything loaded for garbage every few seconds while people read,
and each time everybody waits. Saying so beforehand, not holding back, loading everything first and sparing it from the
search, and the language that `website.py` declares, is what this adds to `streamlit run app.py`; tests notice when
Streamlit no longer needs it or heeds it.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
import socket
import sys
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli
from streamlit.web.server.starlette import starlette_server

import restatement
import scoreboard
import spreadsheet

WEBSITE = Path(__file__).with_name("website.py")

# New objects before a search of the newest, such searches before one of the older, and those before one of all.
SEARCHED_AFTER = (10_000, 20, 50)


def main(options: list[str]) -> None:
    """Serve until the process is stopped; `options` are those of `streamlit run`."""
    PagesManager.uses_pages_directory = False
    answer_at_once()
    load_all()
    spare_what_stays()
    cli.main(["run", str(WEBSITE), *options])


def answer_at_once() -> None:
    """Have the server's port, and with it all connections through it, send everything as soon as it is there."""
    bind = starlette_server._bind_socket

    def bind_without_delay(address: str, port: int, backlog: int) -> socket.socket:
        bound = bind(address, port, backlog)
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return bound

    starlette_server._bind_socket = bind_without_delay


def load_all() -> None:
    """Load every module that pages may use."""
    for package in (scoreboard, restatement, spreadsheet):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__") and module.name != "scoreboard.website":
                importlib.import_module(module.name)


def spare_what_stays() -> None:
    """Never search for garbage among what is loaded by now, and search more seldom among what comes."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SEARCHED_AFTER)


if __name__ == "__main__":
    main(sys.argv[1:])
