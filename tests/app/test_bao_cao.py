"""The page on documents: what it offers, what it says of each, and all profiles with their progress."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from scoreboard.database import connect
from scoreboard.export import renderer
from scoreboard.export.making import FORMATS
from scoreboard.text import words
from tests.app.reading import Show, read
from tests.app.small_office import write_version

W = words("vi")

needs_browser = pytest.mark.skipif(not renderer.is_available(), reason="no Chrome, Chromium or Edge on this machine")


def test_every_document_says_what_it_contains_and_is_offered_under_its_name(show: Show):
    for document in FORMATS:
        app = show("bao_cao", document=document, assessment="2021")
        assert W(f"reports.contents.{document}") in read(app)
        if document != "profiles":
            assert app.get("download_button")[0].proto.label.startswith(f"Tải {W(f'document.file.{document}')}-2021")


def test_only_letters_say_what_is_left_open(show: Show):
    assert W("reports.open") in read(show("bao_cao", document="report"))
    assert W("reports.open") not in read(show("bao_cao", document="profile"))


def test_a_profile_is_that_of_the_unit_chosen(show: Show):
    app = show("bao_cao", document="profile", unit="B", format="pdf", assessment="2021")
    assert app.get("download_button")[0].proto.label == "Tải ho-so-2021-B.pdf"


def test_all_profiles_of_a_group_are_made_and_kept_until_something_else_is_chosen(show: Show):
    app = show("bao_cao", document="profiles", group="phong", assessment="2021")
    assert not app.get("download_button")
    app.button[0].click().run(timeout=120)
    assert not app.exception
    assert W("reports.made.profiles", n=1) in read(app)
    wanted, made = app.session_state["made_of_many"]
    assert wanted[2:5] == ("2021", "phong", "docx")
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert archive.namelist() == ["phong/ho-so-2021-E.docx"]
        profile = Document(io.BytesIO(archive.read("phong/ho-so-2021-E.docx")))
    assert "Phòng Nội vụ" in [paragraph.text for paragraph in profile.paragraphs]
    assert app.get("download_button")[0].proto.label == "Tải ho-so-cac-don-vi-2021-phong.docx.zip"
    app.query_params["format"] = "pdf"
    app.run()
    assert not app.get("download_button")


@needs_browser
def test_all_pictures_of_a_group_and_a_unit_are_made_and_kept_until_something_else_is_chosen(show: Show):
    app = show("bao_cao", document="pictures", group="phuong", unit="A", assessment="2021", size="half", kind="svg")
    assert W("reports.contents.pictures") in read(app)
    assert not app.get("download_button")
    app.button[0].click().run(timeout=120)
    assert not app.exception
    assert W("reports.made.pictures") in read(app)
    assert app.get("download_button")[0].proto.label == "Tải hinh-2021-phuong-A-half-svg.zip"
    _, made = app.session_state["made_of_many"]
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        names = archive.namelist()
    assert names[0] == "000-danh-sach-hinh.csv"
    assert all(name.endswith(".svg") for name in names[1:])
    assert any("ty-le-dat-cua-don-vi-qua-cac-ky-2021-A" in name for name in names)
    app.query_params["kind"] = "png"
    app.run()
    assert not app.get("download_button")


def test_without_a_browser_the_page_says_where_single_images_are(show: Show, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BROWSER_PATH", "/nowhere")
    app = show("bao_cao", document="pictures", assessment="2021")
    assert W("reports.picture.no_browser") in read(app)
    assert not app.button


def test_an_office_without_assessments_says_so(show: Show, tmp_path):
    write_version(tmp_path, "20260101-000000-aaaaaaaa", rounds=False)
    connect(tmp_path).close()
    assert W("state.no_assessment.sentence") in read(show("bao_cao", folder=tmp_path))
