"""CSV text, whatever its name says: one sheet."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import islice

from etl.read import limits
from etl.read.cells import Cell, Sheet
from etl.read.merging import Cells, sheet_of
from etl.read.plain_text import fields_of, text_of
from etl.read.refused import RefusedError

_DELIMITERS = "\t;,|"
_LINES_JUDGED = 100
_DECLARATION = "sep="
_SHEET = "CSV"


def read_csv(content: bytes) -> list[Sheet]:
    """The one sheet of the file; raises RefusedError for a text that is no table."""
    text = text_of(content)
    delimiter, text = _delimiter(text)
    csv.field_size_limit(limits.MAX_FILE_BYTES)
    cells: Cells = {}
    for row, values in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), start=1):
        for column, value in enumerate(values, start=1):
            if value.strip():
                cells[row, column] = Cell(row, column, **fields_of(value))
        if len(cells) > limits.MAX_CELLS:
            raise RefusedError("file_too_large")
    return [sheet_of(_SHEET, cells)]


def _delimiter(text: str) -> tuple[str, str]:
    """What separates the values, and the text without a line that declares it."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith(_DECLARATION) and len(first.strip()) == len(_DECLARATION) + 1:
        return first.strip()[-1], rest
    lines = [line for line in islice(text.splitlines(), _LINES_JUDGED) if line.strip()]
    best = max(_DELIMITERS, key=lambda delimiter: _agreement(lines, delimiter))
    if _agreement(lines, best) < 2:
        raise RefusedError("file_not_workbook", "TXT")
    return best, text


def _agreement(lines: list[str], delimiter: str) -> int:
    """How many lines have the same number of values, more than one, when cut there."""
    counts = Counter(len(values) for values in csv.reader(lines, delimiter=delimiter))
    return max((lines for values, lines in counts.items() if values > 1), default=0)
