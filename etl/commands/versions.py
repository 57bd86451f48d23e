"""`versions`: the database versions of an office."""

from __future__ import annotations

import json

from etl.build.versions import damaged_pointer, list_versions
from etl.commands.output import write
from etl.commands.report import JSON
from etl.commands.words import say
from etl.office import OfficeFolder


def run(folder: OfficeFolder, lang: str, form: str) -> int:
    """List the versions, newest first, the current one marked; 1 when the pointer to it is damaged."""
    found = list_versions(folder)
    damaged = damaged_pointer(folder)
    if form == JSON:
        listed = [
            {"version": each.name, "built_at": each.built_at.isoformat(), "is_current": each.is_current}
            for each in found
        ]
        problems = [problem.as_json(lang) for problem in damaged]
        write(json.dumps({"versions": listed, "problems": problems}, ensure_ascii=False, indent=2))
        return int(bool(damaged))
    for each in found:
        line = say(lang, "version_line", name=each.name, built_at=f"{each.built_at:%d/%m/%Y %H:%M:%S}")
        write(f"{line} {say(lang, 'current')}" if each.is_current else line)
    if not found:
        write(say(lang, "no_versions"))
    for problem in damaged:
        write(problem.as_line(lang))
    return int(bool(damaged))
