"""Documents: one truth from the database to every format, the layout of the decree, the same bytes twice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import time
import zipfile
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import docx
import pandas as pd
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from fontTools.ttLib import TTFont
from pptx import Presentation
from pypdf import PdfReader

from scoreboard import queries
from scoreboard.database import Database, connect
from scoreboard.documents.briefing import briefing
from scoreboard.documents.deck import deck
from scoreboard.documents.model import Document, Paragraph, Tabulated
from scoreboard.documents.parts import roman
from scoreboard.documents.profile import profile
from scoreboard.documents.report import report
from scoreboard.export import making
from scoreboard.export.pdf import FONTS, to_pdf
from scoreboard.export.renderer import RenderError
from scoreboard.export.slides import to_pptx
from scoreboard.export.word import to_docx
from scoreboard.scope import DatabaseScope, RememberingScope, UnknownCodeError, open_scope
from scoreboard.tables.table import Column, Table
from scoreboard.text import words
from tests.app.small_office import MARK, write_version

VERSION = "20260101-000000-aaaaaaaa"
# A picture of one pixel stands for those that need a browser.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)
ROUNDS = ("2020", "2021", "2022")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("office")
    write_version(folder, VERSION)
    return connect(folder)


@pytest.fixture(params=ROUNDS)
def scope(database: Database, request: pytest.FixtureRequest) -> DatabaseScope:
    return open_scope(database, words("vi"), request.param)


@pytest.fixture
def middle(database: Database) -> DatabaseScope:
    return open_scope(database, words("vi"), "2021")


def comma(value: Decimal | None, places: int = 2) -> str:
    """A number as the house writes it, by other means than the product's."""
    if value is None:
        return "–"
    return str(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)).replace(".", ",")


def totals(database: Database, assessment: str) -> dict[str, tuple]:
    with database.cursor() as cursor:
        rows = cursor.execute(
            "select unit_name, points, share, rank, unit_code from total join unit using (unit_code) "
            "where assessment_code = ?",
            [assessment],
        ).fetchall()
    return {row[0]: row[1:] for row in rows}


