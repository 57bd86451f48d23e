"""The texts of a workbook from legacy encodings into Unicode, once all of its cells are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from etl.problem import Problem
from etl.read.cells import Cell, CellKind, Sheet
from etl.text.legacy import Decoded, Encoding, Habits, Run, decode_beside, decode_runs, habits_of


def decode_sheets(sheets: tuple[Sheet, ...], file: str) -> tuple[tuple[Sheet, ...], list[Problem]]:
    """The sheets with their texts, comments and names in Unicode, and a problem for all that could be read in two ways.

    What a font is used for in the rest of the workbook decides the words that alone would be unsure. Names have no font
    and comments seldom the one that they were typed for: there the texts of the sheet say in what its words are.
    """
    habits = habits_of(_runs(cell) for sheet in sheets for cell in _texts(sheet))
    of_workbook = set(habits.values())
    problems: list[Problem] = []
    return tuple(_Decoding(sheet, file, habits, of_workbook, problems).sheet() for sheet in sheets), problems


@dataclass(frozen=True)
class _Decoding:
    """One sheet on its way into Unicode; what is unsure is added to `problems`."""

    source: Sheet
    file: str
    habits: Habits
    of_workbook: set[Encoding]
    problems: list[Problem]

    def sheet(self) -> Sheet:
        """The sheet in Unicode; itself where nothing of it is in a legacy encoding."""
        fonts = {font for cell in _texts(self.source) for _, font in _runs(cell)}
        beside = {self.habits[font] for font in fonts if font in self.habits} or self.of_workbook
        name = self._read(decode_beside([(self.source.name, "")], beside, self.habits), "name_encoding_unsure")
        changed = {
            place: decoded
            for place, cell in self.source.cells.items()
            if (cell.comment or cell.kind is CellKind.TEXT) and (decoded := self._cell(cell, beside)) is not cell
        }
        if not changed and name is None:
            return self.source
        return replace(self.source, cells=self.source.cells | changed, decoded_name=name.text if name else "")

    def _cell(self, cell: Cell, beside: set[Encoding]) -> Cell:
        if cell.kind is CellKind.TEXT:
            text = self._read(decode_runs(_runs(cell), self.habits), "encoding_unsure", cell.address, _runs(cell))
            cell = replace(cell, text=text.text, encoding=str(text.encoding)) if text else cell
        if cell.comment:
            runs = cell.comment_runs or ((cell.comment, ""),)
            comment = self._read(
                decode_beside(runs, beside, self.habits), "comment_encoding_unsure", cell.address, runs
            )
            cell = replace(cell, comment=comment.text) if comment else cell
        return cell

    def _read(self, found: Decoded, code: str, address: str = "", runs: Sequence[Run] = ()) -> Decoded | None:
        """What was converted; None where the text is Unicode already, or unsure, which is said."""
        if not found.is_sure:
            fonts = ", ".join(dict.fromkeys(font for _, font in runs if font))
            values = {"font": fonts or "–", "encoding": found.encoding.label, "other": found.other}
            self.problems.append(Problem(code, self.file, self.source.name, address, found.text, values))
            return None
        return None if found.encoding is Encoding.UNICODE else found


def _texts(sheet: Sheet) -> Iterable[Cell]:
    return (cell for cell in sheet.cells.values() if cell.kind is CellKind.TEXT)


def _runs(cell: Cell) -> tuple[Run, ...]:
    return cell.runs or ((cell.text, cell.font),)
