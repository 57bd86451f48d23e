"""What is said when there is nothing to show: why, and what to do; then the page ends."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import streamlit as st

from scoreboard.database import DatabaseError
from scoreboard.text import Words
from scoreboard.ui import html, selection


def _end(words: Words, state: str, link: str = "", **values: object) -> NoReturn:
    links = [(link, words(f"state.{state}.link"))] if link else []
    html.show(html.heading(words(f"state.{state}.title")))
    html.show(html.notice(words(f"state.{state}.sentence", **values), *links))
    st.stop()


def no_database(words: Words, error: DatabaseError, folder: Path) -> NoReturn:
    """End the page for a database that cannot be opened."""
    asked_for = error.version and selection.chosen("version") == error.version
    current = selection.link("", version=None) if asked_for else ""
    _end(words, error.state, current, folder=folder, version=error.version)


def no_assessment(words: Words) -> NoReturn:
    """End the page for a database without any assessment."""
    _end(words, "no_assessment")


def empty(words: Words) -> NoReturn:
    """End the page for a choice that nothing belongs to."""
    _end(words, "empty", selection.link("", group=None, unit=None))
