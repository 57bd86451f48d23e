"""Search however it is typed: any unit and criterion beside every page, and what a long drop-down offers beside it.

Streamlit's own drop-downs compare letters as they are, so "hoa khanh" does not find "Hòa Khánh" there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from scoreboard import queries
from scoreboard.text import Words
from scoreboard.text.search import found
from scoreboard.ui import html, links
from scoreboard.ui.view import View

LONGEST = 80
SHOWN = 8
LONG = 8  # as many options as an open drop-down shows at once


@st.fragment
def search_box(view: View) -> None:
    """A field that answers while one types: units lead to their profile, criteria to their page."""
    w = view.words
    typed = _typed(w("search.label"), "search", w)
    if not typed:
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


def finder(view: View, name: str, options: Mapping[str, str], address: Callable[[str], str]) -> None:
    """A button beside a long drop-down that opens a search in its `options` (code to label); nothing for a short one.

    `name` is the choice's name in the URL, `address` the page with an option chosen, by its code.
    """
    if len(options) > LONG:
        with st.popover(view.words("search.beside"), key=f"finder_{name}"):
            _find(view, name, options, address)


@st.fragment
def _find(view: View, name: str, options: Mapping[str, str], address: Callable[[str], str]) -> None:
    w = view.words
    typed = _typed(w("search.beside_label", n=len(options)), f"find_{name}", w)
    if not typed:
        return
    codes, labels = list(options), list(options.values())
    hits = [(labels[place], address(codes[place])) for place in found(typed, labels)]
    if hits:
        more = w("search.more", n=len(hits) - SHOWN) if len(hits) > SHOWN else ""
        html.show(html.hits(w(f"search.choose.{name}"), hits[:SHOWN], more), view.theme)
    else:
        html.show(html.notice(w("search.none_beside", typed=typed)), view.theme)


def _typed(label: str, key: str, words: Words) -> str:
    """What the reader types into a field of that label, while typing; the first `LONGEST` letters of it."""
    return st.text_input(label, key=key, type="search", live=True, placeholder=words("search.example"))[
        :LONGEST
    ].strip()
