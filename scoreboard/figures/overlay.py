"""Many texts and shapes on one figure, without Plotly checking all of them for every one."""

from __future__ import annotations

from dataclasses import dataclass, field

import plotly.graph_objects as go


@dataclass(frozen=True, slots=True)
class Overlay:
    """Texts and shapes for a figure that has many of them, gathered to be laid on it at once.

    It is written and drawn on like a figure; Plotly would check all that the figure has each time that one is added.
    """

    texts: list[dict[str, object]] = field(default_factory=list)
    shapes: list[dict[str, object]] = field(default_factory=list)

    def add_annotation(self, given: dict[str, object] | None = None, **more: object) -> None:
        """Gather a text, given as a figure takes it."""
        self.texts.append((given or {}) | more)

    def add_shape(self, **shape: object) -> None:
        """Gather a shape, given as a figure takes it."""
        self.shapes.append(shape)

    def lay_on(self, figure: go.Figure) -> None:
        """Add all that was gathered to what the figure has."""
        annotations, shapes = (*figure.layout.annotations, *self.texts), (*figure.layout.shapes, *self.shapes)
        figure.update_layout(annotations=annotations, shapes=shapes)
