"""Pictures for documents: size, resolution, what they say and text in our font."""

import html
import io
import re
import struct
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pypdf import PdfReader

from scoreboard.export import renderer
from scoreboard.export.block import Block
from scoreboard.export.browser import FONTS
from scoreboard.export.image import SIZES, Caption, composed, laid_out, to_file, to_png
from scoreboard.export.png import with_resolution
from scoreboard.export.scale import scaled
from scoreboard.export.svg import self_contained
from scoreboard.figures.gap_outcomes import gap_outcomes
from scoreboard.figures.keys import outcome_key, verdict_key
from scoreboard.figures.measure import NARROWEST
from scoreboard.figures.theme import LIGHT, SMALL_SIZE, TEXT_SIZE, canvas
from scoreboard.text import LANGUAGES, words
from tests.drawn import checked
from tests.rendered import needs_browser, rgb

VI = words("vi")
TEXTS = Path(__file__).parents[2] / "scoreboard" / "text"
CAPTION = Caption(
    finding="Đã khắc phục 95 trong 412 hạn chế của năm 2024",
    compared="Mỗi hạn chế là một tiêu chí chưa đạt mức tốt của một đơn vị năm trước.",
    context=["Kỳ đánh giá năm 2025", "Điểm chính thức", "Bộ tiêu chí 2022", "Phiên bản dữ liệu 20260115-1"],
    source="Nguồn: bảng chấm điểm.",
    mark="Dữ liệu minh họa – không phải kết quả thật",
)
OUTCOMES = pd.DataFrame({"outcome": ["closed", "unchanged"], "shortfalls": [95, 211]})


def figure():
    return gap_outcomes(OUTCOMES, LIGHT, VI)


@needs_browser
@pytest.mark.parametrize("size", SIZES)
def test_a_picture_has_its_size_resolution_ground_and_text(size):
    picture = Image.open(io.BytesIO(to_png(figure(), CAPTION, outcome_key(OUTCOMES, LIGHT, VI), size)))
    assert picture.width == SIZES[size].width
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    pixels = picture.convert("RGB")
    colours = {colour: count for count, colour in pixels.getcolors(pixels.width * pixels.height)}
    assert pixels.getpixel((0, 0)) == rgb(LIGHT.background)
    assert colours[rgb(LIGHT.accent)] > 1000
    for text in (LIGHT.ink, LIGHT.ink2):
        assert colours[rgb(text)] > 500
    assert colours[rgb(LIGHT.background)] > 0.5 * pixels.width * pixels.height


@needs_browser
def test_the_finding_is_set_in_our_own_font():
    """Be Vietnam Pro sets this title to the width that was measured; a fallback font would set it otherwise."""
    title = "Tỷ lệ đạt bình quân của các đơn vị"
    block = Block(room=600)
    block.write(title, 20, "#000000", weight=600)
    paper = canvas(LIGHT, height=60, paper_bgcolor="#FFFFFF")
    paper.update_xaxes(visible=False)
    paper.update_yaxes(visible=False)
    annotations, _ = block.parts(edge=1, left=0, up=0, factor=2)
    for annotation in annotations:
        paper.add_annotation(**annotation)
    grey = Image.open(io.BytesIO(renderer.shared().picture(paper, 1200, 120))).convert("L")
    left, _, right, _ = grey.point(lambda level: 255 if level < 128 else 0).getbbox()
    from scoreboard.figures.measure import width

    assert right - left == pytest.approx(width(title, 40, 600), rel=0.02)


@pytest.mark.parametrize("drawn_by_lot", [b"6ebcff", b"04be8", b"a"])
def test_lines_are_named_by_what_they_are_and_not_by_lot(drawn_by_lot):
    picture = (
        b'<svg class="main-svg" width="6" style="" viewBox="0 0 6 2"><defs id="defs-LOT"><clipPath id="clipLOTxyplot">'
        b'</clipPath></defs><g clip-path="url(#clipLOTxyplot)"><text>a6ebcff</text></g><defs id="topdefs-LOT"/></svg>'
    )
    named = self_contained(picture.replace(b"LOT", drawn_by_lot))
    assert named == self_contained(picture.replace(b"LOT", b"123456"))
    assert b"<text>a6ebcff</text>" in named
    name = re.search(rb'id="defs-(\w+)"', named)[1]
    assert named.count(b"clip" + name + b"xyplot") == 2
    assert self_contained(picture.replace(b"LOT", b"1").replace(b'width="6"', b'width="7"')).count(name) == 0


