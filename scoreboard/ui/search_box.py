"""Search however it is typed: any unit and criterion beside every page, and what a long drop-down offers beside it.

Streamlit's own drop-downs compare letters as they are, so "hoa khanh" does not find "Hòa Khánh" there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from scoreboard import queries
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text.search import found
from scoreboard.ui import html, links, lists, selection
from scoreboard.ui.markdown import literal
from scoreboard.ui.view import View

LONGEST = 80
SHOWN = 8
LONG = 8  # as many options as an open drop-down shows at once
_TAKEN = "found_option_taken"


@st.fragment
def search_box(view: View) -> None:
    """A field that answers while one types: units lead to their profile, criteria to their page.

    A unit that is not in the page's assessment leads to its last one.
    """
    w = view.words
    typed = _typed(w("search.label"), "search", w)
    if not typed:
        return
    units = view.ask(queries.units, assessment=view.assessment_code, group=None)
    elsewhere = view.ask(queries.units_elsewhere, assessment=view.assessment_code)
    criteria = view.ask(queries.criteria, assessment=view.assessment_code)
    criteria = criteria[criteria["is_scored"]]
    labels = [f"{row.criterion_code} {row.criterion_name}" for row in rows_of(criteria)]
    answers = {
        "units": [
            (units["unit_name"].iloc[place], links.unit(units["unit_code"].iloc[place]))
            for place in found(typed, units["unit_name"])
        ],
        "criteria": [
            (labels[place], links.criterion(criteria["criterion_code"].iloc[place], view.assessment_code))
            for place in found(typed, labels)
        ],
        "units_elsewhere": [
            (
                w("search.unit_elsewhere", unit=row.unit_name, assessment=names.assessment(row.assessment_name, w)),
                links.unit_in(row.unit_code, row.assessment_code),
            )
            for row in rows_of(elsewhere.iloc[list(found(typed, elsewhere["unit_name"]))])
        ],
    }
    for kind, hits in answers.items():
        if hits:
            more = w("search.more", n=len(hits) - SHOWN) if len(hits) > SHOWN else ""
            html.show(html.hits(w(f"search.{kind}"), hits[:SHOWN], more))
    if not any(answers.values()):
        html.show(html.notice(w("search.none", typed=typed)))


def finder(view: View, name: str, options: Mapping[str, str], choose: Callable[[str], None]) -> None:
    """A button beside a long drop-down that opens a search in its `options` (code to label); nothing for a short one.

    `name` is the choice's name in the URL; `choose` puts an option into the URL by its code.
    """
    if len(options) > LONG:
        # A key of the choice's own: once another option is chosen, a new popover stands there, closed.
        with st.popover(view.words("search.beside"), key=f"finder_{name}_{selection.chosen(name) or ''}"):
            _find(view, name, options, choose)


@st.fragment
def _find(view: View, name: str, options: Mapping[str, str], choose: Callable[[str], None]) -> None:
    w = view.words
    field = f"find_{name}"
    if st.session_state.pop(_TAKEN, False):
        st.rerun()
    typed = _typed(w("search.beside_label", n=len(options)), field, w)
    if not typed:
        return
    codes, labels = list(options), list(options.values())
    places = found(typed, labels)
    if not places:
        html.show(html.notice(w("search.none_beside", typed=typed)), view.theme)
        return

    def take(code: str) -> None:
        """Choose as the drop-down would, and leave the field empty for the next search."""
        choose(code)
        st.session_state[field] = ""
        st.session_state[_TAKEN] = True

    html.show(lists.notes([w(f"search.choose.{name}")]), view.theme)
    with st.container(gap="xxsmall", key=f"hits_{name}"):
        for place in places[:SHOWN]:
            code = codes[place]
            st.button(literal(labels[place]), key=f"{field}_{code}", type="tertiary", on_click=take, args=(code,))
    if len(places) > SHOWN:
        html.show(lists.notes([w("search.more", n=len(places) - SHOWN)]), view.theme)


def _typed(label: str, key: str, words: Words) -> str:
    """What the reader types into a field of that label, while typing; the first `LONGEST` letters of it."""
    return st.text_input(label, key=key, type="search", live=True, placeholder=words("search.example"))[
        :LONGEST
    ].strip()
