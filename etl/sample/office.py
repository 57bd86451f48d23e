"""Writes the illustrative office into a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from etl.office.facts import FACTS_FILE, load_facts
from etl.office.folder import OfficeFolder
from etl.office.load import load_reference
from etl.office.reference import TABLES
from etl.office.save import save_rows
from etl.problem import Problem
from etl.sample import matrix, stage_matrix, unit_rows, unit_sheets, unit_workbooks
from etl.sample.facts import HERE
from etl.sample.file import as_bytes, is_ours
from etl.sample.rounds import rounds
from etl.sample.words import MARK

LAYOUTS = {
    "unit_sheets": unit_sheets.draw,
    "matrix": matrix.draw,
    "unit_workbooks": unit_workbooks.draw,
    "unit_rows": unit_rows.draw,
    "stage_matrix": stage_matrix.draw,
}


class OfficeInUseError(Exception):
    """The folder is somebody's own office; `problem` says by which file, in both languages."""

    def __init__(self, seen: str) -> None:
        self.problem = Problem("office_in_use", file=seen, seen=seen)
        super().__init__(self.problem.as_line())


def write_office(folder: Path) -> list[Path]:
    """Write the workbooks and the reference rows that only a person can know; says which workbooks it wrote.

    Workbooks of an earlier sample are replaced; reference rows that the folder already has stay as they are. Raises
    OfficeInUseError, with nothing written, when `raw/` holds a file that no sample wrote or the office is a real one.
    """
    office = OfficeFolder(Path(folder))
    earlier = _earlier_workbooks(office)
    written = [
        _write(office.raw / name, as_bytes(workbook, round_.signed_on, MARK))
        for round_ in rounds()
        for name, workbook in LAYOUTS[round_.layout](round_)
    ]
    for stale in earlier - set(written):
        stale.unlink()
    _write_reference(office)
    return written


def _earlier_workbooks(office: OfficeFolder) -> set[Path]:
    if (office.reference / FACTS_FILE).exists() and not load_facts(office)[0].is_illustrative:
        raise OfficeInUseError(f"reference/{FACTS_FILE}")
    files = {path for path in office.raw.rglob("*") if path.is_file() and not path.name.startswith((".", "~$"))}
    for path in sorted(files):
        if not is_ours(path):
            raise OfficeInUseError(path.relative_to(office.root).as_posix())
    return files


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _write_reference(office: OfficeFolder) -> None:
    told = OfficeFolder(HERE)
    reference, _ = load_reference(told)
    for table in TABLES:
        save_rows(office, table.name, reference.rows(table.name))
    if not (office.reference / FACTS_FILE).exists():
        shutil.copyfile(told.reference / FACTS_FILE, office.reference / FACTS_FILE)