def test_lengths_grow_with_the_picture_and_positions_stay():
    small = canvas(LIGHT, height=100, margin={"l": 10, "b": 20})
    small.add_scatter(
        x=[1, 2], y=[3, 4], marker={"size": [4, 6], "line": {"width": 1}}, line={"width": 1.5, "dash": "dot"}
    )
    small.add_bar(x=[1], y=[2], width=7)
    small.add_annotation(text="a", x=1, y=2, xshift=5, font={"size": 12})
    large = checked(scaled(small, 3))
    assert (large.layout.height, large.layout.margin.l, large.layout.margin.b) == (300, 30, 60)
    assert large.layout.template.layout.font.size == 39
    scatter, bar = large.data
    assert (list(scatter.marker.size), scatter.marker.line.width, scatter.line.width) == ([12, 18], 3, 4.5)
    assert scatter.line.dash == "6px,9px"
    assert (list(scatter.x), list(scatter.y), bar.width) == ([1, 2], [3, 4], 7)
    (note,) = large.layout.annotations
    assert (note.x, note.y, note.xshift, note.font.size) == (1, 2, 15, 36)
    assert small.layout["height"] == 100


def test_type_never_grows_beyond_the_room_that_was_measured_for_it():
    small = canvas(LIGHT, margin={"r": 100})
    large = scaled(small, 1.35)
    assert large.layout["template"]["layout"]["font"]["size"] <= TEXT_SIZE * 1.35
    assert large.layout["margin"]["r"] == 135


def said(picture):
    return [one.text.replace("\N{NO-BREAK SPACE}", " ") for one in picture.layout.annotations]


def test_a_picture_says_what_it_shows_where_it_comes_from_and_that_it_is_illustrative():
    picture = composed(figure(), CAPTION, verdict_key(LIGHT, VI), SIZES["full"])
    whole = " ".join(said(picture))
    for words_said in (CAPTION.finding, CAPTION.compared, "Điểm chính thức · Bộ tiêu chí 2022", CAPTION.source):
        assert words_said in whole
    assert f"<b>{CAPTION.mark}</b>" in whole
    assert "Chưa thực hiện được" in whole


def test_real_data_bears_no_mark():
    picture = composed(figure(), Caption("Kết quả", source="Nguồn: bảng chấm điểm."), (), SIZES["full"])
    assert [text for text in said(picture) if text.startswith("<b>")] == ["<b>Kết quả</b>"]


def test_a_long_finding_makes_the_picture_higher_and_no_line_wider_than_the_paper():
    short = composed(figure(), Caption("Kết quả"), (), SIZES["full"])
    long = composed(figure(), Caption("Kết quả đánh giá công tác văn thư, lưu trữ " * 4), (), SIZES["full"])
    assert long.layout.height > short.layout.height
    assert len([text for text in said(long) if text.startswith("<b>Kết quả") or text.endswith("</b>")]) >= 3


def test_a_long_key_goes_on_to_the_next_line():
    block = Block(room=300)
    block.key(verdict_key(LIGHT, VI, with_absences=True), 14, LIGHT.ink)
    wide = Block(room=3000)
    wide.key(verdict_key(LIGHT, VI, with_absences=True), 14, LIGHT.ink)
    assert block.height > wide.height > 0


def test_resolution_is_written_once():
    buffer = io.BytesIO()
    Image.new("RGB", (4, 3), "#1B4F8F").save(buffer, "PNG", dpi=(72, 72))
    png = with_resolution(buffer.getvalue(), 300)
    assert png.count(b"pHYs") == 1
    assert struct.unpack(">II", png[png.index(b"pHYs") + 4 :][:8]) == (11811, 11811)
    again = Image.open(io.BytesIO(png))
    again.load()
    assert again.getpixel((0, 0)) == rgb("#1B4F8F")


@pytest.mark.parametrize("size", [name for name in SIZES if SIZES[name].height])
def test_a_slide_is_filled_and_never_overfull(size):
    tall, flat = (canvas(LIGHT, height=height, margin={"t": 0, "b": 0}) for height in (2000, 100))
    for chart in (tall, flat):
        picture = composed(chart, CAPTION, (), SIZES[size])
        assert (picture.layout.width, picture.layout.height) == (SIZES[size].width, SIZES[size].height)
        assert picture.layout.width * 9 == picture.layout.height * 16
        plot = picture.layout.height - picture.layout.margin.t - picture.layout.margin.b
        lowest = min(note.yshift for note in picture.layout.annotations if note.y == 0)
        highest = max(note.yshift for note in picture.layout.annotations if note.y == 1)
        assert plot > 0
        assert -picture.layout.margin.b < lowest
        assert highest < picture.layout.margin.t


