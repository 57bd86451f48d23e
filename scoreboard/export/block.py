"""Texts and a key that stand above or below the chart of an exported picture."""

from __future__ import annotations

from collections.abc import Sequence

from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.labels import bold, plain
from scoreboard.figures.measure import width, wrapped

FONT = "Be Vietnam Pro, Noto Sans, Segoe UI, sans-serif"
LINE = 1.32
SWATCH = 13
AFTER_SWATCH = 7
BETWEEN_ENTRIES = 24
KEY_LINE = 20
SEPARATOR = "·"


class Block:
    """Lines one under the other, `room` pixels wide; `height` is where the next one goes.

    Everything is in pixels of the screen until it becomes `parts` of a figure `factor` times as large.
    """

    def __init__(self, room: float):
        self.room = room
        self.height = 0.0
        self._texts: list[tuple[float, float, str, float, str]] = []
        self._shapes: list[tuple[float, float, float, float, dict]] = []

    def gap(self, pixels: float) -> None:
        """Leave room."""
        self.height += pixels

    def write(self, text: str, size: float, colour: str, *, weight: int = 400, tail: str = "") -> None:
        """Write `text` in as many lines as it takes; `tail` follows in bold, on a line of its own if need be."""
        lines = [line.removesuffix(f" {SEPARATOR}") for line in wrapped(text, size, self.room, weight)]
        shown = [bold(plain(line)) if weight > 400 else plain(line) for line in lines]
        if tail and lines and width(f"{lines[-1]}  ", size) + width(tail, size, 600) <= self.room:
            shown[-1] += f"  {bold(plain(tail))}"
        elif tail:
            shown += [bold(plain(line)) for line in wrapped(tail, size, self.room, 600)]
        for line in shown:
            self._texts.append((0, self.height + size * LINE / 2, line, size, colour))
            self.height += size * LINE

    def key(self, entries: Sequence[KeyEntry], size: float, colour: str) -> None:
        """Draw the swatches with their words, in as many lines as they take."""
        x = 0.0
        for entry in entries:
            needed = SWATCH + AFTER_SWATCH + width(entry.label, size)
            if x and x + needed > self.room:
                x = 0.0
                self.height += KEY_LINE
            self._swatch(entry, x, self.height + (KEY_LINE - SWATCH) / 2)
            self._texts.append(
                (x + SWATCH + AFTER_SWATCH, self.height + KEY_LINE / 2, plain(entry.label), size, colour)
            )
            x += needed + BETWEEN_ENTRIES
        self.height += KEY_LINE if entries else 0

    def _swatch(self, entry: KeyEntry, x: float, y: float) -> None:
        square = {"type": "rect", "fillcolor": entry.fill, "line": {"color": entry.outline or entry.fill, "width": 1}}
        self._shapes.append((x + 0.5, y + 0.5, x + SWATCH - 0.5, y + SWATCH - 0.5, square))
        middle = (x + SWATCH / 2, y + SWATCH / 2)
        if entry.mark == "question":
            self._texts.append((middle[0] - 2.5, middle[1], bold("?"), 10, entry.mark_colour))
        for x0, y0, x1, y1 in _STROKES.get(entry.mark, ()):
            line = {"color": entry.mark_colour, "width": 1.5}
            self._shapes.append((x + x0, y + y0, x + x1, y + y1, {"type": "line", "line": line}))

    def parts(self, *, edge: int, left: float, up: float, factor: float) -> tuple[list[dict], list[dict]]:
        """Its annotations and shapes for a figure: `left` of the plot, `up` above its top (`edge` 1) or bottom (0)."""
        annotations = [
            {
                "text": text,
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "xshift": (x - left) * factor,
                "yref": "paper",
                "y": edge,
                "yanchor": "middle",
                "yshift": (up - y) * factor,
                "showarrow": False,
                "font": {"family": FONT, "size": size * factor, "color": colour},
            }
            for x, y, text, size, colour in self._texts
        ]
        shapes = [
            {
                "xref": "paper",
                "xsizemode": "pixel",
                "xanchor": 0,
                "x0": (x0 - left) * factor,
                "x1": (x1 - left) * factor,
                "yref": "paper",
                "ysizemode": "pixel",
                "yanchor": edge,
                "y0": (up - y0) * factor,
                "y1": (up - y1) * factor,
                **shape | {"line": shape["line"] | {"width": shape["line"]["width"] * factor}},
            }
            for x0, y0, x1, y1, shape in self._shapes
        ]
        return annotations, shapes


_STROKES = {
    "slash": ((3.5, 9.5, 9.5, 3.5),),
    "cross": ((3.5, 9.5, 9.5, 3.5), (3.5, 3.5, 9.5, 9.5)),
    "dash": ((3.5, 6.5, 9.5, 6.5),),
    "hatch": ((1, 6, 6, 1), (1, 12, 12, 1), (7, 12, 12, 7)),
}
