"""Pictures for documents: size, resolution, text in our font, and a renderer that outlives its browser."""

import io
import os
import signal
import struct
import threading
from concurrent.futures import ThreadPoolExecutor

import pandas as pd
import plotly.graph_objects as go
import pytest
from PIL import Image

from scoreboard.export import browser, renderer
from scoreboard.export.block import Block
from scoreboard.export.image import SIZES, Caption, composed, to_png
from scoreboard.export.png import with_resolution
from scoreboard.export.scale import scaled
from scoreboard.figures.gap_outcomes import gap_outcomes
from scoreboard.figures.keys import outcome_key, verdict_key
from scoreboard.figures.theme import LIGHT, canvas
from scoreboard.text import words

VI = words("vi")
CAPTION = Caption(
    finding="Đã khắc phục 95 trong 412 hạn chế của năm 2024",
    compared="Mỗi hạn chế là một tiêu chí chưa đạt mức tốt của một đơn vị năm trước.",
    context=["Kỳ đánh giá năm 2025", "Điểm chính thức", "Bộ tiêu chí 2022", "Phiên bản dữ liệu 20260115-1"],
    source="Nguồn: bảng chấm điểm.",
    mark="Dữ liệu minh họa – không phải kết quả thật",
)
OUTCOMES = pd.DataFrame({"outcome": ["closed", "unchanged"], "shortfalls": [95, 211]})

needs_browser = pytest.mark.skipif(not renderer.is_available(), reason="no Chrome, Chromium or Edge on this machine")


def figure():
    return gap_outcomes(OUTCOMES, LIGHT, VI)


def rgb(colour):
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def plain_picture(colour):
    return go.Figure(layout={"paper_bgcolor": colour, "height": 60})


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
    block.put(paper, edge=1, left=0, up=0, factor=2)
    grey = Image.open(io.BytesIO(renderer.shared().png(paper, 1200, 120))).convert("L")
    left, _, right, _ = grey.point(lambda level: 255 if level < 128 else 0).getbbox()
    from scoreboard.figures.measure import width

    assert right - left == pytest.approx(width(title, 40, 600), rel=0.02)


@needs_browser
def test_threads_get_their_own_pictures():
    colours = ["#FF0000", "#00FF00", "#0000FF", "#FFFF00"] * 3
    with ThreadPoolExecutor(4) as threads:
        pictures = list(threads.map(lambda colour: renderer.shared().png(plain_picture(colour), 80, 60), colours))
    seen = [Image.open(io.BytesIO(picture)).convert("RGB").getpixel((5, 5)) for picture in pictures]
    assert seen == [rgb(colour) for colour in colours]


@needs_browser
def test_a_browser_that_died_is_replaced():
    shared = renderer.shared()
    shared.png(plain_picture("#FF0000"), 80, 60)
    died = shared.process_id()
    os.kill(died, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    picture = Image.open(io.BytesIO(shared.png(plain_picture("#00FF00"), 80, 60))).convert("RGB")
    assert picture.getpixel((5, 5)) == (0, 255, 0)
    assert shared.process_id() != died


@needs_browser
def test_twenty_at_once_get_their_own_pictures_though_the_browser_dies_meanwhile():
    colours = [f"#{12 * at:02X}{255 - 12 * at:02X}{(97 * at) % 256:02X}" for at in range(20)]
    own = renderer.Renderer()
    own.png(plain_picture("#FF0000"), 80, 60)
    died = own.process_id()
    with ThreadPoolExecutor(20) as threads:
        asked = [threads.submit(own.png, plain_picture(colour), 80, 60) for colour in colours]
        asked[3].result()
        os.kill(died, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        pictures = [one.result() for one in asked]
    seen = [Image.open(io.BytesIO(picture)).convert("RGB").getpixel((5, 5)) for picture in pictures]
    assert seen == [rgb(colour) for colour in colours]
    assert own.process_id() != died
    own.close()


@needs_browser
def test_a_closed_renderer_starts_again():
    own = renderer.Renderer(tabs=1)
    assert own.process_id() is None
    own.png(plain_picture("#FF0000"), 80, 60)
    own.close()
    assert own.process_id() is None
    assert own.png(plain_picture("#FF0000"), 80, 60).startswith(b"\x89PNG")
    own.close()


def test_without_a_browser_the_error_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(browser, "find", lambda: str(tmp_path / "no-browser-here"))
    with pytest.raises(renderer.NoBrowserError):
        renderer.Renderer().png(plain_picture("#FF0000"), 80, 60)


def test_a_browser_named_by_the_environment_is_preferred(monkeypatch, tmp_path):
    named = tmp_path / "chrome"
    named.touch()
    monkeypatch.setenv("BROWSER_PATH", str(named))
    assert browser.find() == str(named)


def test_all_threads_share_one_renderer():
    seen = []
    threads = [threading.Thread(target=lambda: seen.append(renderer.shared())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, seen))) == 1


def test_lengths_grow_with_the_picture_and_positions_stay():
    small = canvas(LIGHT, height=100, margin={"l": 10, "b": 20})
    small.add_scatter(
        x=[1, 2], y=[3, 4], marker={"size": [4, 6], "line": {"width": 1}}, line={"width": 1.5, "dash": "dot"}
    )
    small.add_bar(x=[1], y=[2], width=7)
    small.add_annotation(text="a", x=1, y=2, xshift=5, font={"size": 12})
    large = scaled(small, 3)
    assert (large.layout.height, large.layout.margin.l, large.layout.margin.b) == (300, 30, 60)
    assert large.layout.template.layout.font.size == 39
    scatter, bar = large.data
    assert (list(scatter.marker.size), scatter.marker.line.width, scatter.line.width) == ([12, 18], 3, 4.5)
    assert scatter.line.dash == "6px,9px"
    assert (list(scatter.x), list(scatter.y), bar.width) == ([1, 2], [3, 4], 7)
    (note,) = large.layout.annotations
    assert (note.x, note.y, note.xshift, note.font.size) == (1, 2, 15, 36)
    assert small.layout.height == 100


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
