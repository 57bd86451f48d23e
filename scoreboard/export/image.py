"""A figure as a picture for a document: the finding, what is shown, the key, the chart, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from scoreboard.export.block import SEPARATOR, Block
from scoreboard.export.png import with_resolution
from scoreboard.export.renderer import shared
from scoreboard.export.scale import scaled
from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.theme import LIGHT

DOTS_PER_INCH = 300

TITLE, SHOWN, KEY, FOOT = 20, 14, 14, 12.5
PAD = 15
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Size:
    """The width of the picture in pixels, and how many of them one pixel of the figure on the screen becomes."""

    width: int
    factor: float


SIZES = {
    "full": Size(1890, 3.125),
    "landscape": Size(2917, 3.125),
    "slide": Size(2835, 3.9),
}
"""By name: the text width of an upright A4 page (16 cm), of a lying one (24.7 cm), and a slide with larger type."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart.

    `finding` is the title, `compared` says what is shown against what; `context` are the things that place it
    (assessment, stage, number of units, criteria set, data version); `source` says who counted, `mark` is the bold
    warning of illustrative data, empty for real data.
    """

    finding: str
    compared: str = ""
    context: Sequence[str] = ()
    source: str = ""
    mark: str = ""


def to_png(figure: go.Figure, caption: Caption, key: Sequence[KeyEntry] = (), size: str = "full") -> bytes:
    """The picture as PNG at 300 dots per inch; `figure` is one of the light theme, `size` a name of SIZES.

    Raises NoBrowserError where there is no browser to draw with.
    """
    chosen = SIZES[size]
    picture = composed(figure, caption, key, chosen)
    png = shared().png(picture, chosen.width, round(picture.layout.height))
    return with_resolution(png, DOTS_PER_INCH)


def composed(figure: go.Figure, caption: Caption, key: Sequence[KeyEntry], size: Size) -> go.Figure:
    """The whole picture as a figure at its final size: the chart scaled up, texts and key in its margins."""
    room = size.width / size.factor - 2 * PAD
    above, below = _above(caption, key, room), _below(caption, room)
    own = figure.layout.margin
    left, right, top, bottom = own.l or 0, own.r or 0, own.t or 0, own.b or 0
    height = figure.layout.height + above.height + below.height
    picture = scaled(figure, size.factor)
    margins = {"l": PAD + left, "r": PAD + right, "t": above.height + top, "b": below.height + bottom}
    picture.update_layout(
        width=size.width,
        height=round(height * size.factor),
        margin={side: pixels * size.factor for side, pixels in margins.items()},
        paper_bgcolor=LIGHT.background,
    )
    above.put(picture, edge=1, left=left, up=above.height + top, factor=size.factor)
    below.put(picture, edge=0, left=left, up=-bottom, factor=size.factor)
    return picture


def _above(caption: Caption, key: Sequence[KeyEntry], room: float) -> Block:
    block = Block(room)
    block.gap(PAD - 4)
    block.write(caption.finding, TITLE, LIGHT.ink, weight=600)
    if caption.compared:
        block.gap(6)
        block.write(caption.compared, SHOWN, LIGHT.ink2)
    if key:
        block.gap(8)
        block.key(key, KEY, LIGHT.ink)
    block.gap(18)
    return block


def _below(caption: Caption, room: float) -> Block:
    block = Block(room)
    block.gap(18)
    context = f" {SEPARATOR} ".join(item.replace(" ", NO_BREAK) for item in caption.context)
    block.write(context, FOOT, LIGHT.ink2)
    block.write(caption.source, FOOT, LIGHT.ink2, tail=caption.mark)
    block.gap(PAD - 3)
    return block
