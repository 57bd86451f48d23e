"""Problems by place, and the workbooks behind a version."""

from __future__ import annotations

from functools import partial

import pandas as pd

from scoreboard.tables.table import Column, Table
from scoreboard.text import Words
from scoreboard.text import numbers as written

SEVERITIES = ("error", "warning")
WHOLE_OFFICE = "-"
_HASH_SHOWN = 12
_KILOBYTE = 1024


def places(problems: pd.DataFrame, words: Words) -> dict[str, str]:
    """The files that problems are in, by the code of the choice, with how many; what is in no file last."""
    counts = problems["file"].value_counts()
    labels = {file: f"{file} ({counts[file]})" for file in sorted(counts.index) if file}
    if "" in counts:
        labels[WHOLE_OFFICE] = f"{words('data.whole_office')} ({counts['']})"
    return labels


def chosen(problems: pd.DataFrame, severity: str, file: str) -> pd.DataFrame:
    """The problems of a severity and of a file; blank means all of them."""
    kept = problems[problems["severity"] == severity] if severity else problems
    return kept[kept["file"] == (file if file != WHOLE_OFFICE else "")] if file else kept


def files(data: pd.DataFrame, words: Words) -> Table:
    """The rows of the question `source_files`."""
    integer = partial(written.integer, lang=words.lang)
    return Table(
        data.assign(size=data["size_bytes"] / _KILOBYTE),
        (
            Column("file", words("data.column.file")),
            Column("sheets", words("data.column.sheets"), integer, is_number=True),
            Column("score_cells", words("data.column.score_cells"), integer, is_number=True),
            Column("problems", words("data.column.problems"), integer, is_number=True),
            Column("size", words("data.column.size"), integer, is_number=True),
            Column("sha256", words("data.column.hash", n=_HASH_SHOWN), lambda digest: digest[:_HASH_SHOWN]),
        ),
    )
