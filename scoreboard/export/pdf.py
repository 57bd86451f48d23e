"""A document as a PDF, without Word: the same parts, laid out by Typst in a face with the widths of Times New Roman."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typst

from scoreboard.documents.model import (
    Annex,
    Block,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Picture,
    Tabulated,
    legible,
    plain,
    runs,
)
from scoreboard.documents.parts import place_and_date, roman
from scoreboard.text import words

FONTS = Path(__file__).with_name("fonts")
TEMPLATE = Path(__file__).with_name("layout.typ")
_LETTER = (
    "motto",
    "number",
    "recipients",
    "recipient_open",
    "recipient_last",
    "signatory",
    "signatory_hint",
)


def to_pdf(document: Document, drawn: Mapping[str, bytes]) -> bytes:
    """The file; `drawn` holds the pictures of the document by name, and where one is missing the file says so."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, png in drawn.items():
            (place / f"{name}.png").write_bytes(png)
        parts = _Parts(document, set(drawn)).all()
        (place / "content.json").write_text(json.dumps(parts, ensure_ascii=False), "utf-8")
        (place / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
        return typst.compile(
            str(place / TEMPLATE.name),
            root=folder,
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format="pdf",
            timestamp=int(document.imprint.built_at.timestamp()),
        )


class _Parts:
    """The parts of one document as the template reads them; counts its tables and figures."""

    def __init__(self, document: Document, drawn: set[str]):
        self.document = document
        self.drawn = drawn
        self.words = words(document.imprint.lang)
        self.tables = self.figures = 0

    def all(self) -> dict[str, Any]:
        document, imprint = self.document, self.document.imprint
        said = " · ".join(filter(None, (*imprint.context, imprint.source, imprint.mark)))
        return {
            "lang": imprint.lang,
            "office": imprint.office,
            "mark": imprint.mark,
            "word": document.kind,
            "title": document.title.split("\n"),
            "description": " · ".join(filter(None, (*imprint.context, imprint.mark))),
            "letter": self._letter() if document.is_letter else None,
            "blocks": list(self._blocks(document.blocks)),
            "imprint": list(runs(said)),
            "annexes": [self._annex(annex, place) for place, annex in enumerate(document.annexes, start=1)],
        }

    def _letter(self) -> dict[str, str]:
        w, imprint = self.words, self.document.imprint
        return {name: w(f"document.{name}") for name in _LETTER} | {
            "superior": imprint.superior.upper() or w("document.superior_open"),
            "office": imprint.office.upper(),
            "republic": w("document.republic").upper(),
            "place": place_and_date(imprint, w),
        }

    def _annex(self, annex: Annex, place: int) -> dict[str, Any]:
        w, document = self.words, self.document
        several = len(document.annexes) > 1
        attached = w("document.attached", kind=document.kind, office=document.imprint.office)
        return {
            "name": w("document.annex_numbered", number=roman(place)) if several else w("document.annex"),
            "title": annex.title,
            "wide": annex.is_wide,
            "attached": attached if document.is_letter else "",
            "blocks": list(self._blocks(annex.blocks)),
        }

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
        for block in blocks:
            if isinstance(block, Heading):
                yield {"kind": "heading", "level": block.level, "text": block.text}
            elif isinstance(block, Paragraph):
                yield {"kind": "paragraph", "text": list(runs(block.text))}
            elif isinstance(block, Items):
                yield from ({"kind": "paragraph", "text": list(runs(f"- {text}"))} for text in block.texts)
            elif isinstance(block, Note):
                yield {"kind": "note", "text": list(runs(block.text))}
            elif isinstance(block, Tabulated):
                yield self._table(block)
            else:
                yield self._picture(block)

    def _table(self, block: Tabulated) -> dict[str, Any]:
        self.tables += 1
        columns = block.table.columns
        return {
            "kind": "table",
            "title": self.words("document.table", n=self.tables, title=plain(block.title)),
            "heads": [column.label for column in columns],
            "numbers": [column.is_number for column in columns],
            "widths": block.widths or [1] * len(columns),
            "rows": [[legible(cell) for cell in row] for row in block.table.written()],
        }

    def _picture(self, block: Picture) -> dict[str, Any]:
        if block.name not in self.drawn:
            return {"kind": "note", "text": [(self.words("document.no_picture"), False)]}
        self.figures += 1
        return {
            "kind": "picture",
            "file": f"{block.name}.png",
            "alt": plain(block.said),
            "caption": self.words("document.figure", n=self.figures, title=plain(block.finding)),
        }
