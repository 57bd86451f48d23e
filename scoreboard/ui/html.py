"""Own HTML: the pieces that Streamlit has no element for. What is given as text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.theme import DARK, LIGHT, VERDICTS, Theme
from scoreboard.findings.sentence import Sentence
from scoreboard.text import Words
from scoreboard.ui import selection

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_PARTS_WITH_NUMBER = 12

TYPE_SIZE = 16


def rich(text: str) -> str:
    """`text` escaped, with what stands between double asterisks made strong."""
    return _STRONG.sub(r"<strong>\1</strong>", escape(text))


@cache
def style(zoom: float) -> str:
    """The style sheet of our own classes, with the colours of both themes as its variables.

    All type is `zoom` times as large: what Streamlit draws is measured in the root's type size, ours is enlarged.
    """
    colours = [field.name for field in fields(Theme) if field.name != "name"]
    variables = "".join(
        f"--vl-{name.replace('_', '-')}:light-dark({getattr(LIGHT, name)},{getattr(DARK, name)});" for name in colours
    )
    sheet = Path(__file__).with_name("style.css").read_text("utf-8")
    larger = f":root{{font-size:{TYPE_SIZE * zoom:g}px}}.vl{{zoom:{zoom}}}"
    return f"<style>:root{{{variables}}}\n{sheet}{larger}</style>"


def show(body: str, theme: Theme | None = None) -> None:
    """Put a piece of our own HTML on the page, in the reader's language; nothing when it is empty.

    What opens above the page knows nothing of the page's light or dark: a piece inside it is told the `theme`.
    """
    if body:
        scheme = f' style="color-scheme:{theme.name}"' if theme else ""
        st.html(f'<div class="vl" lang="{selection.language()}"{scheme}>{body}</div>')


def heading(text: str) -> str:
    """The page's name."""
    return f"<h1>{escape(text)}</h1>"


def finding(text: str, compared: str) -> str:
    """A panel's head: what was found, and beneath it what is compared with what."""
    caption = f'<p class="vl-caption">{rich(compared)}</p>' if compared else ""
    return f"<h2>{escape(text)}</h2>{caption}"


def context(parts: Iterable[str], mark: str, note: str = "") -> str:
    """The line above the page's name: what the page is about, and the mark of data that are not real at its end.

    `note` is finished HTML.
    """
    line = " · ".join(escape(part) for part in parts if part)
    badge = f'<span class="vl-mark">{escape(mark)}</span>' if mark else ""
    return f'<div class="vl-context"><span>{line}{note}</span>{badge}</div>'


def newer_version(text: str, link: str) -> str:
    """The end of the context line of a page pinned to an older version: that a newer one exists, and where."""
    return f' · <a href="{escape(link)}">{escape(text)}</a>'


def notice(text: str, *links: tuple[str, str]) -> str:
    """A plain sentence about the page itself, with what to do and where that can be done: (address, words) each."""
    anchors = " · ".join(f'<a href="{escape(link)}">{escape(words)}</a>' for link, words in links)
    return f'<p class="vl-notice" role="status">{" ".join(filter(None, (rich(text), anchors)))}</p>'


def sentences(findings: Iterable[Sentence], how: str) -> str:
    """The findings as a numbered list with hairlines between; the rule of each opens under the word `how`."""
    items = "".join(f"<li>{rich(finding.text)}{_rule(finding.rule, how)}</li>" for finding in findings)
    return f'<ol class="vl-findings">{items}</ol>' if items else ""


def _rule(rule: str, how: str) -> str:
    return f"<details><summary>{escape(how)}</summary><p>{rich(rule)}</p></details>" if rule else ""


def paragraphs(texts: Iterable[str]) -> str:
    """Sentences, each a paragraph of its own."""
    return "".join(f'<p class="vl-text">{rich(text)}</p>' for text in texts)


def notes(texts: Iterable[str]) -> str:
    """What must be known to read what stands above, in small type; nothing where there is nothing to say."""
    said = "".join(f"<p>{escape(text)}</p>" for text in texts if text)
    return f'<div class="vl-notes">{said}</div>' if said else ""


def lead(text: str) -> str:
    """The sentence that stands under the page's name."""
    return f'<p class="vl-lead">{rich(text)}</p>'


def hits(heading: str, found: Iterable[tuple[str, str]], more: str) -> str:
    """What a search found: (name, address) each, and how much more there is."""
    rows = "".join(f"<li>{link(name, address)}</li>" for name, address in found)
    rest = f"<p>{escape(more)}</p>" if more else ""
    return f'<section class="vl-hits"><p class="vl-hits-kind">{escape(heading)}</p><ul>{rows}</ul>{rest}</section>'


def facts(said: Iterable[tuple[str, str]]) -> str:
    """What holds of the page's subject: (label, text) each."""
    rows = "".join(f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in said)
    return f'<dl class="vl-facts">{rows}</dl>'


def ways(destinations: Iterable[tuple[str, str]]) -> str:
    """Where to go on from here: (words, address) each."""
    return f'<p class="vl-ways">{" · ".join(link(text, address) for text, address in destinations)}</p>'


def link(text: str, address: str) -> str:
    """`text` as a link to an address of ours."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def key_figures(figures: Iterable[tuple[str, str, str, str]]) -> str:
    """A band of figures: (label, number, unit or base, comparison), each already written."""
    cells = "".join(
        f"<div><dt>{escape(label)}</dt>"
        f'<dd><span class="vl-figure">{escape(number)}</span><span class="vl-base">{escape(base)}</span></dd>'
        f'<dd class="vl-beside">{_unbroken(escape(beside))}</dd></div>'
        for label, number, base, beside in figures
    )
    return f'<dl class="vl-figures">{cells}</dl>'


def _unbroken(text: str) -> str:
    """The text with its percentages kept on one line with what they are of."""
    return text.replace(" %", "&nbsp;%")


def key(entries: Iterable[KeyEntry]) -> str:
    """What the fills and marks of a figure mean."""
    items = "".join(
        f'<li><span class="vl-swatch vl-{entry.code}" aria-hidden="true"></span>{escape(entry.label)}</li>'
        for entry in entries
    )
    return f'<ul class="vl-key">{items}</ul>' if items else ""


def verdict_bar(words: Words, counts: dict[str, int]) -> str:
    """One row's criteria by verdict as a bar whose parts are as long as their counts; the same in words for readers.

    `counts` has the verdicts, `not_applicable` and `blank`; a part too short for its number shows none.
    """
    labels = {verdict: words(f"figures.verdict.{verdict}") for verdict in VERDICTS}
    labels |= {absence: words(f"figures.absence.{absence}") for absence in ("not_applicable", "blank")}
    given = {kind: counts[kind] for kind in labels if counts.get(kind)}
    spoken = escape("; ".join(f"{labels[kind]}: {count}" for kind, count in given.items()))
    least = sum(given.values()) / _PARTS_WITH_NUMBER
    parts = "".join(
        f'<span class="vl-{kind}" style="flex:{count} 0 0">{count if count >= least else ""}</span>'
        for kind, count in given.items()
    )
    return f'<div class="vl-bar" role="img" aria-label="{spoken}" title="{spoken}">{parts}</div>'


def absence_band(text: str) -> str:
    """The hatched band that stands where a bar would, with the reason in words."""
    return f'<div class="vl-band vl-not_submitted">{escape(text)}</div>'
