"""Names that look like formulas, markup or links are shown as what they are, on every page and in every file."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from etl.problem import Problem
from etl.read.cells import Sheet, Workbook
from scoreboard.export.image import SIZES, Caption, composed
from scoreboard.figures.figure import Figure
from scoreboard.tables.table import Column, Table
from spreadsheet.problem_report import problem_report
from tests.app.reading import Show, pieces, read
from tests.app.small_office import write_version

PAGES = sorted(file.stem for file in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))
FORMULA = '=HYPERLINK("http://evil.example","x")'
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
PICTURE = "![](http://evil.example/a.png)"
LINK = "[x](javascript:alert(1)) **y** :red[z] $q$"
HOSTILE = (FORMULA, SCRIPT, PICTURE, LINK)
VERSION = "20260101-000000-aaaaaaaa"
PLACES = {
    "unit": "unit_name",
    "criterion": "criterion_name",
    "criteria_set": "criteria_set_name",
    "peer_group": "group_name",
}


@pytest.fixture(scope="module", params=HOSTILE, ids=["formula", "script", "picture", "link"])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An office of which every name ends with the hostile text, and that text."""
    folder, text = tmp_path_factory.mktemp("hostile"), request.param
    problem = Problem("points_above_max", f"2021/{text}.xlsx", text, "D5", text, {"criterion": text, "max_points": "1"})
    book = Workbook(f"2021/{text}.xlsx", "0" * 64, 1, (Sheet(text, {}),))
    file = write_version(folder, VERSION, workbooks=[book], problems=[problem])
    with duckdb.connect(str(file)) as connection:
        for table, column in PLACES.items():
            connection.execute(f"update {table} set {column} = $text || ' ' || {column}", {"text": text})
        connection.execute("update unit set short_name = $text", {"text": text})
        connection.execute("update criterion set short_name = $text, number = ''", {"text": text})
        connection.execute("update score set raw_text = $text, sheet = $text", {"text": text})
        connection.execute("update assessment set assessment_name = $text || assessment_name", {"text": text})
    return folder, text


class Markup(HTMLParser):
    """Collects the tags and the addresses of a piece of HTML."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(body)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs


def texts_of(value: object) -> Iterator[str]:
    """Every text inside a figure."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, str):
        yield value


def markdown_of(app: AppTest) -> Iterator[str]:
    """What Streamlit itself renders as Markdown: labels of all elements and the options of pills."""
    for kind in ("markdown", "caption", "expander", "selectbox", "download_button"):
        for element in app.get(kind):
            proto = element.proto
            yield getattr(proto, "label", "") or getattr(proto, "body", "")
    for element in app.get("button_group"):
        yield from (option.content for option in element.proto.options)


@pytest.mark.parametrize("page", PAGES)
def test_names_are_text_on_every_page(show: Show, hostile: tuple[Path, str], page: str):
    folder, text = hostile
    app = show(page, folder, assessment="2021", unit="A")
    assert text in read(app)
    for body in pieces(app):
        markup = Markup(body)
        assert not markup.tags & {"script", "img", "iframe", "svg"}
        assert not [name for name, _ in markup.attributes if name.startswith("on")]
        assert not [value for name, value in markup.attributes if name == "href" and not value.startswith("./")]
    for chart in app.get("plotly_chart"):
        for shown in texts_of(json.loads(chart.proto.spec)):
            assert not Markup(shown).tags & {"script", "img", "a"}
    for shown in markdown_of(app):
        assert text not in shown


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_csv_holds_no_formula(text: str, lang: str):
    table = Table(pd.DataFrame({"name": [text]}), (Column("name", text),))
    rows = list(csv.reader(StringIO(table.as_csv(lang).decode("utf-8-sig")), delimiter=";" if lang == "vi" else ","))
    assert [cell.lstrip("'") for row in rows for cell in row] == [text, text]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


@pytest.mark.parametrize("text", [*HOSTILE, "+1", "-1", "@SUM(A1)", "a\x07b", "'quoted'!A1"])
def test_workbook_holds_no_formula(text: str, tmp_path: Path):
    problem = Problem("total_mismatch", "a.xlsx", text, "D5", text, {"unit": text, "sum": "1", "difference": "1"})
    sheet = openpyxl.load_workbook(BytesIO(problem_report([problem.as_json()], tmp_path, "vi"))).active
    for row in sheet.iter_rows(min_row=2):
        assert {cell.data_type for cell in row if cell.value is not None} == {"s"}
    assert sheet["C2"].value == text.replace("\x07", "")
    assert sheet["C2"].quotePrefix is text.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", HOSTILE)
def test_image_caption_is_text(text: str):
    caption = Caption(finding=text, compared=text, context=[text], source=text, mark=text)
    figure = composed(Figure(layout={"height": 100}), caption, [], SIZES["full"])
    written = [note.text for note in figure.layout.annotations]
    assert written
    assert set.union(*(Markup(each).tags for each in written)) <= {"b"}
    assert escape(text, quote=False).split()[0] in written[0]
