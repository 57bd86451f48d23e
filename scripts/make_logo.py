"""Draws the wordmark of each language as outlines, and the page icon, into `static/`.

A picture cannot use the fonts of the page it stands on, so the letters are drawn. The colour follows the page's theme.
Run it after the dashboard's name changes: `python scripts/make_logo.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scoreboard.figures.theme import DARK, LIGHT  # noqa: E402
from scoreboard.text import LANGUAGES, words  # noqa: E402

STATIC = ROOT / "static"
ICON_SIZE = 64
ICON_BARS = (0.9, 0.65, 0.4)


def wordmark(text: str, font: TTFont) -> str:
    """`text` in one line as an SVG picture, as high as the font's line."""
    glyphs, letters, metrics = font.getGlyphSet(), font.getBestCmap(), font["hmtx"]
    ascent, descent = font["hhea"].ascent, font["hhea"].descent
    across, paths = 0, []
    for character in text:
        name = letters[ord(character)]
        pen = SVGPathPen(glyphs)
        glyphs[name].draw(pen)
        paths.append(f'<path transform="translate({across} {ascent}) scale(1 -1)" d="{pen.getCommands()}"/>')
        across += metrics[name][0]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {ascent - descent}">'
        f"<style>path{{fill:{LIGHT.ink}}}@media(prefers-color-scheme:dark){{path{{fill:{DARK.ink}}}}}</style>"
        f"<title>{text}</title>{''.join(paths)}</svg>\n"
    )


def icon() -> Image.Image:
    """Three bars on the accent, each shorter than the one above."""
    picture = Image.new("RGBA", (ICON_SIZE, ICON_SIZE))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, ICON_SIZE - 1, ICON_SIZE - 1), radius=12, fill=LIGHT.accent)
    for place, share in enumerate(ICON_BARS):
        top = 14 + place * 14
        draw.rectangle((12, top, 12 + 40 * share, top + 7), fill=LIGHT.on_accent)
    return picture


def main() -> None:
    """Write all files."""
    font = TTFont(STATIC / "fonts" / "BeVietnamPro-600.ttf")
    for lang in LANGUAGES:
        (STATIC / f"wordmark-{lang}.svg").write_text(wordmark(words(lang)("app.name"), font), "utf-8")
    icon().save(STATIC / "favicon.png", optimize=True)


if __name__ == "__main__":
    main()
