"""The fonts of a picture written into its SVG, so that it looks the same where they are not installed."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache

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


def with_fonts(svg: bytes) -> bytes:
    """The same picture with the fonts of the product in a style sheet at its beginning."""
    opening = _OPENING.search(svg).end()
    return svg[:opening] + _style() + svg[opening:]


@cache
def _style() -> bytes:
    faces = [
        _FACE.format(family=family, weight=weight, font=b64encode((FONTS / file).read_bytes()).decode())
        for family, weight, file in FACES
    ]
    return f"<style>{''.join(faces)}</style>".encode()
