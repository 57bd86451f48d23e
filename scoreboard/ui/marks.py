"""Marks of charts as links: what a bar, a dot or a cell stands for opens when it is clicked, as the links of tables do.

A figure's marks carry codes (`scoreboard.figures.leads`); the page knows the addresses; a script of ours, in the
browser, brings them together. So nothing is asked of the server before the reader leaves, the browser's back button
returns to the chart, and a finger may still scroll the page across it.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from scoreboard.figures.leads import CRITERION, SECTION, SOURCE, UNIT
from scoreboard.ui import links, selection

_component = st.components.v2.component("marks", js=Path(__file__).with_suffix(".js").read_text("utf-8"))


def lead_on(assessment: str) -> None:
    """Make the marks of all charts on the page lead on; marks that name no assessment mean this one."""
    _component(key="marks", data=addresses(assessment))


def addresses(assessment: str) -> dict[str, str]:
    """The page that marks of each kind lead to, with the kept choices; the codes of the mark are added to it."""
    return {
        UNIT: selection.link(links.UNIT),
        CRITERION: selection.link(links.CRITERION, assessment=assessment),
        SOURCE: selection.link(links.SOURCE, assessment=assessment, criterion=None),
        SECTION: selection.link(links.GAPS, assessment=assessment),
    }
