"""A table as an Excel file: whole values behind what is shown, no formulas, and a sheet that says its source."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from datetime import datetime
from decimal import Decimal
from functools import partial
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from scoreboard.export.table_workbook import Origin, table_workbook
from scoreboard.tables.table import Column, Table
from scoreboard.text import LANGUAGES, numbers
from spreadsheet import workbook

ORIGIN = Origin(
    "Bảng số liệu",
    "Nguồn",
    ("Mục", "Nội dung"),
    {
        "Kết luận": "=1+1 là chữ",
        "Khối": "UBND phường",
        "Phiên bản dữ liệu": "v1",
        "Lưu ý": "Dữ liệu minh họa",
        "Bỏ": "",
    },
    datetime(1999, 12, 31, 8, 30),
)


def table(lang="vi"):
    data = pd.DataFrame(
        {
            "unit": ["=HYPERLINK(1)", "Phường Hòa Minh"],
            "points": [Decimal("1234.5678900000"), None],
            "share": [Decimal("0.832512345678901234"), Decimal("1")],
            "change": [Decimal("-0.004"), Decimal("4.61")],
            "rank": [2, 1],
            "of": ["4,50/5", "12,5"],
            "found": ["1.234", "+5"],
        },
        dtype=object,
    )
    return Table(
        data,
        (
            Column("unit", "Đơn vị"),
            Column("points", "Điểm", partial(numbers.points, lang=lang), is_number=True),
            Column("share", "Tỷ lệ đạt", partial(numbers.share, lang=lang), is_number=True),
            Column("change", "Thay đổi", partial(numbers.change, lang=lang), is_number=True),
            Column("rank", "Hạng", partial(numbers.integer, lang=lang), is_number=True),
            Column("of", "Điểm trên điểm tối đa", is_number=True),
            Column("found", "Chữ trong ô", is_number=True, quotes=True),
        ),
    )


def opened(lang="vi"):
    return load_workbook(BytesIO(table_workbook(table(lang), lang, ORIGIN)))


def test_numbers_are_numbers_with_their_whole_value_and_shown_as_on_the_page():
    sheet = opened().worksheets[0]
    rows = [[(cell.value, cell.data_type, cell.number_format) for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [
        [
            ("=HYPERLINK(1)", "s", "General"),
            (1234.56789, "n", "#,##0.00"),
            (0.8325123456789012, "n", "#,##0.00%"),
            (-0.004, "n", "#,##0.00"),
            (2, "n", "#,##0"),
            ("4,50/5", "s", "General"),
            ("1.234", "s", "General"),
        ],
        [
            ("Phường Hòa Minh", "s", "General"),
            ("–", "s", "General"),
            (1, "n", "#,##0.00%"),
            (4.61, "n", "+#,##0.00;-#,##0.00;#,##0.00"),
            (1, "n", "#,##0"),
            (12.5, "n", "#,##0.0"),
            ("+5", "s", "General"),
        ],
    ]


def test_headings_stay_in_sight():
    sheet = opened().worksheets[0]
    assert [cell.value for cell in sheet[1]] == [column.label for column in table().columns]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:G3"


def test_the_second_sheet_says_where_the_numbers_come_from_and_nothing_empty():
    book = opened()
    assert book.sheetnames == ["Bảng số liệu", "Nguồn"]
    assert list(book["Nguồn"].iter_rows(values_only=True)) == [
        ("Mục", "Nội dung"),
        ("Kết luận", "=1+1 là chữ"),
        ("Khối", "UBND phường"),
        ("Phiên bản dữ liệu", "v1"),
        ("Lưu ý", "Dữ liệu minh họa"),
    ]


def test_no_cell_is_a_formula_and_texts_that_look_like_one_are_marked_as_text():
    cells = [cell for sheet in opened() for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    suspects = [cell for cell in cells if str(cell.value).startswith(("=", "+")) and cell.data_type == "s"]
    assert len(suspects) == 3
    assert all(cell.quotePrefix for cell in suspects)


def test_the_file_is_the_same_bytes_whenever_it_is_made():
    first = table_workbook(table(), "vi", ORIGIN)
    assert first == table_workbook(table(), "vi", ORIGIN)
    assert load_workbook(BytesIO(first)).properties.created == ORIGIN.moment


def test_a_table_without_rows_has_its_headings():
    empty = Table(table().data.iloc[:0], table().columns)
    sheet = load_workbook(BytesIO(table_workbook(empty, "vi", ORIGIN))).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [column.label for column in empty.columns]
    assert sheet.max_row == 1


WRITERS = {
    "points": (numbers.points, 1),
    "integer": (numbers.integer, 1),
    "shortest": (numbers.shortest, 1),
    "change": (numbers.change, 1),
    "share": (numbers.share, 100),
    "share_change": (numbers.share_change, 100),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WRITERS)
@given(value=st.decimals(-9999, 9999, places=6))
@settings(max_examples=60)
def test_what_is_written_is_read_back(value, name, lang):
    write, times = WRITERS[name]
    said = numbers.read(write(value, lang), lang)
    assert said.value == numbers.rounded(value * times, said.places)


@pytest.mark.parametrize("text", ["", "–", "4,5/5", "12a", "1.2345", "-3", "năm 1", "1,2,3", "12 điểm"])
def test_other_texts_are_no_numbers(text):
    assert numbers.read(text, "vi") is None


def test_numbers_stand_on_the_right_under_their_headings_and_away_from_the_next_text():
    sheet = opened().worksheets[0]
    for column, cells in zip(table().columns, sheet.iter_cols(), strict=True):
        side = "right" if column.is_number and not column.quotes else "left"
        for cell in cells:
            assert (cell.alignment.horizontal, cell.alignment.indent) == (side, 1)


def test_rows_are_as_high_as_their_longest_text_needs():
    """Of texts in a column of so many characters; LibreOffice gives each row one line otherwise."""
    long = "một tiêu chí có tên rất dài " * 10
    columns = [workbook.Column("Tiêu chí", 30), workbook.Column("Điểm", 9, is_number=True)]
    rows = [[long, workbook.Number(1)], ["ngắn", workbook.Number(2)], ["hai\ndòng", None], [long * 100, None]]
    sheet = load_workbook(BytesIO(workbook.as_xlsx("Bảng", columns, rows))).worksheets[0]
    line = sheet.row_dimensions[4].height / 2
    assert sheet.row_dimensions[2].height >= line * len(long) / 30
    assert sheet.row_dimensions[3].height is None
    assert sheet.row_dimensions[5].height < 409, "no spreadsheet has higher rows"


def test_a_wide_table_is_printed_on_several_pages_of_a4_each_with_its_heads():
    def page(width):
        columns = [workbook.Column(f"Cột {place}", width) for place in range(20)]
        return load_workbook(BytesIO(workbook.as_xlsx("Bảng", columns, []))).worksheets[0]

    narrow, wide = page(10), page(40)
    for sheet in (narrow, wide):
        setup = sheet.page_setup
        assert (setup.orientation, str(setup.paperSize)) == ("landscape", sheet.PAPERSIZE_A4)
        assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert (narrow.page_setup.fitToWidth, wide.page_setup.fitToWidth) == (1, 4)


@pytest.mark.skipif(shutil.which("localc") is None, reason="LibreOffice Calc is not on this machine")
@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en-US", ["=HYPERLINK(1)", "1,234.57", "83.25%", "0.00", "2", "4,50/5", "1.234"]),
        ("vi-VN", ["=HYPERLINK(1)", "1.234,57", "83,25%", "0,00", "2", "4,50/5", "1.234"]),
    ],
)
def test_libreoffice_shows_the_numbers_with_the_marks_of_its_reader(tmp_path: Path, locale: str, shown: list[str]):
    (tmp_path / "table.xlsx").write_bytes(table_workbook(table(), "vi", ORIGIN))
    profile = tmp_path / "office"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item></oor:items>""",
        "utf-8",
    )
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "html"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "table.xlsx"], check=True, capture_output=True)
    page = (tmp_path / "table.html").read_text("utf-8")
    cells = [html.unescape(re.sub("<[^>]*>", "", cell)).strip() for cell in re.findall(r"<td.*?</td>", page, re.DOTALL)]
    assert cells[: len(shown)] == [column.label for column in table().columns]
    assert cells[len(shown) : 2 * len(shown)] == shown
