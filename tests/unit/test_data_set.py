"""The data of a version as one workbook: every row of the database, typed, with a code book for every column."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import duckdb
import pytest
from openpyxl import load_workbook

from etl.build.statements import comment_on_tables, create_tables
from scoreboard import queries
from scoreboard.database import Database, connect
from scoreboard.export import data_set as module
from scoreboard.export.data_set import TABLES, data_set
from scoreboard.text import LANGUAGES, words
from tests.app.small_office import write_version

VERSION = "20260101-000000-aaaaaaaa"
BEFORE_THE_TABLES = 2


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder: Path = tmp_path_factory.mktemp("office")
    write_version(folder, VERSION)
    return connect(folder)


def opened(database: Database, lang: str = "vi"):
    return load_workbook(BytesIO(data_set(database, words(lang))))


def as_read_back(value):
    """What a spreadsheet can give back of a value of the database."""
    if isinstance(value, Decimal):
        return pytest.approx(float(value), rel=1e-15)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value or None if isinstance(value, str) else value


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_a_table_is_in_its_sheet_as_it_is_in_the_database(database, table):
    sheet = opened(database, "en")[table]
    with database.cursor() as cursor:
        held = queries.whole_table(cursor, table=table)
    assert [cell.value for cell in sheet[1]] == list(held.columns)
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert rows == [tuple(map(as_read_back, row)) for row in held.itertuples(index=False, name=None)]
    assert sheet.freeze_panes == "B2"


def test_something_is_in_it(database):
    book = opened(database, "en")
    assert {"total", "criterion_result"} <= {name for name in TABLES if book[name].max_row > 5}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_code_book_explains_every_column_of_every_sheet(database, lang):
    w = words(lang)
    book = opened(database, lang)
    explained: dict[str, list[str]] = {}
    for sheet, table, heading, column, kind, meaning in book[w("data.set.code_book")].iter_rows(
        min_row=2, values_only=True
    ):
        explained.setdefault(sheet, []).append(heading)
        assert table in TABLES
        assert column
        assert kind
        assert meaning
    shown = {sheet.title: [cell.value for cell in sheet[1]] for sheet in book.worksheets[BEFORE_THE_TABLES:]}
    assert explained == shown
    assert len(shown) == len(TABLES)


def test_vietnamese_headings_are_the_terms_of_the_comments_and_no_two_are_alike():
    with duckdb.connect() as connection:
        create_tables(connection)
        comment_on_tables(connection)
        book = queries.code_book(connection)
    chosen = book[book["table_name"].isin(TABLES)]
    assert set(chosen["table_name"]) == set(TABLES)
    terms = chosen["about_column"].str.extract(r"\(([^()]*)\)$")[0]
    assert terms.notna().all()
    assert not chosen.assign(term=terms).duplicated(["table_name", "term"]).any()


def test_the_first_sheet_says_source_version_filters_mark_and_what_is_left_out(database):
    sheet = opened(database).worksheets[0]
    said = dict(sheet.iter_rows(min_row=2, values_only=True))
    with database.cursor() as cursor:
        about = next(queries.about(cursor).itertuples())
        held = set(queries.code_book(cursor)["table_name"])
    assert said["Phiên bản dữ liệu"] == VERSION
    assert said["Nguồn số liệu"] == about.source_note
    assert said["Bộ lọc"].startswith("Không lọc")
    assert ("Lưu ý" in said) == about.is_illustrative
    assert set(said["Bảng không kèm"].split(", ")) == held - set(TABLES)


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(database, monkeypatch):
    whole = opened(database, "en")["criterion_result"].max_row - 1
    monkeypatch.setattr(module, "MOST_ROWS", whole - 1)
    book = opened(database, "en")
    assert (book["criterion_result"].max_row, book["criterion_result (2)"].max_row) == (whole, 2)


def test_names_that_look_like_formulas_stay_text(tmp_path):
    write_version(tmp_path, VERSION, names={"A": "=1+1", "B": "+B", "C": "C", "D": "D", "E": "E"})
    book = load_workbook(BytesIO(data_set(connect(tmp_path), words("en"))))
    names = [cell for row in book["unit"].iter_rows() for cell in row if cell.value in ("=1+1", "+B")]
    assert len(names) >= 2
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in names)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
