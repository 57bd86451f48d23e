"""A chart as plain data, as plotly.js draws it.

Plotly's own figure objects check every property of every text and mark while they are put together, which took longer
than all else on a page. What a figure may say does not change from reader to reader: the tests have Plotly check every
figure that is drawn here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figure:
    """The traces in the order in which they are drawn, and the layout, by the names that plotly.js knows.

    Properties within properties are dictionaries in dictionaries: there are no underscores that stand for them.
    """

    data: list[Properties] = field(default_factory=list)
    layout: Properties = field(default_factory=dict)

    def add_bar(self, **trace: object) -> None:
        """Draw bars over what is there."""
        self.data.append({"type": "bar", **trace})

    def add_scatter(self, **trace: object) -> None:
        """Draw a line, marks or texts over what is there."""
        self.data.append({"type": "scatter", **trace})

    def add_heatmap(self, **trace: object) -> None:
        """Draw cells over what is there."""
        self.data.append({"type": "heatmap", **trace})

    def add_annotation(self, **text: object) -> None:
        """Write a text."""
        self.layout.setdefault("annotations", []).append(text)

    def add_shape(self, **shape: object) -> None:
        """Draw a line or a rectangle."""
        self.layout.setdefault("shapes", []).append(shape)

    def update_xaxes(self, **axis: object) -> None:
        """Change what is said of the x axis."""
        self.layout.setdefault("xaxis", {}).update(axis)

    def update_yaxes(self, **axis: object) -> None:
        """Change what is said of the y axis."""
        self.layout.setdefault("yaxis", {}).update(axis)

    def margin(self, side: str) -> float:
        """The margin in pixels at the side `l`, `r`, `t` or `b`."""
        return self.layout.get("margin", {}).get(side, 0)

    def to_dict(self) -> Properties:
        """Both as one, as plotly.js and Plotly take it."""
        return {"data": self.data, "layout": self.layout}
