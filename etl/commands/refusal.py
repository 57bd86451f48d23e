"""What the operating system refuses, as a problem in our own words."""

from __future__ import annotations

import errno

from etl.commands.words import words
from etl.office import OfficeFolder
from etl.problem import Problem

OTHER = "other"


def reason(error: OSError, lang: str) -> str:
    """Why a file or folder cannot be used."""
    refusals = words(lang)["refusals"]
    name = errno.errorcode.get(error.errno or 0, OTHER)
    return refusals.get(name, refusals[OTHER]).format(number=error.errno)


def place_refused(error: OSError, folder: OfficeFolder, lang: str) -> Problem:
    """The problem of a refusal; where the system names no place, it is the office folder."""
    seen = str(error.filename or folder.root)
    return Problem("place_refused", seen=seen, values={"reason": reason(error, lang)})


def not_folders(folder: OfficeFolder) -> list[Problem]:
    """The parts of the office folder that are something else than folders."""
    parts = (folder.raw, folder.reference, folder.build)
    return [Problem("not_a_folder", seen=str(part)) for part in parts if part.exists() and not part.is_dir()]
