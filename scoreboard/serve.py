"""`python -m scoreboard.serve [options of streamlit run]`: serve the dashboard, ready for a link to any page.

Streamlit takes a folder called `pages` beside `app.py` for its older form of several pages until `st.navigation` has
run once, and tells the first visitor who follows a link to a page that there is none. It also opens its port so that
the system holds back small answers until the browser has acknowledged the ones before, which browsers put off: every
choice of a reader then waits 40 ms (200 ms on Windows) for nothing. Saying so beforehand, not holding back, and the
language that `website.py` declares, is what this adds to `streamlit run app.py`; tests notice when Streamlit no longer
needs it or heeds it.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli
from streamlit.web.server.starlette import starlette_server

WEBSITE = Path(__file__).with_name("website.py")


def main(options: list[str]) -> None:
    """Serve until the process is stopped; `options` are those of `streamlit run`."""
    PagesManager.uses_pages_directory = False
    answer_at_once()
    cli.main(["run", str(WEBSITE), *options])


def answer_at_once() -> None:
    """Have the server's port, and with it all connections through it, send everything as soon as it is there."""
    bind = starlette_server._bind_socket

    def bind_without_delay(address: str, port: int, backlog: int) -> socket.socket:
        bound = bind(address, port, backlog)
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return bound

    starlette_server._bind_socket = bind_without_delay


if __name__ == "__main__":
    main(sys.argv[1:])
