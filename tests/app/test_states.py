"""Nothing to show is said in a sentence with what to do, on every page, and never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoreboard.database import SCHEMA_VERSION
from tests.app.reading import Show, read
from tests.app.small_office import MARK, point_to, write_version

PAGES = sorted(file.stem for file in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))

pytestmark = pytest.mark.parametrize("page", PAGES)


def test_without_a_database(show: Show, tmp_path: Path, page: str):
    said = read(show(page, tmp_path))
    assert "Chưa có dữ liệu" in said
    assert "python -m etl build" in said
    assert str(tmp_path) in said


def test_pointer_to_a_missing_file(show: Show, tmp_path: Path, page: str):
    (tmp_path / "build").mkdir()
    point_to(tmp_path, "20260101-000000-aaaaaaaa")
    assert "Không rõ phiên bản đang dùng" in read(show(page, tmp_path))


def test_file_that_is_no_database(show: Show, tmp_path: Path, page: str):
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "20260101-000000-aaaaaaaa.duckdb").write_bytes(b"not a database" * 1000)
    point_to(tmp_path, "20260101-000000-aaaaaaaa")
    assert "Chưa có dữ liệu" in read(show(page, tmp_path))


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (1, ("Dữ liệu mới hơn phần mềm", "python -m etl rollback")),
        (-1, ("Dữ liệu do bản phần mềm cũ tạo ra", "python -m etl build")),
    ],
)
def test_tables_of_another_programme(show: Show, tmp_path: Path, page: str, step: int, told: tuple[str, str]):
    write_version(tmp_path, "20270101-000000-bbbbbbbb", schema_version=SCHEMA_VERSION + step, rounds=False)
    said = read(show(page, tmp_path))
    assert all(text in said for text in (*told, "20270101-000000-bbbbbbbb"))


def test_a_link_to_a_version_with_an_older_schema_leads_to_the_current_one(show: Show, tmp_path: Path, page: str):
    write_version(tmp_path, "20200101-000000-bbbbbbbb", schema_version=SCHEMA_VERSION - 1, rounds=False)
    write_version(tmp_path, "20260101-000000-aaaaaaaa")
    app = show(page, tmp_path, version="20200101-000000-bbbbbbbb", assessment="2021")
    assert "Dữ liệu do bản phần mềm cũ tạo ra" in read(app)
    assert any("?assessment=2021" in element.proto.body for element in app.get("html"))


def test_database_without_assessments(show: Show, tmp_path: Path, page: str):
    write_version(tmp_path, "20260101-000000-cccccccc", rounds=False)
    said = read(show(page, tmp_path))
    assert "Chưa có kỳ đánh giá" in said
    assert "python -m etl check" in said


def test_unknown_version_leads_to_the_current_one(show: Show, page: str):
    app = show(page, version="20200101-000000-dddddddd", assessment="2021")
    assert "“20200101-000000-dddddddd”" in read(app)
    assert any("?assessment=2021" in element.proto.body for element in app.get("html"))


def test_unknown_codes_fall_back_with_a_sentence(show: Show, page: str):
    said = read(show(page, assessment="1999", group="khoi-la", unit="don-vi-la", lang="xx"))
    assert "Không có kỳ đánh giá “1999”" in said
    assert "không có khối “khoi-la”" in said
    assert "không có đơn vị “don-vi-la”" in said
    assert "Không có ngôn ngữ “xx”" in said
    assert "2022" in said


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_page_stands_in_both_languages(show: Show, page: str, lang: str):
    app = show(page, lang=lang)
    assert (MARK in read(app)) == (lang == "vi")
    assert not app.warning
    assert not app.error
