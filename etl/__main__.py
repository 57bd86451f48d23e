"""The command line: `python -m etl <verb>`."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace

from etl.commands import build, check, diff, draft, inspect, rollback, sample, versions
from etl.commands.arguments import language_in, parser
from etl.commands.output import finish
from etl.commands.refusal import not_folders, place_refused
from etl.commands.report import report
from etl.commands.words import say
from etl.office import OfficeFolder

ON_OFFICE = {"draft": draft, "build": build, "versions": versions}
REPORT_SUFFIX = ".xlsx"


def main(arguments: list[str] | None = None) -> int:
    """Run a verb. 0 when done, 1 when errors were found and nothing changed; leaves with 2 on wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    read = parser(language_in(given))
    chosen = read.parse_args(given)
    folder = OfficeFolder.chosen(getattr(chosen, "data", None))
    if "data" in chosen and not folder.root.is_dir():
        read.error(say(chosen.lang, "no_folder", folder=folder.root))
    if getattr(chosen, "report", None) and chosen.report.suffix.lower() != REPORT_SUFFIX:
        read.error(say(chosen.lang, "report_suffix", file=chosen.report))
    in_the_way = not_folders(folder) if "data" in chosen else []
    if in_the_way:
        report(in_the_way, chosen.lang, chosen.format)
        return 1
    try:
        return _run(chosen, folder)
    except OSError as error:
        report([place_refused(error, folder, chosen.lang)], chosen.lang, chosen.format)
        return 1


def _run(chosen: Namespace, folder: OfficeFolder) -> int:
    if chosen.verb == "inspect":
        return inspect.run(chosen.files, chosen.lang, chosen.format)
    if chosen.verb == "sample":
        return sample.run(chosen.folder, chosen.lang, chosen.format)
    if chosen.verb == "rollback":
        return rollback.run(folder, chosen.version, chosen.lang, chosen.format)
    if chosen.verb == "diff":
        return diff.run(folder, chosen.old, chosen.new, chosen.lang, chosen.format)
    if chosen.verb == "check":
        return check.run(folder, chosen.lang, chosen.format, chosen.report)
    return ON_OFFICE[chosen.verb].run(folder, chosen.lang, chosen.format)


if __name__ == "__main__":
    # All cells of the office live until the end of this short process; none of them is part of a cycle.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    code = main()
    finish()
    sys.exit(code)
