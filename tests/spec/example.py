"""The method told in examples: chapters of sections, each a rule in words and tables that show it.

The words are Vietnamese because they become `docs/methodology.md`, and `english.toml` says them in English for
`docs/methodology.en.md`; the tables are run on a real database.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Example:
    """Tables given and tables that must come out, by table name, written as text (see `parse_table`).

    A result names only the columns that the example is about, but always every row of the table.
    """

    title: str
    given: dict[str, str]
    result: dict[str, str]


@dataclass(frozen=True)
class Section:
    """One rule in words, with the examples that pin it."""

    title: str
    rule: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Chapter:
    """Rules that belong together."""

    title: str
    sections: tuple[Section, ...] = field(default=())


def parse_table(text: str) -> list[dict[str, str]]:
    """The rows of a table drawn as text: a header, then one row per line, cells between bars.

    A line of dashes is decoration; an empty cell is an empty text.
    """
    lines = [line for line in (line.strip() for line in text.strip().splitlines()) if line.strip("-+| ")]
    header, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return [dict(zip(header, row, strict=True)) for row in rows]
