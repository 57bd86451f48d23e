"""The dashboard as a web site: Streamlit's own application, with its document set right.

Streamlit declares every document to be English, and browsers then offer to translate Vietnamese pages from it. The
document that opens a page is answered with the reader's language instead, and with what `opening.py` tells a browser
so that the page stands sooner. It also serves the plotly.js that a reader's browser draws pictures with. Nothing else
is touched.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from urllib.parse import parse_qs

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from scoreboard import opening
from scoreboard.text import DEFAULT_LANGUAGE, LANGUAGES
from scoreboard.ui import plotly_js, screen

MAIN = Path(__file__).resolve().parents[1] / "app.py"
DECLARED = b'<html lang="en"'
END_OF_HEAD = b"</head>"


class OpeningDocument:
    """Declares documents to be in the language of their address, or in the default one, and adds to their heads."""

    def __init__(self, app: ASGIApp):
        self.app = app
        self.heads = {name: opening.head(round(screen.SIDEBAR * screen.zoom_of(name))) for name in screen.SCREENS}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does; a document is held back until it is whole."""
        if scope["type"] != "http" or not _asks_for_document(scope):
            await self.app(scope, receive, send)
            return
        declared = f'<html lang="{_asked(scope, "lang", LANGUAGES, DEFAULT_LANGUAGE)}"'.encode()
        more = self.heads[_asked(scope, "screen", screen.SCREENS, screen.DESK)]
        head: Message = {}
        body = b""

        async def answer(message: Message) -> None:
            nonlocal head, body
            if message["type"] == "http.response.start":
                head = message
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                body = body.replace(DECLARED, declared, 1).replace(END_OF_HEAD, more + END_OF_HEAD, 1)
                MutableHeaders(raw=head["headers"])["content-length"] = str(len(body))
                await send(head)
                await send({"type": "http.response.body", "body": body})

        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app(scope | {"headers": plain}, receive, answer)


def _asks_for_document(scope: Scope) -> bool:
    """Whether a browser opens a page, which it does by naming HTML first among what it takes."""
    return scope["method"] == "GET" and Headers(scope=scope).get("accept", "").startswith("text/html")


def _asked(scope: Scope, name: str, known: Collection[str], default: str) -> str:
    """The choice of that name in the address, or the default one where there is none that is known."""
    asked = parse_qs(scope["query_string"].decode("latin-1")).get(name, [""])[0]
    return asked if asked in known else default


app = st.App(MAIN, routes=[plotly_js.ROUTE], middleware=[Middleware(OpeningDocument)])
