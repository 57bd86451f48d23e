"""The pictures of a chart made by the reader's own browser, for a server that has none to draw with.

The server lays the picture out as it would for its own browser; the reader's draws it with the same plotly.js and the
same fonts, at the same size and resolution, and saves it under the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import uuid4

import plotly.graph_objects as go
import streamlit as st

from scoreboard.export import svg
from scoreboard.export.image import DOTS_PER_INCH
from scoreboard.text import Words
from scoreboard.ui import plotly_js

_HERE = Path(__file__)
_FONTS = "app/static/fonts"

_component = st.components.v2.component(
    "reader_images",
    html='<div class="images"></div><p role="status"></p>',
    css=_HERE.with_suffix(".css").read_text("utf-8"),
    js=_HERE.with_suffix(".js").read_text("utf-8"),
)

FORMATS = ("png", "svg")

Layouts = Mapping[str, tuple[str, str, Callable[[], go.Figure]]]
"""By kind of picture: the name of its file, its format, and what lays it out as a figure at its final size."""


@st.fragment
def reader_images(name: str, words: Words, layouts: Layouts) -> None:
    """Buttons, one for every kind of picture; `name` is unique on the page. A picture is laid out when asked for."""
    key, asked = f"{name}_reader_images", f"{name}_reader_asked"

    def remember() -> None:
        st.session_state[asked] = st.session_state[key]["asked"]

    kind = st.session_state.pop(asked, None)
    _component(
        key=key,
        data={
            "kinds": [{"kind": kind, "label": words(f"panel.image.{kind}")} for kind in layouts],
            "order": _order(*layouts[kind]) if kind in layouts else None,
            "plotly": plotly_js.ADDRESS,
            "faces": [
                {"family": family, "weight": weight, "address": f"{_FONTS}/{file}"}
                for family, weight, file in svg.FACES
            ],
            "words": {said: words(f"panel.image.{said}") for said in ("drawing", "saved", "failed")},
        },
        on_asked_change=remember,
    )


def _order(file: str, file_format: str, lay_out: Callable[[], go.Figure]) -> dict[str, str | int]:
    return {
        "id": uuid4().hex,
        "format": file_format,
        "file": file,
        "figure": lay_out().to_json(),
        "dots_per_inch": DOTS_PER_INCH,
    }
