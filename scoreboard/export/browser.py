"""The browser that draws pictures, and the fonts it is given."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from choreographer.browsers.chromium import Chromium
from kaleido import Kaleido

FONTS = Path(__file__).parents[2] / "static" / "fonts"

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


class BrowserWithFonts(Chromium):
    """Chromium, Chrome or Edge that finds the fonts of `static/fonts` without their being installed.

    An exported picture cannot use the fonts of a web page. Where the system asks fontconfig for fonts, this folder is
    added to them; elsewhere (Windows, macOS) the next font of the family list is used.
    """

    def get_env(self) -> MutableMapping[str, str]:
        """The environment the browser starts in."""
        return super().get_env() | {"FONTCONFIG_FILE": str(_fontconfig_file())}


class Drawer(Kaleido):
    """Kaleido that keeps its pages from one picture to the next.

    It would load each page anew, with all of plotly.js, before it hands a picture out, which takes longer than to
    draw it. Plotly removes what it drew, and whoever uses this replaces a browser after a picture that failed.
    """

    async def _return_kaleido_tab(self, tab: Any) -> None:
        await self.tabs_ready.put(tab)


def find() -> str | None:
    """The path of a browser that can draw pictures: the first found of Chrome, Chromium, Edge and their kin, or none.

    `BROWSER_PATH` names another one, by its path or its name, and then none but that: `none` where there is to be none.
    """
    named = os.environ.get("BROWSER_PATH")
    return shutil.which(named) if named else Chromium.find_browser(skip_local=False)


@cache
def _fontconfig_file() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="scoreboard-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = folder / "fonts.conf"
    file.write_text(_FONTCONFIG.format(fonts=escape(str(FONTS)), cache=escape(str(folder / "cache"))), "utf-8")
    return file
