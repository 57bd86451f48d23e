"""What is said when there is nothing to show: why, and what to do; then the page ends."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import streamlit as st

from scoreboard.database import DamagedPointerError, DatabaseError, OtherSchemaError, UnknownVersionError
from scoreboard.text import Words
from scoreboard.ui import html, selection


def _end(words: Words, state: str, link: str = "", **values: object) -> NoReturn:
    link_text = words(f"state.{state}.link") if link else ""
    html.show(html.heading(words(f"state.{state}.title")))
    html.show(html.notice(words(f"state.{state}.sentence", **values), link, link_text))
    st.stop()


def no_database(words: Words, error: DatabaseError, folder: Path) -> NoReturn:
    """End the page for a database that cannot be opened."""
    current = selection.link("", version=None) if selection.chosen("version") else ""
    if isinstance(error, OtherSchemaError):
        _end(words, "newer_schema" if error.is_newer else "older_schema", current, version=error.version)
    if isinstance(error, UnknownVersionError):
        _end(words, "unknown_version", current, version=error.version)
    _end(words, "damaged_pointer" if isinstance(error, DamagedPointerError) else "no_database", folder=folder)


def no_assessment(words: Words) -> NoReturn:
    """End the page for a database without any assessment."""
    _end(words, "no_assessment")


def empty(words: Words) -> NoReturn:
    """End the page for a choice that nothing belongs to."""
    _end(words, "empty", selection.link("", group=None, unit=None))
