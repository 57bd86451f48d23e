"""How the dashboard is served: documents in the language of their address, and every answer at once."""

from __future__ import annotations

import ast
import asyncio
import socket
import subprocess
import sys
from pathlib import Path

import plotly
import pytest
from starlette.applications import Starlette
from streamlit.web.server.starlette import starlette_server

from scoreboard import opening, serve, website
from scoreboard.ui import plotly_js, screen
from scoreboard.website import OpeningDocument

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = [b'<!doctype html><html lang="en"', b'><head></head><p lang="en">Xin ch\xc3\xa0o</p></html>']


async def application(scope, receive, send):
    """Answers in two parts, and says what it was asked for."""
    length = str(sum(map(len, DOCUMENT))).encode()
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers, "asked": dict(scope["headers"])})
    await send({"type": "http.response.body", "body": DOCUMENT[0], "more_body": True})
    await send({"type": "http.response.body", "body": DOCUMENT[1]})


def answered(query: str = "", accept: bytes = b"text/html,*/*", method: str = "GET") -> tuple[dict, bytes]:
    scope = {
        "type": "http",
        "method": method,
        "path": "/xep-hang",
        "query_string": query.encode(),
        "headers": [(b"accept", accept), (b"accept-encoding", b"gzip")],
    }
    sent: list[dict] = []

    async def receive():
        return {"type": "http.request"}

    async def send(message):
        sent.append(message)

    asyncio.run(OpeningDocument(application)(scope, receive, send))
    return sent[0], b"".join(message["body"] for message in sent[1:])


@pytest.mark.parametrize(
    ("query", "declared"),
    [("", b"vi"), ("lang=en", b"en"), ("assessment=1&lang=vi", b"vi"), ("lang=%3Cscript%3E", b"vi"), ("lang=", b"vi")],
)
def test_the_document_is_in_the_language_of_its_address(query: str, declared: bytes):
    head, body = answered(query)
    said = b"".join(DOCUMENT).replace(b'<html lang="en"', b'<html lang="' + declared + b'"')
    assert body == said.replace(b"</head>", opening.head(screen.SIDEBAR) + b"</head>")
    assert dict(head["headers"])[b"content-length"] == str(len(body)).encode()


@pytest.mark.parametrize(
    ("query", "larger"), [("screen=projector", screen.PROJECTOR_ZOOM), ("screen=wall", 1), ("", 1)]
)
def test_room_is_kept_for_the_sidebar_of_the_screen_in_the_address(query: str, larger: float):
    assert f"--sidebar-room: {round(screen.SIDEBAR * larger)}px".encode() in answered(query)[1]


def test_only_the_document_itself_is_declared_anew():
    assert b'<p lang="en">' in answered()[1]


def test_a_document_is_asked_for_as_plain_text_so_that_it_can_be_read():
    assert b"accept-encoding" not in answered()[0]["asked"]


@pytest.mark.parametrize("other", [{"accept": b"*/*"}, {"accept": b"image/png"}, {"method": "HEAD"}])
def test_everything_else_passes_untouched(other: dict):
    head, body = answered("lang=vi", **other)
    assert body == b"".join(DOCUMENT)
    assert head["asked"][b"accept-encoding"] == b"gzip"


def test_the_site_serves_plotly_js():
    assert plotly_js.ROUTE in website.app._user_routes


@pytest.mark.parametrize("base", ["/", "/diem/", "/so-noi-vu/diem/"])
def test_plotly_js_is_the_one_of_the_servers_own_pictures_under_any_base_path(base: str):
    sent: list[dict] = []

    async def receive():
        await asyncio.Event().wait()  # the visitor stays

    async def send(message):
        sent.append(message)

    path = f"{base}{plotly_js.ADDRESS}"
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    asyncio.run(Starlette(routes=[plotly_js.ROUTE])(scope, receive, send))
    headers = dict(sent[0]["headers"])
    assert headers[b"content-type"].startswith(b"text/javascript")
    assert b"immutable" in headers[b"cache-control"]
    drawn_with = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert b"".join(message.get("body", b"") for message in sent[1:]) == drawn_with.read_bytes()


def test_port_sends_answers_without_waiting_for_the_browser(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(starlette_server, "_bind_socket", starlette_server._bind_socket)
    serve.answer_at_once()
    with (
        starlette_server._bind_server_socket("127.0.0.1", "127.0.0.1", 0, 1)[0] as port,
        socket.create_connection(port.getsockname()[:2]),
    ):
        port.setblocking(True)
        connection, _ = port.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_everything_is_loaded_before_the_first_visitor_comes():
    loaded = "import sys; from scoreboard import serve; serve.load_all(); print(*sys.modules)"
    ready = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True, text=True, cwd=ROOT).stdout
    asked = {
        name
        for page in [ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
        for node in ast.walk(ast.parse(page.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in [node.module]
    }
    assert {"scoreboard.ui.panel", "scoreboard.database"} <= asked <= set(ready.split())


def test_what_is_loaded_is_spared_from_the_search_for_garbage():
    spare = "import gc; from scoreboard import serve; serve.load_all(); serve.spare_what_stays()"
    told = f"{spare}; print(gc.get_freeze_count() > 100 * len(gc.get_objects()), gc.get_threshold())"
    ran = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split(" ", 1) == ["True", f"{serve.SEARCHED_AFTER}\n"]
