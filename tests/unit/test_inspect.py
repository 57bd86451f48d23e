"""`inspect` tells what was read, to people and to machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.commands import inspect
from tests.workbooks.builders import criteria_by_units, new_sheet, put, save, unit_sheet


def test_text_names_rows_units_and_criteria(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert inspect.run([save(unit_sheet(), tmp_path)]) == 0
    said = capsys.readouterr().out
    for part in (
        "Bảng unit_sheet: BẢNG CHẤM ĐIỂM",
        "Năm: 2014",
        "header 7, numbering 8, group 9, criterion 10–11",
        "signature 20–22",
        "UBND phường Hoà Minh",
        "1.1 Lập Danh mục hồ sơ (tối đa 5)",
    ):
        assert part in said


def test_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    inspect.run([save(criteria_by_units(), tmp_path)], lang="en")
    said = capsys.readouterr().out
    assert "Stages of the score: appraised, self" in said
    assert "Phòng Tư pháp [Khối phòng ban]" in said


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = save(criteria_by_units(), tmp_path)
    inspect.run([path], format="json")
    (book,) = json.loads(capsys.readouterr().out)
    (sheet,) = book["sheets"]
    (table,) = sheet["tables"]
    assert (book["file"], sheet["sheet"], table["family"]) == (path.as_posix(), "Tổng hợp 2015", "criteria_by_units")
    assert table["rows"]["6"] == "group"
    assert table["criteria"][5] == {
        "number": "1.1",
        "name": "Lập Danh mục hồ sơ",
        "kind": "normal",
        "parent": 4,
        "max_points": "5",
        "cell": "B11",
    }


def test_a_file_that_cannot_be_read_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.xls").write_bytes(b"")
    sheet = new_sheet()
    put(sheet, [(1, 2), (3, 4), (5, 6), (7, 8)])
    assert inspect.run([tmp_path / "a.xls"]) == 1
    assert inspect.run([save(sheet, tmp_path)], format="json") == 1
    said = capsys.readouterr().out
    assert "tệp rỗng" in said
    assert '"code": "no_header"' in said
