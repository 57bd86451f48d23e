"""What a browser is told with the document that opens a page, before Streamlit's own script has spoken to the server.

Where the server is: opened at the address of a page, Streamlit's script first asks below that address, is answered
that nothing is there, and waits a tenth of a second before it asks at the right place. It takes the place from the
document if the document says it (streamlit/streamlit, pull requests 11378 and 11537, which name this use). The place
is the folder of the document's address, as it is for every script and style that the document names: whatever prefix
a proxy puts before it, one holds where the other does.

What to fetch: Streamlit's script fetches the code of an element, and a typeface, when the first of its kind is to be
shown, one after the other. Named in the document, all are on their way while the server still writes the page.

How to wait: `opening.css` keeps the page still until its texts can be shown.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

PARTS = ("BidiComponent", "ButtonGroup", "DownloadButton", "Html", "PlotlyChart", "Selectbox", "TextInput")
"""The elements of pages whose code Streamlit's script fetches late, as the files of its code are named."""

FACES = ("BeVietnamProTab-400", "BeVietnamProTab-600", "BeVietnamPro-400", "BeVietnamPro-600")
"""The typefaces of pages, as the files in `static/fonts` are named."""

_CODE = Path(st.__file__).parent / "static" / "static" / "js"
_PLACE = (
    "<script>{const place = new URL('.', location.href).href;"
    "window.__streamlit = {BACKEND_BASE_URL: place, MAIN_PAGE_BASE_URL: place}}</script>"
)


def files_of(parts: tuple[str, ...]) -> list[str]:
    """The files with the code of some elements, in alphabetical order; an element that has none is passed over."""
    named = re.compile(rf"(?:{'|'.join(parts)})\.[\w-]+\.js")
    return sorted(file.name for file in _CODE.iterdir() if named.fullmatch(file.name))


def head(sidebar: int) -> bytes:
    """What the head of a document says beyond what Streamlit's own says, for a `sidebar` of so many pixels."""
    code = (f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in files_of(PARTS))
    faces = (
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="./app/static/fonts/{face}.woff2">'
        for face in FACES
    )
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    room = f":root {{ --sidebar-room: {sidebar}px; }}"
    return "".join((_PLACE, *code, *faces, f"<style>{room}\n{style}</style>")).encode()
