"""Answers and figures kept in memory: a version's file never changes, so neither does what is got from it."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from operator import attrgetter
from types import FunctionType
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from restatement import Restatement, compare
from scoreboard import queries
from scoreboard.database import Database, Version
from scoreboard.export.scale import scaled
from scoreboard.figures.theme import Theme
from scoreboard.text import Words

# Tables by their bytes: Streamlit's own way with exact decimals takes longer than the rest of a page.
_TOLD_APART_BY = {
    Words: attrgetter("lang"),
    FunctionType: attrgetter("__module__", "__qualname__"),
    pd.DataFrame: pickle.dumps,
}


@st.cache_resource(max_entries=4, show_spinner=False)
def opened(version: Version) -> Database:
    """The open database of a version."""
    return Database(version)


@st.cache_resource(max_entries=2000, show_spinner=False)
def _answer(version: Version, question: str, parameters: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    with opened(version).cursor() as cursor:
        return getattr(queries, question)(cursor, **dict(parameters))


@st.cache_resource(max_entries=1000, show_spinner=False, hash_funcs=_TOLD_APART_BY)
def figure(draw: Callable[[Theme], go.Figure], theme: Theme, zoom: float = 1) -> go.Figure:
    """What `draw` draws in a theme, enlarged by `zoom`; not to be changed.

    `draw` is told apart by its function and what is bound to it.
    """
    return draw(theme) if zoom == 1 else scaled(draw(theme), zoom)


@st.cache_resource(max_entries=20, show_spinner=False)
def restated(old: Version, new: Version) -> Restatement:
    """What differs between two versions; not to be changed. Raises NotComparableError."""
    return compare(old.file, new.file)


def answer(version: Version, question: queries.Question, **parameters: Any) -> pd.DataFrame:
    """A question's answer from a version, as a table of the caller's own: what is written into it stays there."""
    kept = _answer(version, question.__name__, tuple(sorted(parameters.items())))
    return kept.copy(deep=False)  # pandas copies a column only when somebody writes into it
