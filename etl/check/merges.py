"""Values that a merged range covers."""

from __future__ import annotations

from collections.abc import Iterator

from etl.problem import Problem
from etl.read.cells import Cell, Merge, Sheet, Workbook


def value_under_merge(workbooks: list[Workbook]) -> Iterator[Problem]:
    """Content below a merge, which nobody sees and nothing counts: one problem per range.

    What only repeats the text that is seen is no loss and no problem.
    """
    for workbook in workbooks:
        for sheet in workbook.sheets:
            for merge in sheet.merges if sheet.covered else ():
                shown = sheet.at(merge.top, merge.left).text
                hidden = [cell for cell in _covered(sheet, merge) if cell.text not in ("", shown)]
                if hidden:
                    values = {"shown": shown, "cells": str(len(hidden))}
                    first = hidden[0]
                    yield Problem("value_under_merge", workbook.file, sheet.name, first.address, first.text, values)


def _covered(sheet: Sheet, merge: Merge) -> list[Cell]:
    """The covered cells of the range, in reading order."""
    return [
        cell
        for (row, column), cell in sorted(sheet.covered.items())
        if merge.top <= row <= merge.bottom and merge.left <= column <= merge.right
    ]
