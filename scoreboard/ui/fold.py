"""A fold that is closed at first, and whose content is made only for the reader who opens it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def fold(name: str, label: str, show: Callable[[], None]) -> None:
    """Show a fold named `label`, which is Markdown; `show` puts its content on the page once it is open.

    `name` is one word, unique among the folds of the page.
    """
    place = st.expander(label, key=f"{name}_fold", on_change="rerun")
    if place.open:
        with place:
            show()
