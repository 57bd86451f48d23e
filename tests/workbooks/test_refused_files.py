"""One file per way of being wrong, each pinned to the code that says what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from etl.problem import catalogue
from etl.read import read_workbook
from etl.read.limits import MAX_CELLS, MAX_PART_BYTES
from tests.workbooks.builders import new_sheet, save

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def package(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def with_part(folder: Path, name: str, change) -> Path:
    """An ordinary workbook with one part changed."""
    sheet = new_sheet()
    sheet["A1"] = 1
    with zipfile.ZipFile(save(sheet, folder, "plain.xlsx")) as plain:
        parts = {part: plain.read(part) for part in plain.namelist()}
    return package(folder / "book.xlsx", parts | {name: change(parts.get(name, b""))})


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


XML_SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
TYPES = {"[Content_Types].xml": b"<Types/>"}
FILES = {
    "file_empty": lambda d: written(d, "a.xlsx", b""),
    "file_old_format": lambda d: written(d, "a.xls", b'<?xml version="1.0"?><Workbook xmlns="%s"/>' % XML_SPREADSHEET),
    "file_encrypted": lambda d: written(d, "a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")),
    "file_not_workbook": lambda d: written(d, "a.csv", "Tiêu chí,Điểm\n".encode()),
    "file_corrupt": lambda d: written(d, "a.xlsx", b"PK\x03\x04" + bytes(200)),
    "file_dangerous": lambda d: with_part(
        d, "xl/workbook.xml", lambda xml: b'<!DOCTYPE lolz [<!ENTITY lol "lol">]>' + xml
    ),
    "file_too_large": lambda d: with_part(d, "xl/worksheets/sheet1.xml", lambda xml: b'<c r="A1"/>' * (MAX_CELLS + 1)),
}


@pytest.mark.parametrize("code", FILES)
def test_refused_with_its_code(tmp_path: Path, code: str):
    workbook, problems = read_workbook(FILES[code](tmp_path), "2014/a")
    assert workbook is None
    assert [(problem.code, problem.file) for problem in problems] == [(code, "2014/a")]
    assert all(problems[0].said(part, lang) for part in ("message", "action") for lang in ("vi", "en"))


@pytest.mark.parametrize(
    "parts",
    [
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
        TYPES | {"xl/workbook.bin": b"\x00"},
        TYPES | {"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'},
    ],
    ids=["ods", "xlsb", "strict"],
)
def test_a_package_that_only_claims_to_be_a_workbook_is_damaged(tmp_path: Path, parts: dict[str, bytes]):
    _, problems = read_workbook(package(tmp_path / "a.xlsx", parts), "a.xlsx")
    assert [problem.code for problem in problems] == ["file_corrupt"]


def test_a_container_without_a_workbook_is_damaged(tmp_path: Path):
    assert [problem.code for problem in read_workbook(written(tmp_path, "a.xls", OLE), "a.xls")[1]] == ["file_corrupt"]


def test_a_part_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path):
    path = package(tmp_path / "a.xlsx", TYPES | {"xl/sharedStrings.xml": bytes(MAX_PART_BYTES + 1)})
    assert path.stat().st_size < 1_000_000
    assert [problem.code for problem in read_workbook(path, "a.xlsx")[1]] == ["file_too_large"]


def test_an_empty_workbook_is_read_with_a_warning(tmp_path: Path):
    workbook, problems = read_workbook(save(new_sheet(), tmp_path), "a.xlsx")
    assert workbook is not None
    assert [problem.code for problem in problems] == ["workbook_empty"]


def test_every_refusal_is_in_the_catalogue():
    assert set(FILES) <= set(catalogue())
