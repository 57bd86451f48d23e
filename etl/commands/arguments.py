"""The arguments of the command line, explained in the reader's language."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from etl.commands.report import FORMATS, TEXT
from etl.commands.words import LANGUAGES, say, words

ON_OFFICE = ("draft", "check", "build", "versions")


class Parser(argparse.ArgumentParser):
    """Says everything in the reader's language; exit code 2 when something is wrong."""

    lang = LANGUAGES[0]

    def __init__(self, *, add_help: bool = True, **facts: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **facts)
        if add_help:
            self.add_argument("-h", "--help", action="help", help=say(self.lang, "help"))

    def error(self, message: str) -> NoReturn:
        """Show the usage and the reason, and leave."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{say(self.lang, 'wrong_usage', reason=_said(message, self.lang))}\n")


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, say(Parser.lang, "usage") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        super().start_section(words(Parser.lang)["sections"].get(heading, heading))


def _said(message: str, lang: str) -> str:
    for pattern, sentence in words(lang)["usage_errors"].items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return sentence.format(**found.groupdict())
    return message


def parser(lang: str) -> Parser:
    """The arguments of every verb, explained in the language."""
    Parser.lang = lang
    common = Parser(add_help=False)
    common.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help=say(lang, "lang"))
    common.add_argument("--format", choices=FORMATS, default=TEXT, help=say(lang, "format"))
    on_office = Parser(add_help=False)
    on_office.add_argument("--data", type=Path, metavar=say(lang, "metavar_folder"), help=say(lang, "data"))
    top = Parser(prog="python -m etl", description=say(lang, "program"))
    verbs = top.add_subparsers(dest="verb", required=True, metavar=say(lang, "metavar_verb"), help=say(lang, "verb"))
    inspection = verbs.add_parser("inspect", parents=[common], help=say(lang, "inspect"))
    inspection.add_argument("files", nargs="+", type=Path, metavar=say(lang, "metavar_files"), help=say(lang, "files"))
    of_verb = {verb: verbs.add_parser(verb, parents=[common, on_office], help=say(lang, verb)) for verb in ON_OFFICE}
    of_verb["check"].add_argument("--report", type=Path, metavar=say(lang, "metavar_report"), help=say(lang, "report"))
    sampling = verbs.add_parser("sample", parents=[common], help=say(lang, "sample"))
    sampling.add_argument("folder", type=Path, metavar=say(lang, "metavar_folder"), help=say(lang, "folder"))
    rolling = verbs.add_parser("rollback", parents=[common, on_office], help=say(lang, "rollback"))
    rolling.add_argument("version", metavar=say(lang, "metavar_version"), help=say(lang, "version"))
    differing = verbs.add_parser("diff", parents=[common, on_office], help=say(lang, "diff"))
    for name in ("old", "new"):
        differing.add_argument(name, metavar=say(lang, f"metavar_{name}"), help=say(lang, f"diff_{name}"))
    return top


def language_in(arguments: list[str]) -> str:
    """The language asked for, before the arguments are known to be right."""
    before = Parser(add_help=False, exit_on_error=False)
    before.add_argument("--lang", default=LANGUAGES[0])
    try:
        asked = before.parse_known_args(arguments)[0].lang
    except argparse.ArgumentError:
        asked = LANGUAGES[0]
    return asked if asked in LANGUAGES else LANGUAGES[0]
