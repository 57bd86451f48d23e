"""The command line of exports: `python -m scoreboard.export <document>`, for jobs that run on their own."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from pathlib import Path

from scoreboard.database import Database, DatabaseError, connect, data_folder
from scoreboard.export import renderer
from scoreboard.export.arguments import DATA, PICTURE, PICTURES, language_in, needed, parser
from scoreboard.export.data_set import data_set
from scoreboard.export.making import Made, make, make_profiles
from scoreboard.export.picture_files import NothingToDrawError, make_picture, make_pictures
from scoreboard.export.renderer import NoBrowserError, RenderError
from scoreboard.pictures.collection import Wanted, choices_of
from scoreboard.pictures.registry import BY_NAME
from scoreboard.scope import DatabaseScope, UnknownCodeError, open_scope
from scoreboard.text import Words, words

OTHER_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}")  # a place that ends so was meant to be a file


class _RefusedError(Exception):
    """What was asked for cannot be made; its text says why."""


def main(arguments: list[str] | None = None) -> int:
    """Make one document. 0 when its file is written, 1 when it cannot be made; leaves with 2 on wrong usage."""
    given = sys.argv[1:] if arguments is None else arguments
    chosen = parser(language_in(given)).parse_args(given)
    w = words(chosen.lang)
    try:
        database = connect(chosen.data, chosen.version)
    except DatabaseError as error:
        return _refuse(w(f"export.database.{error.state}", folder=data_folder(chosen.data), version=error.version))
    try:
        file = _written(_made(database, chosen, w), chosen.out, w)
    except UnknownCodeError as error:
        known = ", ".join(error.known)
        return _refuse(w(f"export.unknown.{error.kind}", code=error.code, known=known))
    except (NothingToDrawError, _RefusedError) as error:
        return _refuse(str(error))
    except (NoBrowserError, RenderError) as error:
        return _refuse(w("export.no_render", reason=error))
    finally:
        database.close()
    sys.stdout.write(f"{w('export.written', file=file, version=database.version.name)}\n")
    return 0


def _written(made: Made, out: Path, words: Words) -> Path:
    """The file that the document is now in: `out` where it is called like one of its kind, else one in that folder."""
    suffix = Path(made.name).suffix
    is_file = out.suffix.lower() == suffix and not out.is_dir()
    if not is_file and OTHER_FILE.fullmatch(out.suffix) and not out.exists():
        raise _RefusedError(words("export.other_suffix", out=out, suffix=suffix))
    file = out if is_file else out / made.name
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.content)
    except OSError as error:
        raise _RefusedError(words("export.no_place", file=file, reason=error.strerror)) from error
    return file


def _made(database: Database, chosen: argparse.Namespace, words: Words) -> Made:
    if chosen.document == DATA:
        return Made(f"{words('data.set.file')}-{database.version.label}.xlsx", data_set(database, words))
    scope = open_scope(database, words, chosen.assessment, getattr(chosen, "group", None))
    if chosen.document in {PICTURE, PICTURES}:
        return _pictured(scope, chosen, words)
    if not renderer.is_available():
        sys.stderr.write(f"{words('export.no_pictures')}\n")
    if chosen.document == "profiles":
        return make_profiles(scope, chosen.format, partial(_tell, words))
    return make(scope, chosen.document, chosen.format, getattr(chosen, "unit", None))


def _pictured(scope: DatabaseScope, chosen: argparse.Namespace, words: Words) -> Made:
    if not renderer.is_available():
        raise _RefusedError(words("export.no_browser"))
    choices = choices_of(
        scope, baseline=chosen.baseline, units=chosen.unit, section=chosen.section, criterion=chosen.criterion
    )
    if chosen.document == PICTURES:
        return make_pictures(scope, choices, chosen.size, chosen.kind, partial(_tell, words))
    figure = BY_NAME[chosen.name]
    missing = figure.missing(scope, choices)
    if missing == ["baseline"]:
        raise _RefusedError(words("export.no_baseline", assessment=scope.when))
    if missing:
        raise _RefusedError(words("export.missing", name=figure.name, options=needed(figure, words)))
    return make_picture(Wanted(figure, scope, choices), chosen.size, chosen.kind)


def _tell(words: Words, done: int, n: int, unit: str) -> None:
    if unit:
        sys.stderr.write(f"{words('export.progress', done=done + 1, n=n, unit=unit)}\n")


def _refuse(reason: str) -> int:
    sys.stderr.write(f"{reason}\n")
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(main())
