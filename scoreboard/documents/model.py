"""The parts of a document, in no format: texts, tables with typed cells, pictures by what draws them, annexes.

In every text `**` stands around what is emphasised, as in the findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from scoreboard.pictures.picture import Picture
from scoreboard.tables.table import Table

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is a part of the document, 2 stands inside one."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """Paragraphs that each begin with a dash."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What must be known to read what stands above it, in small type."""

    text: str


@dataclass(frozen=True, slots=True)
class Tabulated:
    """A table with its title; `widths` are parts of the text's width by column, equal where there are none."""

    title: str
    table: Table
    widths: tuple[float, ...] = ()


Block = Heading | Paragraph | Items | Note | Tabulated | Picture


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: on pages of its own, numbered on their own; a lying page where `is_wide`."""

    title: str
    blocks: tuple[Block, ...]
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a document comes from: office, context line, source, the mark of data that are not real, version's time.

    `superior` is the body above the office and `place` where it sits, both as its letterhead says; empty where unsaid.
    """

    lang: str
    office: str
    superior: str
    place: str
    context: tuple[str, ...]
    source: str
    mark: str
    built_at: datetime


@dataclass(frozen=True, slots=True)
class Document:
    """A text document; `kind` is the word above the title (BÁO CÁO), `is_letter` whether it is to be signed."""

    imprint: Imprint
    kind: str
    title: str
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()
    is_letter: bool = True


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: its name, a value per category (None for nothing), its colour and that of its labels."""

    name: str
    values: tuple[float | None, ...]
    labels: tuple[str, ...]
    colour: str
    label_colour: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars that a presentation can edit, the first category on top; `is_whole` stacks them to 100 %."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    is_whole: bool = False
    focus: int | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: the finding, what is compared, one thing shown (or texts), and what the speaker must know."""

    finding: str
    compared: str = ""
    shown: Bars | Picture | Tabulated | Items | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """A presentation: its title and its slides."""

    imprint: Imprint
    title: str
    subtitle: str
    slides: tuple[Slide, ...] = field(default=())


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is emphasised."""
    for place, piece in enumerate(_STRONG.split(legible(text))):
        if piece:
            yield piece, place % 2 == 1


def plain(text: str) -> str:
    """The text without the signs of emphasis."""
    return _STRONG.sub(r"\1", legible(text))


def legible(text: str) -> str:
    """The text without the control characters that old workbooks hold and no document may."""
    return _CONTROLS.sub("", text)


def pictures(document: Document) -> Iterator[Picture]:
    """Every picture of a document, in its order."""
    for blocks in (document.blocks, *(annex.blocks for annex in document.annexes)):
        yield from (block for block in blocks if isinstance(block, Picture))