def word_tables(content: bytes) -> list[list[list[str]]]:
    tables = docx.Document(io.BytesIO(content)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def with_pixels(document: Document, write) -> bytes:
    return write(document, {picture.name: PIXEL for picture in making.pictures(document)})


def pdf_text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_points_shares_and_ranks_of_the_word_report_are_those_of_the_database(scope, database):
    found = {}
    for rows in word_tables(to_docx(report(scope), {})):
        if {"Hạng", "Điểm", "Tỷ lệ đạt"} <= set(rows[0]):
            found |= {row[1]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    expected = totals(database, scope.assessment_code)
    assert set(found) == set(expected)
    for unit, (points, share, rank, _) in expected.items():
        assert found[unit]["Điểm"] == comma(points)
        assert found[unit]["Tỷ lệ đạt"] == (comma(share * 100) + "%" if share is not None else "–")
        assert found[unit]["Hạng"] == ("–" if rank is None else str(rank))


def test_points_by_criterion_of_the_word_report_are_those_of_the_database(scope, database):
    with database.cursor() as cursor:
        rows = cursor.execute(
            "select criterion_code, short_name, points, state from criterion_result join unit using (unit_code) "
            "where assessment_code = ? and kind = 'normal'",
            [scope.assessment_code],
        ).fetchall()
    found = {}
    for table in word_tables(to_docx(report(scope), {})):
        if table[0][:3] == ["Mã", "Tiêu chí", "Tối đa"]:
            found |= {
                (row[0], unit): cell for row in table[1:] for unit, cell in zip(table[0][3:], row[3:], strict=True)
            }
    states = {"blank": "Để trống", "not_applicable": "Không áp dụng", "not_submitted": "Chưa nộp"}
    assert found == {
        (code, unit): comma(points) if state == "scored" else states[state] for code, unit, points, state in rows
    }


@pytest.mark.parametrize("make", [report, briefing])
def test_word_and_pdf_show_every_number_of_the_content(scope, make):
    document = make(scope)
    content = word_tables(to_docx(document, {}))
    printed = pdf_text(to_pdf(document, {}))
    annexes = [block for annex in document.annexes for block in annex.blocks]
    tables = [block for block in (*document.blocks, *annexes) if isinstance(block, Tabulated)]
    assert tables
    for table in tables:
        assert table.table.written() in [rows[1:] for rows in content]
        for row in table.table.written():
            for cell in row:
                if re.fullmatch(r"[+−]?\d+(,\d+)?%?", cell):
                    assert cell in printed


def test_chart_values_of_the_deck_are_those_of_the_database_and_labels_their_rounding(scope, database):
    presentation = Presentation(io.BytesIO(to_pptx(deck(scope), {})))
    expected = {
        round(float(points), 9): comma(points)
        for points, *_ in totals(database, scope.assessment_code).values()
        if points is not None
    }
    found = {}
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.has_chart and shape.chart.plots[0].series[0].name == "Điểm":
                series = shape.chart.plots[0].series[0]
                for place, value in enumerate(series.values):
                    found[round(value, 9)] = series.points[place].data_label.text_frame.text
    assert found == expected


def test_profile_numbers_are_those_of_the_database_in_word_and_pdf(middle, database):
    for unit, (points, share, rank, code) in totals(database, "2021").items():
        document = profile(middle, code)
        text = pdf_text(to_pdf(document, {}))
        figures = {row[0]: row for rows in word_tables(to_docx(document, {})) for row in rows}
        assert unit in text
        assert figures["Tỷ lệ đạt"][1] == (comma(share * 100) + "%" if share is not None else "–")
        if points is not None:
            assert comma(points) in figures["Tỷ lệ đạt"][3]
            assert comma(points) in text
        if rank is not None:
            assert str(rank) in {row[1] for row in figures.values()}


def test_the_page_of_word_is_that_of_the_decree(middle):
    word = docx.Document(io.BytesIO(with_pixels(report(middle), to_docx)))
    first, *annexes = word.sections
    assert (first.page_width, first.page_height) == pytest.approx((Mm(210), Mm(297)), abs=400)
    assert Mm(30) - 400 <= first.left_margin <= Mm(35)
    assert Mm(15) - 400 <= first.right_margin <= Mm(20)
    for section in word.sections:
        assert section.different_first_page_header_footer
        assert Mm(20) - 400 <= section.top_margin <= Mm(25)
        assert Mm(20) - 400 <= section.bottom_margin <= Mm(25)
    assert len(annexes) == 4
    for section in annexes:
        assert section.orientation == WD_ORIENT.LANDSCAPE
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert "PAGE" in first.header.paragraphs[0]._p.xml
    assert first.first_page_header.paragraphs[0].text == ""
    assert word.styles["Normal"].font.name == "Times New Roman"
    assert word.styles["Normal"].font.size.pt in (13, 14)
    body = word.styles["Body"].paragraph_format
    assert body.first_line_indent.cm == pytest.approx(1, abs=0.01)
    assert body.space_after.pt >= 6
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert [text for text in texts if text.startswith("Phụ lục")] == [f"Phụ lục {roman(n)}" for n in range(1, 5)]
    assert sum(text.startswith("(Kèm theo Báo cáo số ") for text in texts) == 4


def test_headings_tables_and_pictures_of_word_are_real(middle):
    document = report(middle)
    word = docx.Document(io.BytesIO(with_pixels(document, to_docx)))
    styles = {paragraph.style.name for paragraph in word.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Body", "Caption"} <= styles
    tables = [table for table in word.tables if table.style.name == "Table Grid"]
    assert tables
    for table in tables:
        assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[0].cells)
    said = [element.get("descr") for element in word.element.xpath("//wp:docPr")]
    assert said == [picture.said for picture in making.pictures(document)]
    assert all(said)


def test_nothing_that_the_office_must_decide_is_invented(middle):
    first, last = word_tables(to_docx(report(middle), {}))[0], docx.Document(io.BytesIO(to_docx(report(middle), {})))
    assert first[1] == ["Số:       /BC-………", "……………, ngày …… tháng …… năm ……"]
    assert first[0][0].split("\n")[1] == "CƠ QUAN"
    signature = next(table for table in last.tables if "Nơi nhận:" in table.cell(0, 0).text)
    assert signature.cell(0, 1).text.strip().splitlines() == ["QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", "(Chữ ký, họ và tên)"]


def test_the_letterhead_names_what_the_office_says_of_itself(middle):
    open_document = report(middle)
    imprint = replace(open_document.imprint, superior="UBND thành phố", place="Đà Nẵng")
    document = replace(open_document, imprint=imprint)
    head = word_tables(to_docx(document, {}))[0]
    assert head[0][0].split("\n")[:2] == ["UBND THÀNH PHỐ", "CƠ QUAN"]
    assert head[1][1] == "Đà Nẵng, ngày …… tháng …… năm ……"
    said = pdf_text(to_pdf(document, {}))
    assert "UBND THÀNH PHỐ" in said
    assert "Đà Nẵng, ngày ……" in said


def test_the_mark_of_illustrative_data_is_on_every_page_and_slide(middle):
    word = docx.Document(io.BytesIO(to_docx(report(middle), {})))
    first = word.sections[0]
    assert first.footer.paragraphs[0].text == first.first_page_footer.paragraphs[0].text == MARK
    assert all(section.footer.is_linked_to_previous for section in word.sections[1:])
    for page in PdfReader(io.BytesIO(to_pdf(report(middle), {}))).pages:
        assert MARK in " ".join(page.extract_text().split())
    for slide in Presentation(io.BytesIO(to_pptx(deck(middle), {}))).slides:
        assert any(MARK in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_slides_have_titles_and_caveats_in_the_notes(middle):
    presentation = Presentation(io.BytesIO(to_pptx(deck(middle), {})))
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9, abs=0.001)
    slides = list(presentation.slides)
    assert all(slide.shapes.title.text_frame.text for slide in slides)
    charted = [slide for slide in slides if any(shape.has_chart for shape in slide.shapes)]
    assert charted
    for slide in charted:
        assert "Lưu ý khi trình bày:" in slide.notes_slide.notes_text_frame.text


def test_pdf_numbers_its_pages_and_those_of_each_annex_on_their_own(middle):
    pages = [page.extract_text().split() for page in PdfReader(io.BytesIO(to_pdf(report(middle), {}))).pages]
    starts = [place for place, text in enumerate(pages) if text[:2] == ["Phụ", "lục"]]
    assert len(starts) == 4
    assert pages[0][0] != "1"
    assert pages[1][0] == "2"


def test_pdf_is_set_in_one_complete_face(middle):
    reader = PdfReader(io.BytesIO(with_pixels(report(middle), to_pdf)))
    faces = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert faces
    assert {face.partition("-")[0] for face in faces} == {"Tinos"}
    said = {letter for lang in ("vi", "en") for text in words(lang).texts.values() for letter in str(text)}
    for file in FONTS.glob("*.ttf"):
        known = TTFont(file).getBestCmap()
        assert {letter for letter in said if letter.isalpha() and ord(letter) not in known} == set()


def test_control_characters_of_old_workbooks_do_not_break_a_document(middle):
    seen = Table(pd.DataFrame({"seen": ["3\x0b,\x075"]}), (Column("seen", "Chữ trên bảng"),))
    hostile = replace(briefing(middle), blocks=(Paragraph("nộp \x1flưu **đúng\x00 hạn**"), Tabulated("Bảng", seen)))
    word = docx.Document(io.BytesIO(to_docx(hostile, {})))
    assert "nộp lưu đúng hạn" in [paragraph.text for paragraph in word.paragraphs]
    assert [["Chữ trên bảng"], ["3,5"]] in word_tables(to_docx(hostile, {}))
    assert "nộp lưu đúng hạn" in pdf_text(to_pdf(hostile, {}))
    assert "3,5" in pdf_text(to_pdf(hostile, {}))


def test_without_a_browser_the_document_says_that_its_figures_are_missing(middle):
    said = words("vi")("document.no_picture")
    assert said in [paragraph.text for paragraph in docx.Document(io.BytesIO(to_docx(briefing(middle), {}))).paragraphs]
    assert said in pdf_text(to_pdf(briefing(middle), {}))


def test_documents_are_the_same_bytes_twice_and_bear_the_time_of_the_version(middle):
    content, presentation = report(middle), deck(middle)
    pixels = {picture.name: PIXEL for picture in making.pictures(content)}
    assert to_pdf(content, pixels) == to_pdf(content, pixels)
    for write, what, drawn in ((to_docx, content, pixels), (to_pptx, presentation, {})):
        once = write(what, drawn)
        assert once == write(what, drawn)
        with zipfile.ZipFile(io.BytesIO(once)) as archive:
            assert {member.date_time[:3] for member in archive.infolist()} == {(2026, 1, 1)}
            assert b"2026-01-01T00:00:00Z" in archive.read("docProps/core.xml")
            for name in archive.namelist():
                if name.endswith(".xlsx"):
                    with zipfile.ZipFile(io.BytesIO(archive.read(name))) as workbook:
                        assert b"2026-01-01T00:00:00Z" in workbook.read("docProps/core.xml")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_document_of_every_round_group_and_unit_can_be_made(database, lang):
    for assessment in ROUNDS:
        whole = open_scope(database, words(lang), assessment)
        for part in (whole, *map(whole.of_group, whole.groups.itertuples(index=False))):
            for document in (briefing(part), report(part)):
                assert document.blocks
            assert deck(part).slides
        for code in totals(database, assessment).values():
            assert profile(whole, code[3]).blocks


def test_all_profiles_are_one_archive_with_progress(middle, database):
    told = []
    made = making.make_profiles(middle, "pdf", lambda done, n, unit: told.append((done, n, unit)))
    units = totals(database, "2021")
    assert made.name == "ho-so-cac-don-vi-2021.pdf.zip"
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert len(archive.namelist()) == len(set(archive.namelist())) == len(units)
        assert all(archive.read(name).startswith(b"%PDF") for name in archive.namelist())
    assert [done for done, *_ in told] == list(range(len(units) + 1))
    assert {unit for *_, unit in told if unit} == set(units)


@pytest.mark.parametrize("file_format", ["docx", "pdf"])
def test_a_profile_in_the_archive_is_the_one_made_alone(middle, file_format):
    made = making.make_profiles(middle, file_format)
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        for unit in middle.ask_here(queries.units).itertuples():
            alone = making.make(middle, "profile", file_format, unit.unit_code)
            assert archive.read(f"{unit.group_code}/{alone.name}") == alone.content


def test_nobody_waits_for_the_other_profiles_when_one_fails(middle, monkeypatch):
    begun = []

    def fail(scope, document, file_format, unit):
        begun.append(unit)
        time.sleep(0.2)
        raise RenderError("no picture")

    monkeypatch.setattr(making, "make", fail)
    monkeypatch.setattr(making, "ABREAST", 1)
    with pytest.raises(RenderError):
        making.make_profiles(middle, "pdf")
    assert 1 <= len(begun) < len(middle.ask_here(queries.units))


def test_what_is_remembered_is_asked_once_and_stays_as_it_was(middle):
    asked = []

    def ask_units(cursor, **parameters):
        asked.append(parameters)
        return queries.units(cursor, **parameters)

    remembering = RememberingScope.of(middle)
    first = remembering.ask_here(ask_units)
    first.loc[:, "unit_name"] = "changed"
    pd.testing.assert_frame_equal(remembering.ask_here(ask_units), middle.ask_here(queries.units))
    remembering.of_group(next(middle.groups.itertuples(index=False))).ask_here(ask_units)
    assert [parameters["group"] is None for parameters in asked] == [True, False]


def test_unknown_codes_say_what_is_known(database):
    with pytest.raises(UnknownCodeError) as wrong:
        open_scope(database, words("vi"), "1999")
    assert wrong.value.known == ["2022", "2021", "2020"]
    with pytest.raises(UnknownCodeError):
        profile(open_scope(database, words("vi")), "Z")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_word_and_powerpoint(middle, tmp_path: Path):
    (tmp_path / "report.docx").write_bytes(with_pixels(report(middle), to_docx))
    (tmp_path / "deck.pptx").write_bytes(to_pptx(deck(middle), {}))
    profile_folder = f"-env:UserInstallation=file://{tmp_path}/office"
    for name in ("report.docx", "deck.pptx"):
        command = [
            "soffice",
            profile_folder,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            tmp_path,
            tmp_path / name,
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    read = pdf_text((tmp_path / "report.pdf").read_bytes())
    assert "Phụ lục IV" in read
    assert len(PdfReader(tmp_path / "deck.pdf").pages) == len(deck(middle).slides) + 1
