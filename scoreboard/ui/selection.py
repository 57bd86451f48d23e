"""What the reader chose, by code, in the URL: the one place that knows, so that a link opens the same view.

A choice that equals the default is left out of the URL, so a bookmark of the start page shows the latest assessment
next year too. Choices in `KEPT` go with the reader from page to page; others belong to the page they were made on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from urllib.parse import quote_plus, urlencode

import streamlit as st

from scoreboard.text import DEFAULT_LANGUAGE, LANGUAGES
from scoreboard.ui.markdown import literal

KEPT = ("assessment", "group", "unit", "criterion", "lang", "screen", "version")

ALL = ""

_MEMORY = "kept_choices"
_PAGE = "page_shown"


def restore() -> None:
    """Put the kept choices back into the URL, which Streamlit empties when the page is switched in the menu.

    On the page that was shown before, a choice that is not in the URL is none any more: the back button took it away.
    """
    kept = st.session_state.setdefault(_MEMORY, {})
    page = st.context.url
    is_same = page is not None and page == st.session_state.get(_PAGE)
    st.session_state[_PAGE] = page
    for name in KEPT:
        if name in st.query_params:
            kept[name] = st.query_params[name]
        elif is_same:
            kept.pop(name, None)
        elif name in kept:
            st.query_params[name] = kept[name]


def chosen(name: str) -> str | None:
    """The code in the URL, or None when the reader did not choose; it may be a code that nobody knows."""
    return st.query_params.get(name) or None


def all_chosen() -> str:
    """Every choice as the URL has it; empty where the reader made none."""
    return urlencode(st.query_params.to_dict())


def chosen_of(name: str, codes: Iterable[str]) -> str | None:
    """The code in the URL when it is one of `codes`, else None."""
    code = chosen(name)
    return code if code in set(codes) else None


def language() -> str:
    """The language chosen, or the default one."""
    return chosen_of("lang", LANGUAGES) or DEFAULT_LANGUAGE


def choose(name: str, code: str | None) -> None:
    """Put a choice into the URL, or take it out."""
    kept = st.session_state.setdefault(_MEMORY, {})
    if code is None:
        kept.pop(name, None)
        st.query_params.pop(name, None)
        return
    st.query_params[name] = code
    if name in KEPT:
        kept[name] = code


def link(page: str, **choices: str | None) -> str:
    """The address of a page (its `url_path`, "" for the first) with the kept choices, changed as given."""
    here = st.query_params.to_dict()  # asked once: a page has a thousand links
    kept = {name: here.get(name) or None for name in KEPT} | choices
    query = "&".join(f"{name}={quote_plus(code)}" for name, code in kept.items() if code is not None)
    return f"./{page}?{query}" if query else f"./{page}"


def here(**choices: str) -> str:
    """The address of the page as it stands, with choices changed as given."""
    return f"?{urlencode(st.query_params.to_dict() | choices)}"


def _take(name: str, key: str, default: str, before: Callable[[str], None] | None = None) -> None:
    code = st.session_state[key]
    if before is not None:
        before(code)
    choose(name, None if code == default else code)


def _ready(name: str, options: Mapping[str, str], default: str) -> tuple[str, dict]:
    """The widget's key, its state set to what the URL says, and the arguments that both widgets share."""
    key = f"choose_{name}"
    st.session_state[key] = chosen_of(name, options) or default
    return key, {"format_func": lambda code: options[code], "on_change": _take, "args": (name, key, default)}


def select(
    name: str,
    label: str,
    options: Mapping[str, str],
    default: str,
    width: int,
    *,
    before: Callable[[str], None] | None = None,
) -> str:
    """A drop-down over `options` (code to label, `ALL` to the words for all), `width` pixels wide; the code chosen.

    `before` is told the code that the reader is about to choose, while the URL still has the one before.
    """
    key, shared = _ready(name, options, default)
    shared["args"] = (*shared["args"], before)
    return st.selectbox(label, list(options), key=key, width=width, **shared)


def _take_one_of(name: str, place: int, key: str, chosen: Sequence[str]) -> None:
    codes = [*chosen[:place], st.session_state[key], *chosen[place + 1 :]]
    choose(name, ",".join(code for code in codes if code))


def select_one_of(
    name: str, place: int, label: str, options: Mapping[str, str], *, chosen: Sequence[str], width: int
) -> None:
    """A drop-down for one place of a choice of several codes (`chosen`), which the URL joins by commas."""
    key = f"choose_{name}_{place}"
    st.session_state[key] = chosen[place] if place < len(chosen) else next(iter(options))
    st.selectbox(
        label,
        list(options),
        key=key,
        width=width,
        format_func=lambda code: options[code],
        on_change=_take_one_of,
        args=(name, place, key, tuple(chosen)),
    )


def pills(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """A row of pills over `options` (code to label), of which one is always chosen; the code chosen."""
    key, shared = _ready(name, {code: literal(text) for code, text in options.items()}, default)
    return st.pills(label, list(options), key=key, wrap=True, required=True, **shared)
