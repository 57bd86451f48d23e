"""Whole documents by name: what each is called, which formats it has, and its bytes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from scoreboard import queries
from scoreboard.documents.briefing import briefing
from scoreboard.documents.deck import deck
from scoreboard.documents.model import Deck, Document, Picture, pictures
from scoreboard.documents.profile import profile
from scoreboard.documents.report import report
from scoreboard.export.archive import zipped
from scoreboard.export.drawing import drawn, drawn_for_slides
from scoreboard.export.pdf import to_pdf
from scoreboard.export.slides import to_pptx
from scoreboard.export.word import to_docx
from scoreboard.rows import rows_of
from scoreboard.scope import DatabaseScope, RememberingScope, Scope, UnknownCodeError

FORMATS = {
    "briefing": ("docx", "pdf"),
    "report": ("docx", "pdf"),
    "deck": ("pptx",),
    "profile": ("docx", "pdf"),
    "profiles": ("docx", "pdf"),
}
"""By document, the formats it can be made in, the usual one first; `profiles` are a zip of such files."""

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "zip": "application/zip",
}

ABREAST = 3

Progress = Callable[[int, int, str], None]


class Made(NamedTuple):
    """A finished file: its name and its bytes."""

    name: str
    content: bytes


def make(scope: Scope, document: str, file_format: str, unit: str | None = None, *, with_pictures: bool = True) -> Made:
    """The document in the format, for the scope; `unit` is needed for a profile.

    Without a browser to draw with, or when not `with_pictures`, its pictures are missing and it says so. Raises
    UnknownCodeError for a unit that takes no part in the assessment, RenderError where a picture cannot be drawn.
    """
    if document == "profile":
        content = _written(profile(scope, unit or ""), file_format, with_pictures)
    elif document == "deck":
        content = _presented(deck(scope), with_pictures)
    else:
        content = _written({"briefing": briefing, "report": report}[document](scope), file_format, with_pictures)
    return Made(file_name(scope, document, file_format, unit), content)


def make_profiles(scope: DatabaseScope, file_format: str, progress: Progress = lambda *_: None) -> Made:
    """The profiles of all units of the scope as a zip, a folder per group; `progress` is told done, all and the unit.

    Some are made abreast: while one waits for its pictures, another is written. Raises UnknownCodeError where the scope
    has no units, RenderError where a picture cannot be drawn.
    """
    units = scope.ask_here(queries.units)
    if units.empty:
        raise UnknownCodeError("group", scope.group_code or "", list(scope.groups["group_code"]))
    files, remembering = {}, RememberingScope.of(scope)
    with ThreadPoolExecutor(ABREAST) as pool:
        asked = [pool.submit(make, remembering, "profile", file_format, unit) for unit in units["unit_code"]]
        try:
            for done, (unit, making) in enumerate(zip(rows_of(units), asked, strict=True)):
                progress(done, len(units), unit.unit_name)
                made = making.result()
                files[f"{unit.group_code}/{made.name}"] = made.content
        finally:
            pool.shutdown(wait=False, cancel_futures=True)  # after a failure nobody waits for the rest
    progress(len(units), len(units), "")
    return Made(file_name(scope, "profiles", f"{file_format}.zip"), zipped(files, scope.about.built_at))


def file_name(scope: Scope, document: str, suffix: str, unit: str | None = None) -> str:
    """The name of a document's file: what it is, the assessment, and the unit of a profile or else the group if any."""
    codes = (scope.assessment_code, unit if document == "profile" else scope.group_code)
    return f"{'-'.join(filter(None, (scope.words(f'document.file.{document}'), *codes)))}.{suffix}"


def _written(document: Document, file_format: str, with_pictures: bool) -> bytes:
    images = drawn(pictures(document), document.imprint) if with_pictures else {}
    return to_docx(document, images) if file_format == "docx" else to_pdf(document, images)


def _presented(presentation: Deck, with_pictures: bool) -> bytes:
    shown = [slide.shown for slide in presentation.slides if isinstance(slide.shown, Picture)]
    return to_pptx(presentation, drawn_for_slides(shown, presentation.imprint) if with_pictures else {})
