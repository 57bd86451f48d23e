"""The office folder: what lies where."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "SCOREBOARD_DATA"
DEFAULT_FOLDER = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class OfficeFolder:
    """Paths of one office: `raw/` as received, `reference/` as decided, `build/` as built."""

    root: Path

    @classmethod
    def chosen(cls, folder: str | Path | None = None) -> OfficeFolder:
        """The folder given, or the one the environment names, or the default office."""
        return cls(Path(folder or os.environ.get(DATA_VARIABLE) or DEFAULT_FOLDER).resolve())

    @property
    def raw(self) -> Path:
        """Workbooks as received, in any sub-folders."""
        return self.root / "raw"

    @property
    def reference(self) -> Path:
        """What analysts decide, one plain file each."""
        return self.root / "reference"

    @property
    def build(self) -> Path:
        """Database versions and the pointer to the current one."""
        return self.root / "build"

    @property
    def cells(self) -> Path:
        """What was read of each workbook, kept so that it is read once; may be deleted at any time."""
        return self.build / "cells"

    def reference_file(self, table: str) -> Path:
        """The file of one reference table."""
        return self.reference / f"{table}.csv"
