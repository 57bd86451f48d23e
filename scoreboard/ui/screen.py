"""The reader's screen: a desk, or a projector that is read from the back of a meeting room."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoreboard.ui import selection

DESK, PROJECTOR = "desk", "projector"
SCREENS = (DESK, PROJECTOR)
PROJECTOR_ZOOM = 1.35
SIDEBAR = 240


def zoom_of(screen: str | None) -> float:
    """How much larger than on a desk everything is on a screen; as on a desk for a name that nobody knows."""
    return PROJECTOR_ZOOM if screen == PROJECTOR else 1


def zoom() -> float:
    """How much larger than on a desk everything is on the reader's screen."""
    return zoom_of(selection.chosen("screen"))


def pixels(length: int) -> int:
    """A length on a desk, as it must be on the reader's screen."""
    return round(length * zoom())


def columns(count: int, least_width: int) -> DeltaGenerator:
    """Independent columns, fewer where they would be narrower than `least_width` pixels of a desk."""
    return st.grid(count, min_column_width=pixels(least_width), gap="large")
