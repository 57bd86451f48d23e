"""Parts and headings of documents, numbered as official documents number them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scoreboard.documents.model import Block, Heading, Imprint
from scoreboard.text import Words

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """A number up to 39 in Roman digits."""
    digits = ""
    for value, digit in _ROMAN:
        count, number = divmod(number, value)
        digits += digit * count
    return digits


def numbered(parts: Iterable[tuple[str, list[Block]]]) -> Iterator[Block]:
    """Every part that has blocks, under its heading I, II, ...; headings inside a part are numbered 1, 2, ..."""
    kept = [(title, blocks) for title, blocks in parts if blocks]
    for place, (title, blocks) in enumerate(kept, start=1):
        yield Heading(f"{roman(place)}. {title}")
        inside = 0
        for block in blocks:
            if isinstance(block, Heading):
                inside += 1
                yield Heading(f"{inside}. {block.text}", level=2)
            else:
                yield block


def place_and_date(imprint: Imprint, words: Words) -> str:
    """The line above the title: the office's place, left open where it is unsaid, and a date for whoever signs."""
    return words("document.place_and_date", place=imprint.place or words("document.place_open"))
