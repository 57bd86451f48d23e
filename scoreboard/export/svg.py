"""A picture's SVG as a file of its own: its fonts inside, and the same bytes whenever the same picture is drawn."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from scoreboard.export.browser import FONTS

FACES = tuple(
    (family, weight, f"{name}-{weight}.woff2")
    for family, name in (("Be Vietnam Pro", "BeVietnamPro"), ("Be Vietnam Pro Tab", "BeVietnamProTab"))
    for weight in (400, 600)
)
"""Family, weight and file of every font that pictures use."""

_FACE = (
    "@font-face{{font-family:'{family}';font-weight:{weight};src:url(data:font/woff2;base64,{font}) format('woff2')}}"
)
_OPENING = re.compile(rb"<svg\b[^>]*>")


_DRAWING = re.compile(rb'id="defs-([0-9a-f]+)"')


def self_contained(svg: bytes) -> bytes:
    """The same picture with the fonts of the product in a style sheet at its beginning.

    Plotly draws a name for each drawing by lot, for what is clipped in it; here it comes from the picture itself. Its
    opening has an empty attribute in one place or another, by whether the page has drawn before; here in none.
    """
    start, end = _OPENING.search(svg).span()
    opening = svg[start:end].replace(b' style=""', b"")
    svg = _named_by_content(opening + svg[end:])
    return svg[: len(opening)] + _style() + svg[len(opening) :]


def _named_by_content(svg: bytes) -> bytes:
    drawing = _DRAWING.search(svg)
    if drawing is None:
        return svg
    names = re.compile(rb"\b(defs-|topdefs-|legend|clip|g)" + drawing[1] + rb"(?=[\"')a-z-])")
    name = sha256(names.sub(rb"\1", svg)).hexdigest()[:6].encode()
    return names.sub(rb"\g<1>" + name, svg)


@cache
def _style() -> bytes:
    faces = [
        _FACE.format(family=family, weight=weight, font=b64encode((FONTS / file).read_bytes()).decode())
        for family, weight, file in FACES
    ]
    return f"<style>{''.join(faces)}</style>".encode()
