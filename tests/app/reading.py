"""What a reader reads on a page that was run without a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from streamlit.testing.v1 import AppTest

Show = Callable[..., AppTest]


def open_folds(app: AppTest) -> None:
    """Open every fold of the page, as a reader would one by one."""
    for each in app.get("expander"):
        if each.proto.id:
            app.session_state[each.proto.id.rpartition("-")[2]] = True
    app.run()


def pieces(app: AppTest) -> list[str]:
    """Our own HTML on the page, piece by piece, without the style sheet."""
    bodies = [element.proto.body for element in app.get("html")]
    return [body for body in bodies if not body.startswith("<style")]


def words_of(body: str) -> str:
    """HTML as it reads."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", body))).strip()


def read(app: AppTest) -> str:
    """The whole page as it reads."""
    return " ".join(words_of(body) for body in pieces(app))
