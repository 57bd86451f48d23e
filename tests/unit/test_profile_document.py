"""The profile document says what the page Hồ sơ says, in Word and in PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from scoreboard.database import Database, connect
from scoreboard.documents.model import Document
from scoreboard.documents.profile import profile
from scoreboard.export.pdf import to_pdf
from scoreboard.export.word import to_docx
from scoreboard.scope import open_scope
from scoreboard.text import words
from tests.app.small_office import TABLES, write_version

OVERRIDES = """
    assessment_code | unit_code | highest_grade_code | reason       | legal_source        | status
    2021            | A         | kha                | Mất tài liệu | Quyết định 12/QĐ-UB | confirmed
"""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder: Path = tmp_path_factory.mktemp("office")
    write_version(folder, "20260101-000000-aaaaaaaa", tables=TABLES | {"grade_overrides": OVERRIDES})
    return connect(folder)


def in_word(document: Document) -> str:
    """Paragraphs and tables in their order, a space between cells."""
    body = docx.Document(io.BytesIO(to_docx(document, {})))
    parts = [
        block.text if hasattr(block, "text") else " ".join(cell.text for row in block.rows for cell in row.cells)
        for block in body.iter_inner_content()
    ]
    return " ".join(" ".join(parts).split())


def in_pdf(document: Document) -> str:
    """The text of all pages."""
    pages = PdfReader(io.BytesIO(to_pdf(document, {}))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture(params=[in_word, in_pdf], ids=["word", "pdf"])
def said(database: Database, request: pytest.FixtureRequest) -> Callable[[str, str], str]:
    """What the profile of a unit in an assessment says."""
    return lambda assessment, unit: request.param(profile(open_scope(database, words("vi"), assessment), unit))


def test_condition_and_its_document_stand_beside_the_grade(said):
    text = said("2021", "A")
    assert "Điểm đạt loại Tốt nhưng không được xếp trên loại Khá, thêm điểm cũng không nâng được" in text
    assert "Mất tài liệu; căn cứ: Quyết định 12/QĐ-UB" in text
    assert "theo điểm là Tốt, bị hạ loại theo Quyết định 12/QĐ-UB" in text
    assert "hạ loại" not in said("2021", "B")


def test_printed_total_that_differs_has_its_reason(said):
    assert "Tổng điểm 21,00 20,00 +1,00 chưa rõ lý do" in said("2021", "B")
    assert "chưa rõ lý do" not in said("2021", "A")


def test_the_way_to_the_next_grade_and_to_the_next_rank_is_told(said):
    text = said("2020", "B")
    assert "Cần thêm 2,00 điểm để đạt loại Tốt" in text
    assert "I.2 Nộp lưu đúng hạn 5,00/10 +2,00 80,00% – đạt Tốt" in text
    assert "Cần thêm 1,00 điểm để bằng điểm đơn vị xếp hạng 2 (UBND phường Hòa Minh)" in text
    assert "I.1 Mở hồ sơ công việc 9,00/10 +1,00 19,00 – bằng điểm hạng 2" in text
    assert text.count("không phải dự báo") == 2


def test_the_first_of_the_highest_grade_is_lifted_nowhere(said):
    assert "Cần thêm" not in said("2020", "D")


def test_what_changed_since_the_round_before_is_listed_by_criterion(said):
    text = said("2021", "A")
    assert "So sánh với kỳ trước" in text
    assert "Đã khắc phục 1/1 hạn chế kết luận được của năm 2020 (100,0%); 1 tiêu chí giảm mức." in text
    assert "Mã Tiêu chí Diễn biến I.2 Nộp lưu đúng hạn tốt › chưa tốt" in text
    assert "Mã Tiêu chí Diễn biến I.1 Mở hồ sơ công việc chưa tốt › tốt" in text
    assert "Mức độ thực hiện từng tiêu chí so với năm 2020." in text
    assert "So sánh với kỳ trước" not in said("2020", "A")


def test_a_small_group_claims_no_strength(said):
    assert "Khối có quá ít đơn vị để nêu điểm mạnh, điểm yếu." in said("2021", "A")
    assert "Hơn, kém" not in said("2021", "A")


def test_strengths_and_weaknesses_are_listed_with_how_far_they_are(tmp_path: Path):
    rounds = {
        "criteria": "criterion_code | criterion_name | max_points\n1 | Sổ đăng ký | 10\n2 | Con dấu | 10",
        "assessments": "assessment_code | assessment_name\n2020 | Năm 2020",
        "scores": "assessment_code | unit_code | 1 | 2\n2020 | A | 4 | 10\n"
        + "\n".join(f"2020 | {unit} | 9 | {points}" for unit, points in zip("BCDE", (5, 5, 5, 6), strict=True)),
    }
    write_version(tmp_path, "20260101-000000-aaaaaaaa", tables=rounds)
    text = in_word(profile(open_scope(connect(tmp_path), words("vi"), "2020"), "A"))
    assert "Điểm yếu Mã Tiêu chí Hơn, kém (điểm %) 1 Sổ đăng ký −50,00" in text
    assert "Điểm mạnh Mã Tiêu chí Hơn, kém (điểm %) 2 Con dấu +47,50" in text
