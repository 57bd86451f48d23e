"""The command line of exports: its files, their bytes twice, the version pinned, and what it says of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from scoreboard.export.__main__ import main
from tests.app.small_office import write_version

FIRST, SECOND = "20260101-000000-aaaaaaaa", "20260102-000000-bbbbbbbb"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    write_version(folder, FIRST)
    write_version(folder, SECOND, names={"A": "Tên mới", "B": "B", "C": "C", "D": "D", "E": "E"})
    return folder


def run(office: Path, out: Path, *arguments: str) -> int:
    return main([*arguments, "--data", str(office), "--out", str(out)])


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("briefing", "--format", "pdf"), "bao-cao-tom-tat-2022.pdf"),
        (("report", "--assessment", "2021"), "bao-cao-2021.docx"),
        (("profile", "--unit", "A"), "ho-so-2022-A.docx"),
        (("deck", "--group", "phuong", "--lang", "en"), "slides-2022-phuong.pptx"),
        (("profiles", "--format", "pdf", "--group", "phong"), "ho-so-cac-don-vi-2022-phong.zip"),
        (("data",), "so-lieu-20260102-000000.xlsx"),
    ],
)
def test_a_document_is_written_under_its_name_the_same_bytes_twice(office, tmp_path, arguments, name):
    for place in ("once", "again"):
        assert run(office, tmp_path / place, *arguments) == 0
    assert [file.name for file in (tmp_path / "once").iterdir()] == [name]
    assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_the_version_is_the_one_pinned(office, tmp_path, capsys):
    assert run(office, tmp_path, "profile", "--unit", "A", "--version", FIRST) == 0
    assert FIRST in capsys.readouterr().out
    pinned = (tmp_path / "ho-so-2022-A.docx").read_bytes()
    assert run(office, tmp_path, "profile", "--unit", "A") == 0
    assert SECOND in capsys.readouterr().out
    assert (tmp_path / "ho-so-2022-A.docx").read_bytes() != pinned


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("report", "--assessment", "1999"), 'Không có kỳ đánh giá "1999". Các mã có trong dữ liệu: 2022, 2021, 2020.'),
        (("report", "--group", "x"), 'Không có khối "x" trong kỳ này.'),
        (("profile", "--unit", "Z", "--lang", "en"), 'There is no unit "Z" in this assessment.'),
        (("report", "--version", "1"), "Không mở được cơ sở dữ liệu"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(office, tmp_path, capsys, arguments, said):
    assert run(office, tmp_path, *arguments) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(office, tmp_path, capsys):
    (tmp_path / "file").write_text("x", "utf-8")
    assert run(office, tmp_path / "file", "deck") == 1
    assert "Chọn thư mục khác bằng --out." in capsys.readouterr().err


def test_wrong_usage_leaves_with_2(office, tmp_path):
    with pytest.raises(SystemExit) as wrong:
        run(office, tmp_path, "deck", "--format", "docx")
    assert wrong.value.code == 2


def test_the_name_of_the_file_may_be_given_too(office, tmp_path):
    assert run(office, tmp_path / "new" / "all.xlsx", "data", "--lang", "en", "--version", FIRST) == 0
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["all.xlsx"]
    assert load_workbook(tmp_path / "new" / "all.xlsx")["Source"]["B3"].value == FIRST
