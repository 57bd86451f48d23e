"""Take pictures of the pages over the illustrative office.

`python -m scripts.make_screenshots` renews the few of the README in `docs/images/`; with `--all DIR` every page is
taken at full length in both widths, themes and languages, to be looked at. `--data` takes another office.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page

from scripts.dashboard import PAGES, ROOT, build_illustrative_office, chromium, served, settle, visit

README_FOLDER = ROOT / "docs" / "images"
WIDTHS = (1440, 400)
THEMES = ("light", "dark")
LANGUAGES = ("vi", "en")
SCREEN_HEIGHTS = {1440: 1000, 400: 860}
PALETTE = 256


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: which page, how wide, in which theme and language, and what is chosen on it, by code."""

    name: str
    width: int
    theme: str
    lang: str
    choices: dict[str, str] = field(default_factory=dict)

    @property
    def file_name(self) -> str:
        """What the picture's file is called."""
        return f"{self.name}-{self.width}-{self.theme}-{self.lang}.png"


README_SHOTS = (
    Shot("tong-quan", 1440, "light", "vi"),
    Shot("xep-hang", 1440, "light", "vi", {"group": "phong-chuyen-mon"}),
    Shot("khoang-cach", 1440, "dark", "vi"),
    Shot("ho-so", 400, "light", "vi"),
)

_FULL_HEIGHT = "() => document.querySelector('[data-testid=stMain]').scrollHeight"


def take(browser: Browser, address: str, shot: Shot, folder: Path, whole: bool) -> Path:
    """Take one picture into a folder, of the whole length of the page or of one screen; returns its file."""
    size = {"width": shot.width, "height": SCREEN_HEIGHTS[shot.width]}
    context = browser.new_context(viewport=size, color_scheme=shot.theme, locale="vi-VN")
    page = context.new_page()
    visit(page, address, PAGES[shot.name], lang=shot.lang, **shot.choices)
    if whole:
        grow(page, shot.width)
    file = folder / shot.file_name
    page.screenshot(path=file)
    context.close()
    return quantized(file)


def quantized(file: Path) -> Path:
    """The same picture in fewer colours, a fraction of its size; returns its file."""
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(PALETTE).save(file, optimize=True)
    return file


def grow(page: Page, width: int) -> None:
    """Make the window as high as what is in it: the page scrolls inside its own frame."""
    page.set_viewport_size({"width": width, "height": page.evaluate(_FULL_HEIGHT)})
    settle(page)
    page.set_viewport_size({"width": width, "height": page.evaluate(_FULL_HEIGHT)})
    settle(page)


def main() -> None:
    """Take the pictures asked for and print their files."""
    parser = argparse.ArgumentParser(description="Take pictures of the pages.")
    parser.add_argument("--all", type=Path, metavar="DIR", help="every page, width, theme and language, into a folder")
    parser.add_argument("--data", type=Path, help="an office folder with a database (default: the illustrative office)")
    options = parser.parse_args()
    every = [Shot(*kind) for kind in product(PAGES, WIDTHS, THEMES, LANGUAGES)]
    shots = every if options.all else README_SHOTS
    folder = options.all or README_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made:
        office = options.data or build_illustrative_office(Path(made))
        with served(office) as address, chromium() as browser:
            for shot in shots:
                print(take(browser, address, shot, folder, whole=bool(options.all)))


if __name__ == "__main__":
    main()
