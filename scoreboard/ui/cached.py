"""Answers kept in memory: a version's file never changes, so neither does what a question gets from it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from scoreboard import queries
from scoreboard.database import Database, Version


@st.cache_resource(max_entries=4, show_spinner=False)
def opened(version: Version) -> Database:
    """The open database of a version."""
    return Database(version)


@st.cache_data(max_entries=2000, show_spinner=False)
def _answer(version: Version, question: str, parameters: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    with opened(version).cursor() as cursor:
        return getattr(queries, question)(cursor, **dict(parameters))


def answer(version: Version, question: queries.Question, **parameters: Any) -> pd.DataFrame:
    """A question's answer from a version, as a table of the caller's own."""
    return _answer(version, question.__name__, tuple(sorted(parameters.items())))
