"""How an official Word document is laid out (Nghị định 30/2020, Phụ lục I): page, type, numbers of pages, rules.

python-docx has no words for some of it; those are written as the elements of the file format here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "Times New Roman"
BLACK = RGBColor(0, 0, 0)
BODY, SMALL, CELL, DENSE_CELL = Pt(13), Pt(11), Pt(11), Pt(10)
SHORT_SIDE, LONG_SIDE = Mm(210), Mm(297)
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
WIDE_LEFT, WIDE_RIGHT = Mm(20), Mm(20)
TEXT_WIDTH = SHORT_SIDE - LEFT - RIGHT
WIDE_TEXT_WIDTH = LONG_SIDE - WIDE_LEFT - WIDE_RIGHT
FIRST_LINE = Cm(1)

HEADINGS = {"Heading 1": Pt(14), "Heading 2": Pt(13)}


def set_styles(document: Document) -> None:
    """Give the named styles the type of an official document."""
    styles = document.styles
    _type(styles["Normal"], BODY)
    styles["Normal"].paragraph_format.space_after = Pt(0)
    body = styles.add_style("Body", WD_STYLE_TYPE.PARAGRAPH)
    body.base_style = styles["Normal"]
    body.paragraph_format.first_line_indent = FIRST_LINE
    body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    body.paragraph_format.space_after = Pt(6)
    body.paragraph_format.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    body.paragraph_format.line_spacing = 1.15
    for name, size in HEADINGS.items():
        _type(styles[name], size, bold=True)
        styles[name].paragraph_format.space_before = Pt(10)
        styles[name].paragraph_format.space_after = Pt(6)
        styles[name].paragraph_format.first_line_indent = FIRST_LINE
        styles[name].paragraph_format.keep_with_next = True
    _type(styles["Title"], Pt(14), bold=True)
    _no_border(styles["Title"])
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styles["Title"].paragraph_format.space_after = Pt(4)
    _type(styles["Caption"], Pt(12), italic=True)
    styles["Caption"].paragraph_format.space_before = Pt(6)
    styles["Caption"].paragraph_format.space_after = Pt(4)
    note = styles.add_style("Note", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = styles["Normal"]
    note.font.size = SMALL
    note.font.italic = True
    note.paragraph_format.space_before = Pt(3)
    note.paragraph_format.space_after = Pt(6)
    note.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def set_page(section: Section, *, is_wide: bool) -> None:
    """A4, upright or lying, with the margins of the decree, and no number on the first page."""
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG_SIDE, SHORT_SIDE) if is_wide else (SHORT_SIDE, LONG_SIDE)
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = (WIDE_LEFT, WIDE_RIGHT) if is_wide else (LEFT, RIGHT)
    section.header_distance, section.footer_distance = Mm(10), Mm(8)
    section.different_first_page_header_footer = True


def number_pages(section: Section, mark: str) -> None:
    """The page's number in the middle of the top margin from the second page on; `mark` at the foot of every page."""
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(number.add_run(), "PAGE")
    for footer in (section.footer, section.first_page_footer):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(mark)
        run.bold = True
        run.font.size = SMALL


def new_section(document: Document, *, is_wide: bool) -> Section:
    """A section on a new page whose pages are numbered from one."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, is_wide=is_wide)
    properties = section._sectPr
    for old in properties.findall(qn("w:pgNumType")):
        properties.remove(old)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    properties.insert(list(properties).index(properties.find(qn("w:pgMar"))) + 1, start)
    return section


def rule_below(paragraph: Paragraph, indent: int) -> None:
    """A thin line under an empty small paragraph, `indent` from both sides."""
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
    paragraph.paragraph_format.space_after = Pt(4)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(3)
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def repeat_as_header(row: _Row) -> None:
    """Repeat the row at the top of every page that the table reaches."""
    element = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(element)


def keep_whole(row: _Row) -> None:
    """Never break the row over two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def set_widths(table: Table, widths: list[int]) -> None:
    """Fix the widths of the columns, in every cell too, as both Word and LibreOffice need."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=True):
            cell.width = width


def fill_rows(table: Table, example: _Row, rows: Iterable[Sequence[str]]) -> None:
    """Replace the row by copies of it, one for each of `rows`, with these texts in its cells' only runs."""
    table._tbl.remove(example._tr)
    for texts in rows:
        copy = deepcopy(example._tr)
        for run, text in zip(copy.iter(qn("w:r")), texts, strict=True):
            run.text = text
        table._tbl.append(copy)


def no_side_margins(table: Table) -> None:
    """Let the text of the cells reach the edges of the columns."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def shade(cell: _Cell, colour: str) -> None:
    """Fill the cell's ground."""
    element = OxmlElement("w:shd")
    for name, value in {"val": "clear", "color": "auto", "fill": colour}.items():
        element.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(element)


def describe(run: Run, name: str, said: str) -> None:
    """Name the picture in the run and say it in words."""
    properties = run._r.find(f".//{qn('wp:docPr')}")
    properties.set("name", name)
    properties.set("descr", said)


def set_language(document: Document, lang: str) -> None:
    """The language of the text, by which Word checks its spelling."""
    fonts = document.styles["Normal"].element.get_or_add_rPr()
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), {"vi": "vi-VN", "en": "en-GB"}[lang])
    fonts.append(element)


def _type(style: ParagraphStyle, size: Pt, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name = FONT
    style.font.size = size
    style.font.bold = bold
    style.font.italic = italic
    style.font.color.rgb = BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)


def _no_border(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _field(run: Run, instruction: str) -> None:
    for kind, text in (("begin", None), (None, instruction), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
