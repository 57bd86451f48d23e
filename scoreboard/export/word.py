"""A document as a Word file, laid out as official documents are."""

from __future__ import annotations

import io
from collections.abc import Mapping

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

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
from scoreboard.export import word_layout as layout
from scoreboard.export.archive import settled
from scoreboard.text import words

CENTRE, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
HEADER_GROUND = "EDEFF1"
LETTERHEAD = (Mm(70), Mm(95))
MOTTO_RULE, OFFICE_RULE, TITLE_RULE = Mm(20), Mm(23), Mm(60)


def to_docx(document: Document, drawn: Mapping[str, bytes]) -> bytes:
    """The file; `drawn` holds the pictures of the document by name, and where one is missing the file says so."""
    writer = _Writer(document, drawn)
    writer.write()
    target = io.BytesIO()
    writer.word.save(target)
    return settled(target.getvalue(), document.imprint.built_at)


class _Writer:
    """Writes one document; counts its tables and figures."""

    def __init__(self, document: Document, drawn: Mapping[str, bytes]):
        self.document = document
        self.drawn = drawn
        self.words = words(document.imprint.lang)
        self.word: WordDocument = docx.Document()
        self.tables = self.figures = 0
        self.style_ids: dict[str, str] = {}
        self.width = layout.TEXT_WIDTH
        self.cell_size = layout.CELL

    def write(self) -> None:
        imprint = self.document.imprint
        layout.set_styles(self.word)
        layout.set_language(self.word, imprint.lang)
        self.style_ids = {style.name: style.style_id for style in self.word.styles}
        section = self.word.sections[0]
        layout.set_page(section, is_wide=False)
        layout.number_pages(section, imprint.mark)
        properties = self.word.core_properties
        properties.title = self.document.title.replace("\n", ". ")
        properties.author = properties.last_modified_by = imprint.office
        properties.subject = self.document.kind
        properties.comments = " · ".join(filter(None, (*imprint.context, imprint.mark)))
        properties.created = properties.modified = imprint.built_at.replace(tzinfo=None)
        self._letterhead() if self.document.is_letter else self._line(imprint.office.upper(), bold=True)
        self._title()
        for block in self.document.blocks:
            self._block(block)
        self._imprint()
        if self.document.is_letter:
            self._signature()
        for place, annex in enumerate(self.document.annexes, start=1):
            self._annex(annex, place)

    def _letterhead(self) -> None:
        w, imprint = self.words, self.document.imprint
        table = self._frame(2)
        office, state = table.rows[0].cells
        _fill(office.paragraphs[0], imprint.superior.upper() or w("document.superior_open"))
        _fill(office.add_paragraph(), imprint.office.upper(), bold=True, size=Pt(12))
        layout.rule_below(office.add_paragraph(), OFFICE_RULE)
        _fill(state.paragraphs[0], w("document.republic").upper(), bold=True, size=Pt(12))
        _fill(state.add_paragraph(), w("document.motto"), bold=True)
        layout.rule_below(state.add_paragraph(), MOTTO_RULE)
        number, place = table.rows[1].cells
        _fill(number.paragraphs[0], w("document.number"))
        _fill(place.paragraphs[0], place_and_date(imprint, w), italic=True)

    def _frame(self, rows: int):
        table = self.word.add_table(rows, 2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        layout.set_widths(table, list(LETTERHEAD))
        layout.no_side_margins(table)
        return table

    def _title(self) -> None:
        title = self._paragraph("Title")
        title.paragraph_format.space_before = Pt(12)
        title.add_run(self.document.kind.upper())
        for line in self.document.title.split("\n"):
            self._paragraph("Title").add_run(line)
        layout.rule_below(self.word.add_paragraph(), TITLE_RULE)
        if self.document.imprint.mark:
            self._line(f"({self.document.imprint.mark})", bold=True, italic=True)

    def _line(self, text: str, **look: bool) -> WordParagraph:
        paragraph = self.word.add_paragraph()
        _fill(paragraph, text, **look)
        paragraph.paragraph_format.space_after = Pt(6)
        return paragraph

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._paragraph(f"Heading {block.level}").add_run(block.text)
        elif isinstance(block, Paragraph):
            self._text(block.text, "Body")
        elif isinstance(block, Items):
            for text in block.texts:
                self._text(f"- {text}", "Body")
        elif isinstance(block, Note):
            self._text(block.text, "Note")
        elif isinstance(block, Tabulated):
            self._table(block)
        else:
            self._picture(block)

    def _paragraph(self, style: str) -> WordParagraph:
        """A new paragraph in the style, which the library would look for in all styles for each paragraph."""
        paragraph = self.word.add_paragraph()
        paragraph._p.style = self.style_ids[style]
        return paragraph

    def _text(self, text: str, style: str) -> None:
        paragraph = self._paragraph(style)
        for piece, is_strong in runs(text):
            paragraph.add_run(piece).bold = is_strong or None

    def _table(self, block: Tabulated) -> None:
        self.tables += 1
        title = self._paragraph("Caption")
        title.add_run(self.words("document.table", n=self.tables, title=plain(block.title)))
        title.paragraph_format.keep_with_next = True
        columns = block.table.columns
        table = self.word.add_table(1, len(columns))
        table._tblPr.style = self.style_ids["Table Grid"]
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            self._cell(cell, column.label, CENTRE, bold=True)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            layout.shade(cell, HEADER_GROUND)
        layout.repeat_as_header(table.rows[0])
        layout.keep_whole(table.rows[0])
        example = table.add_row()
        layout.keep_whole(example)
        for cell, column in zip(example.cells, columns, strict=True):
            self._cell(cell, "", RIGHT if column.is_number else LEFT)
        parts = block.widths or (1 / len(columns),) * len(columns)
        layout.set_widths(table, [round(self.width * part) for part in parts])
        layout.fill_rows(table, example, ([legible(text) for text in texts] for texts in block.table.written()))
        self.word.add_paragraph().paragraph_format.line_spacing = Pt(6)

    def _cell(self, cell: _Cell, text: str, alignment: WD_ALIGN_PARAGRAPH, *, bold: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.alignment = alignment
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1.5)
        run = paragraph.add_run(legible(text))
        run.font.size = self.cell_size
        run.bold = bold or None

    def _picture(self, block: Picture) -> None:
        png = self.drawn.get(block.name)
        if png is None:
            self._text(self.words("document.no_picture"), "Note")
            return
        self.figures += 1
        paragraph = self.word.add_paragraph()
        paragraph.alignment = CENTRE
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(png), width=Cm(16))
        layout.describe(run, block.name, plain(block.said))
        caption = self._paragraph("Caption")
        caption.alignment = CENTRE
        caption.add_run(self.words("document.figure", n=self.figures, title=plain(block.finding)))

    def _imprint(self) -> None:
        imprint = self.document.imprint
        said = [*imprint.context, imprint.source, imprint.mark]
        self._text(" · ".join(filter(None, said)), "Note")

    def _signature(self) -> None:
        w = self.words
        recipients, signatory = self._frame(1).rows[0].cells
        _fill(recipients.paragraphs[0], w("document.recipients"), LEFT, bold=True, italic=True, size=Pt(12))
        for key in ("recipient_open", "recipient_last"):
            _fill(recipients.add_paragraph(), w(f"document.{key}"), LEFT, size=Pt(11))
        _fill(signatory.paragraphs[0], w("document.signatory"), bold=True)
        _fill(signatory.add_paragraph(), w("document.signatory_hint"), italic=True)
        for _ in range(4):
            signatory.add_paragraph()

    def _annex(self, annex: Annex, place: int) -> None:
        w = self.words
        layout.new_section(self.word, is_wide=annex.is_wide)
        self.width = layout.WIDE_TEXT_WIDTH if annex.is_wide else layout.TEXT_WIDTH
        self.cell_size = layout.DENSE_CELL
        several = len(self.document.annexes) > 1
        name = w("document.annex_numbered", number=roman(place)) if several else w("document.annex")
        heading = self._paragraph("Heading 1")
        heading.alignment = CENTRE
        heading.paragraph_format.first_line_indent = 0
        heading.add_run(name)
        self._line(annex.title.upper(), bold=True)
        if self.document.is_letter:
            office = self.document.imprint.office
            self._line(w("document.attached", kind=self.document.kind, office=office), italic=True)
        for block in annex.blocks:
            self._block(block)


def _fill(
    paragraph: WordParagraph,
    text: str,
    alignment: WD_ALIGN_PARAGRAPH = CENTRE,
    *,
    bold: bool = False,
    italic: bool = False,
    size: Pt | None = None,
) -> None:
    paragraph.alignment = alignment
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size is not None:
        run.font.size = size
