"""A figure as a picture for a document: the finding, what is shown, the key, the chart, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from scoreboard.export.block import SEPARATOR, Block
from scoreboard.export.png import with_resolution
from scoreboard.export.renderer import shared
from scoreboard.export.scale import scaled_spec
from scoreboard.export.svg import self_contained
from scoreboard.figures.figure import Figure
from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.measure import NARROWEST
from scoreboard.figures.theme import LIGHT

DOTS_PER_INCH = 300

NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of the texts around a chart, and the room left around everything, in pixels of the screen."""

    title: float
    shown: float
    key: float
    foot: float
    pad: float


ROOMY = Type(title=20, shown=14, key=14, foot=12.5, pad=15)
TIGHT = Type(title=16, shown=13, key=13, foot=13, pad=4)


@dataclass(frozen=True, slots=True)
class Size:
    """The width of the picture in pixels, and how many of them one pixel of the figure on the screen becomes.

    With a `height` the picture has just that one, and `factor` is the largest that may be chosen to fill it.
    """

    width: int
    factor: float
    height: int | None = None
    type: Type = ROOMY


# In half a column the chart is as narrow as on a telephone, where its letters are largest for the width: 8 pt on paper.
SIZES = {
    "half": Size(945, 945 / (NARROWEST + 2 * TIGHT.pad), type=TIGHT),
    "full": Size(1890, 3.125),
    "landscape": Size(2917, 3.125),
    "slide": Size(2880, 5.2, height=1620),
}
"""By name: half (8 cm) and all (16 cm) of the text width of an upright A4 page, that of a lying one (24.7 cm), and a
whole slide of 16:9."""

FORMATS = ("png", "svg", "pdf")

_SMALLER = 0.97


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart.

    `finding` is the title, `compared` says what is shown against what; `context` are the things that place it
    (unit or group, number of units, assessment, stage, criteria set, data version); `comparable` says which other
    assessments are in it and under which set, `source` who counted; `mark` is the bold warning of illustrative data,
    empty for real data.
    """

    finding: str
    compared: str = ""
    context: Sequence[str] = ()
    comparable: str = ""
    source: str = ""
    mark: str = ""


def to_file(
    figure: Figure, caption: Caption, key: Sequence[KeyEntry] = (), size: str = "full", file_format: str = "png"
) -> bytes:
    """The picture in one of FORMATS; `figure` is one of the light theme, `size` a name of SIZES.

    PNG has 300 dots per inch; SVG and PDF are drawn in the lines of the screen, as wide on paper as the PNG, and bring
    their letters along. Raises NoBrowserError where there is no browser to draw with, RenderError where it cannot.
    """
    picture = laid_out(figure, caption, key, size, file_format)
    drawn = shared().picture(picture, picture.layout.width, picture.layout.height, file_format)
    if file_format == "png":
        return with_resolution(drawn, DOTS_PER_INCH)
    return self_contained(drawn) if file_format == "svg" else drawn


def to_png(figure: Figure, caption: Caption, key: Sequence[KeyEntry] = (), size: str = "full") -> bytes:
    """The picture as PNG at 300 dots per inch; as `to_file` otherwise."""
    return to_file(figure, caption, key, size)


def laid_out(
    figure: Figure, caption: Caption, key: Sequence[KeyEntry] = (), size: str = "full", file_format: str = "png"
) -> go.Figure:
    """The picture as a figure whose width and height are those it is to be drawn at, by whatever browser."""
    chosen = SIZES[size]
    lines = Size(round(chosen.width / chosen.factor), 1, type=chosen.type)
    return composed(figure, caption, key, chosen if file_format == "png" else lines)


def composed(figure: Figure, caption: Caption, key: Sequence[KeyEntry], size: Size) -> go.Figure:
    """The whole picture as a figure at its final size: the chart scaled up, texts and key in its margins."""
    factor = size.factor
    above, below, height = _around(figure, caption, key, size.width / factor, size.type)
    while size.height is not None and height * factor > size.height:
        factor *= _SMALLER
        above, below, height = _around(figure, caption, key, size.width / factor, size.type)
    spare = 0 if size.height is None else size.height / factor - height
    left, right, top, bottom = map(figure.margin, "lrtb")
    top, bottom = top + spare / 2, bottom + spare / 2
    annotations, shapes = above.parts(edge=1, left=left, up=above.height + top, factor=factor)
    more_annotations, more_shapes = below.parts(edge=0, left=left, up=-bottom, factor=factor)
    pad = size.type.pad
    margins = {"l": pad + left, "r": pad + right, "t": above.height + top, "b": below.height + bottom}
    spec = scaled_spec(figure, factor)
    layout = spec["layout"]
    layout |= {
        "width": size.width,
        "height": size.height or round(height * factor),
        "margin": layout.get("margin", {}) | {side: pixels * factor for side, pixels in margins.items()},
        "paper_bgcolor": LIGHT.background,
        "annotations": [*layout.get("annotations", ()), *annotations, *more_annotations],
        "shapes": [*layout.get("shapes", ()), *shapes, *more_shapes],
    }
    # A trace without a name gets one by lot, which an SVG repeats.
    spec["data"] = [trace | {"uid": f"t{place}"} for place, trace in enumerate(spec.get("data", ()))]
    return go.Figure(spec)


def _around(
    figure: Figure, caption: Caption, key: Sequence[KeyEntry], width: float, sizes: Type
) -> tuple[Block, Block, float]:
    """What stands above and below the chart in a picture of that width, and how high it is with the chart."""
    room = width - 2 * sizes.pad
    above, below = _above(caption, key, room, sizes), _below(caption, room, sizes)
    return above, below, figure.layout["height"] + above.height + below.height


def _above(caption: Caption, key: Sequence[KeyEntry], room: float, sizes: Type) -> Block:
    block = Block(room)
    block.gap(sizes.pad)
    block.write(caption.finding, sizes.title, LIGHT.ink, weight=600)
    if caption.compared:
        block.gap(6)
        block.write(caption.compared, sizes.shown, LIGHT.ink2)
    if key:
        block.gap(8)
        block.key(key, sizes.key, LIGHT.ink)
    block.gap(18)
    return block


def _below(caption: Caption, room: float, sizes: Type) -> Block:
    block = Block(room)
    block.gap(18)
    context = f" {SEPARATOR} ".join(item.replace(" ", NO_BREAK) for item in caption.context)
    block.write(context, sizes.foot, LIGHT.ink2)
    block.write(caption.comparable, sizes.foot, LIGHT.ink2)
    block.write(caption.source, sizes.foot, LIGHT.ink2, tail=caption.mark)
    block.gap(sizes.pad)
    return block
