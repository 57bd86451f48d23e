"""Makes `scoreboard/export/fonts/` from the npm package of Tinos: `python -m scripts.make_document_fonts tinos.tgz`.

Documents ask for Times New Roman, which no Linux server has. Tinos has the same widths, is complete in Vietnamese and
may be shipped (Open Font License, shipped beside it): the PDF writer sets its text in it. The package (`npm pack
@fontsource/tinos@5.3.0`) holds each style cut into parts by script; they are merged into one file a style.
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Tinos"
PARTS = ("latin", "latin-ext", "vietnamese")
STYLES = {"Regular": "400-normal", "Italic": "400-italic", "Bold": "700-normal", "BoldItalic": "700-italic"}
TARGET = Path(__file__).parents[1] / "scoreboard" / "export" / "fonts"


def main(package: Path) -> None:
    """Write the four styles and the licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as unpacked, tarfile.open(package) as archive:
        archive.extractall(unpacked, filter="data")
        source = Path(unpacked, "package")
        for style, suffix in STYLES.items():
            merged(source, suffix).save(TARGET / f"{FAMILY}-{style}.ttf")
        TARGET.joinpath("OFL.txt").write_bytes(source.joinpath("LICENSE").read_bytes())


def merged(source: Path, suffix: str) -> TTFont:
    """The whole font of one style, out of its parts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for part in PARTS:
            font = TTFont(source / "files" / f"tinos-{part}-{suffix}.woff2")
            font.flavor = None
            made_at = font["head"].modified
            paths.append(str(Path(folder, f"{part}.ttf")))
            font.save(paths[-1])
        font = Merger().merge(paths)
        font.recalcTimestamp = False
        font["head"].created = font["head"].modified = made_at
        return font


if __name__ == "__main__":
    main(Path(sys.argv[1]))
