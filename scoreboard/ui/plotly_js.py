"""The plotly.js that the server's own pictures are drawn with, for a reader's browser that is to draw the same."""

from __future__ import annotations

from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

ADDRESS = f"plotly-{plotly.__version__}.min.js"
"""Where it is, seen from the address of any page; a new version has a new address."""

_FILE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
_FOR_A_YEAR = {"Cache-Control": "public, max-age=31536000, immutable"}


async def _answer(_: Request) -> FileResponse:
    return FileResponse(_FILE, media_type="text/javascript", headers=_FOR_A_YEAR)


ROUTE = Route(f"/{{below:path}}{ADDRESS}", _answer)
"""Answers beneath whatever path the site is served."""
