"""Every format by its bytes: what each keeps, and what each says it cannot keep."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from etl.read.cells import CellKind, Merge, Sheet
from etl.read.formats import Format, format_of
from etl.read.reading import read_content
from tests.workbooks import biff, packages
from tests.workbooks.builders import new_sheet

ROW = b"<tr><td>a</td></tr>"
TEXT_CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def read_sheet(content: bytes, *problems: str) -> Sheet:
    reading = read_content(content)
    assert [problem.code for problem in reading.problems] == list(problems)
    return reading.sheets[0]


def texts(sheet: Sheet) -> dict[str, str]:
    return {cell.address: cell.text for cell in sheet.cells.values()}


def strict(sheet) -> bytes:
    """The workbook with the names that Excel gives to the parts of a strict one."""
    names = re.compile(rb"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument)/2006/(main|relationships)")
    parts = packages.parts_of(sheet)
    return packages.packed(
        {name: names.sub(rb"http://purl.oclc.org/ooxml/\1/\2", content) for name, content in parts.items()}
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (packages.packed(packages.parts_of(new_sheet())), Format.XLSX),
        (strict(new_sheet()), Format.STRICT),
        (packages.xlsb({}), Format.XLSB),
        (packages.ods(""), Format.ODS),
        (biff.workbook({"A": b""}), Format.XLS),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.XLS),
        (b"\n<TABLE>" + ROW, Format.HTML),
        ("<html><table>".encode("utf-16"), Format.HTML),
        ("Tiêu chí;Điểm".encode(), Format.CSV),
    ],
)
def test_the_bytes_say_what_a_file_is(content: bytes, expected: Format):
    assert format_of(content) == expected


def test_a_strict_workbook_is_read_like_any_other():
    sheet = new_sheet()
    sheet["A1"], sheet["A2"] = "Điểm", 8.5
    sheet["A1"].font = Font(name="Arial", bold=True)
    read = read_sheet(strict(sheet))
    assert texts(read) == {"A1": "Điểm", "A2": "8.5"}
    assert (read.at(1, 1).font, read.at(1, 1).bold) == ("Arial", True)


def test_the_fonts_of_a_text_are_kept_run_by_run_and_decoded():
    sheet = new_sheet()
    sheet["A1"] = CellRichText("Uû ban ", TextBlock(InlineFont(rFont="Arial"), "Ủy ban"))
    sheet["A1"].font = Font(name=".VnTime")
    cell = read_sheet(packages.packed(packages.parts_of(sheet))).at(1, 1)
    assert cell.runs == (("Uû ban ", ".VnTime"), ("Ủy ban", "Arial"))
    assert cell.text == "Uỷ ban Ủy ban"


def test_what_a_merge_covers_is_kept_apart():
    sheet = new_sheet()
    sheet["A1"], sheet["A2"] = 8, 9
    merge = b'<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
    content = packages.changed(sheet, packages.SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merge))
    read = read_sheet(content)
    assert texts(read) == {"A1": "8"}
    assert [cell.text for cell in read.covered.values()] == ["9"]


def test_a_merge_over_the_whole_sheet_costs_nothing():
    sheet = new_sheet()
    sheet["A1"] = 8
    merge = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    content = packages.changed(sheet, packages.SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + merge))
    assert read_sheet(content).merges == (Merge(1, 1, 1_048_576, 16_384),)


def test_a_threaded_comment_says_what_the_person_wrote():
    sheet = new_sheet()
    sheet["A1"] = 8
    notice = "[Threaded comment]\n\nYour version of Excel ... https://go.microsoft.com/fwlink/?linkid=870924\n\n"
    sheet["A1"].comment = Comment(f"{notice}Comment:\n    Nộp muộn", "Đoàn")
    assert read_sheet(packages.packed(packages.parts_of(sheet))).at(1, 1).comment == "Nộp muộn"


def test_a_workbook_saved_before_it_was_calculated_has_no_results():
    sheet = new_sheet()
    sheet["A1"], sheet["A2"] = "=1+1", 3
    parts = packages.parts_of(sheet)
    with_result = re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", parts[packages.SHEET])
    for properties, kind in ((b"<calcPr", CellKind.NUMBER), (b'<calcPr calcCompleted="0"', CellKind.UNCACHED)):
        book = parts["xl/workbook.xml"].replace(b"<calcPr", properties)
        read = read_sheet(packages.packed(parts | {packages.SHEET: with_result, "xl/workbook.xml": book}))
        assert [read.at(row, 1).kind for row in (1, 2)] == [kind, CellKind.NUMBER]


def test_binary_workbooks_give_all_but_fonts_and_say_so():
    sheet = read_sheet(packages.xlsb({(0, 0): "Điểm", (2, 1): 8.5}), "format_keeps_less")
    assert (sheet.name, texts(sheet)) == ("Bảng", {"A1": "Điểm", "B3": "8.5"})
    assert sheet.at(3, 2).number == Decimal("8.5")


def test_binary_workbooks_give_errors_formulas_merges_comments_and_what_is_hidden():
    content = packages.xlsb(
        {(0, 0): "Điểm", (1, 0): packages.XlsbError(0x07), (1, 1): 4.0, (2, 0): packages.XlsbError(0x17, True)},
        hidden_rows={1},
        merges=[(0, 0, 0, 1)],
        comments={(1, 0): "Nộp muộn", (5, 0): "Thiếu"},
    )
    sheet = read_sheet(content, "format_keeps_less")
    cells = [(cell.address, cell.kind, cell.text, cell.formula, cell.hidden) for cell in sheet.cells.values()]
    assert cells == [
        ("A1", CellKind.TEXT, "Điểm", "", False),
        ("A2", CellKind.ERROR, "#DIV/0!", "", True),
        ("B2", CellKind.NUMBER, "4", "", True),
        ("A3", CellKind.ERROR, "#REF!", "=", False),
        ("A6", CellKind.BLANK, "", "", False),
    ]
    assert sheet.merges == (Merge(1, 1, 1, 2),)
    assert [sheet.at(row, 1).comment for row in (2, 6)] == ["Nộp muộn", "Thiếu"]


def test_open_documents_keep_their_row_numbers():
    rows = "<table:table-row/>" * 2 + f"<table:table-row>{TEXT_CELL.format('Điểm')}</table:table-row>"
    assert texts(read_sheet(packages.ods(rows))) == {"A3": "Điểm"}


def ods_cell(attributes: str = "", content: str = "") -> str:
    return f"<table:table-cell {attributes}>{content}</table:table-cell>"


def ods_row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


ANNOTATION = (
    "<office:annotation><dc:creator>Đoàn</dc:creator><dc:date>x</dc:date>"
    "<text:p>Nộp <text:span>muộn</text:span></text:p><text:p>5 ngày</text:p></office:annotation>"
)


@pytest.mark.parametrize(
    ("attributes", "content", "kind", "text"),
    [
        ('office:value-type="float" office:value="8.50"', "<text:p>8,5</text:p>", CellKind.NUMBER, "8.5"),
        ('office:value-type="percentage" office:value="0.855"', "", CellKind.NUMBER, "85.5%"),
        ('office:value-type="date" office:date-value="2014-12-05T07:00:00"', "", CellKind.DATE, "05/12/2014"),
        ('office:value-type="time"', "<text:p>07:30</text:p>", CellKind.DATE, "07:30"),
        ('office:value-type="boolean" office:boolean-value="true"', "", CellKind.BOOLEAN, "TRUE"),
        ('office:value-type="string"', "<text:p>a<text:s text:c='2'/>b</text:p>", CellKind.TEXT, "a  b"),
        ('office:value-type="string"', "<text:p>a</text:p><text:p>b</text:p>", CellKind.TEXT, "a\nb"),
        ('office:value-type="string"', "<text:p>#REF!</text:p>", CellKind.TEXT, "#REF!"),
        (
            'office:value-type="string" calcext:value-type="error"',
            "<text:p>#DIV/0!</text:p>",
            CellKind.ERROR,
            "#DIV/0!",
        ),
        (
            'table:formula="of:=X" office:value-type="float" office:value="0"',
            "<text:p>Err:502</text:p>",
            CellKind.ERROR,
            "Err:502",
        ),
        ('table:formula="of:=[.A1]"', "", CellKind.UNCACHED, ""),
        ('table:formula="of:=&quot;&quot;" office:value-type="string"', "", CellKind.BLANK, ""),
    ],
)
def test_cells_of_open_documents(attributes: str, content: str, kind: CellKind, text: str):
    cell = read_sheet(packages.ods(ods_row(ods_cell(attributes, content)))).at(1, 1)
    assert (cell.kind, cell.text, bool(cell.formula)) == (kind, text, "formula" in attributes)


def test_comments_merges_and_hidden_parts_of_open_documents():
    number = ods_cell('office:value-type="float" office:value="4"')
    rows = (
        '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
        + ods_row(ods_cell("", ANNOTATION), number)
        + ods_row(ods_cell('table:number-columns-spanned="2" office:value-type="string"', "<text:p>Tổng</text:p>"))
        + ods_row(number, attributes='table:visibility="filter" table:number-rows-repeated="2"')
        + ods_row(ods_cell(), attributes='table:number-rows-repeated="1048000"')
    )
    sheet = read_sheet(packages.ods(rows))
    assert sheet.at(1, 1).comment == "Nộp muộn\n5 ngày"
    assert sheet.merges == (Merge(2, 1, 2, 2),)
    assert [cell.address for cell in sheet.cells.values() if cell.hidden] == ["B1", "A3", "A4"]


def test_fonts_and_hidden_sheets_of_open_documents():
    styles = (
        '<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'.VnTime\'"/>'
        "</office:font-face-decls><office:automatic-styles>"
        '<style:style style:name="ta"><style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="Default"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="ce" style:parent-style-name="Default"><style:text-properties style:font-name="F"/>'
        "</style:style></office:automatic-styles>"
    )
    cell = ods_cell('table:style-name="ce" office:value-type="string"', "<text:p>tØnh</text:p>")
    sheet = read_sheet(packages.ods(ods_row(cell), styles=styles, table='table:style-name="ta"'))
    read = sheet.at(1, 1)
    assert (sheet.is_hidden, read.font, read.bold, read.text, read.hidden) == (True, ".VnTime", True, "tỉnh", True)


EVERYWHERE = 'office:value-type="float" office:value="1" table:number-columns-repeated="16384"'


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (ods_row(ods_cell(EVERYWHERE), attributes='table:number-rows-repeated="1048576"'), "file_too_large"),
        (ods_row(ods_cell('office:value-type="float" office:value="x"')), "file_corrupt"),
        ("<table:table-row>", "file_corrupt"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]>", "file_dangerous"),
    ],
)
def test_bombs_and_damage_in_open_documents(rows: str, code: str):
    assert [problem.code for problem in read_content(packages.ods(rows)).problems] == [code]


def test_a_password_on_an_open_document_is_said():
    content = packages.ods("", manifest=b"<manifest:encryption-data/>")
    assert [problem.code for problem in read_content(content).problems] == ["file_encrypted"]


def test_html_spans_are_merges_and_later_cells_give_way():
    page = """<table><tr><th rowspan=2>TT</th><th colspan=2>Điểm</th></tr>
        <tr><td>Tự chấm<td>Thẩm định</tr><tr><td>1<td>8,5</td><td>9</table>"""
    sheet = read_sheet(page.encode())
    assert texts(sheet) == {
        "A1": "TT", "B1": "Điểm", "B2": "Tự chấm", "C2": "Thẩm định", "A3": "1", "B3": "8,5", "C3": "9",
    }  # fmt: skip
    assert sheet.merges == (Merge(1, 1, 2, 1), Merge(1, 2, 1, 3))
    assert (sheet.at(3, 2).number, sheet.at(1, 1).bold, sheet.at(2, 2).bold) == (Decimal("8.5"), True, False)


def test_html_keeps_the_words_between_tables():
    page = "<h2>BẢNG ĐIỂM</h2><table><tr><td>a</td></tr></table><p>Người lập</p><table><tr><td>b</td></tr></table>"
    assert list(texts(read_sheet(page.encode())).values()) == ["BẢNG ĐIỂM", "a", "Người lập", "b"]


@pytest.mark.parametrize(
    "cell",
    [
        b"<td><font face='.VnTime'>U\xfb ban</font></td>",
        b"<td style='font-family:\".VnTime\"'>U\xfb ban</td>",
        b"<style>.xl24 {font-family:.VnTime;}</style><td class=xl24>U\xfb ban</td>",
    ],
    ids=["face", "style", "class"],
)
def test_html_in_an_old_font_is_decoded(cell: bytes):
    read = read_sheet(b"<table><tr>" + cell + b"</tr></table>").at(1, 1)
    assert (read.text, read.font) == ("Uỷ ban", ".VnTime")


def test_html_scripts_are_not_text():
    assert texts(read_sheet(b"<script>alert(1)</script><table>" + ROW + b"</table>")) == {"A1": "a"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
def test_csv_in_every_encoding_that_excel_writes(encoding: str):
    # In code page 1258 a tone is a character of its own, after its vowel.
    written = "Tiêu chí;Ðiê\u0309m\nBáo cáo;8,5\n" if encoding == "cp1258" else "Tiêu chí;Điểm\nBáo cáo;8,5\n"
    sheet = read_sheet(written.replace("Ð", "Đ").encode(encoding))
    assert texts(sheet) == {"A1": "Tiêu chí", "B1": "Điểm", "A2": "Báo cáo", "B2": "8,5"}
    assert sheet.at(2, 2).number == Decimal("8.5")


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
def test_csv_with_every_delimiter(delimiter: str):
    lines = [delimiter.join(values) for values in (["TT", "Tên", "Điểm"], ["1", '"a, b; c"', "2"])]
    assert texts(read_sheet("\n".join(lines).encode()))["B2"] == "a, b; c"


def test_csv_may_declare_its_delimiter():
    assert texts(read_sheet(b"sep=;\na,b;c\n")) == {"A1": "a,b", "B1": "c"}


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("8", CellKind.NUMBER),
        ("-0,5", CellKind.NUMBER),
        ("007", CellKind.TEXT),
        ("1.234", CellKind.TEXT),
        ("1.1.1", CellKind.TEXT),
        ("=HYPERLINK(1)", CellKind.TEXT),
    ],
)
def test_a_written_number_is_one_only_beyond_doubt(written: str, kind: CellKind):
    cell = read_sheet(f"a;{written}\nb;{written}\n".encode()).at(1, 2)
    assert (cell.kind, cell.text) == (kind, written)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"Not a table at all.\nJust words.", "file_not_workbook"),
        (b"%PDF-1.7\n%\x00\x01\x02\n", "file_not_workbook"),
        (b"<html><p>Session expired</p></html>", "file_not_workbook"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "file_old_format"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "file_old_format"),
        (b"PK\x05\x06" + bytes(18), "file_not_workbook"),
        (packages.packed({"word/document.xml": b"<w/>"}), "file_not_workbook"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, code: str):
    reading = read_content(content)
    assert reading.sheets is None
    assert [problem.code for problem in reading.problems] == [code]


def test_a_document_type_is_found_in_utf_16_too():
    sheet = new_sheet()
    sheet["A1"] = 1
    bomb = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><sst/>'.encode("utf-16")
    content = packages.changed(sheet, "xl/sharedStrings.xml", lambda _: bomb)
    assert [problem.code for problem in read_content(content).problems] == ["file_dangerous"]


def test_dates_in_text_stay_text():
    assert read_sheet(b"a;05/12/2014\nb;2\n").at(1, 2).date is None
