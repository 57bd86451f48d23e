"""The command line: `python -m etl <verb>`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NoReturn

from etl.commands import build, check, draft, inspect, rollback, sample, versions
from etl.commands.output import finish
from etl.commands.report import FORMATS, TEXT
from etl.commands.words import LANGUAGES, say
from etl.office import OfficeFolder

ON_OFFICE = {"draft": draft, "check": check, "build": build, "versions": versions}


class Parser(argparse.ArgumentParser):
    """Says what is wrong in the reader's language; exit code 2."""

    lang = LANGUAGES[0]

    def error(self, message: str) -> NoReturn:
        """Show the usage and the reason, and leave."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{say(self.lang, 'wrong_usage', reason=message)}\n")


def parser(lang: str) -> Parser:
    """The arguments of every verb, explained in the language."""
    Parser.lang = lang
    common = Parser(add_help=False)
    common.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help=say(lang, "lang"))
    common.add_argument("--format", choices=FORMATS, default=TEXT, help=say(lang, "format"))
    on_office = Parser(add_help=False)
    on_office.add_argument("--data", type=Path, help=say(lang, "data"))
    top = Parser(prog="python -m etl", description=say(lang, "program"))
    verbs = top.add_subparsers(dest="verb", required=True, metavar="verb", help=say(lang, "verb"))
    inspection = verbs.add_parser("inspect", parents=[common], help=say(lang, "inspect"))
    inspection.add_argument("files", nargs="+", type=Path, help=say(lang, "files"))
    of_verb = {verb: verbs.add_parser(verb, parents=[common, on_office], help=say(lang, verb)) for verb in ON_OFFICE}
    of_verb["check"].add_argument("--report", type=Path, metavar="FILE.xlsx", help=say(lang, "report"))
    sampling = verbs.add_parser("sample", parents=[common], help=say(lang, "sample"))
    sampling.add_argument("folder", type=Path, help=say(lang, "folder"))
    rolling = verbs.add_parser("rollback", parents=[common, on_office], help=say(lang, "rollback"))
    rolling.add_argument("version", help=say(lang, "version"))
    return top


def _language_in(arguments: list[str]) -> str:
    """The language asked for, before the arguments are known to be right."""
    before = Parser(add_help=False, exit_on_error=False)
    before.add_argument("--lang", default=LANGUAGES[0])
    try:
        asked = before.parse_known_args(arguments)[0].lang
    except argparse.ArgumentError:
        asked = LANGUAGES[0]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def main(arguments: list[str] | None = None) -> int:
    """Run a verb. 0 when done, 1 when errors were found and nothing changed; leaves with 2 on wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    read = parser(_language_in(given))
    chosen = read.parse_args(given)
    if chosen.verb == "inspect":
        return inspect.run(chosen.files, chosen.lang, chosen.format)
    if chosen.verb == "sample":
        return sample.run(chosen.folder, chosen.lang, chosen.format)
    folder = OfficeFolder.chosen(chosen.data)
    if not folder.root.is_dir():
        read.error(say(chosen.lang, "no_folder", folder=folder.root))
    if chosen.verb == "rollback":
        return rollback.run(folder, chosen.version, chosen.lang, chosen.format)
    if chosen.verb == "check":
        return check.run(folder, chosen.lang, chosen.format, chosen.report)
    return ON_OFFICE[chosen.verb].run(folder, chosen.lang, chosen.format)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    code = main()
    finish()
    sys.exit(code)
