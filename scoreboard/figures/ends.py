"""Values written at the right ends of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import LINE_HEIGHT, bold, plain
from scoreboard.figures.measure import width
from scoreboard.figures.theme import TEXT_SIZE

TO_LABEL = 8


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A text at the height of `value` on the y axis, right of the plot."""

    value: float
    text: str
    colour: str
    is_bold: bool = False


def ends_margin(labels: Sequence[EndLabel]) -> float:
    """The right margin in pixels that the labels need."""
    return max((width(label.text, TEXT_SIZE, 600 if label.is_bold else 400) for label in labels), default=0) + TO_LABEL


def write_ends(figure: Figure, labels: Sequence[EndLabel], pixels_per_unit: float) -> None:
    """Write the labels, the highest first, each moved down as far as it would touch the one above it."""
    lowest_free = float("inf")
    for label in sorted(labels, key=lambda label: -label.value):
        wanted = label.value * pixels_per_unit
        place = min(wanted, lowest_free)
        lowest_free = place - LINE_HEIGHT
        figure.add_annotation(
            text=bold(plain(label.text)) if label.is_bold else plain(label.text),
            xref="paper",
            x=1,
            xanchor="left",
            xshift=TO_LABEL,
            y=label.value,
            yshift=place - wanted,
            showarrow=False,
            font={"color": label.colour},
        )
