"""Labels on figures: text above its bar, at the end of its bar or line, and in the hover box.

Figures lay their rows out in pixels: with no margins, the y axis of `pixel_rows` counts pixels from the top, so a
label stays at the same distance from its mark at any width and height.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from scoreboard.figures.figure import Figure
from scoreboard.figures.measure import NARROWEST, width, wrapped
from scoreboard.figures.theme import TEXT_SIZE

LINE_HEIGHT = 17
GAP = 8
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def plain(text: str) -> str:
    """Text out of the data, safe to stand between the few tags that Plotly understands."""
    return escape(str(text), quote=False)


def bold(text: str) -> str:
    """`text` in the heavier weight."""
    return f"<b>{text}</b>"


def bubble(heading: str, *lines: str) -> str:
    """The text of a hover box: a bold heading over its lines; empty lines are left out."""
    return "<br>".join(map(padded, (bold(heading), *filter(None, lines))))


def padded(line: str) -> str:
    """A line of a hover box with room before the box's border, of which plotly.js itself leaves hardly any."""
    return f"{line}{NO_BREAK_SPACE}"


def coloured(text: str, colour: str) -> str:
    """`text` in a colour of its own."""
    return f'<span style="color:{colour}">{text}</span>'


def row_label(text: str, room: float = NARROWEST, weight: int = 400) -> list[str]:
    """The one or two lines of a label that stands above its bar on the narrowest screen."""
    return wrapped(text, TEXT_SIZE, room, weight, lines=2)


def fitting(text: str, part: float) -> str:
    """`text` if it fits into that part (0-1) of a bar on the narrowest screen, else nothing."""
    return text if width(text, TEXT_SIZE) <= part * NARROWEST else ""


def pixel_rows(figure: Figure, height: int) -> None:
    """Make the figure's plot `height` pixels high, its y axis hidden and counting pixels from the top."""
    figure.layout["height"] = height + figure.margin("b") + figure.margin("t")
    figure.update_yaxes(range=[height, 0], visible=False)


def write(
    figure: Figure,
    text: str,
    y: float,
    *,
    at: str = "left",
    colour: str | None = None,
    size: int | None = None,
    **more: object,
) -> None:
    """Write `text` at the left or right edge of the plot, centred on pixel `y` unless `yanchor` says otherwise."""
    placed: dict[str, object] = {
        "text": text,
        "xref": "paper",
        "x": 0 if at == "left" else 1,
        "xanchor": at,
        "y": y,
        "yanchor": "middle",
        "align": at,
        "showarrow": False,
    }
    font = {"color": colour} if colour else {}
    if size:
        font["size"] = size
    if font:
        placed["font"] = font
    figure.add_annotation(**placed | more)


def rule(figure: Figure, y: float, colour: str) -> None:
    """Draw a line over the whole width at pixel `y`."""
    figure.add_shape(
        type="line", xref="paper", x0=0, x1=1, y0=y, y1=y, line={"color": colour, "width": 1}, layer="below"
    )


def breaks(lines: Iterable[str]) -> str:
    """Lines of data text as one Plotly text."""
    return "<br>".join(plain(line) for line in lines)
