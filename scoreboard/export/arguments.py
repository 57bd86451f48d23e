"""The arguments of the command line of exports, explained in the reader's language."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from scoreboard.export.making import FORMATS
from scoreboard.export.picture_files import KINDS, SIZES
from scoreboard.pictures.registry import BY_NAME, FIGURES, Figure
from scoreboard.text import DEFAULT_LANGUAGE, LANGUAGES, Words, words

DATA, PICTURE, PICTURES = "data", "picture", "pictures"

# What the argument parser says in English; what matches none is shown as it is.
_MISTAKES = {
    "required": r"the following arguments are required: (?P<names>.+)",
    "unrecognized": r"unrecognized arguments: (?P<names>.+)",
    "choice": r"argument (?P<name>.+): invalid choice: (?P<seen>.+?) \(.*choose from (?P<choices>.+)\)",
    "no_value": r"argument (?P<name>.+): expected one argument",
    "ambiguous": r"ambiguous option: (?P<seen>.+) could match (?P<choices>.+)",
    "value": r"argument (?P<name>.+): ignored explicit argument (?P<seen>.+)",
}


class _Help(argparse.RawDescriptionHelpFormatter):
    words = words()

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, self.words("export.usage") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        key = f"export.heading.{(heading or '').split(' ')[0]}"
        super().start_section(self.words(key) if key in self.words else heading)


class Parser(argparse.ArgumentParser):
    """Says everything in the reader's language; exit code 2 when something is wrong."""

    words = words()

    def __init__(self, *, add_help: bool = True, **facts: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, **facts)
        if add_help:
            self.add_argument("-h", "--help", action="help", help=self.words("export.help"))

    def error(self, message: str) -> NoReturn:
        """Show the usage and the reason, and leave."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.words('export.wrong_usage', reason=_said(message, self.words))}\n")


class _List(argparse.Action):
    """Prints the figures there are, and leaves."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        sys.stdout.write(f"{figures_listed(Parser.words)}\n")
        parser.exit(0)


def parser(lang: str) -> Parser:
    """The arguments of every document, explained in the language."""
    w = Parser.words = _Help.words = words(lang)
    common = Parser(add_help=False)
    _add(common, "data", type=Path, metavar="folder")
    _add(common, "version", metavar="version")
    common.add_argument("--lang", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help=w("export.lang"))
    _add(common, "out", type=Path, default=Path(), metavar="place")
    top = Parser(prog="python -m scoreboard.export", description=w("export.program"))
    documents = top.add_subparsers(
        dest="document", required=True, metavar=w("export.metavar.document"), help=w("export.verb")
    )

    def document(name: str, key: str, **facts: Any) -> Parser:
        said = w(f"export.{key}")
        return documents.add_parser(name, parents=[common], help=said, description=said, **facts)

    for name, formats in FORMATS.items():
        of_document = document(name, name)
        _add(of_document, "assessment", metavar="code")
        of_document.add_argument("--format", choices=formats, default=formats[0], help=w("export.format"))
        if name == "profile":
            _add(of_document, "unit", metavar="code", required=True)
        else:
            _add(of_document, "group", metavar="code")
    one = document(PICTURE, PICTURE, epilog=f"{w('export.figures')}\n{figures_listed(w)}")
    one.add_argument("name", choices=BY_NAME, metavar=w("export.metavar.figure"), help=w("export.figure"))
    one.add_argument("--list", action=_List, nargs=0, help=w("export.list"))
    for of_pictures in (one, document(PICTURES, PICTURES)):
        for option in ("assessment", "baseline", "group", "section", "criterion"):
            _add(of_pictures, option, metavar="code")
        units = w("export.units")
        of_pictures.add_argument("--unit", action="append", default=[], metavar=w("export.metavar.code"), help=units)
        of_pictures.add_argument("--size", choices=SIZES, default="full", help=w("export.size"))
        of_pictures.add_argument("--kind", choices=KINDS, default=KINDS[0], help=w("export.kind"))
    document(DATA, "data_set")
    return top


def language_in(arguments: list[str]) -> str:
    """The language asked for, before the arguments are known to be right."""
    before = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    before.add_argument("--lang", default=DEFAULT_LANGUAGE)
    try:
        asked = before.parse_known_args(arguments)[0].lang
    except argparse.ArgumentError:
        asked = DEFAULT_LANGUAGE
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


def needed(figure: Figure, words: Words) -> str:
    """The options that a figure needs, as they are typed; empty where it needs none."""
    options = {"units": words("export.need_units"), "baseline": ""}
    return ", ".join(filter(None, (options.get(need, f"--{need}") for need in figure.needs)))


def figures_listed(words: Words) -> str:
    """Every figure's name with what it shows and what it needs, one a line."""
    longest = max(map(len, BY_NAME))
    lines = []
    for figure in FIGURES:
        needs = needed(figure, words)
        said = words(f"pictures.name.{figure.name}")
        more = f" ({words('export.needs', options=needs)})" if needs else ""
        lines.append(f"  {figure.name:{longest}}  {said}{more}")
    return "\n".join(lines)


def _add(to: Parser, option: str, metavar: str, **facts: Any) -> None:
    said = Parser.words(f"export.{option}")
    to.add_argument(f"--{option}", metavar=Parser.words(f"export.metavar.{metavar}"), help=said, **facts)


def _said(message: str, words: Words) -> str:
    for mistake, pattern in _MISTAKES.items():
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return words(f"export.mistake.{mistake}", **found.groupdict())
    return message
