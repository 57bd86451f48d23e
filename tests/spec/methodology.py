"""`docs/methodology.md` and, in English, `docs/methodology.en.md`, written from the examples that the tests run.

Written anew by `python -m tests.spec.methodology`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from etl.build.statements import comment_on_tables, create_tables
from tests.spec.contents import CHAPTERS
from tests.spec.english import english
from tests.spec.example import Chapter, Example, parse_table
from tests.spec.office import PLACE

DOCS = Path(__file__).parents[2] / "docs"
NUMBER = re.compile(r"-?\d+\.\d+")


@dataclass(frozen=True)
class Edition:
    """The page in one language: where it is, what it says around the tables, and its words for what stands in them.

    `columns` has every column of the tables shown, as `table.column` where one table calls it otherwise; `worded`
    is what a cell may not stay as it is: it must have a word.
    """

    page: Path
    chapters: tuple[Chapter, ...]
    words: dict[str, dict[str, str]]
    columns: dict[str, str]
    worded: re.Pattern[str]

    def heading(self, table: str, column: str) -> str:
        """The term of a column; on a scoresheet a criterion's code stays itself."""
        if table == "scores" and column not in PLACE:
            return column
        return self.columns.get(f"{table}.{column}") or self.columns[column]

    def said(self, cell: str) -> str:
        """A cell in this language: a code in words, a number with its decimal sign, a label as it is."""
        if NUMBER.fullmatch(cell):
            return cell.replace(".", self.words["page"]["decimal_sign"])
        if cell in self.words["value"]:
            return self.words["value"][cell]
        if ":" in cell:
            return ":".join(self.said(part) for part in cell.split(":"))
        if self.worded.search(cell):
            raise KeyError(cell)
        return cell


def methodology(edition: Edition) -> str:
    """The page in Markdown; a KeyError names the column or the cell that has no word in its language."""
    return "\n".join([edition.words["page"]["heading"].lstrip(), *_chapters(edition)])


def _chapters(edition: Edition) -> Iterator[str]:
    for c, chapter in enumerate(edition.chapters, start=1):
        yield f"## {c}. {chapter.title}\n"
        for s, section in enumerate(chapter.sections, start=1):
            yield f"### {c}.{s}. {section.title}\n{section.rule}"
            for e, example in enumerate(section.examples, start=1):
                yield f"#### {edition.words['page']['example']} {c}.{s}.{e}. {example.title}\n"
                yield from _example(edition, example)


def _example(edition: Edition, example: Example) -> Iterator[str]:
    for name, text in example.given.items():
        yield f"{edition.words['given'][name]}:\n"
        yield _table(edition, name, text)
    for name, text in example.result.items():
        yield f"→ **{edition.words['result'][name]}**:\n"
        yield _table(edition, name, text)


def _table(edition: Edition, name: str, text: str) -> str:
    rows = parse_table(text)
    header = [edition.heading(name, column) for column in rows[0]]
    body = [[edition.said(cell) for cell in row.values()] for row in rows]
    lines = [header, ["---"] * len(header), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


@cache
def vietnamese_edition() -> Edition:
    """The chapters as they are; a column without a word here is called what its comment in the database ends with."""
    words = _words("vi")
    own = {name: term for name, term in _terms().items() if name.rpartition(".")[2] not in words["column"]}
    return Edition(DOCS / "methodology.md", CHAPTERS, words, own | words["column"], re.compile(r"^[a-z_-]{3,}$"))


@cache
def english_edition() -> Edition:
    """The same tables in English; a KeyError names the title that has no English."""
    words = _words("en")
    worded = re.compile(r"[^\W\d_]{3}|[^\x00-\x7f]")
    return Edition(DOCS / "methodology.en.md", english(CHAPTERS), words, words["column"], worded)


def _words(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name(f"words.{language}.toml").read_text("utf-8"))


def _terms() -> dict[str, str]:
    """The Vietnamese term of every column by `table.column`, and by its name alone for other tables."""
    with duckdb.connect() as connection:
        create_tables(connection)
        comment_on_tables(connection)
        comments = connection.execute(
            "select table_name, column_name, comment from duckdb_columns() where comment is not null"
        ).fetchall()
    terms = {(table, column): comment.rpartition("(")[2].rstrip(")") for table, column, comment in comments}
    return {column: term for (_, column), term in terms.items()} | {
        ".".join(name): term for name, term in terms.items()
    }


if __name__ == "__main__":
    for edition in (vietnamese_edition(), english_edition()):
        edition.page.write_text(methodology(edition), "utf-8", newline="\n")
