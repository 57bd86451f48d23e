"""`docs/methodology.md`, written from the examples that the tests run: `python -m tests.spec.methodology`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb

from etl.build.statements import comment_on_tables, create_tables
from tests.spec.contents import CHAPTERS
from tests.spec.example import Example, parse_table

PAGE = Path(__file__).parents[2] / "docs" / "methodology.md"
WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))

HEADING = """\
# Phương pháp

Trang này được viết ra từ các ví dụ mà bộ kiểm thử chạy thật trên cơ sở dữ liệu; muốn đổi, sửa quy tắc trong
`etl/rules` và ví dụ trong `tests/spec`, rồi chạy `python -m tests.spec.methodology`. Mỗi ví dụ cho các bảng đầu vào
và bảng kết quả; bảng kết quả chỉ nêu các cột có liên quan nhưng đủ mọi dòng. Ô trống trong bảng kết quả nghĩa là
không có giá trị.

Điểm là số thập phân chính xác. Phép chia cắt sau 10 chữ số (điểm) hoặc 18 chữ số (tỷ lệ), không làm tròn lên; số chỉ
được làm tròn khi hiển thị. Điểm của kỳ “2020” hay đơn vị “A” dưới đây là ví dụ.
"""


def methodology() -> str:
    """The page in Markdown."""
    return "\n".join([HEADING, *_chapters()])


def _chapters() -> Iterator[str]:
    for c, chapter in enumerate(CHAPTERS, start=1):
        yield f"## {c}. {chapter.title}\n"
        for s, section in enumerate(chapter.sections, start=1):
            yield f"### {c}.{s}. {section.title}\n{section.rule}"
            for e, example in enumerate(section.examples, start=1):
                yield f"#### Ví dụ {c}.{s}.{e}. {example.title}\n"
                yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for name, text in example.given.items():
        yield f"{WORDS['given'][name]}:\n"
        yield _table(text)
    for name, text in example.result.items():
        yield f"→ **{WORDS['result'][name]}**:\n"
        yield _table(text)


def _table(text: str) -> str:
    rows = parse_table(text)
    header = [_heading(column) for column in rows[0]]
    body = [[_said(cell) for cell in row.values()] for row in rows]
    lines = [header, ["---"] * len(header), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _heading(column: str) -> str:
    """The Vietnamese term of a column, as its comment in the database ends; a criterion's code stays itself."""
    return WORDS["column"].get(column) or _terms().get(column) or column


def _said(cell: str) -> str:
    """A cell in Vietnamese: a code in words, a number with its decimal comma."""
    if re.fullmatch(r"-?\d+\.\d+", cell):
        return cell.replace(".", ",")
    return WORDS["value"].get(cell, cell)


@cache
def _terms() -> dict[str, str]:
    with duckdb.connect() as connection:
        create_tables(connection)
        comment_on_tables(connection)
        comments = connection.execute("select column_name, comment from duckdb_columns() where comment is not null")
        return {column: comment.rpartition("(")[2].rstrip(")") for column, comment in comments.fetchall()}


if __name__ == "__main__":
    PAGE.write_text(methodology(), "utf-8", newline="\n")
