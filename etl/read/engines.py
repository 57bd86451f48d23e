"""One engine for each format. No single one opens everything, and some that open a file lose what a score rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from etl.read.cells import Sheet
from etl.read.formats import Format


@dataclass(frozen=True, slots=True)
class Engine:
    """`module` and `function` read the bytes; `loses` when the fonts do not survive it."""

    module: str
    function: str
    loses: bool = False

    def read(self, content: bytes) -> list[Sheet]:
        """The worksheets of a file; the parser behind the engine is imported when first needed."""
        engine: Callable[[bytes], list[Sheet]] = getattr(import_module(f"etl.read.{self.module}"), self.function)
        return engine(content)


ENGINES = {
    Format.XLSX: Engine("ooxml", "read_ooxml"),
    Format.STRICT: Engine("ooxml", "read_strict_ooxml"),
    Format.XLSB: Engine("binary_workbook", "read_binary_workbook", loses=True),
    Format.ODS: Engine("open_document", "read_open_document"),
    Format.XLS: Engine("biff", "read_biff"),
    Format.HTML: Engine("html_text", "read_html"),
    Format.CSV: Engine("csv_text", "read_csv"),
}
