"""Answers and figures kept in memory: a version's file never changes, so neither does what is got from it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from restatement import Restatement, compare
from scoreboard import queries
from scoreboard.database import Database, Version
from scoreboard.figures.figure import Figure


@st.cache_resource(max_entries=4, show_spinner=False)
def opened(version: Version) -> Database:
    """The open database of a version."""
    return Database(version)


@lru_cache(maxsize=2000)
def _answer(version: Version, question: str, parameters: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    with opened(version).cursor() as cursor:
        return getattr(queries, question)(cursor, **dict(parameters))


@st.cache_resource(max_entries=500, show_spinner=False)
def chart(follows_from: Hashable, name: str, _draw: Callable[[], Figure], alt: str, config: dict[str, Any]) -> None:
    """Put a chart on the page; it is drawn and written as JSON once for all that `follows_from` is the same of.

    `follows_from` must hold everything that decides what `_draw` draws: Streamlit repeats what this function showed
    without calling it. `name` is unique on the page.
    """
    # Streamlit has Plotly check a figure given as plain data, property by property; the tests have done that.
    drawn = go.Figure(_draw().to_dict(), _validate=False)
    st.plotly_chart(drawn, theme=None, key=f"{name}_chart", alt=alt, config=config)


@st.cache_resource(max_entries=20, show_spinner=False)
def restated(old: Version, new: Version) -> Restatement:
    """What differs between two versions; not to be changed. Raises NotComparableError."""
    return compare(old.file, new.file)


def answer(version: Version, question: queries.Question, **parameters: Any) -> pd.DataFrame:
    """A question's answer from a version, as a table of the caller's own: what is written into it stays there."""
    kept = _answer(version, question.__name__, tuple(sorted(parameters.items())))
    return kept.copy(deep=False)  # pandas copies a column only when somebody writes into it
