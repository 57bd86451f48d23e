"""A build that stops at a given moment: `python -m tests.unit.build_in_child FOLDER STAGE DONE`.

It prints `there` when it has come to the moment and goes on when it is sent a line.
"""

from __future__ import annotations

import sys
from pathlib import Path

from etl.build import build_version
from etl.office import OfficeFolder
from tests.spec.chapters import changes
from tests.spec.office import office_of


def build_until(folder: OfficeFolder, stage: str, done: int) -> None:
    """Builds the example office, pausing once at the moment."""

    def pause(now: str, so_far: int, total: int) -> None:
        if (now, so_far) == (stage, done):
            sys.stdout.write("there\n")
            sys.stdout.flush()
            sys.stdin.readline()

    reference, harmonised = office_of(changes.PARTS.examples[0].given)
    build_version(folder, reference, [], harmonised, [], progress=pause)


if __name__ == "__main__":
    build_until(OfficeFolder(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3]))
