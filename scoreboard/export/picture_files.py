"""Pictures as files: one by the name of its figure, or all of an assessment in a zip with a list of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial

import pandas as pd

from scoreboard.export import image
from scoreboard.export.archive import zipped
from scoreboard.export.drawing import ABREAST, captioned
from scoreboard.export.making import Made, Progress
from scoreboard.figures.theme import LIGHT
from scoreboard.pictures.collection import Wanted, collected
from scoreboard.pictures.picture import Picture
from scoreboard.pictures.registry import Choices
from scoreboard.scope import DatabaseScope, RememberingScope, Scope
from scoreboard.tables.table import Column, Table
from scoreboard.text import file_names, numbers

SIZES = ("half", "full", "slide")
KINDS = image.FORMATS

LISTED = ("file", "name", "finding", "compared", "about", "comparable", "context", "source", "mark")
_WIDE = "landscape"
_MOMENT = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")


class NothingToDrawError(LookupError):
    """There is no such picture: its text says why, in the reader's language."""


def make_picture(wanted: Wanted, size: str, kind: str) -> Made:
    """The picture in one of SIZES and of KINDS; the same bytes whenever it is made from the same version.

    A figure that cannot be read in an upright page has the width of a lying one. Raises NothingToDrawError where there
    is nothing to draw, NoBrowserError without a browser to draw with, RenderError where it cannot.
    """
    picture = wanted.picture()
    if picture is None or picture.draw is None:
        raise NothingToDrawError(_why_not(wanted, picture))
    return Made(f"{_stem(wanted)}.{kind}", _drawn(picture, wanted.scope, size, kind))


def make_pictures(
    scope: DatabaseScope, choices: Choices, size: str, kind: str, progress: Progress = lambda *_: None
) -> Made:
    """Every picture of the scope's assessment and of the choices as a zip with a list of them.

    `progress` is told done, all and the picture's name. A figure without anything to draw is in the list with the
    reason. Raises NothingToDrawError where that is all of them; NoBrowserError and RenderError as `make_picture`.
    """
    wanted = list(collected(RememberingScope.of(scope), choices))
    draw = partial(_made, size=size, kind=kind)
    with ThreadPoolExecutor(ABREAST) as pool:
        asked = [pool.submit(draw, one) for one in wanted]
        try:
            made = []
            for done, (one, making) in enumerate(zip(wanted, asked, strict=True)):
                progress(done, len(wanted), _name(one))
                made.append(making.result())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # after a failure nobody waits for the rest
    progress(len(wanted), len(wanted), "")
    files, rows = {}, []
    for one, (picture, content) in zip(wanted, made, strict=True):
        file = f"{len(files) + 1:03}-{_stem(one)}.{kind}" if content else ""
        rows.append(_row(one, picture, file))
        if content:
            files[file] = content
    w = scope.words
    if not files:
        raise NothingToDrawError(w("pictures.none", assessment=scope.when))
    listed = {f"000-{file_names.stem(w('pictures.list.title'))}.csv": _listed(rows, scope).as_csv(w.lang)}
    parts = (w("pictures.file"), scope.assessment_code, scope.group_code or "", *_codes(choices), size, kind)
    return Made(f"{file_names.stem(*parts)}.zip", zipped(listed | files, scope.about.built_at))


def _codes(choices: Choices) -> list[str]:
    codes = [unit.unit_code for unit in choices.units]
    if choices.section is not None:
        codes.append(choices.section.section_code)
    return codes if choices.criterion is None else [*codes, choices.criterion.criterion_code]


def _made(wanted: Wanted, size: str, kind: str) -> tuple[Picture | None, bytes]:
    picture = wanted.picture()
    is_drawn = picture is not None and picture.draw is not None
    return picture, _drawn(picture, wanted.scope, size, kind) if is_drawn else b""


def _drawn(picture: Picture, scope: Scope, size: str, kind: str) -> bytes:
    is_too_wide = picture.least_width is not None and image.SIZES[size].height is None
    key = picture.key(theme=LIGHT) if picture.key else ()
    content = image.to_file(
        picture.draw(theme=LIGHT), captioned(picture, scope), key, _WIDE if is_too_wide else size, kind
    )
    return _as_made_at(scope.about.built_at, content) if kind == "pdf" else content


def _as_made_at(moment: datetime, pdf: bytes) -> bytes:
    """The same file with the version's time for the two in it, which are as long."""
    return _MOMENT.sub(rb"\g<1>" + f"{moment:%Y%m%d%H%M%S}".encode(), pdf)


def _name(wanted: Wanted) -> str:
    return wanted.scope.words(f"pictures.name.{wanted.figure.name}")


def _stem(wanted: Wanted) -> str:
    return file_names.stem(_name(wanted).casefold(), *wanted.codes)


def _why_not(wanted: Wanted, picture: Picture | None) -> str:
    if picture is None:
        return wanted.scope.words("pictures.empty", name=_name(wanted))
    return picture.said


def _row(wanted: Wanted, picture: Picture | None, file: str) -> dict[str, str]:
    scope = wanted.scope
    said = picture or Picture("", _why_not(wanted, None), "", None)
    return {
        "file": file or numbers.NOTHING,
        "name": _name(wanted),
        "finding": said.finding,
        "compared": said.compared,
        "about": "; ".join(said.about),
        "comparable": said.comparable,
        "context": "; ".join(scope.context),
        "source": scope.source,
        "mark": scope.mark,
    }


def _listed(rows: list[dict[str, str]], scope: Scope) -> Table:
    write: Callable[[str], str] = str
    columns = tuple(Column(name, scope.words(f"pictures.list.{name}"), write) for name in LISTED)
    return Table(pd.DataFrame(rows), columns)