def test_half_a_column_is_eight_centimetres_at_300_dots_per_inch():
    assert SIZES["half"].width == pytest.approx(8 / 2.54 * 300, abs=0.5)
    assert SIZES["full"].width == pytest.approx(16 / 2.54 * 300, abs=0.5)


def type_sizes(node, name=""):
    """Every size of type in a figure."""
    if isinstance(node, dict):
        if name in {"font", "textfont", "tickfont"} and "size" in node:
            yield node["size"]
        for key, value in node.items():
            yield from type_sizes(value, key)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from type_sizes(value, name)


@pytest.mark.parametrize(("size", "smallest", "usual"), [("half", 7.5, 8.1), ("full", 9, 9.7), ("landscape", 9, 9.7)])
def test_type_is_legible_at_the_printed_width(size, smallest, usual):
    """In points, 72 to an inch; `usual` is that of a chart's own texts."""
    chart = figure()
    chart.add_annotation(text="a small note", font={"size": SMALL_SIZE}, showarrow=False)
    picture = laid_out(chart, CAPTION, outcome_key(OUTCOMES, LIGHT, VI), size)
    points = [pixels / 300 * 72 for pixels in type_sizes(picture.to_dict())]
    assert min(points) >= smallest
    assert picture.layout.template.layout.font.size / 300 * 72 >= usual


@pytest.mark.parametrize("size", SIZES)
def test_no_picture_is_narrower_than_figures_are_made_for(size):
    chart = figure()
    picture = laid_out(chart, CAPTION, outcome_key(OUTCOMES, LIGHT, VI), size)
    factor = picture.layout.template.layout.font.size / chart.layout["template"]["layout"]["font"]["size"]
    margins = picture.layout.margin
    around = chart.margin("l") + chart.margin("r")
    assert (picture.layout.width - margins.l - margins.r) / factor + around >= NARROWEST - 1


@needs_browser
def test_lines_are_drawn_as_svg_with_our_fonts_inside_and_on_white():
    svg = to_file(figure(), CAPTION, outcome_key(OUTCOMES, LIGHT, VI), "full", "svg")
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert int(root.get("width")) / 96 * 2.54 == pytest.approx(16, abs=0.02)
    style, ground = root[0], root[1]
    faces = re.findall(r"font-family:'([^']+)';font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)", style.text)
    assert len(faces) == 4
    for family, weight, font in faces:
        names = TTFont(io.BytesIO(b64decode(font)))
        assert (names["name"].getBestFamilyName(), names["OS/2"].usWeightClass) == (family, int(weight))
    white = ", ".join(map(str, rgb(LIGHT.background)))
    assert f"fill: rgb({white}); fill-opacity: 1" in ground.get("style")
    whole = "".join(root.itertext()).replace("\N{NO-BREAK SPACE}", " ")
    for said_in_it in (CAPTION.finding, CAPTION.source, CAPTION.mark, "Điểm chính thức · Bộ tiêu chí 2022"):
        assert said_in_it in whole


@needs_browser
def test_lines_are_drawn_as_pdf_of_one_page_in_our_fonts_only():
    pdf = to_file(figure(), CAPTION, outcome_key(OUTCOMES, LIGHT, VI), "full", "pdf")
    assert pdf.startswith(b"%PDF-")
    (page,) = PdfReader(io.BytesIO(pdf)).pages
    assert float(page.mediabox.width) / 72 * 2.54 == pytest.approx(16, abs=0.05)
    fonts = [font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all("BeVietnamPro" in font for font in fonts)
    text = " ".join(page.extract_text().replace("\N{NO-BREAK SPACE}", " ").split())
    assert CAPTION.finding in text
    assert CAPTION.mark in text


def texts_in(node):
    if isinstance(node, dict):
        for value in node.values():
            yield from texts_in(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts_in(value)
    elif isinstance(node, str):
        yield node


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_letter_of_a_picture_is_missing_in_our_fonts(lang):
    """A letter that a font lacks is drawn in another font, or as a box."""
    said_in_texts = set("".join(text for file in TEXTS.glob(f"{lang}/*.toml") for text in file.read_text("utf-8")))
    spoken = words(lang)
    picture = composed(
        gap_outcomes(OUTCOMES, LIGHT, spoken), CAPTION, outcome_key(OUTCOMES, LIGHT, spoken), SIZES["full"]
    )
    shown = {letter for text in texts_in(picture.to_dict()) for letter in html.unescape(text)}
    assert set("ắc đã") <= shown
    for file in FONTS.glob("*.ttf"):
        missing = (shown | said_in_texts) - set(map(chr, TTFont(file).getBestCmap())) - {"\n", "\t"}
        assert not missing, file.name
