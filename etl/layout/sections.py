"""Sheets in sections: the header repeated under the title of every section, and what such a title stands over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.layout.line import Line

FEWEST_SECTIONS = 2  # a header repeated once may be a page break


def in_sections(lines: list[Line], header_rows: Sequence[int]) -> list[Line]:
    """The lines, those of a section one deeper than the titles over it; unchanged where the sheet has no sections.

    A title stands right above a repeated header and has no number in the column of numbers while other lines do.
    """
    titles = [_titles_above(lines, row, before) for row, before in zip(header_rows, (0, *header_rows), strict=False)]
    if len(titles) < FEWEST_SECTIONS or not all(titles):
        return lines
    rows = {line.cell.row for above in titles for line in above}
    return [line if line.cell.row in rows else replace(line, depth=line.depth + 1) for line in lines]


def _titles_above(lines: list[Line], row: int, before: int) -> list[Line]:
    titles: list[Line] = []
    for line in reversed([line for line in lines if before < line.cell.row < row]):
        if line.is_numbered_beside or line.max_points is not None:
            break
        titles.append(line)
    return titles
