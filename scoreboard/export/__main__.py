"""The command line of exports: `python -m scoreboard.export <document>`, for jobs that run on their own."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from scoreboard.database import Database, DatabaseError, connect, data_folder
from scoreboard.export import renderer
from scoreboard.export.data_set import data_set
from scoreboard.export.making import FORMATS, Made, make, make_profiles
from scoreboard.export.renderer import NoBrowserError, RenderError
from scoreboard.scope import UnknownCodeError, open_scope
from scoreboard.text import DEFAULT_LANGUAGE, LANGUAGES, Words, words

DATA = "data"


def main(arguments: list[str] | None = None) -> int:
    """Make one document. 0 when its file is written, 1 when it cannot be made; leaves with 2 on wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    chosen = _parser(words(_language_in(given))).parse_args(given)
    w = words(chosen.lang)
    try:
        database = connect(chosen.data, chosen.version)
    except DatabaseError as error:
        return _refuse(w("export.no_database", folder=data_folder(chosen.data), reason=error))
    try:
        made = _made(database, chosen, w)
    except UnknownCodeError as error:
        known = ", ".join(error.known)
        return _refuse(w(f"export.unknown.{error.kind}", code=error.code, known=known))
    except (NoBrowserError, RenderError) as error:
        return _refuse(w("export.no_render", reason=error))
    finally:
        database.close()
    is_file = chosen.out.suffix == Path(made.name).suffix and not chosen.out.is_dir()
    file = chosen.out if is_file else chosen.out / made.name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.content)
    except OSError as error:
        return _refuse(w("export.no_place", file=file, reason=error.strerror))
    sys.stdout.write(f"{w('export.written', file=file, version=database.version.name)}\n")
    return 0


def _made(database: Database, chosen: argparse.Namespace, words: Words) -> Made:
    if chosen.document == DATA:
        return Made(f"{words('data.set.file')}-{database.version.label}.xlsx", data_set(database, words))
    scope = open_scope(database, words, chosen.assessment, getattr(chosen, "group", None))
    if not renderer.is_available():
        sys.stderr.write(f"{words('export.no_pictures')}\n")
    if chosen.document == "profiles":
        return make_profiles(scope, chosen.format, partial(_tell, words))
    return make(scope, chosen.document, chosen.format, getattr(chosen, "unit", None))


def _tell(words: Words, done: int, n: int, unit: str) -> None:
    if unit:
        sys.stderr.write(f"{words('export.progress', done=done + 1, n=n, unit=unit)}\n")


def _refuse(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return 1


def _parser(words: Words) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, help=words("export.data"))
    common.add_argument("--version", help=words("export.version"))
    common.add_argument("--lang", choices=LANGUAGES, default=DEFAULT_LANGUAGE, help=words("export.lang"))
    common.add_argument("--out", type=Path, default=Path(), help=words("export.out"))
    top = argparse.ArgumentParser(prog="python -m scoreboard.export", description=words("export.program"))
    documents = top.add_subparsers(dest="document", required=True, help=words("export.verb"))
    for document, formats in FORMATS.items():
        said = words(f"export.{document}")
        of_document = documents.add_parser(document, parents=[common], help=said, description=said)
        of_document.add_argument("--assessment", help=words("export.assessment"))
        of_document.add_argument("--format", choices=formats, default=formats[0], help=words("export.format"))
        if document == "profile":
            of_document.add_argument("--unit", required=True, help=words("export.unit"))
        else:
            of_document.add_argument("--group", help=words("export.group"))
    said = words("export.data_set")
    documents.add_parser(DATA, parents=[common], help=said, description=said)
    return top


def _language_in(arguments: list[str]) -> str:
    """The language asked for, before the arguments are known to be right."""
    before = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    before.add_argument("--lang", default=DEFAULT_LANGUAGE)
    try:
        asked = before.parse_known_args(arguments)[0].lang
    except argparse.ArgumentError:
        asked = DEFAULT_LANGUAGE
    return asked if asked in LANGUAGES else DEFAULT_LANGUAGE


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
