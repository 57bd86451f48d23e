"""A panel: what was found, what is compared with what, the chart, and the same data as a table and as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from types import MappingProxyType
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from scoreboard.export import browser, image
from scoreboard.export.drawing import captioned
from scoreboard.export.scale import scaled
from scoreboard.export.table_workbook import Origin, table_workbook
from scoreboard.figures.figure import Figure
from scoreboard.figures.theme import CHART_CONFIG, LIGHT, Theme
from scoreboard.pictures.picture import Picture
from scoreboard.tables.table import Table
from scoreboard.text import numbers
from scoreboard.ui import cached, html, links, screen, selection
from scoreboard.ui.fold import fold
from scoreboard.ui.reader_images import FORMATS as READER_FORMATS
from scoreboard.ui.reader_images import reader_images
from scoreboard.ui.view import View

Images = Mapping[str, tuple[str, Callable[[], bytes | go.Figure]]]
MakeTable = Callable[[], Table]

MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SIZES = ("half", "full", "slide")
WIDE_SIZES = ("landscape", "slide")


def panel(view: View, picture: Picture, *, table: MakeTable | None) -> None:
    """Show a picture with its table; the picture's name names its files.

    A chart with a `least_width` in pixels is scrolled sideways on a narrower screen; its images are for a lying page.
    The figure and the key above it are of the page's theme on the screen, and of the light one in images. Where there
    is nothing to draw, only what was found and what is compared is shown, which say why. `table` makes the table when
    the reader opens it.
    """
    name, finding, compared, least_width = picture.name, picture.finding, picture.compared, picture.least_width
    html.show(html.finding(finding, compared))
    if picture.draw is None:
        return
    if picture.key is not None:
        html.show(html.key(picture.key(view.theme)))
    with st.grid(1, min_column_width=screen.pixels(least_width), wrap=False) if least_width else nullcontext():
        cached.chart(view.follows_from, name, partial(_on_screen, picture, view.theme), picture.said, CHART_CONFIG)

    def show_table() -> None:
        images = _images(partial(_picture, view=view, picture=picture), WIDE_SIZES if least_width else SIZES)
        made = table() if table else None
        _downloads(view, name, made, (finding, compared), images)
        if made is not None:
            html.show(made.as_html(address=links.of_rows(view.assessment_code)))

    fold(name, view.words("panel.table"), show_table)


def _on_screen(picture: Picture, theme: Theme) -> Figure:
    zoom = screen.zoom()
    return picture.draw(theme) if zoom == 1 else scaled(picture.draw(theme), zoom)


def table_panel(
    view: View, name: str, *, finding: str, compared: str, table: Table, whole: MakeTable | None = None
) -> None:
    """Show a panel whose table says it all, with the table as a file; only its head where there are no rows.

    Where `table` is but the beginning, `whole` makes the whole one, which is folded beneath it and is the file.
    """
    html.show(html.finding(finding, compared))
    address = links.of_rows(view.assessment_code)
    said = (finding, compared)
    if len(table.data):
        html.show(table.as_html(stacks=True, address=address))
    if whole is None and len(table.data):
        _downloads(view, name, table, said)
    if whole is not None and len(table.data):

        def show_whole() -> None:
            made = whole()
            _downloads(view, name, made, said)
            html.show(made.as_html(address=address))

        fold(name, view.words("panel.table"), show_whole)


def table_files(view: View, name: str, table: Table, file: str, *, finding: str, compared: str) -> None:
    """Offer a table as CSV and as Excel, under the name `file`; they are made when they are asked for."""
    st.download_button(
        view.words("panel.excel.open"),
        partial(table_workbook, table, view.lang, _origin(view, finding, compared)),
        f"{file}.xlsx",
        EXCEL,
        key=f"{name}_xlsx",
        on_click="ignore",
    )
    st.download_button(
        view.words("panel.csv"),
        partial(table.as_csv, view.lang),
        f"{file}.csv",
        "text/csv",
        key=f"{name}_csv",
        on_click="ignore",
    )


def _downloads(
    view: View, name: str, table: Table | None, said: tuple[str, str], images: Images = MappingProxyType({})
) -> None:
    file = "-".join(filter(None, (name.replace("_", "-"), view.assessment_code, view.group_code)))
    with st.container(horizontal=True, gap="small"):
        if images:
            with st.popover(view.words("panel.image.open"), key=f"{name}_images"):
                _image_files(view, name, file, images)
        if table is not None:
            table_files(view, name, table, file, finding=said[0], compared=said[1])


def _image_files(view: View, name: str, file: str, images: Images) -> None:
    """Offer the pictures of a chart: made by the server, or by the reader's browser where the server has none."""
    files = {
        kind: f"{file}.{file_format}" if kind == file_format else f"{file}-{kind}.{file_format}"
        for kind, (file_format, _) in images.items()
    }
    if browser.find() is None:
        reader_images(name, view.words, {kind: (files[kind], *images[kind]) for kind in images})
        st.caption(f"{view.words('panel.image.about')} {view.words('panel.image.by_reader')}")
        return
    for kind, (file_format, content) in images.items():
        st.download_button(
            view.words(f"panel.image.{kind}"),
            content,
            files[kind],
            MEDIA_TYPES[file_format],
            key=f"{name}_{kind}",
            on_click="ignore",
            width="stretch",
        )
    st.caption(view.words("panel.image.about"))


def _origin(view: View, finding: str, compared: str) -> Origin:
    w = view.words
    said = {
        "finding": finding,
        "compared": compared,
        "office": view.office,
        "assessment": view.assessment.assessment_name,
        "group": view.group_name,
        "criteria_set": view.assessment.criteria_set_name,
        "stage": w("frame.official"),
        "choices": selection.all_chosen(),
        "version": view.version.name,
        "built_at": numbers.moment(view.about.built_at, view.lang),
        "source": view.source,
        "mark": view.mark,
    }
    return Origin(
        table=w("panel.excel.sheet"),
        title=w("panel.excel.origin"),
        heads=(w("panel.excel.label"), w("panel.excel.content")),
        said={w(f"panel.excel.{name}"): text for name, text in said.items()},
        moment=view.about.built_at,
    )


def _images(picture: Callable[..., Any], sizes: Sequence[str]) -> Images:
    """What can be downloaded of a chart: by its kind, the format and the picture, which is made when it is called.

    A picture of lines has the widest size of a page, for it can be made smaller. Without a browser on the server the
    picture is a figure laid out, and there are only the formats that a reader's browser can make of it.
    """
    make, formats = (image.to_file, image.FORMATS) if browser.find() else (image.laid_out, READER_FORMATS)
    picture = partial(picture, make)
    pages = {size: ("png", partial(picture, size=size)) for size in sizes}
    widest = sizes[-2]
    lines = {name: (name, partial(picture, size=widest, file_format=name)) for name in formats if name != "png"}
    return pages | lines


def _picture(
    make: Callable[..., bytes | go.Figure], *, view: View, picture: Picture, size: str, file_format: str = "png"
) -> bytes | go.Figure:
    key = picture.key(LIGHT) if picture.key else ()
    return make(picture.draw(LIGHT), captioned(picture, view), key, size, file_format)
