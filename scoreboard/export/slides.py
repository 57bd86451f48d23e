"""A deck as a PowerPoint file, 16:9: charts that can be edited, pictures where there is none, notes for the speaker."""

from __future__ import annotations

import io
from collections.abc import Mapping

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.slide import Slide as PowerPointSlide
from pptx.text.text import TextFrame
from pptx.util import Emu, Inches, Pt

from scoreboard.documents.model import Bars, Deck, Items, Picture, Slide, Tabulated, plain, runs
from scoreboard.export.archive import settled
from scoreboard.figures.theme import LIGHT
from scoreboard.text import words

FONT = "Arial"
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
EDGE = Inches(0.6)
ROOM = WIDTH - 2 * EDGE
TITLE_TOP, TITLE_HEIGHT = Inches(0.35), Inches(1.0)
SAID_TOP, SAID_HEIGHT = Inches(1.35), Inches(0.65)
BODY_TOP, BODY_BOTTOM = Inches(2.05), Inches(6.75)
FOOT_TOP, FOOT_HEIGHT = Inches(6.85), Inches(0.5)
TITLE_ONLY = 5
LONG_TEXT, LONG_TITLE = 700, 90


def to_pptx(deck: Deck, drawn: Mapping[str, bytes]) -> bytes:
    """The file; `drawn` holds the pictures of the deck by name, and where one is missing the slide says so."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    properties = presentation.core_properties
    properties.title, properties.author = deck.title, deck.imprint.office
    properties.last_modified_by = deck.imprint.office
    properties.comments = " · ".join(filter(None, (*deck.imprint.context, deck.imprint.mark)))
    properties.created = properties.modified = deck.imprint.built_at.replace(tzinfo=None)
    _cover(_new_slide(presentation), deck)
    for slide in deck.slides:
        _slide(_new_slide(presentation), slide, deck, drawn)
    target = io.BytesIO()
    presentation.save(target)
    return settled(target.getvalue(), deck.imprint.built_at)


def _new_slide(presentation) -> PowerPointSlide:
    return presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])


def _cover(slide: PowerPointSlide, deck: Deck) -> None:
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = EDGE, Inches(2.2), ROOM, Inches(1.6)
    _write(title.text_frame, deck.title, 36, bold=True, anchor=MSO_ANCHOR.BOTTOM)
    _box(slide, Inches(1.5), Inches(0.6), deck.subtitle, 20, colour=LIGHT.ink2)
    _box(slide, Inches(3.95), Inches(0.5), " · ".join(deck.imprint.context), 14, colour=LIGHT.ink2)
    if deck.imprint.mark:
        _box(slide, Inches(4.6), Inches(0.6), deck.imprint.mark, 20, bold=True, colour=LIGHT.not_done)
    _box(slide, Inches(5.3), Inches(0.8), deck.imprint.source, 14, colour=LIGHT.ink2)


def _slide(slide: PowerPointSlide, content: Slide, deck: Deck, drawn: Mapping[str, bytes]) -> None:
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = EDGE, TITLE_TOP, ROOM, TITLE_HEIGHT
    size = 28 if len(content.finding) < LONG_TITLE else 20
    _write(title.text_frame, plain(content.finding), size, bold=True, anchor=MSO_ANCHOR.BOTTOM)
    if content.compared:
        _box(slide, SAID_TOP, SAID_HEIGHT, plain(content.compared), 14, colour=LIGHT.ink2)
    imprint, w = deck.imprint, words(deck.imprint.lang)
    shown = content.shown
    if isinstance(shown, Bars):
        _chart(slide, shown, plain(content.finding))
    elif isinstance(shown, Tabulated):
        _table(slide, shown)
    elif isinstance(shown, Items):
        _items(slide, shown)
    elif isinstance(shown, Picture):
        _picture(slide, shown, drawn.get(shown.name), w("document.no_picture"))
    foot = " · ".join(filter(None, (*imprint.context, imprint.source)))
    _box(slide, FOOT_TOP, FOOT_HEIGHT, f"{foot} **{imprint.mark}**" if imprint.mark else foot, 10, colour=LIGHT.ink2)
    said = [w("document.slide.notes"), *(f"- {plain(note)}" for note in content.notes)] if content.notes else []
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, (*said, foot, imprint.mark)))


def _chart(slide: PowerPointSlide, bars: Bars, said: str) -> None:
    data = CategoryChartData()
    data.categories = bars.categories
    for series in bars.series:
        data.add_series(series.name, series.values)
    kind = XL_CHART_TYPE.BAR_STACKED_100 if bars.is_whole else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, EDGE, BODY_TOP, ROOM, BODY_BOTTOM - BODY_TOP, data)
    _describe(frame, said)
    chart = frame.chart
    chart.font.size, chart.font.name = Pt(12 if len(bars.categories) > 10 else 14), FONT
    chart.font.color.rgb = _colour(LIGHT.ink)
    chart.has_title = False
    chart.has_legend = len(bars.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = _colour(LIGHT.rule)
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    if min(value for series in bars.series for value in series.values) >= 0:
        chart.value_axis.minimum_scale = 0
    plot = chart.plots[0]
    plot.gap_width = 45
    plot.overlap = 100 if bars.is_whole else 0
    for drawn, series in zip(plot.series, bars.series, strict=True):
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = _colour(series.colour)
        for place, text in enumerate(series.labels):
            if not text:
                continue
            label = drawn.points[place].data_label
            label.position = XL_LABEL_POSITION.CENTER if bars.is_whole else XL_LABEL_POSITION.OUTSIDE_END
            _write(label.text_frame, text, 12, colour=series.label_colour)


def _table(slide: PowerPointSlide, block: Tabulated) -> None:
    rows, columns = block.table.written(), block.table.columns
    height = Inches(0.55)
    frame = slide.shapes.add_table(len(rows) + 1, len(columns), EDGE, BODY_TOP, ROOM, Emu(height * (len(rows) + 1)))
    _describe(frame, plain(block.title))
    table = frame.table
    parts = block.widths or (1 / len(columns),) * len(columns)
    for column, part in zip(table.columns, parts, strict=True):
        column.width = Emu(round(ROOM * part))
    heads = [column.label for column in columns]
    for line, texts in enumerate([heads, *rows]):
        for place, text in enumerate(texts):
            cell = table.cell(line, place)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _colour(LIGHT.panel if line == 0 else LIGHT.background)
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            _write(cell.text_frame, text, 16, bold=line == 0)
            if columns[place].is_number:
                cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT


def _items(slide: PowerPointSlide, items: Items) -> None:
    box = slide.shapes.add_textbox(EDGE, BODY_TOP, ROOM, BODY_BOTTOM - BODY_TOP)
    frame = box.text_frame
    size = 20 if sum(map(len, items.texts)) < LONG_TEXT else 15
    for place, text in enumerate(items.texts):
        _write(frame, text, size, new_paragraph=place > 0)
        frame.paragraphs[-1].space_after = Pt(size * 0.6)


def _picture(slide: PowerPointSlide, picture: Picture, png: bytes | None, missing: str) -> None:
    if png is None:
        _box(slide, BODY_TOP, Inches(0.6), missing, 16)
        return
    shape = slide.shapes.add_picture(io.BytesIO(png), EDGE, BODY_TOP)
    most = min(ROOM / shape.width, (BODY_BOTTOM - BODY_TOP) / shape.height)
    shape.width, shape.height = Emu(round(shape.width * most)), Emu(round(shape.height * most))
    shape.left = Emu(round((WIDTH - shape.width) / 2))
    _describe(shape, plain(picture.said))


def _box(slide: PowerPointSlide, top: int, height: int, text: str, size: float, **look: object) -> None:
    box = slide.shapes.add_textbox(EDGE, top, ROOM, height)
    _write(box.text_frame, text, size, **look)


def _write(
    frame: TextFrame,
    text: str,
    size: float,
    *,
    bold: bool = False,
    colour: str = LIGHT.ink,
    anchor: MSO_ANCHOR | None = None,
    new_paragraph: bool = False,
) -> None:
    frame.word_wrap = True
    if anchor is not None:
        frame.vertical_anchor = anchor
    paragraph = frame.add_paragraph() if new_paragraph else frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    for piece, is_strong in runs(text):
        run = paragraph.add_run()
        run.text = piece
        run.font.name, run.font.size = FONT, Pt(size)
        run.font.bold = bold or is_strong
        run.font.color.rgb = _colour(colour)


def _describe(shape, said: str) -> None:
    """Say what a chart, table or picture shows, for those who cannot see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", said)


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code.removeprefix("#"))
