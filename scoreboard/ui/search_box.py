"""The search field beside every page: any unit and any criterion of the assessment, however it is typed.

Streamlit's own drop-downs compare letters as they are, so "hoa khanh" does not find "Hòa Khánh" there.
"""

from __future__ import annotations

import streamlit as st

from scoreboard import queries
from scoreboard.text.search import found
from scoreboard.ui import html, links
from scoreboard.ui.view import View

SHOWN = 8


@st.fragment
def search_box(view: View) -> None:
    """A field that answers while one types: units lead to their profile, criteria to their page."""
    w = view.words
    typed = st.text_input(
        w("search.label"), key="search", type="search", live=True, placeholder=w("search.example"), max_chars=80
    )
    if not typed.strip():
        return
    units = view.ask(queries.units, assessment=view.assessment_code, group=None)
    criteria = view.ask(queries.criteria, assessment=view.assessment_code)
    criteria = criteria[criteria["is_scored"]]
    names = [f"{row.criterion_code} {row.criterion_name}" for row in criteria.itertuples()]
    answers = {
        "units": [
            (units["unit_name"].iloc[place], links.unit(units["unit_code"].iloc[place]))
            for place in found(typed, units["unit_name"])
        ],
        "criteria": [
            (names[place], links.criterion(criteria["criterion_code"].iloc[place], view.assessment_code))
            for place in found(typed, names)
        ],
    }
    for kind, hits in answers.items():
        if hits:
            more = w("search.more", n=len(hits) - SHOWN) if len(hits) > SHOWN else ""
            html.show(html.hits(w(f"search.{kind}"), hits[:SHOWN], more))
    if not any(answers.values()):
        html.show(html.notice(w("search.none", typed=typed)))
