"""Makes `static/fonts/` from the npm package of Be Vietnam Pro: `python scripts/make_fonts.py be-vietnam-pro.tgz`.

The package (`npm pack @fontsource/be-vietnam-pro@5.3.0`) holds the font cut into three parts by script; a page that
loads parts shows one Vietnamese word in two fonts while they arrive, and the image export can use whole fonts only.
So each weight is merged into one file. The family has proportional digits and no feature to change that: the second
family, "Be Vietnam Pro Tab", gives every digit the width of the zero, so that columns of numbers line up. The Open
Font License allows this (it reserves no font name); it is shipped beside the fonts.
"""

from __future__ import annotations

import json
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Be Vietnam Pro"
TAB_FAMILY = f"{FAMILY} Tab"
STYLES = {400: "Regular", 600: "SemiBold"}
PARTS = ("latin", "latin-ext", "vietnamese")
TARGET = Path(__file__).parents[1] / "static" / "fonts"

WINDOWS_ENGLISH = (3, 1, 0x409)


def main(package: Path) -> None:
    """Write both families in both weights, the widths of the first one's characters and the licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    advances: dict[int, dict[str, int]] = {}
    with tempfile.TemporaryDirectory() as unpacked, tarfile.open(package) as archive:
        archive.extractall(unpacked, filter="data")
        source = Path(unpacked, "package")
        for weight in STYLES:
            font = merged(source, weight)
            save(font, FAMILY, weight)
            advances[weight] = advance_widths(font)
            give_digits_one_width(font)
            save(font, TAB_FAMILY, weight)
        TARGET.joinpath("OFL.txt").write_bytes(source.joinpath("LICENSE").read_bytes())
    TARGET.joinpath("advances.json").write_text(json.dumps(advances, ensure_ascii=False, indent=0) + "\n", "utf-8")


def merged(source: Path, weight: int) -> TTFont:
    """The whole font of one weight, out of its parts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for part in PARTS:
            font = TTFont(source / "files" / f"be-vietnam-pro-{part}-{weight}-normal.woff2")
            font.flavor = None
            made_at = font["head"].modified
            paths.append(str(Path(folder, f"{part}.ttf")))
            font.save(paths[-1])
        font = Merger().merge(paths)
        font.recalcTimestamp = False
        font["head"].created = font["head"].modified = made_at
        return font


def give_digits_one_width(font: TTFont) -> None:
    """Give every digit the advance of the zero, its outline centred, and no kerning."""
    digits = {font.getBestCmap()[ord(digit)] for digit in "0123456789"}
    width = font["hmtx"][font.getBestCmap()[ord("0")]][0]
    for name in digits:
        advance, left = font["hmtx"][name]
        shift = round((width - advance) / 2)
        glyph = font["glyf"][name]
        glyph.coordinates.translate((shift, 0))
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (width, left + shift)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            if subtable.LookupType == 2:
                drop_kerning(subtable, digits)


def drop_kerning(pairs, names: set[str]) -> None:
    """Take `names` out of a table of kerning pairs, on both sides."""
    kept = [index for index, name in enumerate(pairs.Coverage.glyphs) if name not in names]
    if pairs.Format == 1:
        pairs.PairSet = [pairs.PairSet[index] for index in kept]
        for pair_set in pairs.PairSet:
            pair_set.PairValueRecord = [one for one in pair_set.PairValueRecord if one.SecondGlyph not in names]
            pair_set.PairValueCount = len(pair_set.PairValueRecord)
        pairs.PairSetCount = len(pairs.PairSet)
    else:
        for classes in (pairs.ClassDef1.classDefs, pairs.ClassDef2.classDefs):
            for name in names & classes.keys():
                del classes[name]
    pairs.Coverage.glyphs = [pairs.Coverage.glyphs[index] for index in kept]


def rename(font: TTFont, family: str, weight: int) -> None:
    """Name the font, so that both families can be installed side by side and found by family and weight."""
    style = STYLES[weight]
    full = f"{family} {style}"
    is_regular = style == "Regular"
    names = {1: family if is_regular else full, 2: "Regular", 3: full, 4: full, 6: full.replace(" ", "")}
    if not is_regular:
        names |= {16: family, 17: style}
    for name_id in (16, 17):
        font["name"].removeNames(nameID=name_id)
    for name_id, text in names.items():
        font["name"].setName(text, name_id, *WINDOWS_ENGLISH)
    font["OS/2"].usWeightClass = weight


def save(font: TTFont, family: str, weight: int) -> None:
    """Write the font under the name of `family`, for installed use (TTF, in image export) and for the page (WOFF2)."""
    rename(font, family, weight)
    for flavor, suffix in ((None, "ttf"), ("woff2", "woff2")):
        font.flavor = flavor
        font.save(TARGET / f"{family.replace(' ', '')}-{weight}.{suffix}")


def advance_widths(font: TTFont) -> dict[str, int]:
    """The advance of every character in thousandths of the type size, by which exported texts are laid out."""
    per_em = font["head"].unitsPerEm
    advances = font["hmtx"]
    return {chr(code): round(advances[name][0] * 1000 / per_em) for code, name in sorted(font.getBestCmap().items())}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
