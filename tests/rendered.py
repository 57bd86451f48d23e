"""What tests need that have a browser draw a picture."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from scoreboard.export import renderer

needs_browser = pytest.mark.skipif(not renderer.is_available(), reason="no Chrome, Chromium or Edge on this machine")


def rgb(colour: str) -> tuple[int, ...]:
    """The three parts of a colour written as `#RRGGBB`, 0-255."""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def plain_picture(colour: str) -> go.Figure:
    """A figure of one colour."""
    return go.Figure(layout={"paper_bgcolor": colour, "height": 60})
