"""The page on documents: what it offers, what it says of each, and all profiles with their progress."""

from __future__ import annotations

import io
import zipfile

from docx import Document

from scoreboard.database import connect
from scoreboard.export.making import FORMATS
from scoreboard.text import words
from tests.app.reading import Show, read
from tests.app.small_office import write_version

W = words("vi")


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
    assert W("reports.made", n=1) in read(app)
    wanted, made = app.session_state["made_profiles"]
    assert wanted[1:4] == ("2021", "phong", "docx")
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        assert archive.namelist() == ["phong/ho-so-2021-E.docx"]
        profile = Document(io.BytesIO(archive.read("phong/ho-so-2021-E.docx")))
    assert "Phòng Nội vụ" in [paragraph.text for paragraph in profile.paragraphs]
    assert app.get("download_button")[0].proto.label == "Tải ho-so-cac-don-vi-2021-phong.zip"
    app.query_params["format"] = "pdf"
    app.run()
    assert not app.get("download_button")


def test_an_office_without_assessments_says_so(show: Show, tmp_path):
    write_version(tmp_path, "20260101-000000-aaaaaaaa", rounds=False)
    connect(tmp_path).close()
    assert W("state.no_assessment.sentence") in read(show("bao_cao", folder=tmp_path))
