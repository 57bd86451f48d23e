"""What is said of the data of a version: how many problems, where, and out of how many files."""

from __future__ import annotations

from datetime import datetime

import pandas as pd

from scoreboard.text import Words
from scoreboard.text import numbers as written


def figures(
    problems: pd.DataFrame, files: pd.DataFrame, loaded_at: datetime, words: Words
) -> list[tuple[str, str, str, str]]:
    """Warnings, workbooks, sheets and score cells, each with what it is counted in."""
    counts = problems["severity"].value_counts()
    errors = int(counts.get("error", 0))
    kinds = "errors" if errors else "no_errors" if len(problems) else "nothing"
    return [
        (
            words("data.figure.problems"),
            written.integer(len(problems), words.lang),
            "",
            words(f"data.figure.{kinds}", n=errors),
        ),
        (
            words("data.figure.files"),
            written.integer(len(files), words.lang),
            "",
            words("data.figure.loaded", at=written.moment(loaded_at, words.lang)),
        ),
        (words("data.figure.sheets"), written.integer(int(files["sheets"].sum()), words.lang), "", ""),
        (words("data.figure.cells"), written.integer(int(files["score_cells"].sum()), words.lang), "", ""),
    ]


def problems(found: pd.DataFrame, words: Words) -> str:
    """How many problems there are, and where most of them are."""
    if found.empty:
        return words("data.problems.none")
    counts = found.loc[found["file"] != "", "file"].value_counts()
    if len(counts) < 2 or counts.iloc[0] == counts.iloc[1]:
        return words("data.problems.finding", n=len(found))
    return words("data.problems.most", n=len(found), file=counts.index[0], most=int(counts.iloc[0]))


def compared(found: pd.DataFrame, shown: pd.DataFrame, words: Words) -> str:
    """What the list is, and how much of it the reader's choice leaves."""
    if found.empty:
        return words("data.problems.none_compared")
    if len(shown) < len(found):
        return words("data.problems.part", shown=len(shown), n=len(found))
    return words("data.problems.compared")


def files(sources: pd.DataFrame, words: Words) -> str:
    """How many workbooks the version was made of, and how many bore problems."""
    if sources.empty:
        return words("data.files.none")
    return words("data.files.finding", n=len(sources), clean=int((sources["problems"] == 0).sum()))
