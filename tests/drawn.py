"""Figures as Plotly holds them: what is drawn as plain data is checked, property by property, when a test reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps

import plotly.graph_objects as go

from scoreboard.figures.figure import Figure


def checked(figure: Figure) -> go.Figure:
    """The figure as Plotly's own.

    Raises ValueError for a property that Plotly does not know, a value it refuses, and a property that Plotly keeps in
    another place than it was given: Plotly takes `line_width` for the width of the line, the reader's browser does not.
    """
    spec = figure.to_dict()
    known = go.Figure(spec)
    if misplaced := set(_places(spec)) - set(_places(known.to_dict())):
        raise ValueError(f"no such property: {sorted(misplaced)}")
    return known


def _places(part: object, at: str = "") -> Iterator[str]:
    """The path to everything that is said, but for values that stand for nothing."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _places(value, f"{at}.{name}")
    elif isinstance(part, list | tuple) and part and isinstance(part[0], dict):
        for place, value in enumerate(part):
            yield from _places(value, f"{at}[{place}]")
    elif part is not None:
        yield at


def drawn(figure_of: Callable[..., Figure]) -> Callable[..., go.Figure]:
    """What draws a figure, with every figure checked."""

    @wraps(figure_of)
    def draw(*given: object, **more: object) -> go.Figure:
        return checked(figure_of(*given, **more))

    return draw
