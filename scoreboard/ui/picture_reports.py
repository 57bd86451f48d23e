"""All pictures of an assessment at once, on the page of documents: of whom, how large, of which kind."""

from __future__ import annotations

from functools import partial

import streamlit as st

from scoreboard.export import renderer
from scoreboard.export.picture_files import KINDS, SIZES, make_pictures
from scoreboard.pictures.collection import choices_of, collected
from scoreboard.ui import controls, html, reports, selection
from scoreboard.ui.view import View


def show(view: View) -> None:
    """Show the choices, what the file contains, and the button that makes it; without a browser, what to do instead."""
    w = view.words
    with st.container(horizontal=True):
        unit = controls.unit(view)
        criterion = controls.criterion(view, w("reports.picture.no_criterion"))
    size = _pills(view, "size", SIZES, "full")
    kind = _pills(view, "kind", KINDS, KINDS[0])
    html.show(html.finding(w("reports.name.pictures"), w("reports.contents.pictures")))
    if not renderer.is_available():
        html.show(html.notice(w("reports.picture.no_browser")))
        return
    is_scored = criterion is not None and criterion.is_scored
    codes = {
        "units": [] if unit is None else [unit.unit_code],
        "criterion": criterion.criterion_code if is_scored else None,
    }
    scope = reports.scope_of(view)
    choices = choices_of(scope, **codes)
    n = sum(1 for _ in collected(scope, choices))
    chosen = (*codes["units"], codes["criterion"], size, kind)
    reports.of_many(view, reports.PICTURES, n, chosen, partial(make_pictures, scope, choices, size, kind))


def _pills(view: View, choice: str, codes: tuple[str, ...], default: str) -> str:
    names = {code: view.words(f"reports.picture.{choice}_name.{code}") for code in codes}
    return selection.pills(choice, view.words(f"reports.picture.{choice}"), names, default)
