"""The page on what a rebuild changed, over the small office built twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.read.cells import Sheet, Workbook
from tests.app.reading import Show, pieces, read
from tests.app.small_office import TABLES, write_version

OLD, NEW = "20260101-000000-aaaaaaaa", "20260102-083000-bbbbbbbb"
BEFORE = "2021            | A         | 8   | 7            | 5 "
AFTER = "2021            | A         | 1   | 7            | 5 "


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rebuilt")
    workbooks = (Workbook("bang-diem.xlsx", "0123456789abcdef" * 4, 10240, (Sheet("Bảng điểm", {}),)),)
    tables = TABLES | {"scores": TABLES["scores"].replace(BEFORE, AFTER)}
    write_version(folder, OLD, workbooks=workbooks)
    write_version(folder, NEW, workbooks=workbooks, tables=tables)
    return folder


def test_what_changed_is_told_with_its_reason(show: Show, rebuilt: Path):
    said = read(show("thay_doi_phien_ban", rebuilt))
    assert "Thay đổi phiên bản dữ liệu" in said
    assert "Tổng điểm, thứ hạng, xếp loại thay đổi:" in said
    assert "2021 UBND phường Hòa Minh 20,00 › 13,00" in said
    assert "2021 UBND phường Hòa Minh I.1 8 › 1 bang-diem.xlsx › Bảng điểm › A1 cách đọc hoặc danh mục thay đổi" in said
    assert "Đã thực hiện tốt › Chưa thực hiện tốt" in said


def test_units_and_cells_lead_on(show: Show, rebuilt: Path):
    bodies = " ".join(pieces(show("thay_doi_phien_ban", rebuilt)))
    assert 'href="./ho-so?' in bodies
    assert "nguon-goc?" in bodies


def test_the_first_version_has_nothing_before_it(show: Show):
    assert "Chưa có phiên bản dữ liệu nào trước phiên bản này" in read(show("thay_doi_phien_ban"))


def test_versions_that_tell_the_same_are_said_to(show: Show, tmp_path: Path):
    write_version(tmp_path, OLD)
    write_version(tmp_path, NEW)
    assert "Hai phiên bản không có gì khác nhau" in read(show("thay_doi_phien_ban", tmp_path))


def test_a_damaged_earlier_version_is_named_with_what_to_do(show: Show, tmp_path: Path):
    write_version(tmp_path, NEW)
    (tmp_path / "build" / f"{OLD}.duckdb").write_bytes(b"junk")
    assert "Không so được với phiên bản 20260101-000000" in read(show("thay_doi_phien_ban", tmp_path))
