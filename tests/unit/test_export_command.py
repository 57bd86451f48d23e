"""The command line of exports: its files, their bytes twice, the version pinned, and what it says of mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from scoreboard.database import SCHEMA_VERSION
from scoreboard.export import renderer
from scoreboard.export.__main__ import main
from scoreboard.pictures.registry import FIGURES
from scoreboard.text import words
from tests.app.small_office import write_version

needs_browser = pytest.mark.skipif(not renderer.is_available(), reason="no Chrome, Chromium or Edge on this machine")

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
        (("profiles", "--format", "pdf", "--group", "phong"), "ho-so-cac-don-vi-2022-phong.pdf.zip"),
        (("data",), "so-lieu-20260102-000000.xlsx"),
    ],
)
def test_a_document_is_written_under_its_name_the_same_bytes_twice(office, tmp_path, arguments, name):
    for place in ("once", "again"):
        assert run(office, tmp_path / place, *arguments) == 0
    assert [file.name for file in (tmp_path / "once").iterdir()] == [name]
    assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


@pytest.mark.parametrize(
    ("place", "code"), [("x/a.csv", 1), ("a.docx", 1), ("a.XLSX", 0), ("2024.12", 0), ("x.old", 0)]
)
def test_a_place_that_ends_like_another_kind_of_file_is_refused(office, tmp_path, capsys, place, code):
    (tmp_path / "x.old").mkdir()
    assert run(office, tmp_path / place, "data") == code
    said = capsys.readouterr()
    assert ("phần mở rộng .xlsx" in said.err) == bool(code)
    assert (tmp_path / place).exists() == (not code)


@needs_browser
@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("picture", "sections", "--size", "slide"), "muc-do-thuc-hien-theo-nhom-tieu-chi-2022.png"),
        (("picture", "ranks", "--group", "phuong", "--kind", "svg"), "thu-hang-qua-cac-ky-2022-phuong.svg"),
        (
            ("picture", "changes-since", "--baseline", "2020", "--assessment", "2021", "--kind", "pdf"),
            "thay-doi-so-voi-ky-goc-2021-2020.pdf",
        ),
        (
            ("picture", "compared-sections", "--unit", "A", "--unit", "B", "--size", "half", "--lang", "en"),
            "units-side-by-side-by-section-2022-A-B.png",
        ),
        (
            ("picture", "map-of-verdicts", "--section", "I", "--assessment", "2021", "--unit", "B"),
            "muc-do-thuc-hien-cua-tung-don-vi-theo-tung-tieu-chi-2021-B-I.png",
        ),
        (("pictures", "--group", "phong", "--kind", "pdf"), "hinh-2022-phong-full-pdf.zip"),
    ],
)
def test_a_picture_is_written_under_its_name_the_same_bytes_twice(office, tmp_path, arguments, name):
    for place in ("once", "again"):
        assert run(office, tmp_path / place, *arguments) == 0
    assert [file.name for file in (tmp_path / "once").iterdir()] == [name]
    assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


@needs_browser
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("picture", "ranks"), "Hình ranks cần thêm --group."),
        (("picture", "compared-sections", "--unit", "A"), "cần thêm hai hoặc ba --unit."),
        (("picture", "changes-since", "--assessment", "2020"), "Không có kỳ nào trước năm 2020 để so sánh."),
        (("picture", "changes-since", "--baseline", "2022"), 'Không có kỳ đánh giá "2022" trước kỳ này.'),
        (("picture", "criterion-rounds", "--criterion", "I"), 'Không có tiêu chí được chấm "I" trong kỳ này.'),
        (("picture", "map-of-verdicts", "--section", "X"), 'Không có nhóm tiêu chí "X" trong kỳ này.'),
        (("picture", "peers", "--unit", "E", "--group", "phuong"), 'Không có đơn vị "E" trong kỳ này.'),
        (("picture", "claims", "--group", "phong"), "Không có số liệu để vẽ hình “Điểm tự chấm và điểm chính thức”"),
    ],
)
def test_a_picture_that_cannot_be_made_says_what_is_missing(office, tmp_path, capsys, arguments, said):
    assert run(office, tmp_path, *arguments) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_browser_no_picture_is_promised(office, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "nothing"))
    assert run(office, tmp_path, "pictures") == 1
    assert "Không tìm thấy Chrome, Edge hoặc Chromium" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [("picture", "--list"), ("picture", "--help")])
def test_every_picture_is_listed_with_what_it_needs(capsys, asked):
    with pytest.raises(SystemExit) as left:
        main(list(asked))
    assert left.value.code == 0
    said = capsys.readouterr().out
    for figure in FIGURES:
        (line,) = [line for line in said.splitlines() if line.startswith(f"  {figure.name} ")]
        assert words("vi")(f"pictures.name.{figure.name}") in line
        assert all(f"--{need}" in line for need in figure.needs if need in {"group", "unit", "criterion"})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Sai cách dùng lệnh: thiếu TÀI_LIỆU"),
        (("deck", "--format", "docx"), "Sai cách dùng lệnh: --format không nhận 'docx'; chỉ nhận: 'pptx'"),
        (("picture", "nothing"), "TÊN_HÌNH không nhận 'nothing'; chỉ nhận: 'sections'"),
        (("picture", "sections", "--size"), "sau --size cần một giá trị"),
        (("report", "--nothing"), "không có tham số nào như “--nothing”"),
        (("report", "--nothing", "--lang", "en"), "Wrong usage: there is no argument like “--nothing”"),
    ],
)
def test_wrong_usage_is_said_in_the_language_of_the_reader(capsys, given, said):
    with pytest.raises(SystemExit) as wrong:
        main(list(given))
    assert wrong.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("document", ["", "report", "picture", "pictures", "data"])
def test_help_has_no_word_of_the_argument_parser_itself(capsys, document):
    with pytest.raises(SystemExit):
        main([*filter(None, [document]), "--help"])
    said = capsys.readouterr().out
    assert said.startswith("Cách dùng: ")
    for english in ("usage", "positional", "options", "show this"):
        assert english not in said


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
        (("report", "--version", "1"), "Không có phiên bản dữ liệu “1”"),
    ],
)
def test_what_is_not_there_is_said_with_what_is(office, tmp_path, capsys, arguments, said):
    assert run(office, tmp_path, *arguments) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_data_of_an_older_programme_are_named_in_the_readers_language(tmp_path, capsys):
    write_version(tmp_path / "old", FIRST, schema_version=SCHEMA_VERSION - 1, rounds=False)
    assert run(tmp_path / "old", tmp_path, "report") == 1
    assert f"Phiên bản dữ liệu {FIRST}" in (said := capsys.readouterr().err)
    assert "python -m etl build" in said


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
