"""The controls of the page on documents: which, in what format, and the buttons that make and give it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from scoreboard import queries
from scoreboard.export import renderer
from scoreboard.export.making import FORMATS, MEDIA_TYPES, Made, file_name, make, make_profiles
from scoreboard.export.picture_files import NothingToDrawError
from scoreboard.export.renderer import NoBrowserError, RenderError
from scoreboard.scope import Scope, open_scope
from scoreboard.text import Words
from scoreboard.ui import cached, html, selection
from scoreboard.ui.view import View

PICTURES = "pictures"

_MADE = "made_of_many"

MakeAll = Callable[..., Made]


def document_control(view: View) -> str:
    """The pills of documents, the briefing chosen at first; the one chosen."""
    names = {document: view.words(f"reports.name.{document}") for document in (*FORMATS, PICTURES)}
    return selection.pills("document", view.words("reports.document"), names, next(iter(names)))


def format_control(view: View, document: str) -> str:
    """The pills of the document's formats; nothing is shown where there is only one."""
    names = {file_format: view.words(f"reports.format_name.{file_format}") for file_format in FORMATS[document]}
    first = next(iter(names))
    return selection.pills("format", view.words("reports.format"), names, first) if len(names) > 1 else first


def remarks(document: str, words: Words) -> list[str]:
    """What the document leaves open, and that it will have no figures where nothing can draw them."""
    texts = [words("reports.open")] if document in {"briefing", "report"} else []
    if not renderer.is_available():
        texts.append(words("reports.no_browser"))
    return texts


def download(view: View, document: str, file_format: str, unit: Any | None) -> None:
    """The button that makes the document when it is pressed, and gives it."""
    scope = scope_of(view)
    code = None if unit is None else unit.unit_code
    name = file_name(scope, document, file_format, code)
    st.download_button(
        view.words("reports.download", name=name),
        partial(_content, scope, document, file_format, code),
        name,
        MEDIA_TYPES[file_format],
        on_click="ignore",
        key="download_document",
    )
    html.show(html.notice(view.words("reports.wait")))


def profiles(view: View, file_format: str) -> None:
    """The button that makes all profiles, with the progress; then the one that gives them."""
    n = len(view.ask_here(queries.units))
    of_many(view, "profiles", n, (file_format,), partial(make_profiles, scope_of(view), file_format))


def of_many(view: View, document: str, n: int, chosen: Sequence[Any], make_all: MakeAll) -> None:
    """The button that makes `n` files at once, with the progress; then the one that gives them.

    `chosen` tells apart what was made from what is chosen now, beside version, assessment, group and language.
    """
    w = view.words
    wanted = (document, view.version.name, view.assessment_code, view.group_code, *chosen, view.lang)
    if st.button(w(f"reports.make.{document}", n=n), disabled=n == 0):
        bar = st.progress(0.0)
        try:
            st.session_state[_MADE] = (wanted, make_all(progress=partial(_show, bar, w)))
        except NothingToDrawError as nothing:
            html.show(html.notice(str(nothing)))
        except (NoBrowserError, RenderError):
            html.show(html.notice(w(f"reports.no_render.{document}")))
        bar.empty()
    kept, made = st.session_state.get(_MADE, (None, Made("", b"")))
    if kept == wanted:
        html.show(html.notice(w(f"reports.made.{document}", n=n)))
        st.download_button(
            w("reports.download", name=made.name),
            made.content,
            made.name,
            MEDIA_TYPES["zip"],
            on_click="ignore",
            key=f"download_{document}",
        )


def _content(scope: Scope, document: str, file_format: str, unit: str | None) -> bytes:
    """The document; without pictures, which it says, where they could not be drawn."""
    try:
        return make(scope, document, file_format, unit).content
    except RenderError:
        return make(scope, document, file_format, unit, with_pictures=False).content


def _show(bar: Any, words: Words, done: int, n: int, name: str) -> None:
    bar.progress(done / n, words("reports.making", done=min(done + 1, n), n=n, name=name))


def scope_of(view: View) -> Scope:
    """The page's scope as one that asks the database itself: a button's file is made outside the page's run."""
    return open_scope(cached.opened(view.version), view.words, view.assessment_code, view.group_code)
